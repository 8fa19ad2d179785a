"""Gathering points as they are read: moments of all, values of the first so many; memory flat."""

from dataclasses import dataclass, field

import numpy as np

from warmzone.studies.points import Points

KEPT = 65_536
"""Values of so many first points are kept for quantiles.

Any first part of the design's sequence covers the ranges evenly, so more would move them little.
"""


@dataclass(slots=True)
class Moments:
    """Count, mean and sum of squares about the mean of all values so far."""

    count: int = 0
    mean: float = 0.0
    squares: float = 0.0

    def add(self, values: np.ndarray) -> None:
        """Take in more values: float64[n]."""
        n = len(values)
        if n == 0:
            return
        mean = float(values.mean())
        squares = float(((values - mean) ** 2).sum())
        off, total = mean - self.mean, self.count + n
        self.squares += squares + off * off * self.count * n / total
        self.mean += off * n / total
        self.count = total

    @property
    def variance(self) -> float:
        """Of the values as a sample; NaN for fewer than two."""
        return self.squares / (self.count - 1) if self.count > 1 else float("nan")


@dataclass(slots=True)
class Gathered:
    """One quantity over all points so far, incidents taken together by `weights`.

    `all` over points and physiologies, `rows` over each point's mean, `luck` over the variances
    that luck gives; `lucky` sums each point's variance of luck, physiologies as one draw.
    """

    weights: np.ndarray
    all: Moments = field(default_factory=Moments)
    rows: Moments = field(default_factory=Moments)
    luck: Moments = field(default_factory=Moments)
    lucky: Moments = field(default_factory=Moments)
    reached: Moments = field(default_factory=Moments)
    points: int = 0
    kept: list[np.ndarray] = field(default_factory=list)

    def add(self, points: Points) -> None:
        """Take in more points."""
        values, luck = weigh(points, self.weights)
        there = ~np.isnan(values)
        self.all.add(values[there])
        some = there.any(axis=1)
        filled = np.where(there, values, 0.0)[some].sum(axis=1)
        self.rows.add(filled / there[some].sum(axis=1))
        known = np.isfinite(luck)
        self.luck.add(luck[known])
        told = known.any(axis=1)
        deviations = np.sqrt(np.where(known, luck, 0.0))[told].sum(axis=1)
        self.lucky.add((deviations / known[told].sum(axis=1)) ** 2)
        # By point, so that no split of the points into parts changes the weights.
        self.reached.add(np.average(points.reached.mean(axis=2), axis=1, weights=self.weights))
        if self.points < KEPT:
            self.kept.append(values[: KEPT - self.points][there[: KEPT - self.points]])
        self.points += len(values)


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
