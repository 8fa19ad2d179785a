"""Running many incidents: batches over threads, results by replication index alone."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed

import numpy as np

from warmzone.kernel.outcomes import OUTCOME
from warmzone.simulation.layout import new_buffer, view_state
from warmzone.simulation.lower import Prepared
from warmzone.simulation.machine import Machine
from warmzone.simulation.run import Automatic

BATCH = 64


def outcomes(
    prepared: Prepared,
    automatic: Automatic,
    seeds: Sequence[int],
    machine: Machine,
    report: Callable[[int], None] = lambda done: None,
    threads: int | None = None,
) -> np.ndarray:
    """One OUTCOME row per seed. The compiled kernel holds no lock, so threads run side by side;
    `report` is told of every finished batch how many incidents it held.

    Raises RuntimeError where an incident ended as a defect of the kernel.
    """
    rows = np.zeros(len(seeds), OUTCOME)
    words = np.array([int(seed) & (2**64 - 1) for seed in seeds], np.uint64)

    def batch(first: int) -> int:
        part = slice(first, min(first + BATCH, len(words)))
        buffer = new_buffer(prepared.layout)
        state = view_state(prepared.layout, buffer)
        with np.errstate(over="ignore"):
            machine.play_many(
                machine.tables(state),
                machine.tables(prepared.world),
                machine.policy(automatic.tactical),
                machine.policy(automatic.medical),
                automatic.crew,
                words[part],
                buffer,
                rows[part],
            )
        return part.stop - part.start

    workers = threads or os.cpu_count() or 1
    with ThreadPoolExecutor(workers) as pool:
        jobs = [pool.submit(batch, first) for first in range(0, len(words), BATCH)]
        try:
            for job in as_completed(jobs):
                report(job.result())
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    defects = np.nonzero(rows["defect"])[0]
    if len(defects):
        raise RuntimeError(f"{len(defects)} incidents ended as a defect, first seed {seeds[int(defects[0])]}")
    return rows
