"""What teams do unasked: go straight to the noise, follow others, stand, now and then help.

This default is what command has to overcome. Officers without a task treat only who lies in front
of them, search nothing, carry to no place that nobody has named, and hold no ground.
"""

from warmzone.kernel.arrays import State
from warmzone.kernel.care import begin_care, begin_lift
from warmzone.kernel.compiled import compiled
from warmzone.kernel.contact import nearest_noise
from warmzone.kernel.crowd import leader_near, officers_here
from warmzone.kernel.draws import Purpose, uniform
from warmzone.kernel.events import NEVER, EventKind, schedule
from warmzone.kernel.movement import can_reach, walk
from warmzone.kernel.parts import take_leader_along
from warmzone.kernel.perimeter import is_kept
from warmzone.kernel.plans import turn_by_plan
from warmzone.kernel.tasks import step, step_contact
from warmzone.kernel.teams import schedule_initiative, set_task
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Phase, Seat, Task, Triage
from warmzone.vocabulary.orders import Verb

MOST_OCCASIONS = 8  # to act of one's own accord once it is quiet; it bounds the events of a crowd
HELPS, CARRIES, FOLLOWS = 0, 1, 2  # what a draw on one occasion is for


@compiled
def take_initiative(state: State, world: World, t: int, now: int) -> None:
    """A team that nobody has tasked acts of its own accord."""
    team = state.teams[t]
    slot = world.layout[0]["slot"][EventKind.TEAM_INITIATIVE] + t
    schedule(state.times, state.winners, slot, NEVER)
    if team["able"] <= 0:
        return  # its only officer commands
    if team["task"] == Task.CONTACT and team["phase"] == Phase.HOLDING:
        step_contact(state, world, t, now)
        return
    if team["task"] == Task.STAGED and team["phase"] == Phase.HOLDING:
        set_task(state, t, Task.UNASSIGNED, now)
        team["phase"] = Phase.IDLE
    if team["task"] != Task.UNASSIGNED or team["phase"] != Phase.IDLE:
        return
    if goes_to_officer_down(state, world, t, now):
        return
    noise = nearest_noise(state, world, int(team["area"]))
    if noise >= 0:
        kept = is_kept(state, int(team["area"]))
        if kept or waits_at_door(state, world, t, now):
            return
        if state.ground[team["area"]]["exposure"] == 0.0:
            converge(state, world, t, noise, now)
        return
    if turn_by_plan(state, world, t, now):
        take_leader_along(state, world, t, now)
        step(state, world, t, now)
        return
    team["self_directed"] = 1
    act_in_quiet(state, world, t, now)


@compiled
def go_on(state: State, world: World, t: int, now: int) -> None:
    """A team that has just finished and knows the plan turns to what comes next, and says both."""
    team = state.teams[t]
    idle = team["task"] == Task.UNASSIGNED and team["phase"] == Phase.IDLE
    if not idle or team["untasked_since_ms"] != now or team["able"] <= 0:
        return
    if nearest_noise(state, world, int(team["area"])) < 0 and turn_by_plan(state, world, t, now):
        slot = world.layout[0]["slot"][EventKind.TEAM_INITIATIVE] + t
        schedule(state.times, state.winners, slot, NEVER)
        take_leader_along(state, world, t, now)
        step(state, world, t, now)


@compiled
def act_in_quiet(state: State, world: World, t: int, now: int) -> None:
    """No noise: perhaps help who lies here, perhaps follow, else drift to where the noise was."""
    team = state.teams[t]
    p = world.parameters[0]
    if chance(state, t, HELPS) < p["unasked_care_p"] and begin_care(state, world, t, now):
        return
    if chance(state, t, CARRIES) < p["unasked_carry_p"] and knows_where_to_carry(state, world, t):
        if begin_lift(state, world, t, now):
            return
    if team["initiatives"] >= MOST_OCCASIONS or is_kept(state, int(team["area"])):
        return
    goal = -1
    if chance(state, t, FOLLOWS) < p["follow_p"]:
        goal = leader_near(state, world, t)
    if goal < 0:
        goal = int(state.hazard[0]["last_heard_area"])
    if goal < 0:
        goal = worst_area_heard_of(state)
    if goal >= 0 and goal != team["area"]:
        converge(state, world, t, goal, now)
    else:
        schedule_initiative(state, world, t, p["initiative_care_mean_s"], now)


@compiled
def chance(state: State, t: int, what: int) -> float:
    """The draw that decides whether a team does `what` on this occasion."""
    clock = state.clock[0]
    occasion = int(state.teams[t]["initiatives"]) * 4 + what
    return uniform(clock["seed"], (clock["epoch"], t, Purpose.UNASKED, occasion))


@compiled
def knows_where_to_carry(state: State, world: World, t: int) -> bool:
    """Whether officers carry, and somebody has named a place for casualties that is not here."""
    if world.profile[0]["forbidden"][Verb.CARRY] == 1:
        return False
    medical = state.seats[Seat.MEDICAL]
    named = medical["ccp"] >= 0 or medical["aep"] >= 0
    here = state.teams[t]["area"]
    return bool(named and medical["aep"] != here and medical["ccp"] != here)


@compiled
def waits_at_door(state: State, world: World, t: int, now: int) -> bool:
    """Whether officers outside wait first: the rule says so, or one is alone and may not go in.

    They wait once, not for ever: in time they go in all the same.
    """
    team = state.teams[t]
    rules = world.profile[0]
    if team["waited"] == 1 or world.areas[team["area"]]["outdoor"] == 0:
        return False
    alone = rules["solo_entry"] == 0 and officers_here(state, int(team["area"])) < 2
    if rules["go_in"] == 1 and not alone:
        return False
    team["waited"] = 1
    schedule_initiative(state, world, t, world.parameters[0]["door_wait_mean_s"], now)
    return True


@compiled
def goes_to_officer_down(state: State, world: World, t: int, now: int) -> bool:
    """Whether a team without a task is drawn to where a responder was last hurt."""
    team = state.teams[t]
    record = state.record[0]
    place = int(record["down_area"])
    if place < 0 or team["drawn_ms"] >= record["down_ms"] or team["area"] == place:
        return False
    if world.distance_m[team["area"], place] > world.parameters[0]["down_pull_m"]:
        return False
    team["drawn_ms"] = now
    converge(state, world, t, place, now)
    return True


@compiled
def converge(state: State, world: World, t: int, goal: int, now: int) -> None:
    """Go where the noise is."""
    if can_reach(world, state.teams[t]["area"], goal):
        state.teams[t]["self_directed"] = 1
        walk(state, world, t, goal, now)
        take_leader_along(state, world, t, now)


@compiled
def worst_area_heard_of(state: State) -> int:
    """The area with the most reds, or the most casualties claimed, on the channel; or -1."""
    best = -1
    most = 0
    for a in range(len(state.ground)):
        belief = state.area_beliefs[Seat.MEDICAL, a]
        reds = 2 * int(belief["counts"][Triage.RED - 1]) + int(belief["claimed"])
        if reds > most:
            best = a
            most = reds
    return best
