"""When a seat heard what: the one place that knows how a report reached it."""

from warmzone.kernel.arrays import State
from warmzone.vocabulary.codes import Seat


def delivered_ms(state: State, seat: Seat = Seat.TACTICAL) -> list[int]:
    """When a seat heard each report, by row; -1 where it has not."""
    reports = state.reports[: int(state.clock[0]["reports"])]
    return [int(at_ms) for at_ms in reports["heard_ms"][:, seat]]
