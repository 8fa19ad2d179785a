"""Walking wounded: they come out by themselves and go to the medics, or where they are told to."""

from warmzone.kernel.arrays import State
from warmzone.kernel.casualties import note_left
from warmzone.kernel.compiled import compiled
from warmzone.kernel.draws import Purpose, uniform
from warmzone.kernel.events import NEVER, EventKind, schedule
from warmzone.kernel.ground_tasks import step_ground
from warmzone.kernel.hospitals import nearest_hospital, receive
from warmzone.kernel.people import lay_down, take_up
from warmzone.kernel.perimeter import is_kept
from warmzone.kernel.radio import announce
from warmzone.kernel.reports import open_report
from warmzone.kernel.transport import call_ambulances
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Phase, Seat, Source, Task, Whereabouts
from warmzone.vocabulary.reports import ReportKind


@compiled
def walk_out(state: State, world: World, i: int, now: int) -> None:
    """A walking casualty arrives, unless somebody has taken them up; then they walk on."""
    person = state.people[i]
    slot = world.layout[0]["slot"][EventKind.PERSON_MOVE] + i
    schedule(state.times, state.winners, slot, NEVER)
    if person["whereabouts"] == Whereabouts.SELF_MOVING:
        receive(state, world, i, int(person["hospital"]), now)
        return
    if not is_on_foot(state, i):
        return
    take_up(state, i, Whereabouts.SELF_MOVING)
    lay_down(state, world, i, int(person["walks_to"]))
    if person["moved_ms"] < 0:
        person["moved_ms"] = now
        come_out(state, world, int(person["area"]), now)
        if goes_by_themselves(state, world, i):
            drive_off(state, world, i, now)
            return
    if not walk_to_goal(state, world, i, now):
        call_ambulances(state, world, int(person["area"]), now)
        met_outside(state, world, int(person["area"]), now)


@compiled
def met_outside(state: State, world: World, area: int, now: int) -> None:
    """Teams that sort those who come out turn to who has just come."""
    for t in range(len(state.teams)):
        team = state.teams[t]
        waits = team["phase"] == Phase.HOLDING and team["task"] == Task.OUTSIDE_TRIAGE
        if waits and team["area"] == area and team["able"] > 0:
            step_ground(state, world, t, now)


@compiled
def goes_by_themselves(state: State, world: World, i: int) -> bool:
    """Whether one who comes out goes to hospital without waiting.

    They stay once somebody has said where to go, and where officers at a perimeter receive them.
    """
    clock = state.clock[0]
    key = (clock["epoch"], i, Purpose.SELF_TRANSPORT, 0)
    person = state.people[i]
    told = state.command[0]["walking_area"] >= 0 or is_kept(state, int(person["area"]))
    return not told and uniform(clock["seed"], key) < world.parameters[0]["self_transport_p"]


@compiled
def drive_off(state: State, world: World, i: int, now: int) -> None:
    """A walking casualty is on the way to the nearest hospital, driven by somebody."""
    person = state.people[i]
    take_up(state, i, Whereabouts.SELF_MOVING)
    note_left(state, i, now)
    state.record[0]["self_transported"] += 1
    person["hospital"] = nearest_hospital(world)
    due = now + int(world.parameters[0]["self_transport_s"] * 1000.0)
    due += int(world.hospitals[person["hospital"]]["drive_ms"])
    slot = world.layout[0]["slot"][EventKind.PERSON_MOVE] + i
    schedule(state.times, state.winners, slot, due)


@compiled
def is_on_foot(state: State, i: int) -> bool:
    """Whether a casualty goes where they like: they can walk and nobody has them in hand."""
    person = state.people[i]
    free = person["treater"] < 0 and person["trip"] < 0 and person["carries"] == 0
    alive = person["dead_ms"] < 0
    lies = person["whereabouts"] == Whereabouts.LYING
    return bool(lies and free and alive and person["walks"] == 1)


@compiled
def come_out(state: State, world: World, area: int, now: int) -> None:
    """One more has come out; people on the street say so as their number doubles."""
    record = state.record[0]
    record["came_out"] += 1
    count = int(record["came_out"])
    if count > 1 and (count & (count - 1)) == 0:
        row = open_report(state, ReportKind.SELF_EVACUATED, -1, now)
        state.reports[row]["source"] = Source.CALLER
        state.reports[row]["area"] = area
        state.reports[row]["flag"] = count
        announce(state, world, row, now)


@compiled
def walkers_goal(state: State, world: World) -> int:
    """Where walking wounded outside go: where they were told, else to the ambulances; or -1."""
    told = int(state.command[0]["walking_area"])
    if told >= 0:
        return told
    aep = int(state.seats[Seat.MEDICAL]["aep"])
    if aep < 0 and len(world.vehicles) > 0:
        return int(world.vehicles[0]["arrival_area"])
    return aep


@compiled
def walk_to_goal(state: State, world: World, i: int, now: int) -> bool:
    """Let a casualty on foot set out for where walking wounded go; False where they are there."""
    person = state.people[i]
    goal = walkers_goal(state, world)
    here = int(person["area"])
    if goal < 0 or goal == here or world.next_area[here, goal] < 0:
        return False
    person["walks_to"] = goal
    seconds = world.distance_m[here, goal] / world.parameters[0]["walk_wounded_m_per_s"]
    slot = world.layout[0]["slot"][EventKind.PERSON_MOVE] + i
    schedule(state.times, state.winners, slot, now + int(seconds * 1000.0) + 1)
    return True


@compiled
def come_to_aep(state: State, world: World, now: int) -> None:
    """The AEP has been named: ambulances that wait look again, walking wounded turn to it."""
    call_ambulances(state, world, -1, now)
    if state.command[0]["walking_area"] < 0:
        turn_walking(state, world, now)


@compiled
def tell_walking(state: State, world: World, area: int, now: int) -> None:
    """Walking wounded have been told to go to `area`."""
    state.command[0]["walking_area"] = area
    turn_walking(state, world, now)


@compiled
def turn_walking(state: State, world: World, now: int) -> None:
    """Where walking wounded go has changed: those outside turn there; if told, those found too."""
    told = state.command[0]["walking_area"] >= 0
    first = world.layout[0]["slot"][EventKind.PERSON_MOVE]
    goal = walkers_goal(state, world)
    for i in range(int(state.clock[0]["person_count"])):
        person = state.people[i]
        outside = person["moved_ms"] >= 0
        if is_on_foot(state, i) and (outside or (told and person["seen_ms"] >= 0)):
            on_the_way = state.times[first + i] < NEVER and person["walks_to"] == goal
            if not (outside and on_the_way):
                walk_to_goal(state, world, i, now)
