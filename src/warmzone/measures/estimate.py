"""A mean with its interval."""

from dataclasses import dataclass

import numpy as np


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
