"""An idle team that knows the plan, or is led where it is, turns to what comes next, and says so.

It knows what was said on the police channel, which is what Tactical has heard: casualties first,
then ground that nobody has searched. Noise is not its business: others were sent to it.
"""

from warmzone.kernel.arrays import State
from warmzone.kernel.care import next_in_need
from warmzone.kernel.compiled import compiled
from warmzone.kernel.contact import contact_of
from warmzone.kernel.marks import sees_mark
from warmzone.kernel.priority import AT_HAND_M, TURNS, next_to_move
from warmzone.kernel.radio import send_report
from warmzone.kernel.reports import open_report
from warmzone.kernel.roles import is_led
from warmzone.kernel.teams import set_task
from warmzone.kernel.world_arrays import BEYOND_M, World
from warmzone.kernel.zones import is_known_hot
from warmzone.vocabulary.codes import AreaKind, Care, Discipline, Seat, Task, ThreatStatus, Triage
from warmzone.vocabulary.orders import Verb
from warmzone.vocabulary.reports import ReportKind

ROOM_AFTER_M = 25.0  # by how much a room must be nearer than a hall to come first: an assumption


@compiled
def turn_by_plan(state: State, world: World, t: int, now: int) -> bool:
    """Whether an idle team has turned to a task by the plan; it steps after."""
    team = state.teams[t]
    if team["discipline"] != Discipline.POLICE:
        return False
    if team["plan_until_ms"] <= now and not is_led(state, world, t):
        return False
    task = Task.TREAT
    area = neediest(state, world, t)
    if area >= 0 and area == team["plan_area"] and carries_out(state, world, area):
        task = Task.CARRY
    if area >= 0:
        team["plan_area"] = area
    else:
        task = Task.CLEAR
        area = unsearched(state, world, t)
    if area < 0:
        return False
    set_task(state, t, task, now)
    team["target_area"] = area
    contact_of(state, world, t, now)
    row = open_report(state, ReportKind.TURNED_TO, t, now)
    state.reports[row]["status"] = task
    state.reports[row]["flag"] = area + 1
    send_report(state, world, row, now)
    return True


@compiled
def carries_out(state: State, world: World, area: int) -> bool:
    """Whether officers carry, and somebody has named a place to carry an area's casualties to."""
    if world.profile[0]["forbidden"][Verb.CARRY] == 1:
        return False
    medical = state.seats[Seat.MEDICAL]
    if medical["ccp"] >= 0 and medical["ccp"] != area:
        return True
    return bool(medical["aep"] >= 0 and medical["aep"] != area)


@compiled
def neediest(state: State, world: World, t: int) -> int:
    """Where casualties are said to lie that fewer teams are at than they need; or -1.

    Officers who do not carry see only to those before them: the others are for the crews.
    """
    team = state.teams[t]
    tactical = state.seats[Seat.TACTICAL]
    ongoing = tactical["threat"] == ThreatStatus.ONGOING
    best = -1
    best_score = 0.0
    for k in range(int(tactical["places"])):
        a = int(state.places[Seat.TACTICAL, k])
        counts = state.area_beliefs[Seat.TACTICAL, a]["counts"]
        hurt = int(counts[0]) + int(counts[1])
        if hurt == 0 or a == tactical["aep"] or is_known_hot(state, a):
            continue
        if ongoing and a == tactical["threat_area"]:
            continue
        if a != team["area"] and world.profile[0]["forbidden"][Verb.CARRY] == 1:
            continue
        if 2 * teams_at(state, a, Task.TREAT) >= hurt:
            continue
        if a == team["area"] and not has_work(state, world, a):
            continue
        # Nothing where there is no way: that is infinitely far.
        score = float(hurt + int(counts[0])) / (AT_HAND_M + world.distance_m[team["area"], a])
        # Of two with equal need the first on the floor plan, whichever was heard of first.
        if score > best_score or (score == best_score and a < best):
            best = a
            best_score = score
    return best


@compiled
def has_work(state: State, world: World, area: int) -> bool:
    """Whether who stands in an area sees somebody there to treat, or to carry somewhere."""
    for category in (Triage.RED, Triage.YELLOW):
        if next_in_need(state, area, category, Care.OFFICER) >= 0:
            return True
    if carries_out(state, world, area):
        for turn in range(TURNS):
            if next_to_move(state, world, area, turn, True) >= 0:
                return True
    return False


@compiled
def teams_at(state: State, area: int, task: int) -> int:
    """Able teams that search an area, or (TREAT) that care for and carry its casualties."""
    count = 0
    for t in range(len(state.teams)):
        team = state.teams[t]
        if team["target_area"] != area:  # asked first: it leaves out most
            continue
        same = team["task"] == task or (task == Task.TREAT and team["task"] == Task.CARRY)
        if same and team["able"] > 0:
            count += 1
    return count


@compiled
def unsearched(state: State, world: World, t: int) -> int:
    """The nearest indoor area that is not known to be searched and that nobody searches, or -1."""
    if state.seats[Seat.TACTICAL]["threat"] == ThreatStatus.NONE:
        return -1
    team = state.teams[t]
    best = -1
    best_m = BEYOND_M
    for a in range(len(state.ground)):
        # Asked first what leaves out most; where there is no way it is infinitely far.
        metres = float(world.distance_m[team["area"], a])
        if metres >= best_m or state.area_beliefs[Seat.TACTICAL, a]["searched_ms"] >= 0:
            continue
        ground = world.areas[a]
        if ground["kind"] == AreaKind.ROOM:
            metres += ROOM_AFTER_M
        if metres >= best_m or ground["outdoor"] == 1 or sees_mark(state, world, t, a):
            continue
        if teams_at(state, a, Task.CLEAR) == 0:
            best = a
            best_m = metres
    return best
