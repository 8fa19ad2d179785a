"""What was said on the channel, as one seat knows it: reports it has heard, orders it gave."""

from dataclasses import dataclass

import numpy as np

from warmzone.simulation.hearing import delivered_ms
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat, Source
from warmzone.vocabulary.orders import Order, Verb
from warmzone.vocabulary.reports import ReportKind

_LAST = 1 << 60


@dataclass(frozen=True, slots=True)
class Report:
    """A report that the seat has heard. Times are ms; counts are red, yellow, green, grey.

    `observed_ms` is when it was seen as far as is said: nobody says how old a picture is.
    """

    row: int
    kind: ReportKind
    team: int
    area: int
    source: Source
    status: int
    counts: tuple[int, int, int, int]
    flag: int
    observed_ms: int
    sent_ms: int
    heard_ms: int
    uninjured: int = 0


@dataclass(frozen=True, slots=True)
class Said:
    """An order that the seat gave; `heard_ms` is -1 until it knows that it was heard."""

    row: int
    order: Order
    given_ms: int
    heard_ms: int


def reports_heard(run: Run, seat: Seat, since: int = 0) -> tuple[Report, ...]:
    """Reports from that row on that the seat has heard, what was heard first, first."""
    heard = delivered_ms(run.state, seat)
    found = [
        report_of(row, run.state.reports[row], heard[row])
        for row in range(since, len(heard))
        if heard[row] >= 0
    ]
    return tuple(sorted(found, key=lambda one: (one.heard_ms, one.sent_ms)))


def orders_given(run: Run, seat: Seat, since: int = 0) -> tuple[Said, ...]:
    """Orders of the seat from that row on, what was heard first, first; what waits comes last."""
    found = [
        _said(row, run.state.orders[row])
        for row in range(since, int(run.state.clock[0]["orders"]))
        if int(run.state.orders[row]["seat"]) == seat
        and int(run.state.orders[row]["verb"]) != Verb.REQUEST_ENTRY
    ]
    return tuple(sorted(found, key=_by_hearing))


def _by_hearing(said: Said) -> tuple[int, int]:
    return (said.heard_ms if said.heard_ms >= 0 else _LAST, said.given_ms)


def report_of(row: int, report: np.ndarray, heard_ms: int) -> Report:
    """A row of the table of reports, and when it was heard."""
    red, yellow, green, grey = (int(n) for n in report["counts"])
    return Report(
        row=row,
        kind=ReportKind(int(report["kind"])),
        team=int(report["team"]),
        area=int(report["area"]),
        source=Source(int(report["source"])),
        status=int(report["status"]),
        counts=(red, yellow, green, grey),
        flag=int(report["flag"]),
        observed_ms=int(report["observed_ms"]),
        sent_ms=int(report["sent_ms"]),
        heard_ms=heard_ms,
        uninjured=int(report["uninjured"]),
    )


def _said(row: int, order: np.ndarray) -> Said:
    words = Order(
        Seat(int(order["seat"])),
        Verb(int(order["verb"])),
        int(order["team"]),
        int(order["area"]),
        int(order["other_team"]),
        int(order["value"]),
    )
    return Said(row, words, int(order["given_ms"]), int(order["acked_ms"]))
