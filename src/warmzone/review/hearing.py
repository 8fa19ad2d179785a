"""When the Tactical seat heard what: the one place that knows how a report reached it."""

from collections.abc import Iterator

import numpy as np

from warmzone.kernel.arrays import State
from warmzone.vocabulary.codes import CommandPlace, Seat, Source
from warmzone.vocabulary.reports import ReportKind


def delivered_ms(state: State, report: np.ndarray) -> int:
    """When the Tactical seat heard a report; -1 where it had not by the end of play.

    A command post hears what the channel carries only once the relay has handed it on.
    """
    seat = state.seats[Seat.TACTICAL]
    if report["relayed_ms"] >= 0:
        return int(report["relayed_ms"])
    at_post = seat["place"] == CommandPlace.POST and report["heard_ms"] >= seat["since_ms"]
    return -1 if at_post else int(report["heard_ms"])


def reports_heard(state: State) -> Iterator[tuple[int, np.ndarray]]:
    """Every report with when the Tactical seat heard it, in the order in which they were sent."""
    for report in state.reports[: int(state.clock[0]["reports"])]:
        yield delivered_ms(state, report), report


def speaks_of_casualties(report: np.ndarray) -> bool:
    """Whether a report tells of casualties lying in its area."""
    if report["kind"] not in (ReportKind.AREA_SEEN, ReportKind.AREA_CLEAR):
        return False
    claimed = report["source"] != Source.TEAM and report["flag"] > 0
    return bool(claimed or report["counts"].sum() > 0)
