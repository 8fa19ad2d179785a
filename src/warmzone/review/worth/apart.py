"""How a crowd of walkers over worlds has come along: how many they are, how far apart."""

from collections.abc import Sequence

import numpy as np


def effective(marks: Sequence[bytes]) -> float:
    """How many different worlds there are, those that many walkers stand in counted for less."""
    counts = np.unique(np.array(marks, dtype=object), return_counts=True)[1].astype(np.float64)
    return float(counts.sum() ** 2 / (counts**2).sum()) if len(counts) else 0.0


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
