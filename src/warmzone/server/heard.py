"""What a seat has heard and said, sorted for showing: its view, the reports, its own orders."""

from dataclasses import dataclass

from warmzone.simulation.messages import Message
from warmzone.simulation.observe import SeatView, seat_clocks, seat_view
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat, Source
from warmzone.vocabulary.orders import Order, Verb
from warmzone.vocabulary.reports import ReportKind


@dataclass(frozen=True, slots=True)
class Report:
    """A report that was delivered. Times are milliseconds; counts are red, yellow, green, grey."""

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


@dataclass(frozen=True, slots=True)
class Said:
    """An order that the seat gave; `heard_ms` is -1 until it was spoken and heard."""

    row: int
    order: Order
    given_ms: int
    heard_ms: int


@dataclass(frozen=True, slots=True)
class Heard:
    """Everything that a seat may know now. `clocks` are milliseconds by name, -1 not yet."""

    view: SeatView
    reports: tuple[Report, ...]
    orders: tuple[Said, ...]
    clocks: dict[str, int]

    @property
    def now_ms(self) -> int:
        """The time of the view."""
        return self.view.now_ms


def heard_by_tactical(run: Run) -> Heard:
    """What the Tactical seat may know now."""
    view = seat_view(run, Seat.TACTICAL)
    return Heard(
        view,
        tuple(_report(message) for message in view.messages if not message.is_order),
        tuple(_said(message) for message in view.messages if message.is_order),
        seat_clocks(run),
    )


def _report(message: Message) -> Report:
    return Report(
        message.row,
        ReportKind(message.kind),
        message.team,
        message.area,
        Source(message.source),
        message.value,
        message.counts,
        message.flag,
        message.observed_ms,
        message.sent_ms,
        message.heard_ms,
    )


def _said(message: Message) -> Said:
    order = Order(
        message.seat,
        Verb(message.kind),
        message.team,
        message.area,
        message.other_team,
        message.value,
    )
    return Said(message.row, order, message.sent_ms, message.heard_ms)
