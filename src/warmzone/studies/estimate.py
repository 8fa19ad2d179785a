"""Means, intervals and paired differences of measures."""

from dataclasses import dataclass

import numpy as np

from warmzone.measures import Measure


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean with its 95 % interval; `n` is how many incidents it rests on."""

    mean: float
    low: float
    high: float
    n: int


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


def estimate(sample: np.ndarray) -> Estimate | None:
    """Mean and t interval of the values that are not NaN; None where there is none."""
    from scipy import stats

    kept = sample[~np.isnan(sample)]
    if len(kept) == 0:
        return None
    mean = float(kept.mean())
    if len(kept) == 1:
        return Estimate(mean, float("-inf"), float("inf"), 1)
    half = float(stats.t.ppf(0.975, len(kept) - 1) * kept.std(ddof=1) / np.sqrt(len(kept)))
    return Estimate(mean, mean - half, mean + half, len(kept))


def compare(measure: Measure, rows: np.ndarray, reference: np.ndarray | None) -> Compared:
    """One measure of one commander against the reference in the same luck, incident by incident."""
    own = values(measure, rows)
    difference = None
    if reference is not None:
        difference = estimate(own - values(measure, reference))
    return Compared(measure, estimate(own), float(np.mean(~np.isnan(own))), difference)
