"""A mean with its interval."""

from dataclasses import dataclass

import numpy as np

LINE_LEAST = 3  # values for a trend: two points always lie on a line
NORMAL_95 = 1.96  # half-width of a 95 % interval in standard errors, many values


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean with its 95 % interval; `n` is how many incidents it rests on."""

    mean: float
    low: float
    high: float
    n: int


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


def trend(sample: np.ndarray) -> Estimate | None:
    """The change from one value to the next by least squares, with its 95 % interval.

    None for fewer than three values that are not NaN: two points always lie on a line.
    """
    from scipy import stats

    there = ~np.isnan(sample)
    n = int(there.sum())
    if n < LINE_LEAST:
        return None
    line = stats.linregress(np.flatnonzero(there), sample[there])
    half = float(stats.t.ppf(0.975, n - 2) * line.stderr)
    slope = float(line.slope)
    return Estimate(slope, slope - half, slope + half, n)


def mean_of_known(sample: np.ndarray, error: float) -> Estimate | None:
    """Mean and 95 % interval of values whose standard error is known; None where there is none."""
    kept = sample[~np.isnan(sample)]
    if len(kept) == 0:
        return None
    half = NORMAL_95 * error / float(np.sqrt(len(kept)))
    mean = float(kept.mean())
    return Estimate(mean, mean - half, mean + half, len(kept))


def trend_of_known(sample: np.ndarray, error: float) -> Estimate | None:
    """The change from one value to the next where the standard error of each is known.

    None for fewer than two values that are not NaN.
    """
    times = np.flatnonzero(~np.isnan(sample)).astype(float)
    if len(times) < 2:
        return None
    apart = times - times.mean()
    spread = float((apart**2).sum())
    slope = float((apart * sample[times.astype(int)]).sum()) / spread
    half = NORMAL_95 * error / float(np.sqrt(spread))
    return Estimate(slope, slope - half, slope + half, len(times))
