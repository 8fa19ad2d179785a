"""From the points of a study to one number with two intervals: doubt, and luck apart from it."""

from dataclasses import dataclass

import numpy as np

from warmzone.measures.estimate import NORMAL_95
from warmzone.studies.gathering import Gathered, Moments
from warmzone.studies.points import Points

BOUND_Z = 1.645  # a bound that holds in 95 of 100, on one side


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
    gathered = Gathered(weights)
    gathered.add(points)
    return spread_of(gathered, error_p)


def spread_of(gathered: Gathered, error_p: float = 0.05) -> Spread:
    """Sum up what was gathered."""
    found, reached = gathered.all, gathered.reached.mean
    if found.count == 0:
        nothing = float("nan")
        return Spread(nothing, nothing, nothing, nothing, nothing, nothing, reached, 0)
    mean = found.mean
    share = _doubt_share(found, gathered.luck.mean, gathered.points)
    expected = mean + share * (np.concatenate(gathered.kept) - mean)
    low, high = mean, mean
    if len(expected):
        low, high = (float(each) for each in np.quantile(expected, (0.025, 0.975)))
    error = _luck_of_mean(gathered.lucky)
    below = float(np.mean(expected < 0.0)) if len(expected) else float("nan")
    half = _half_width(gathered.rows, error, error_p)
    if half == half:
        low, high = min(low, mean - half), max(high, mean + half)
    return Spread(mean, low, high, error, half, below, reached, found.count)


def _doubt_share(found: Moments, luck: float, points: int) -> float:
    """How far values are drawn in about their mean, to vary as much as they may without luck.

    `luck` is the variance that luck gives each. What is left is its upper 95 % bound, as a variance
    from few points is itself uncertain.
    """
    if found.count < 2 or found.variance <= 0.0:
        return 1.0
    doubt = BOUND_Z * np.sqrt(2.0 / max(1, points - 1))
    return float(np.sqrt(min(1.0, max(0.0, 1.0 - luck / found.variance + doubt))))


def _luck_of_mean(lucky: Moments) -> float:
    """Half-width that luck gives the mean; NaN where one repeat alone says nothing of it.

    Physiologies of a point are played in the same luck and count as one draw of it.
    """
    if lucky.count == 0:
        return float("nan")
    return NORMAL_95 * float(np.sqrt(lucky.mean / lucky.count))


def _half_width(rows: Moments, luck: float, error_p: float) -> float:
    """Of the mean: from the points where there are several, else from luck alone."""
    from scipy import stats

    if rows.count < 2:
        return luck
    t = float(stats.t.ppf(1.0 - error_p / 2.0, rows.count - 1))
    return t * float(np.sqrt(rows.variance / rows.count))
