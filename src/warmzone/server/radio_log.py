"""The radio log of a seat: its own orders, and what was said to it."""

from typing import Literal

from warmzone.review.names import SOURCES
from warmzone.review.reports import report_sentence
from warmzone.scenario.incident import FirstReport
from warmzone.server import wire
from warmzone.server.heard import Heard, Report, Said
from warmzone.server.names import Names
from warmzone.server.spoken import order_sentence
from warmzone.vocabulary.codes import Source, ThreatStatus
from warmzone.vocabulary.reports import ReportKind

LINES_MOST = 120
TACTICAL = "TAC"
EVERYBODY = "all"
FIRST_TOLD_ID = 1_000_000

_URGENT = (ReportKind.ENTRY_REQUEST, ReportKind.OFFICER_DOWN, ReportKind.CANNOT)
_OUTSIDE = (Source.DISPATCH, Source.CALLER, Source.CAMERA)


def radio_lines(heard: Heard, names: Names, told: list[FirstReport]) -> list[wire.RadioLine]:
    """The log, oldest first, at most the last `LINES_MOST` lines."""
    lines = [_order_line(said, names) for said in heard.orders]
    lines += [_report_line(one, names) for one in heard.reports if not _is_told(one, told)]
    lines += _told_lines(heard.now_ms, names, told)
    lines.sort(key=_known_s)
    return lines[-LINES_MOST:]


def _known_s(line: wire.RadioLine) -> tuple[float, int]:
    """When the seat came to know of a line: what is new stands last."""
    at_s = line.sent_s if line.kind == "order" or line.heard_s is None else line.heard_s
    return at_s, line.id


def _order_line(said: Said, names: Names) -> wire.RadioLine:
    is_heard, order = said.heard_ms >= 0, said.order
    return wire.RadioLine(
        id=2 * said.row + 1,
        sent_s=said.given_ms / 1000,
        observed_s=said.given_ms / 1000,
        heard_s=said.heard_ms / 1000 if is_heard else None,
        speaker=TACTICAL,
        listener=names.team(order.team) if order.team >= 0 else EVERYBODY,
        text=order_sentence(order, names),
        state=_order_state(said),
        kind="order",
        team=order.team,
        area=order.area,
        urgent=False,
    )


def _order_state(said: Said) -> Literal["queued", "heard", "acknowledged"]:
    if said.heard_ms >= 0:
        return "acknowledged" if said.order.team >= 0 else "heard"
    return "queued"


def _report_line(report: Report, names: Names) -> wire.RadioLine:
    ongoing = report.kind == ReportKind.THREAT and report.status == ThreatStatus.ONGOING
    return wire.RadioLine(
        id=2 * report.row,
        sent_s=report.sent_ms / 1000,
        observed_s=report.observed_ms / 1000,
        heard_s=report.heard_ms / 1000,
        speaker=names.speaker(report.team, _speaker(report)),
        listener=TACTICAL,
        text=report_sentence(report, names),
        state="heard",
        kind=report.kind.name.lower(),
        team=report.team,
        area=report.area,
        urgent=ongoing or report.kind in _URGENT,
    )


def _speaker(report: Report) -> Source:
    """Who says it: where somebody asked, dispatch answers for whoever it was."""
    return Source.DISPATCH if report.kind == ReportKind.SOURCE_GIVEN else report.source


def _is_told(report: Report, told: list[FirstReport]) -> bool:
    """Whether the scenario has words for a report from outside; those are shown instead."""
    if report.team >= 0 or report.source not in _OUTSIDE:
        return False
    if report.kind == ReportKind.SOURCE_GIVEN:
        return False
    source = report.source.name.lower()
    return any(
        one.source == source and round(_said_to_be_seen_s(one) * 1000) == report.observed_ms
        for one in told
    )


def _said_to_be_seen_s(one: FirstReport) -> float:
    """When it was seen, as far as is said: nobody says how old a camera's picture is."""
    return one.heard_s if one.source == "camera" else one.observed_s


def _told_lines(now_ms: int, names: Names, told: list[FirstReport]) -> list[wire.RadioLine]:
    """What dispatch, callers and cameras said, in the scenario's words."""
    areas = {area.id: index for index, area in enumerate(names.site.areas)}
    return [
        wire.RadioLine(
            id=FIRST_TOLD_ID + number,
            sent_s=one.heard_s,
            observed_s=_said_to_be_seen_s(one),
            heard_s=one.heard_s,
            speaker=SOURCES[Source[one.source.upper()]],
            listener=TACTICAL,
            text=one.text,
            state="heard",
            kind="told",
            team=-1,
            area=areas.get(one.area, -1),
            urgent=one.threat == "ongoing",
        )
        for number, one in enumerate(told)
        if one.heard_s * 1000 <= now_ms
    ]
