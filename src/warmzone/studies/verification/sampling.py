"""Sampling intervals: how far a printed number, or a simulated one, may be from what it measures.

All intervals hold 95 %.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from warmzone.evidence.targets import Target
from warmzone.measures.estimate import NORMAL_95

TAIL = 0.025
EXACT = 0.0005
"""Half of the last digit of the golden cases, which are worked out to three places."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Bounds and, in words, how they were made."""

    low: float
    high: float
    method: str

    @property
    def standard_error(self) -> float:
        """Half its width in units of the normal distribution."""
        return (self.high - self.low) / (2.0 * NORMAL_95)


def binomial(share: float, n: int) -> Interval:
    """The exact (Clopper and Pearson) interval of a share seen in `n`."""
    from scipy.stats import beta

    seen = round(share * n)
    low = float(beta.ppf(TAIL, seen, n - seen + 1)) if seen > 0 else 0.0
    high = float(beta.ppf(1 - TAIL, seen + 1, n - seen)) if seen < n else 1.0
    return Interval(low, high, f"exact binomial, {seen} of {n}")


def lognormal_through(quantiles: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Mean and sigma of the logarithm that fit (quantile, value) pairs best; exact for two."""
    from scipy.stats import norm

    z = np.array([float(norm.ppf(q)) for q, _ in quantiles])
    logs = np.array([math.log(value) for _, value in quantiles])
    sigma, mean = np.polyfit(z, logs, 1)
    return float(mean), float(sigma)


def order_statistics(target: Target, group: Sequence[Target]) -> Interval:
    """The interval of a sample quantile, from the distribution through the printed quantiles.

    The data are not printed, so the ranks of the sample (a beta distribution) are read through a
    lognormal that goes through the quantiles which are; it is then laid around the printed value.
    """
    from scipy.stats import beta, norm

    if target.quantile is None or target.n is None:
        raise ValueError(f"{target.id}: a quantile and n are needed")
    pairs = [(other.quantile, other.value) for other in group if other.quantile is not None]
    _, sigma = lognormal_through(pairs)
    q, n = target.quantile, target.n
    bounds = [float(beta.ppf(p, q * (n + 1), (1 - q) * (n + 1))) for p in (TAIL, 1 - TAIL)]
    low, high = (
        target.value * math.exp(sigma * (float(norm.ppf(b)) - float(norm.ppf(q)))) for b in bounds
    )
    return Interval(low, high, f"order statistics of {n}, lognormal through the printed quantiles")


def printed(target: Target, group: Sequence[Target]) -> Interval:
    """The sampling interval of a printed number; `group`: the targets that are quantiles with it.

    Raises ValueError where the target lacks what its kind of interval takes.
    """
    if target.interval == "order statistics":
        return order_statistics(target, group)
    if target.interval == "binomial" and target.n is not None:
        return binomial(target.value, target.n)
    if target.interval == "exact":
        return Interval(target.value - EXACT, target.value + EXACT, "exact, to three places")
    if target.low is None or target.high is None:
        raise ValueError(f"{target.id}: bounds are needed")
    return Interval(target.low, target.high, "as given by the evidence row")


def of_quantile(sample: np.ndarray, q: float) -> tuple[float, float, float]:
    """A sample's quantile with its interval by ranks: (value, low, high)."""
    from scipy.stats import binom

    ordered = np.sort(sample)
    n = len(ordered)
    ranks = [int(binom.ppf(p, n, q)) for p in (TAIL, 1 - TAIL)]
    low, high = ordered[max(0, ranks[0] - 1)], ordered[min(n - 1, ranks[1])]
    return float(np.quantile(ordered, q)), float(low), float(high)


def of_share(hits: int, n: int) -> tuple[float, float, float]:
    """A simulated share with its interval: (value, low, high)."""
    share = hits / n
    interval = binomial(share, n)
    return share, interval.low, interval.high


def quantile(sample: np.ndarray, q: float) -> float:
    """A quantile of pooled people."""
    return float(np.quantile(sample, q))


def share_of(hits: np.ndarray) -> float:
    """The share of pooled people for whom it is so."""
    return float(np.mean(hits))


def by_incident(
    incidents: Sequence[np.ndarray], statistic: Callable[[np.ndarray], float], seed: int
) -> tuple[float, float, float]:
    """A statistic of people pooled over incidents, resampled by incident: (value, low, high).

    People of one incident share its luck, so whole incidents are drawn again, not people.
    """
    value = statistic(np.concatenate(incidents))
    rng = np.random.default_rng(seed)
    again = []
    for _ in range(400):
        chosen = rng.integers(0, len(incidents), len(incidents))
        again.append(statistic(np.concatenate([incidents[k] for k in chosen])))
    low, high = np.quantile(again, [TAIL, 1 - TAIL])
    return value, float(low), float(high)
