"""From the points of a study to one number with two intervals: doubt, and luck apart from it."""

from dataclasses import dataclass

import numpy as np

from warmzone.studies.points import Points

LUCK_Z = 1.96
BOUND_Z = 1.645


@dataclass(frozen=True, slots=True)
class Spread:
    """A quantity over all that is uncertain.

    `low` to `high` holds 95 % of its expected values over the ranges of evidence and the
    physiologies, as much luck taken out as is surely in it: with few points the interval is wide,
    and it is never narrower than the mean is known.
    `luck` is the half-width that the luck of these incidents gives the mean, `half_width` that of
    the mean as an estimate over ranges and luck together. `below_p` is the share of draws in which
    the expected value lies below 0. NaN where nothing has a value.
    """

    mean: float
    low: float
    high: float
    luck: float
    half_width: float
    below_p: float
    reached_p: float
    draws: int


def spread(points: Points, weights: np.ndarray, error_p: float = 0.05) -> Spread:
    """Sum up points over incidents by their weights; physiologies count alike."""
    values, luck = weigh(points, weights)
    kept = values[~np.isnan(values)]
    reached = float(np.average(points.reached.mean(axis=(0, 2)), weights=weights))
    if len(kept) == 0:
        nothing = float("nan")
        return Spread(nothing, nothing, nothing, nothing, nothing, nothing, reached, 0)
    mean = float(kept.mean())
    known = float(np.nanmean(luck)) if np.isfinite(luck).any() else 0.0
    expected = shrunk(kept, known, len(values))
    low, high = (float(each) for each in np.quantile(expected, (0.025, 0.975)))
    error = _luck_of_mean(luck)
    below = float(np.mean(expected < 0.0))
    half = _half_width(values, error, error_p)
    if half == half:
        low, high = min(low, mean - half), max(high, mean + half)
    return Spread(mean, low, high, error, half, below, reached, len(kept))


def weigh(points: Points, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Means and luck over incidents: two float64[points, physiologies]."""
    shares = np.broadcast_to(weights[None, :, None], points.means.shape)
    shares = np.where(np.isnan(points.means), 0.0, shares)
    total = shares.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        values = np.nansum(points.means * shares, axis=1) / total
        luck = np.nansum(points.luck * shares**2, axis=1) / total**2
    luck = np.where(np.isnan(points.luck).all(axis=1), np.nan, luck)
    return np.where(total > 0, values, np.nan), luck


def shrunk(values: np.ndarray, luck: float, points: int) -> np.ndarray:
    """The values drawn in about their mean until they vary as much as they may without luck.

    `luck` is the variance that luck gives each. What is left is its upper 95 % bound, as a variance
    from few points is itself uncertain.
    """
    if len(values) < 2:
        return values
    mean, variance = values.mean(), values.var(ddof=1)
    if variance <= 0.0:
        return values
    doubt = BOUND_Z * np.sqrt(2.0 / max(1, points - 1))
    kept = np.sqrt(min(1.0, max(0.0, 1.0 - luck / variance + doubt)))
    return np.asarray(mean + kept * (values - mean))


def _luck_of_mean(luck: np.ndarray) -> float:
    """Half-width that luck gives the mean; NaN where one repeat alone says nothing of it.

    Physiologies of a point are played in the same luck and count as one draw of it.
    """
    kept = luck[np.isfinite(luck).any(axis=1)]
    if len(kept) == 0:
        return float("nan")
    of_point = np.nanmean(np.sqrt(kept), axis=1)
    return LUCK_Z * float(np.sqrt((of_point**2).sum())) / len(kept)


def _half_width(values: np.ndarray, luck: float, error_p: float) -> float:
    """Of the mean: from the points where there are several, else from luck alone."""
    from scipy import stats

    with np.errstate(invalid="ignore"):
        rows = np.array([row[~np.isnan(row)].mean() for row in values if (~np.isnan(row)).any()])
    if len(rows) < 2:
        return luck
    t = float(stats.t.ppf(1.0 - error_p / 2.0, len(rows) - 1))
    return t * float(rows.std(ddof=1)) / float(np.sqrt(len(rows)))
