"""Outcomes of both as columns, and how far they differ."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import stats

from benchmarks.simpy_twin.play import play
from tests.reference.twin.world import Plan
from warmzone.kernel.outcomes import OUTCOME
from warmzone.simulation.run import Automatic

NAMES = tuple(name for name in OUTCOME.names or () if name != "defect")
"""What is compared: everything that an incident's outcome holds."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How one column of both differs: means, standard errors apart, two-sample test."""

    name: str
    simpy_mean: float
    kernel_mean: float
    errors_apart: float
    p: float


def simpy_table(plan: Plan, automatic: Automatic, seeds: Iterable[int]) -> np.ndarray:
    """What SimPy says of these incidents: float64[seeds, names], -1 for what was not reached."""
    rows = [play(plan, automatic, seed) for seed in seeds]
    return np.array(
        [[-1.0 if (value := row[name]) is None else float(value) for name in NAMES] for row in rows]
    )


def kernel_table(rows: np.ndarray) -> np.ndarray:
    """The kernel's outcomes (OUTCOME[n]) in the same form."""
    return np.column_stack([rows[name].astype(np.float64) for name in NAMES])


def differences(simpy: np.ndarray, kernel: np.ndarray) -> list[Difference]:
    """Column by column; what is the same number in every incident of both is no standard error."""
    found = []
    for name, ours, theirs in _columns(simpy, kernel):
        error = float(np.sqrt(ours.var() / len(ours) + theirs.var() / len(theirs)))
        apart = abs(ours.mean() - theirs.mean())
        found.append(
            Difference(
                name,
                float(ours.mean()),
                float(theirs.mean()),
                float(apart / error) if error > 0.0 else (0.0 if apart == 0.0 else float("inf")),
                float(stats.ks_2samp(ours, theirs).pvalue),
            )
        )
    return found


def _columns(simpy: np.ndarray, kernel: np.ndarray) -> Sequence[tuple[str, np.ndarray, np.ndarray]]:
    return [(name, simpy[:, k], kernel[:, k]) for k, name in enumerate(NAMES)]
