"""What a team said and nobody acknowledged: it is said again, a few times in all."""

from tests.reference.twin.incident import Incident
from tests.reference.twin.lanes import hand_on
from tests.reference.twin.said import Message, Report
from warmzone.kernel.codes import Item
from warmzone.vocabulary.reports import ReportKind

FINDS = (ReportKind.AREA_SEEN, ReportKind.AREA_CLEAR)
ANSWERED = (*FINDS, ReportKind.ARRIVED, ReportKind.TASK_DONE, ReportKind.CANNOT)


def goes_unanswered(incident: Incident, report: Report) -> None:
    """Nobody answers a report; what wants an answer is said again, if not too often already."""
    report.tries += 1
    wants = report.team is not None and report.kind in ANSWERED
    if wants and report.tries < incident.p.report_tries_most:
        hand_on(incident, Message(Item.UNANSWERED, report), incident.p.repeat_order_s)


def is_still_news(incident: Incident, report: Report) -> bool:
    """Whether its commander has not heard since of the place, or of what the team does."""
    assert report.team is not None
    assert report.area is not None
    commander = incident.medical if report.team.is_medical else incident.tactical
    if report.kind in FINDS:
        known_ms = commander.areas[report.area.id].seen_ms
        return known_ms is None or known_ms < report.observed_ms
    belief = commander.teams[report.team.id]
    if report.kind == ReportKind.ARRIVED:
        return not belief.known
    return belief.busy and belief.task_since_ms <= report.observed_ms
