"""Playing incidents for a comparison, and reading off each what became of it."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import numpy as np

from warmzone.simulation.lower import Prepared
from warmzone.simulation.machine import Machine
from warmzone.simulation.run import Automatic, Run

MS_PER_MIN = 60_000.0

Reading = TypeVar("Reading")


@dataclass(frozen=True, slots=True)
class Setup:
    """What plays the incidents, how many make a full comparison, and the first seed."""

    machine: Machine
    incidents: int
    seed: int
    report: Callable[[str], None] = lambda _what: None

    def seeds(self, count: int) -> range:
        """The first `count` seeds."""
        return range(self.seed, self.seed + count)

    def scaled(self, share: float) -> int:
        """That share of the incidents of a full comparison, never fewer than 20."""
        return max(20, round(self.incidents * share))


def trial_path(name: str) -> Path:
    """The file of a trial's scenario, which ships beside this module and is in no list."""
    return Path(__file__).parent / name


def play_each(
    prepared: Prepared,
    automatic: Automatic,
    seeds: range,
    machine: Machine,
    read: Callable[[Run], Reading],
) -> list[Reading]:
    """Play one incident per seed to its end and return what `read` says of each, in order."""

    def play(run: Run) -> Reading:
        run.advance(prepared.end_ms)
        return read(run)

    return each_incident(prepared, automatic, seeds, machine, play)


def each_incident(
    prepared: Prepared,
    automatic: Automatic,
    seeds: range,
    machine: Machine,
    play: Callable[[Run], Reading],
) -> list[Reading]:
    """Begin one incident per seed; `play` moves its time and says what came of it. In order."""

    def one(seed: int) -> Reading:
        return play(Run(prepared, seed, automatic, machine=machine))

    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        return list(pool.map(one, seeds))


def with_parameters(prepared: Prepared, values: dict[str, float]) -> Prepared:
    """The same world with other values of evidence parameters."""
    row = prepared.world.parameters.copy()
    for name, value in values.items():
        row[0][name] = value
    return replace(prepared, world=prepared.world._replace(parameters=row))


def hurt_people(run: Run) -> np.ndarray:
    """The rows of everybody who was hurt: PERSON[n], a copy."""
    count = int(run.state.clock[0]["person_count"])
    people = run.state.people[:count]
    return people[people["hurt_ms"] >= 0].copy()
