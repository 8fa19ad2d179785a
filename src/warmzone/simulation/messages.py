"""What was said on the channel, as one seat knows it: reports it has heard, orders it gave."""

from dataclasses import dataclass
from typing import Any

from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import CommandPlace, Seat
from warmzone.vocabulary.orders import Verb


@dataclass(frozen=True, slots=True)
class Message:
    """One thing said: a report heard by the seat, or an order it gave.

    `heard_ms` -1: an order still queued. Reports not yet heard are never here.
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
    relayed = _rows_in_relay(run) if seat == Seat.TACTICAL else frozenset()
    found = []
    for row in range(since_report, int(clock["reports"])):
        report = run.state.reports[row]
        heard = _heard_ms(report, seat)
        if heard >= 0 and row not in relayed:
            found.append(_of_report(row, report, seat, heard))
    for row in range(since_order, int(clock["orders"])):
        order = run.state.orders[row]
        if int(order["seat"]) == seat and int(order["verb"]) != Verb.REQUEST_ENTRY:
            found.append(_of_order(row, order, seat))
    found.sort(key=_by_hearing)
    return tuple(found)


def _heard_ms(report: Any, seat: Seat) -> int:
    relayed = int(report["relayed_ms"])
    return relayed if seat == Seat.TACTICAL and relayed >= 0 else int(report["heard_ms"])


def _by_hearing(message: Message) -> tuple[int, int]:
    """What was heard first; what waits comes last, in the order in which it was said."""
    return (message.heard_ms if message.heard_ms >= 0 else 1 << 60, message.sent_ms)


def _rows_in_relay(run: Run) -> frozenset[int]:
    """Reports that are on their way through the relay to a command post."""
    if int(run.state.seats[Seat.TACTICAL]["place"]) != CommandPlace.POST:
        return frozenset()
    clock = run.state.clock[0]
    relay = run.state.relay
    places = range(int(clock["relay_head"]), int(clock["relay_tail"]))
    items = [relay[place % len(relay)] for place in places]
    return frozenset(int(item["row"]) for item in items if int(item["order"]) == 0)


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
        heard_ms=int(order["heard_ms"]),
    )
