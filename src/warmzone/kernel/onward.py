"""Where a crew under escort goes on to, once nobody is left who needs it where it was let in.

Tactical lets crews on to ground by calling it warm and giving them security; whom they turn to on
that ground is the medical side's own affair, and needs no further word.
"""

from warmzone.kernel.arrays import State
from warmzone.kernel.care import see_what_is_left
from warmzone.kernel.compiled import compiled
from warmzone.kernel.movement import can_reach
from warmzone.kernel.priority import AT_HAND_M
from warmzone.kernel.radio import send_report
from warmzone.kernel.reports import open_report
from warmzone.kernel.standing import go
from warmzone.kernel.world_arrays import World
from warmzone.kernel.zones import ground_in_the_way, medics_accept
from warmzone.vocabulary.codes import Discipline, Seat, Task
from warmzone.vocabulary.reports import ReportKind

MOST_PLACES = 8  # that a crew goes on to between two words from command; it bounds what is said


@compiled
def goes_on(state: State, world: World, t: int, untended: bool, now: int) -> bool:
    """Whether a crew that is done here sets out for the next casualties, and says so.

    untended: only for those whom no crew has seen to yet.
    """
    team = state.teams[t]
    if team["partner"] < 0 or team["went_on"] >= MOST_PLACES:
        return False
    if state.seats[Seat.MEDICAL]["free_entry"] == 1:
        return False  # its own seat sends it where entry is free
    area = next_place(state, world, t, untended, now)
    if area < 0:
        return False
    see_what_is_left(state, world, t, now)
    team["went_on"] += 1
    team["cleared_area"] = area
    say_turned_to(state, world, t, now)
    return go(state, world, t, area, now)


@compiled
def say_turned_to(state: State, world: World, t: int, now: int) -> None:
    """A crew says that it sets out for where it has been let in."""
    row = open_report(state, ReportKind.TURNED_TO, t, now)
    state.reports[row]["status"] = Task.RESCUE_TASK_FORCE
    state.reports[row]["flag"] = int(state.teams[t]["cleared_area"]) + 1
    send_report(state, world, row, now)


@compiled
def next_place(state: State, world: World, t: int, untended: bool, now: int) -> int:
    """Where most are said to lie near by, on ground open to medics, with no crew there; or -1."""
    team = state.teams[t]
    medical = state.seats[Seat.MEDICAL]
    ccp = int(medical["ccp"]) if medical["aep"] < 0 else -1  # nobody is taken on from there yet
    best = -1
    best_score = 0.0
    for a in range(len(state.ground)):
        counts = state.area_beliefs[Seat.MEDICAL, a]["counts"]
        need = 2 * int(counts[0]) + int(counts[1])
        if need == 0 or a == team["area"] or a == ccp or a == medical["aep"]:
            continue
        if untended and state.ground[a]["tended"] == 1:
            continue
        score = float(need) / (AT_HAND_M + world.distance_m[team["area"], a])
        if score <= best_score or not can_reach(world, team["area"], a):
            continue
        if crew_at(state, a) or not medics_accept(state, world, a, now):
            continue
        if ground_in_the_way(state, world, t, a, now) < 0:
            best = a
            best_score = score
    return best


@compiled
def crew_at(state: State, area: int) -> bool:
    """Whether an able crew has been let in to an area."""
    for t in range(len(state.teams)):
        team = state.teams[t]
        if team["discipline"] == Discipline.MEDICAL and team["able"] > 0:
            if team["cleared_area"] == area:
                return True
    return False
