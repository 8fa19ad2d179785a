"""What was said on the channel, as one seat knows it: reports it has heard, orders it gave."""

from dataclasses import dataclass
from typing import Any

from warmzone.simulation.hearing import delivered_ms
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.orders import Verb


@dataclass(frozen=True, slots=True)
class Message:
    """One thing said: a report heard by the seat, or an order it gave.

    `heard_ms` of an order is when its seat learnt that it was heard, -1 while it waits. Reports
    that the seat has not heard are never here.
    """

    row: int
    is_order: bool
    seat: Seat
    kind: int
    team: int
    area: int
    other_team: int
    source: int
    value: int
    counts: tuple[int, int, int, int]
    flag: int
    observed_ms: int
    sent_ms: int
    heard_ms: int


def heard_and_said(
    run: Run, seat: Seat, since_report: int, since_order: int
) -> tuple[Message, ...]:
    """Messages from those rows on, what was heard first; what still waits comes last."""
    clock = run.state.clock[0]
    heard = delivered_ms(run.state, seat)
    found = [
        _of_report(row, run.state.reports[row], seat, heard[row])
        for row in range(since_report, int(clock["reports"]))
        if heard[row] >= 0
    ]
    for row in range(since_order, int(clock["orders"])):
        order = run.state.orders[row]
        if int(order["seat"]) == seat and int(order["verb"]) != Verb.REQUEST_ENTRY:
            found.append(_of_order(row, order, seat))
    found.sort(key=_by_hearing)
    return tuple(found)


def _by_hearing(message: Message) -> tuple[int, int]:
    """What was heard first; what waits comes last, in the order in which it was said."""
    return (message.heard_ms if message.heard_ms >= 0 else 1 << 60, message.sent_ms)


def _of_report(row: int, report: Any, seat: Seat, heard_ms: int) -> Message:
    red, yellow, green, grey = (int(n) for n in report["counts"])
    return Message(
        row=row,
        is_order=False,
        seat=seat,
        kind=int(report["kind"]),
        team=int(report["team"]),
        area=int(report["area"]),
        other_team=-1,
        source=int(report["source"]),
        value=int(report["status"]),
        counts=(red, yellow, green, grey),
        flag=int(report["flag"]),
        observed_ms=int(report["observed_ms"]),
        sent_ms=int(report["sent_ms"]),
        heard_ms=heard_ms,
    )


def _of_order(row: int, order: Any, seat: Seat) -> Message:
    return Message(
        row=row,
        is_order=True,
        seat=seat,
        kind=int(order["verb"]),
        team=int(order["team"]),
        area=int(order["area"]),
        other_team=int(order["other_team"]),
        source=-1,
        value=int(order["value"]),
        counts=(0, 0, 0, 0),
        flag=0,
        observed_ms=int(order["given_ms"]),
        sent_ms=int(order["given_ms"]),
        heard_ms=int(order["acked_ms"]),
    )
