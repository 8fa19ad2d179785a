"""A supervisor who comes and is given no part: goes in, takes teams from their task, takes command.

Which of these, and whether at all, is drawn once. It ends when command is handed to them, police
and fire unite, or they are appointed to something.
"""

from warmzone.kernel.arrays import State
from warmzone.kernel.codes import Item
from warmzone.kernel.compiled import compiled
from warmzone.kernel.contact import contact_of, nearest_noise
from warmzone.kernel.draws import Purpose, uniform, unit_exponential
from warmzone.kernel.initiative import worst_area_heard_of
from warmzone.kernel.lanes import hand_on
from warmzone.kernel.letting_go import release
from warmzone.kernel.movement import can_reach
from warmzone.kernel.radio import send_report
from warmzone.kernel.reports import open_report
from warmzone.kernel.tasks import step
from warmzone.kernel.teams import set_task
from warmzone.kernel.world_arrays import BEYOND_M, World
from warmzone.vocabulary.codes import CommandPlace, Discipline, Phase, Seat, Task
from warmzone.vocabulary.reports import ReportKind

MOST_ACTS = 5  # of one supervisor: an assumption that also bounds the events


@compiled
def supervisor_arrives(state: State, world: World, t: int, now: int) -> None:
    """A supervisor says that they are here; some will not wait to be given a part."""
    if world.units[t]["supervisor"] == 0:
        return
    state.teams[t]["senior"] = 1
    row = open_report(state, ReportKind.SUPERVISOR_HERE, t, now)
    send_report(state, world, row, now)
    clock = state.clock[0]
    p = world.parameters[0]
    u = uniform(clock["seed"], (clock["epoch"], t, Purpose.SENIOR_ACT, 0))
    if u < p["senior_freelances_p"]:
        act_later(state, world, t, (1, float(p["senior_waits_s"])), now)


@compiled
def act_later(state: State, world: World, t: int, what: tuple[int, float], now: int) -> None:
    """Set when a supervisor acts for the (n-th time, after a mean of so many seconds)."""
    clock = state.clock[0]
    key = (clock["epoch"], t, Purpose.SENIOR, what[0])
    wait = int(unit_exponential(clock["seed"], key) * what[1] * 1000.0)
    hand_on(state, world, (Item.SENIOR, t, what[0]), now + wait + 1)


@compiled
def senior_acts(state: State, world: World, t: int, n: int, now: int) -> None:
    """A supervisor whom nobody gave a part acts on their own."""
    team = state.teams[t]
    if team["senior"] != 1 or team["able"] <= 0 or state.command[0]["commander"] == t:
        return
    clock = state.clock[0]
    p = world.parameters[0]
    u = uniform(clock["seed"], (clock["epoch"], t, Purpose.SENIOR_ACT, 1))
    if u < p["senior_joins_p"]:
        send(state, world, t, t, now)
        return
    command = state.command[0]
    commanded = state.seats[Seat.TACTICAL]["place"] != CommandPlace.NOBODY
    if u < p["senior_joins_p"] + p["senior_commands_p"] and commanded and command["rival"] < 0:
        command["rival"] = t
        if command["two_since_ms"] < 0:
            command["two_since_ms"] = now
    pulled = team_to_pull(state, world, t)
    if pulled >= 0:
        state.record[0]["pulled"] += 1
        send(state, world, pulled, t, now)
    if n < MOST_ACTS:
        act_later(state, world, t, (n + 1, float(p["senior_orders_s"])), now)


@compiled
def can_be_sent(state: State, t: int) -> bool:
    """Whether officers are here, carry nobody and follow no crew."""
    team = state.teams[t]
    here = team["phase"] != Phase.NOT_ARRIVED and team["able"] > 0
    free = team["load_count"] == 0 and team["phase"] != Phase.FOLLOWING
    return bool(here and free and team["discipline"] == Discipline.POLICE)


@compiled
def team_to_pull(state: State, world: World, t: int) -> int:
    """The nearest team with a task other than the threat that can be sent elsewhere, or -1."""
    best = -1
    best_m = BEYOND_M
    for other in range(len(state.teams)):
        task = state.teams[other]["task"]
        busy = task in (Task.CLEAR, Task.TREAT, Task.CARRY, Task.HOLD, Task.CORRIDOR_POST)
        if other == t or not (busy or task == Task.RESERVE or task == Task.STAGED):
            continue
        metres = world.distance_m[state.teams[t]["area"], state.teams[other]["area"]]
        if metres < best_m and can_be_sent(state, other):
            best = other
            best_m = metres
    return best


@compiled
def send(state: State, world: World, t: int, by: int, now: int) -> None:
    """Team t goes where a supervisor thinks it is needed: to the noise, else where it last was."""
    if not can_be_sent(state, t):
        return
    team = state.teams[t]
    goal = nearest_noise(state, world, int(state.teams[by]["area"]))
    if goal < 0:
        goal = int(state.hazard[0]["last_heard_area"])
    if goal < 0:
        goal = worst_area_heard_of(state)
    if goal < 0 or not can_reach(world, int(team["area"]), goal):
        return
    release(state, world, t, now)
    set_task(state, t, Task.CONTACT, now)
    team["target_area"] = goal
    contact_of(state, world, t, now)
    if team["leg_end_ms"] < 0:
        step(state, world, t, now)
