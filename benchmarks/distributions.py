"""How far two tellings of the same incidents differ, column by column."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import stats


@dataclass(frozen=True, slots=True)
class Difference:
    """How one column of both differs: means, standard errors apart, two-sample test."""

    name: str
    simpy_mean: float
    kernel_mean: float
    errors_apart: float
    ks: float
    p: float


def differences(names: Sequence[str], simpy: np.ndarray, kernel: np.ndarray) -> list[Difference]:
    """Column by column of float64[incidents, names] each.

    What is the same number in every incident of both is no standard error apart.
    """
    columns = zip(names, simpy.T, kernel.T, strict=True)
    return [_difference(name, ours, theirs) for name, ours, theirs in columns]


def _difference(name: str, ours: np.ndarray, theirs: np.ndarray) -> Difference:
    error = float(np.sqrt(ours.var() / len(ours) + theirs.var() / len(theirs)))
    apart = float(abs(ours.mean() - theirs.mean()))
    test = stats.ks_2samp(ours, theirs)
    return Difference(
        name,
        float(ours.mean()),
        float(theirs.mean()),
        apart / error if error > 0.0 else (0.0 if apart == 0.0 else float("inf")),
        float(test.statistic),
        float(test.pvalue),
    )
