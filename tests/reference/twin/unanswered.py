"""What a team found and nobody acknowledged: it is said again, a few times in all."""

from tests.reference.twin.incident import Incident
from tests.reference.twin.lanes import hand_on
from tests.reference.twin.said import Message, Report
from warmzone.kernel.codes import Item
from warmzone.vocabulary.reports import ReportKind


def goes_unanswered(incident: Incident, report: Report) -> None:
    """Nobody answers a report; a find is said again after a while, if not too often already."""
    report.tries += 1
    if is_find(report) and report.tries < incident.p.find_tries_most:
        hand_on(incident, Message(Item.UNANSWERED, report), incident.p.repeat_order_s)


def is_find(report: Report) -> bool:
    """Whether a team says who lies in a place."""
    seen = (ReportKind.AREA_SEEN, ReportKind.AREA_CLEAR)
    return report.team is not None and report.kind in seen


def is_still_news(incident: Incident, report: Report) -> bool:
    """Whether the finder's commander has not heard of the place since the find was made."""
    assert report.team is not None
    assert report.area is not None
    commander = incident.medical if report.team.is_medical else incident.tactical
    known_ms = commander.areas[report.area.id].seen_ms
    return known_ms is None or known_ms < report.observed_ms
