"""Whose word counts, and how old it is: what a seat holds of the threat, and asking who said so."""

from tests.reference.twin.incident import Incident
from tests.reference.twin.lanes import say
from tests.reference.twin.reports import open_report
from tests.reference.twin.said import CommandSeat, GivenOrder, Message, Report
from tests.reference.twin.world import Area
from warmzone.kernel.codes import Item, Lane, Precedence
from warmzone.vocabulary.codes import Source, ThreatStatus
from warmzone.vocabulary.reports import ReportKind


def passes_on(source: Source | None, status: object) -> bool:
    """Whether a word is only passed on by those who were not there; None is the seat's own."""
    if source == Source.DISPATCH:
        return status not in (ThreatStatus.NONE, ThreatStatus.OVER)
    return source in (Source.CALLER, Source.CAMERA)


def places_threat(report: Report) -> bool:
    """Whether a report says where the threat is; a caller knows only where the caller is."""
    return report.area is not None and report.source != Source.CALLER


def true_observed(report: Report) -> int:
    """When what a report tells was seen: only a camera does not say."""
    if report.source == Source.CAMERA and report.told is not None:
        return report.told.observed_ms
    return report.observed_ms


def known_observed(incident: Incident, seat: CommandSeat, report: Report) -> int:
    """When what a report tells was seen, as far as a seat knows."""
    asked = seat is incident.tactical and report.aged_ms is not None
    return true_observed(report) if asked else report.observed_ms


def hear_of_threat(incident: Incident, seat: CommandSeat, report: Report) -> None:
    """Let a report change what a seat holds of the threat, where its word counts."""
    observed = known_observed(incident, seat, report)
    danger = report.status == ThreatStatus.ONGOING
    weaker = passes_on(report.source, report.status)
    weaker = weaker and not passes_on(seat.threat_by, seat.threat)
    if observed < seat.threat_ms or (weaker and not danger):
        return
    assert isinstance(report.status, ThreatStatus)
    heard_ms = report.heard_ms[seat.id]
    assert heard_ms is not None
    seat.threat = report.status
    seat.threat_ms = observed
    seat.threat_heard_ms = heard_ms
    seat.threat_by = report.source
    seat.threat_report = report
    if places_threat(report) or (danger and seat.threat_area is None):
        seat.threat_area = report.area


def answer_source(incident: Incident, order: GivenOrder) -> None:
    """Dispatch looks up who last spoke of some ground, and says it on the channel."""
    assert order.area is not None
    asked = incident.tactical.areas[order.area.id].latest
    assert asked is not None
    answer = open_report(incident, ReportKind.SOURCE_GIVEN, None)
    answer.area = order.area
    answer.about = asked
    answer.source = asked.source
    answer.status = asked.kind
    answer.flag = 0 if asked.team is None else asked.team.id + 1
    answer.observed_ms = true_observed(asked)
    say(incident, Lane.POLICE, Message(Item.REPORT, answer, rank=Precedence.ROUTINE))


def hear_of_source(incident: Incident, seat: CommandSeat, answer: Report) -> None:
    """Tactical learns how old a picture is; what it made of it is thought over again."""
    assert answer.about is not None
    assert answer.area is not None
    told = answer.about.told
    if seat is not incident.tactical or told is None:
        return
    for report in incident.reports:
        if report.told is told and report.aged_ms is None:
            report.aged_ms = incident.now
    heard = [
        report
        for report in incident.reports
        if report.kind == ReportKind.THREAT and report.heard_ms[seat.id] is not None
    ]
    if seat.threat_report is not None and seat.threat_report.told is told:
        seat.threat = ThreatStatus[incident.plan.scenario.threat.reported.upper()]
        seat.threat_ms = seat.threat_heard_ms = 0
        seat.threat_area = None
        seat.threat_by = Source.DISPATCH
        seat.threat_report = None
        for report in heard:
            hear_of_threat(incident, seat, report)
    place_again(incident, seat, answer.area, heard)


def place_again(incident: Incident, seat: CommandSeat, area: Area, heard: list[Report]) -> None:
    """When a seat last heard the threat placed in an area, as old as it now knows that to be."""
    seat.areas[area.id].threat_ms = max(
        (
            known_observed(incident, seat, report)
            for report in heard
            if report.area is area
            and report.status == ThreatStatus.ONGOING
            and places_threat(report)
        ),
        default=None,
    )
