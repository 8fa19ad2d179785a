"""The way in: who waits at the door, who goes in, and what they do at wounded on the way."""

from warmzone.kernel.arrays import State
from warmzone.kernel.care import begin_care, begin_work
from warmzone.kernel.codes import Work
from warmzone.kernel.compiled import compiled
from warmzone.kernel.movement import can_reach
from warmzone.kernel.radio import send_report
from warmzone.kernel.reports import open_report
from warmzone.kernel.standing import go
from warmzone.kernel.world_arrays import BEYOND_M, World
from warmzone.vocabulary.codes import AtWounded, Care, Phase, Seat, Task, Triage, Wound
from warmzone.vocabulary.reports import ReportKind


@compiled
def way_in(state: State, world: World, t: int) -> int:
    """Where a team that is told to go in goes: where the threat is said to be, else just inside."""
    place = int(state.seats[Seat.TACTICAL]["threat_area"])
    here = int(state.teams[t]["area"])
    if place >= 0 and can_reach(world, here, place):
        return place
    return nearest(world, here, 0)


@compiled
def door(state: State, world: World, t: int) -> int:
    """Where a team waits at the door: outside the nearest way in, or of where it is."""
    here = int(state.teams[t]["area"])
    outside = here
    if world.areas[here]["outdoor"] == 1:
        inside = nearest(world, here, 0)
        if inside >= 0:
            outside = inside
    outside = int(world.areas[outside]["exit_area"])
    return outside if outside >= 0 else here


@compiled
def nearest(world: World, area: int, outdoor: int) -> int:
    """The nearest area indoors (0) or outdoors (1) that can be walked to; `area` where none is."""
    best = area
    best_m = BEYOND_M
    for a in range(len(world.areas)):
        if world.areas[a]["outdoor"] == outdoor and world.distance_m[area, a] < best_m:
            best = a
            best_m = world.distance_m[area, a]
    return best


@compiled
def step_door(state: State, world: World, t: int, now: int) -> None:
    """Go to the door, say so, and stand there ready."""
    team = state.teams[t]
    if go(state, world, t, int(team["target_area"]), now):
        return
    if team["phase"] != Phase.HOLDING:
        team["phase"] = Phase.HOLDING
        row = open_report(state, ReportKind.WAITING_AT_DOOR, t, now)
        state.reports[row]["status"] = Task.AT_DOOR
        send_report(state, world, row, now)


@compiled
def stops_for_wounded(state: State, world: World, t: int, now: int) -> bool:
    """Whether a team on its way to the threat, or searching, stops for wounded whom it meets."""
    team = state.teams[t]
    if team["task"] != Task.CONTACT and team["task"] != Task.CLEAR:
        return False
    if team["at_wounded"] == AtWounded.STOP:
        return begin_care(state, world, t, now)
    return bool(team["at_wounded"] == AtWounded.TOURNIQUET and tie_off(state, world, t, now))


@compiled
def tie_off(state: State, world: World, t: int, now: int) -> bool:
    """Put tourniquets on bleeding limbs here, one a member; nothing else, and no sorting."""
    team = state.teams[t]
    taken = 0
    i = int(state.ground[team["area"]]["first_person"])
    while i >= 0:
        person = state.people[i]
        bleeds = person["wound"] == Wound.LIMB and person["care"] == Care.NONE
        free = person["treater"] < 0 and person["trip"] < 0 and person["seen"] != Triage.GREY
        if bleeds and free and taken < team["able"]:
            person["treater"] = t
            taken += 1
        i = int(person["next_person"])
    if taken == 0:
        return False
    team["work"] = Work.CARE
    begin_work(state, world, t, world.parameters[0]["tourniquet_s"], now)
    return True
