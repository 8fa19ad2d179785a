"""Who comes, and when: car-loads and crews in bursts, and those who come only when called for."""

from warmzone.kernel.arrays import State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.draws import Purpose, lognormal, unit_exponential
from warmzone.kernel.events import EventKind, schedule
from warmzone.kernel.perimeter import is_kept
from warmzone.kernel.radio import send_report
from warmzone.kernel.reports import open_report
from warmzone.kernel.teams import set_task
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Discipline, Phase, Resource, Task
from warmzone.vocabulary.reports import ReportKind

ASKED, COMING = 1, 2


@compiled
def way_ms(state: State, world: World, t: int) -> int:
    """How long a car-load or crew takes from the call, or from being called for, by its own luck.

    A stream's cars share one factor; the gap to the car before is each car's own.
    """
    unit = world.units[t]
    seed = state.clock[0]["seed"]
    place = int(unit["place_in_burst"])
    burst = int(unit["burst"])
    factor = lognormal(
        seed, (0, burst, Purpose.ARRIVAL, 2), 1.0, world.parameters[0]["arrival_sigma"]
    )
    due = float(unit["first_ms"]) * factor
    for car in range(t - place + 1, t + 1):
        due += unit_exponential(seed, (0, car, Purpose.ARRIVAL, 0)) * float(unit["gap_ms"])
    return int(due)


@compiled
def left_to_call(state: State, world: World, resource: int) -> bool:
    """Whether more of a resource can be called for: some is declared and has not been asked for."""
    if resource == Resource.AMBULANCES:
        for a in range(len(state.ambulances)):
            if world.vehicles[a]["on_call"] == 1 and state.ambulances[a]["called"] == 0:
                return True
        return False
    return next_on_call(state, world, resource) >= 0


@compiled
def next_on_call(state: State, world: World, resource: int) -> int:
    """The first car or crew of that kind that can still be called for, or -1."""
    wanted = Discipline.MEDICAL if resource == Resource.RTF else Discipline.POLICE
    for t in range(len(state.teams)):
        unit = world.units[t]
        if unit["on_call"] == 1 and unit["discipline"] == wanted and state.teams[t]["called"] == 0:
            return t
    return -1


@compiled
def ask_for(state: State, world: World, resource: int) -> None:
    """The next stream of cars or crews, or all ambulances on call, is asked for."""
    if resource == Resource.AMBULANCES:
        for a in range(len(state.ambulances)):
            if world.vehicles[a]["on_call"] == 1 and state.ambulances[a]["called"] == 0:
                state.ambulances[a]["called"] = ASKED
        return
    first = next_on_call(state, world, resource)
    if first < 0:
        return
    for t in range(first, len(state.teams)):
        if world.units[t]["burst"] == world.units[first]["burst"]:
            state.teams[t]["called"] = ASKED


@compiled
def set_out(state: State, world: World, now: int) -> None:
    """Whoever was asked for has been told, and sets out."""
    slots = world.layout[0]["slot"]
    for t in range(len(state.teams)):
        if state.teams[t]["called"] == ASKED:
            state.teams[t]["called"] = COMING
            due = now + way_ms(state, world, t)
            schedule(state.times, state.winners, slots[EventKind.TEAM_ARRIVAL] + t, due)
    for a in range(len(state.ambulances)):
        if state.ambulances[a]["called"] == ASKED:
            state.ambulances[a]["called"] = COMING
            due = now + drive_in_ms(state, world, a)
            schedule(state.times, state.winners, slots[EventKind.AMBULANCE] + a, due)


@compiled
def drive_in_ms(state: State, world: World, a: int) -> int:
    """How long an ambulance takes to come, by its own luck."""
    key = (0, a, Purpose.ARRIVAL, 1)
    sigma = world.parameters[0]["arrival_sigma"]
    factor = lognormal(state.clock[0]["seed"], key, 1.0, sigma)
    return int(float(world.vehicles[a]["first_ms"]) * factor)


@compiled
def officers_arrive(state: State, world: World, t: int, now: int) -> bool:
    """A car-load says that it is here; False where it waits at staging."""
    team = state.teams[t]
    staged = state.clock[0]["arrivals_staged"] == 1 or is_kept(state, int(team["area"]))
    set_task(state, t, Task.STAGED if staged else Task.UNASSIGNED, now)
    kind = ReportKind.PLAIN_CLOTHES if team["linked"] == 0 else ReportKind.ARRIVED
    row = open_report(state, kind, t, now)
    if staged:
        team["phase"] = Phase.HOLDING
        state.reports[row]["status"] = Task.STAGED
    send_report(state, world, row, now)
    return not staged
