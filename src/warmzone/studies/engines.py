"""Who plays the parts of a study: threads of this process, processes, or a Ray cluster.

Rows depend on the part alone, so the engine changes nothing but how long it takes.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from itertools import islice
from typing import Any, Literal

import numpy as np

from warmzone.simulation.machine import PLAIN, Machine
from warmzone.studies.lowered import Lowered, Part, play_part

EngineName = Literal["threads", "processes", "ray"]
ENGINES: tuple[EngineName, ...] = ("threads", "processes", "ray")
AHEAD = 2
"""Parts in hand for each worker: enough to keep it busy, few enough to keep memory flat."""
OBJECTS_BYTES = 256 * 2**20
"""Memory in which a cluster on this machine keeps the study; one is a few megabytes."""

Played = tuple[Part, np.ndarray]


class EngineMissingError(RuntimeError):
    """The engine asked for cannot be used here; the text says why."""


@dataclass(frozen=True, slots=True)
class Workers:
    """An engine by name, how many workers (None: one a core), and the machine they play with."""

    engine: EngineName
    machine: Machine
    count: int | None = None

    @property
    def number(self) -> int:
        """How many workers."""
        return self.count or os.cpu_count() or 1


def play_parts(lowered: Lowered, parts: Iterable[Part], workers: Workers) -> Iterator[Played]:
    """Play the parts; each comes back when it is done, in any order."""
    if workers.engine == "threads":
        return _by_threads(lowered, parts, workers)
    if workers.engine == "processes":
        return _by_processes(lowered, parts, workers)
    return _by_ray(lowered, parts, workers)


def _by_threads(lowered: Lowered, parts: Iterable[Part], workers: Workers) -> Iterator[Played]:
    pool = ThreadPoolExecutor(workers.number)
    return _in_pool(pool, parts, lambda part: (part, play_part(lowered, part, workers.machine)))


_here: list[tuple[Lowered, Machine]] = []
"""In a worker process: the study it plays and its machine."""


def _begin(lowered: Lowered, machine: str) -> None:
    _here[:] = [(lowered, _machine_named(machine))]


def _machine_named(name: str) -> Machine:
    if name == PLAIN.name:
        return PLAIN
    from warmzone.doctrine.shipped import shipped_machine

    return shipped_machine()


def _play_here(part: Part) -> Played:
    lowered, machine = _here[0]
    return part, play_part(lowered, part, machine)


def _by_processes(lowered: Lowered, parts: Iterable[Part], workers: Workers) -> Iterator[Played]:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    # Spawned, not forked: a fork would copy the compiler's threads in an unknown state.
    context = multiprocessing.get_context("spawn")
    start = (lowered, workers.machine.name)
    pool = ProcessPoolExecutor(workers.number, context, initializer=_begin, initargs=start)
    return _in_pool(pool, parts, _play_here)


def _in_pool(
    pool: Executor, parts: Iterable[Part], play: Callable[[Part], Played]
) -> Iterator[Played]:
    """Keep a few parts in hand and yield each that is done."""
    waiting = iter(parts)
    workers = getattr(pool, "_max_workers", 1)
    try:
        running: set[Future[Played]] = {
            pool.submit(play, part) for part in islice(waiting, AHEAD * workers)
        }
        while running:
            done, running = wait(running, return_when=FIRST_COMPLETED)
            running |= {pool.submit(play, part) for part in islice(waiting, len(done))}
            for job in done:
                yield job.result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _by_ray(lowered: Lowered, parts: Iterable[Part], workers: Workers) -> Iterator[Played]:
    ray = _import_ray()
    if not ray.is_initialized():
        _start(ray, workers.number)
    study = ray.put(lowered)
    play = ray.remote(_play_on_cluster)
    waiting = iter(parts)
    running = [
        play.remote(study, workers.machine.name, part)
        for part in islice(waiting, AHEAD * workers.number)
    ]
    while running:
        done, running = ray.wait(running)
        running += [
            play.remote(study, workers.machine.name, part) for part in islice(waiting, len(done))
        ]
        for job in done:
            yield ray.get(job)


def _start(ray: Any, workers: int) -> None:
    """Join the cluster that RAY_ADDRESS names, or start one here, with little memory of its own.

    By default Ray takes a third of the machine's memory, which small machines do not have.
    """
    told = {"include_dashboard": False, "object_store_memory": OBJECTS_BYTES, "num_cpus": workers}
    settings = {} if os.environ.get("RAY_ADDRESS") else told
    try:
        ray.init(log_to_driver=False, **settings)
    except (RuntimeError, OSError, ValueError) as error:
        raise EngineMissingError(f"engine ray: did not start here: {error}") from error


def _import_ray() -> Any:
    import importlib

    try:
        return importlib.import_module("ray")
    except ImportError as error:
        told = "engine ray: not installed; pip install 'warmzone[ray]', or use threads"
        raise EngineMissingError(told) from error


def _play_on_cluster(lowered: Lowered, machine: str, part: Part) -> Played:
    if not _here or _here[0][0].digest != lowered.digest:
        _begin(lowered, machine)
    return _play_here(part)
