"""Means and paired differences of measures."""

from dataclasses import dataclass

import numpy as np

from warmzone.measures import Measure
from warmzone.measures.estimate import Estimate, estimate


@dataclass(frozen=True, slots=True)
class Compared:
    """One measure of one commander.

    Its estimate (None where never reached), the share of incidents in which it has a value, and
    the paired difference from the first commander.
    """

    measure: Measure
    estimate: Estimate | None
    reached_p: float
    difference: Estimate | None


def values(measure: Measure, rows: np.ndarray) -> np.ndarray:
    """The measure in each OUTCOME row; NaN for a clock that was not reached: float64[n]."""
    raw = rows[measure.field].astype(np.float64)
    return np.where(raw < 0, np.nan, raw / measure.per)


def compare(measure: Measure, rows: np.ndarray, reference: np.ndarray | None) -> Compared:
    """One measure of one commander against the reference in the same luck, incident by incident."""
    own = values(measure, rows)
    difference = None
    if reference is not None:
        difference = estimate(own - values(measure, reference))
    return Compared(measure, estimate(own), float(np.mean(~np.isnan(own))), difference)
