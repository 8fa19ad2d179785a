"""Replays from one moment: a snapshot, orders said, a commander, and other luck each time."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np

from warmzone.doctrine.going_on import FIELDS, Desk, OrderRow, Stage, branch_of
from warmzone.simulation.branch import AGAINST_PROFILE, Branch, empty_outcomes, empty_script
from warmzone.simulation.lower import Prepared
from warmzone.simulation.machine import Machine
from warmzone.simulation.run import Automatic

BATCH = 100
"""Replays that a thread plays at a time where a course's are shared among threads."""

HANDFUL = 8
"""Worlds that a thread takes at a time."""

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Spoken:
    """An order said at a moment; `forced` although the agency's rules forbid it."""

    at_ms: int
    order: OrderRow
    forced: bool = False


@dataclass(frozen=True)
class Moment:
    """The true state at a time. `state`: uint8[bytes]; `given`: Tactical's orders until then."""

    at_ms: int
    state: np.ndarray
    given: tuple[OrderRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Course:
    """A way on from a moment: what is said, and from when the commander decides."""

    moment: Moment
    script: tuple[Spoken, ...]
    resume_ms: int


@dataclass(frozen=True)
class Table:
    """What replays are played on: the incident, the kernel, and who commands afterwards."""

    prepared: Prepared
    machine: Machine
    commander: Automatic
    threads: int | None = None
    desk: Desk = field(default_factory=Desk, repr=False, compare=False)

    @property
    def workers(self) -> int:
        """How many threads replays are shared among."""
        return 1 if self.machine.name == "plain" else self.threads or os.cpu_count() or 1

    def deaths(self, course: Course, epochs: Sequence[int]) -> np.ndarray:
        """How many die by 24 hours in each replay: float64[epochs].

        A row depends on the course and its epoch alone. Raises RuntimeError for a defect of the
        kernel.
        """
        return deaths_of(self.outcomes(course, epochs))

    def outcomes(self, course: Course, epochs: Sequence[int]) -> np.ndarray:
        """What became of everybody in each replay: OUTCOME[epochs]."""
        words = np.array(epochs, np.int64)
        branch = self.branch(course)._replace(epochs=words)
        if self.workers == 1 or len(words) <= BATCH:
            return self.gone_on(branch)
        parts = [words[first : first + BATCH].copy() for first in range(0, len(words), BATCH)]
        with ThreadPoolExecutor(self.workers) as pool:
            rows = list(pool.map(lambda part: self.gone_on(branch._replace(epochs=part)), parts))
        return np.concatenate(rows)

    def gone_on(self, branch: Branch) -> np.ndarray:
        """What became of everybody in each replay of a branch, on this thread: OUTCOME[epochs]."""
        rows = empty_outcomes(len(branch.epochs))
        self.stage.go_on(branch, rows)
        if rows["defect"].any():
            raise RuntimeError(f"{int((rows['defect'] != 0).sum())} replays ended as a defect")
        return rows

    def each(self, function: Callable[[T], R], items: Sequence[T]) -> list[R]:
        """A function of each, in order, shared among the threads a handful at a time."""
        parts = [items[first : first + HANDFUL] for first in range(0, len(items), HANDFUL)]
        with ThreadPoolExecutor(self.workers) as pool:
            done = pool.map(lambda part: [function(one) for one in part], parts)
            return [one for part in done for one in part]

    @property
    def stage(self) -> Stage:
        """The same without how replays are shared among threads."""
        return Stage(self.prepared, self.machine, self.commander, self.desk)

    def branch(self, course: Course) -> Branch:
        """A course as the kernel takes it, without epochs yet."""
        moment = course.moment
        times = (moment.at_ms, course.resume_ms)
        script = script_of(course.script)
        return branch_of(self.prepared, moment.state, moment.given, script, times)


def deaths_of(rows: np.ndarray) -> np.ndarray:
    """How many died in each replay (OUTCOME[n]): float64[n]."""
    return rows["deaths"].astype(np.float64)


def script_of(spoken: Sequence[Spoken]) -> np.ndarray:
    """What is said, as rows: ORDER[n]."""
    script = empty_script(len(spoken))
    for row, said in zip(script, spoken, strict=True):
        row["given_ms"] = said.at_ms
        row["rides"] = AGAINST_PROFILE if said.forced else 0
        for name, value in zip(FIELDS, said.order, strict=True):
            row[name] = value
    return script
