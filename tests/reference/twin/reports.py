"""The one append-only list of what was said to command."""

from tests.reference.twin.incident import Incident
from tests.reference.twin.said import Report
from tests.reference.twin.things import Team
from tests.reference.twin.uninjured import uninjured_here
from tests.reference.twin.world import Area
from warmzone.vocabulary.codes import ThreatStatus, Triage
from warmzone.vocabulary.reports import ReportKind


def open_report(incident: Incident, kind: ReportKind, team: Team | None) -> Report:
    """Append a report by `team` about where it is."""
    report = Report(
        id=len(incident.reports),
        kind=kind,
        team=team,
        area=None if team is None else team.area,
        observed_ms=incident.now,
        sent_ms=incident.now,
    )
    if team is not None:
        report.able = team.able
        team.said_ms = incident.now
    incident.reports.append(report)
    return report


def count_seen(incident: Incident, area: Area) -> list[int]:
    """The casualties seen lying in an area, by category as judged: red, yellow, green, grey."""
    seen = [person.seen for person in incident.lying_in(area)]
    return [seen.count(triage) for triage in (Triage.RED, Triage.YELLOW, Triage.GREEN, Triage.GREY)]


def fill_counts(incident: Incident, report: Report, area: Area) -> None:
    """Put what is seen in `area` into a report, and remember that it was said."""
    report.area = area
    report.uninjured = uninjured_here(incident, area)
    report.counts = count_seen(incident, area)
    area.said_counts = list(report.counts)


def is_news(incident: Incident, area: Area) -> bool:
    """Whether what is seen in `area` differs from what was last said of it."""
    counts = count_seen(incident, area)
    if area.said_counts is None:
        return sum(counts) > 0
    return counts != area.said_counts


def threat_report(
    incident: Incident, team: Team | None, status: ThreatStatus, area: Area | None
) -> Report:
    """Append a report on the threat: what it does and where."""
    report = open_report(incident, ReportKind.THREAT, team)
    report.status = status
    report.area = area
    return report
