"""What a seat has heard and said, sorted for showing: its view, the reports, its own orders."""

from dataclasses import dataclass

from warmzone.simulation.messages import Report, Said
from warmzone.simulation.observe import SeatView, seat_clocks, seat_view
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat

__all__ = ["Heard", "Report", "Said", "heard_by_tactical"]


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
    return Heard(view, view.reports, view.orders, seat_clocks(run))
