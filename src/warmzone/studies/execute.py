"""Running many incidents: batches over threads, results by replication index alone."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from typing import Any

import numpy as np

from warmzone.kernel.outcomes import OUTCOME
from warmzone.kernel.world_arrays import World
from warmzone.simulation.layout import Layout, new_buffer, view_state
from warmzone.simulation.lower import Prepared
from warmzone.simulation.machine import Machine
from warmzone.simulation.run import Automatic

BATCH = 64

Report = Callable[[int], None]
"""Told of every finished batch how many incidents it held."""


def silent(_done: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Engine:
    """What plays the incidents: a machine, how many threads (None: one a core), who is told."""

    machine: Machine
    threads: int | None = None
    report: Report = silent


def outcomes(
    prepared: Prepared, automatic: Automatic, seeds: Sequence[int], engine: Engine
) -> np.ndarray:
    """One OUTCOME row per seed.

    The compiled kernel holds no lock, so threads run side by side; a row depends on its seed
    alone. Raises RuntimeError where an incident ended as a defect of the kernel.
    """
    rows = np.zeros(len(seeds), OUTCOME)
    words = np.array([int(seed) & (2**64 - 1) for seed in seeds], np.uint64)

    def batch(first: int) -> int:
        part = slice(first, min(first + BATCH, len(words)))
        desk = Desk(prepared.layout, engine.machine)
        play_batch(prepared, automatic, desk, (words[part], rows[part]))
        return part.stop - part.start

    with ThreadPoolExecutor(engine.threads or os.cpu_count() or 1) as pool:
        jobs = [pool.submit(batch, first) for first in range(0, len(words), BATCH)]
        try:
            for job in as_completed(jobs):
                engine.report(job.result())
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    defects = np.nonzero(rows["defect"])[0]
    if len(defects):
        first = seeds[int(defects[0])]
        raise RuntimeError(f"{len(defects)} incidents ended as a defect, first seed {first}")
    return rows


class Desk:
    """Where one thread plays, batch after batch: a buffer as the machine takes it.

    It fits every world of its layout. Played incidents are wiped off by the next one.
    """

    def __init__(self, layout: Layout, machine: Machine) -> None:
        self.layout, self.machine = layout, machine
        self.buffer = new_buffer(layout)
        self.state = machine.tables(view_state(layout, self.buffer))
        self._worlds: dict[int, tuple[World, Any]] = {}

    def world(self, prepared: Prepared) -> Any:
        """The world as the machine takes it; those that were played here are remembered."""
        world = prepared.world
        found = self._worlds.get(id(world))
        if found is None:
            # The world is kept beside, or another could come to stand at its address.
            found = self._worlds[id(world)] = world, self.machine.tables(world)
        return found[1]


def play_batch(
    prepared: Prepared,
    automatic: Automatic,
    desk: Desk,
    batch: tuple[np.ndarray, np.ndarray],
) -> None:
    """Play (seeds uint64[n], rows OUTCOME[n] to fill) one after another at a desk that fits."""
    seeds, rows = batch
    machine = desk.machine
    with np.errstate(over="ignore"):
        machine.play_many(
            desk.state,
            desk.world(prepared),
            machine.policy(automatic.tactical),
            machine.policy(automatic.medical),
            automatic.crew,
            seeds,
            desk.buffer,
            rows,
        )
