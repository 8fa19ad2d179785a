"""What makes an automatic seat decide: news that may change what it orders, or the clock."""

from warmzone.kernel.arrays import State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.events import NEVER, EventKind, schedule
from warmzone.kernel.span import beyond_span
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Discipline, Reply, Seat, Source, Task, ThreatStatus
from warmzone.vocabulary.reports import ReportKind


@compiled
def calls_for_decision(state: State, seat: int, row: int, anew: bool) -> bool:
    """Whether a report may change what a seat orders; others wait for its next decision.

    `anew`: it told of other casualties than the seat held.
    """
    report = state.reports[row]
    kind = report["kind"]
    if kind in (ReportKind.AT_PLACE, ReportKind.TRANSPORTED, ReportKind.STATUS):
        return False
    if kind in (ReportKind.PEOPLE_OUT, ReportKind.NEAR_MISS, ReportKind.TURNED_TO):
        return False
    if kind == ReportKind.AREA_SEEN and not anew:
        return False
    if seat == Seat.TACTICAL and goes_on_by_itself(state, row):
        return anew
    if seat == Seat.TACTICAL:
        return bool(kind != ReportKind.ROLL_CALL or report["status"] == Task.UNASSIGNED)
    if kind == ReportKind.THREAT:
        safe = report["status"] == ThreatStatus.NONE or report["status"] == ThreatStatus.OVER
        return bool(safe and crew_waits(state))
    if kind == ReportKind.AREA_SEEN or kind == ReportKind.AREA_CLEAR:
        return bool(anew and crew_waits(state))
    if kind not in (ReportKind.ARRIVED, ReportKind.TASK_DONE, ReportKind.CANNOT):
        return False
    crew = state.teams[report["team"]]["discipline"] == Discipline.MEDICAL
    return bool(crew and crew_waits(state))


@compiled
def goes_on_by_itself(state: State, row: int) -> bool:
    """Whether a team that is done says in the same transmission what it turns to by the plan."""
    report = state.reports[row]
    done = report["kind"] == ReportKind.TASK_DONE or report["kind"] == ReportKind.AREA_CLEAR
    later = int(report["then"])
    return bool(done and later >= 0 and state.reports[later]["kind"] == ReportKind.TURNED_TO)


@compiled
def tells_anew(state: State, seat: int, row: int) -> bool:
    """Whether report `row` tells of more or fewer hurt than a seat holds of that ground."""
    report = state.reports[row]
    kind = report["kind"]
    if report["area"] < 0 or (kind != ReportKind.AREA_SEEN and kind != ReportKind.AREA_CLEAR):
        return False
    belief = state.area_beliefs[seat, report["area"]]
    if report["source"] != Source.TEAM:
        return bool(belief["claimed"] != report["flag"])
    other = belief["claimed"] > 0
    for k in range(3):
        other = other or belief["counts"][k] != report["counts"][k]
    return bool(other)


@compiled
def crew_waits(state: State) -> bool:
    """Whether the medical seat knows of a crew that it may have to ask for, or to send."""
    beliefs = state.team_beliefs[Seat.MEDICAL]
    for t in range(len(state.teams)):
        if state.teams[t]["discipline"] == Discipline.MEDICAL and beliefs[t]["known"] == 1:
            if beliefs[t]["reply"] != Reply.CLEARED or beliefs[t]["busy"] == 0:
                return True
    return False


@compiled
def wake(state: State, world: World, seat: int, now: int) -> None:
    """Let an automatic seat decide, once its decision time has passed, if it is not about to."""
    if state.seats[seat]["automatic"] == 1:
        slot = world.layout[0]["slot"][EventKind.DECIDE] + seat
        seconds = float(world.parameters[0]["decision_s"])
        soonest = now + int(seconds * 1000.0)
        waits = state.times[slot] > soonest or state.seats[seat]["again_ms"] > soonest
        if seat == Seat.TACTICAL and waits:
            slower = float(world.parameters[0]["span_slower"])
            seconds = seconds * (1.0 + slower * float(beyond_span(state, world)))
        due = max(now + int(seconds * 1000.0), int(state.seats[seat]["busy_ms"]))
        if state.seats[seat]["again_ms"] > due:  # where it has orders left to say first
            state.seats[seat]["again_ms"] = due
        if state.times[slot] > due:
            schedule(state.times, state.winners, slot, due)


@compiled
def decide_later(state: State, world: World, seat: int, at_ms: int) -> None:
    """Set when an automatic seat decides next; NEVER for not until it hears something."""
    slot = world.layout[0]["slot"][EventKind.DECIDE] + seat
    if state.seats[seat]["automatic"] == 1 and at_ms < NEVER:
        schedule(state.times, state.winners, slot, at_ms)
