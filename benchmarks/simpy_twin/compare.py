"""The outcomes of both tellings as columns."""

from collections.abc import Iterable

import numpy as np

from benchmarks.simpy_twin.play import play
from tests.reference.twin.world import Plan
from warmzone.kernel.outcomes import OUTCOME
from warmzone.simulation.run import Automatic

NAMES = tuple(name for name in OUTCOME.names or () if name != "defect")
"""What is compared: everything that an incident's outcome holds."""


def simpy_table(plan: Plan, automatic: Automatic, seeds: Iterable[int]) -> np.ndarray:
    """What SimPy says of these incidents: float64[seeds, names], -1 for what was not reached."""
    rows = [play(plan, automatic, seed) for seed in seeds]
    return np.array(
        [[-1.0 if (value := row[name]) is None else float(value) for name in NAMES] for row in rows]
    )


def kernel_table(rows: np.ndarray) -> np.ndarray:
    """The kernel's outcomes (OUTCOME[n]) in the same form."""
    return np.column_stack([rows[name].astype(np.float64) for name in NAMES])
