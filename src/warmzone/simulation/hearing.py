"""When a seat heard what, and when that was seen: the one place that knows how a report came."""

import numpy as np

from warmzone.kernel.arrays import State
from warmzone.simulation.lower import Prepared
from warmzone.vocabulary.codes import Seat, Source


def delivered_ms(state: State, seat: Seat = Seat.TACTICAL) -> list[int]:
    """When a seat heard each report, by row; -1 where it has not."""
    reports = state.reports[: int(state.clock[0]["reports"])]
    return [int(at_ms) for at_ms in reports["heard_ms"][:, seat]]


def seen_ms(prepared: Prepared, report: np.ndarray) -> int:
    """When what a REPORT row tells was seen in truth; a camera does not say how old it is."""
    told = int(report["told"])
    if told >= 0 and report["source"] == Source.CAMERA:
        return int(prepared.world.told[told]["observed_ms"])
    return int(report["observed_ms"])
