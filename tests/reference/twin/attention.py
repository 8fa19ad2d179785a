"""What makes an automatic seat decide: news that may change what it orders, or the clock."""

from tests.reference.twin.incident import Incident
from tests.reference.twin.said import CommandSeat, Report
from tests.reference.twin.span import beyond_span
from warmzone.kernel.events import EventKind
from warmzone.vocabulary.codes import Reply, Seat, Source, Task, ThreatStatus
from warmzone.vocabulary.reports import ReportKind

IDLE_TALK = (
    ReportKind.AT_PLACE, ReportKind.TRANSPORTED, ReportKind.STATUS, ReportKind.PEOPLE_OUT,
    ReportKind.NEAR_MISS, ReportKind.TURNED_TO,
)  # fmt: skip


def calls_for_decision(
    incident: Incident, seat: CommandSeat, report: Report, *, anew: bool
) -> bool:
    """Whether a report may change what a seat orders; others wait for its next decision."""
    kind, team = report.kind, report.team
    if kind in IDLE_TALK or (kind == ReportKind.AREA_SEEN and not anew):
        return False
    if seat.id == Seat.TACTICAL and goes_on_by_itself(report):
        return anew
    if seat.id == Seat.TACTICAL:
        return kind != ReportKind.ROLL_CALL or report.status == Task.UNASSIGNED
    if not crew_waits(incident):
        return False
    if kind == ReportKind.THREAT:
        return report.status in (ThreatStatus.NONE, ThreatStatus.OVER)
    if kind in (ReportKind.AREA_SEEN, ReportKind.AREA_CLEAR):
        return anew
    of_crew = kind in (ReportKind.ARRIVED, ReportKind.TASK_DONE, ReportKind.CANNOT)
    return of_crew and team is not None and team.is_medical


def goes_on_by_itself(report: Report) -> bool:
    """Whether a team that is done says in the same transmission what it turns to by the plan."""
    done = report.kind in (ReportKind.TASK_DONE, ReportKind.AREA_CLEAR)
    return done and report.then is not None and report.then.kind == ReportKind.TURNED_TO


def tells_anew(seat: CommandSeat, report: Report) -> bool:
    """Whether a report tells of more or fewer hurt than a seat holds of that ground."""
    if report.area is None or report.kind not in (ReportKind.AREA_SEEN, ReportKind.AREA_CLEAR):
        return False
    belief = seat.areas[report.area.id]
    if report.source != Source.TEAM:
        return belief.claimed != report.flag
    return belief.claimed > 0 or belief.counts[:3] != report.counts[:3]


def crew_waits(incident: Incident) -> bool:
    """Whether the medical seat knows of a crew that it may have to ask for, or to send."""
    return any(
        team.is_medical and belief.known and not (belief.reply == Reply.CLEARED and belief.busy)
        for team, belief in zip(incident.teams, incident.medical.teams, strict=True)
    )


def wake(incident: Incident, seat: CommandSeat) -> None:
    """Let an automatic seat decide, once its decision time has passed, if it is not about to."""
    if not seat.automatic:
        return
    slower = 1.0
    if seat is incident.tactical:
        slower += incident.p.span_slower * beyond_span(incident)
    due = max(incident.now + int(incident.p.decision_s * slower * 1000.0), seat.busy_ms)
    seat.again_ms = min(seat.again_ms, due)
    planned = incident.calendar.when(EventKind.DECIDE, seat.id)
    if planned is None or planned > due:
        incident.calendar.put(EventKind.DECIDE, seat.id, due)


def decide_later(incident: Incident, seat: CommandSeat, at_ms: int) -> None:
    """Set when an automatic seat decides next."""
    if seat.automatic:
        incident.calendar.put(EventKind.DECIDE, seat.id, at_ms)
