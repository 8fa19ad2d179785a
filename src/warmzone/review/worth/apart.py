"""How a crowd of walkers over worlds has come along: how many they are worth, how far apart."""

from collections.abc import Sequence

import numpy as np

FAMILIES_LEAST = 30
"""Fewer families than that tell too little about how alike their members are: an assumption."""


def distinct(marks: Sequence[bytes]) -> float:
    """How many different worlds there are, those that many walkers stand in counted for less."""
    counts = np.unique(np.array(marks, dtype=object), return_counts=True)[1].astype(np.float64)
    return float(counts.sum() ** 2 / (counts**2).sum()) if len(counts) else 0.0


def error_of_mean(values: np.ndarray, families: Sequence[np.ndarray]) -> float:
    """The standard error of the mean of one value a walker, the largest over several groupings.

    families: for each grouping int64[n], whose walkers come from one world and may be alike. Each
    walker by itself is a grouping too; those of fewer than `FAMILIES_LEAST` are left out.
    """
    alone = np.arange(len(values))
    kept = [one for one in families if len(np.unique(one)) >= FAMILIES_LEAST]
    return max(_grouped(values, one) for one in [alone, *kept])


def _grouped(values: np.ndarray, family: np.ndarray) -> float:
    which = np.unique(family, return_inverse=True)[1]
    sums = np.bincount(which, values - values.mean())
    n = len(sums)
    return float(np.sqrt(n / (n - 1) * (sums**2).sum())) / len(values) if n > 1 else float("inf")


def effective(values: np.ndarray, families: Sequence[np.ndarray], marks: Sequence[bytes]) -> float:
    """How many independent worlds the mean of the values is worth; never more than different ones.

    Where all values are equal they tell nothing, and the different worlds are counted.
    """
    many = distinct(marks)
    alone = _grouped(values, np.arange(len(values)))
    if alone == 0.0:
        return many
    return min(many, len(values) * (alone / error_of_mean(values, families)) ** 2)


def r_hat(one: np.ndarray, other: np.ndarray) -> float:
    """How far two crowds from different starts are apart, 1 where not at all.

    The square root of 1 + the variance between the two means over that within the crowds; each
    holds one value a walker. Infinite where they are apart and neither varies.
    """
    between = float((one.mean() - other.mean()) ** 2) / 2.0
    within = float(one.var(ddof=1) + other.var(ddof=1)) / 2.0
    if within > 0.0:
        return float(np.sqrt(1.0 + between / within))
    return 1.0 if between == 0.0 else float("inf")
