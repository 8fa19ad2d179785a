"""The benchmark clocks as the seat may know them: by its own orders and by what it has heard."""

from collections.abc import Iterator

from warmzone.server import wire
from warmzone.server.heard import Heard, Report
from warmzone.server.names import Names
from warmzone.vocabulary.codes import CommandPlace, CorridorState, ThreatStatus, Zone
from warmzone.vocabulary.orders import Verb
from warmzone.vocabulary.reports import ReportKind


def clocks(heard: Heard, names: Names) -> list[wire.Clock]:
    """Each clock with when it happened, null while the seat has not heard of it."""
    return [
        _clock("interior_command", "Interior command", _command(heard)),
        _clock("first_warm_declared", "First warm", _first_warm(heard)),
        _clock("rtf_in", "RTF in", _first(_rtf_inside(heard, names))),
        _clock("corridor_open", "Corridor open", _first(_corridor_open(heard))),
        _clock("first_red_out", "First red out", _first(_reds_out(heard))),
        _clock("threat_over", "Threat over", _threat_over(heard)),
    ]


def _clock(name: str, label: str, at_ms: int) -> wire.Clock:
    return wire.Clock(name, label, at_ms / 1000 if at_ms >= 0 else None, None)


def _command(heard: Heard) -> int:
    return heard.command.since_ms if heard.command.place == CommandPlace.INSIDE else -1


def _first_warm(heard: Heard) -> int:
    declared = (
        said.given_ms
        for said in heard.orders
        if said.verb == Verb.DECLARE_ZONE and said.value >= Zone.WARM
    )
    return next(declared, -1)


def _rtf_inside(heard: Heard, names: Names) -> Iterator[Report]:
    """Reports by which medics say that they are inside."""
    for report in heard.reports:
        speaks = report.kind in (ReportKind.AT_PLACE, ReportKind.AREA_SEEN)
        if report.team in names.medical and speaks and names.is_inside(report.area):
            yield report


def _corridor_open(heard: Heard) -> Iterator[Report]:
    for report in heard.reports:
        if report.kind == ReportKind.CORRIDOR and report.status == CorridorState.OPEN:
            yield report


def _reds_out(heard: Heard) -> Iterator[Report]:
    for report in heard.reports:
        if report.kind == ReportKind.TRANSPORTED and report.counts[0] > 0:
            yield report


def _threat_over(heard: Heard) -> int:
    return heard.command.threat_ms if heard.command.threat == ThreatStatus.OVER else -1


def _first(reports: Iterator[Report]) -> int:
    return next((report.observed_ms for report in reports), -1)
