"""What the Tactical seat heard, for the telling afterwards."""

from collections.abc import Iterator

import numpy as np

from warmzone.kernel.arrays import State
from warmzone.simulation.hearing import delivered_ms
from warmzone.vocabulary.codes import Source
from warmzone.vocabulary.reports import ReportKind


def reports_heard(state: State) -> Iterator[tuple[int, np.ndarray]]:
    """Every report with when the Tactical seat heard it, in the order in which they were sent."""
    yield from zip(delivered_ms(state), state.reports, strict=False)


def speaks_of_casualties(report: np.ndarray) -> bool:
    """Whether a report tells of casualties lying in its area."""
    if report["kind"] not in (ReportKind.AREA_SEEN, ReportKind.AREA_CLEAR):
        return False
    claimed = report["source"] != Source.TEAM and report["flag"] > 0
    return bool(claimed or report["counts"].sum() > 0)
