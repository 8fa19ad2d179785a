"""Replays from one moment: a snapshot, orders said, a commander, and other luck each time."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import local
from typing import Any

import numpy as np

from warmzone.doctrine.taking_over import memory_of
from warmzone.kernel.view import view_of
from warmzone.simulation.branch import AGAINST_PROFILE, Branch, empty_outcomes, empty_script
from warmzone.simulation.layout import Layout, new_buffer, view_state
from warmzone.simulation.lower import Prepared
from warmzone.simulation.machine import Machine
from warmzone.simulation.run import Automatic
from warmzone.vocabulary.codes import Seat

OrderRow = tuple[int, int, int, int, int, int]
"""(seat, verb, team, area, other_team, value)."""

BATCH = 100
"""Replays that a thread plays at a time where a course's are shared among threads."""


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


class Desk(local):
    """The buffer on which a thread plays one replay after another; each thread has its own."""

    def __init__(self) -> None:
        self._kept: dict[int, tuple[np.ndarray, Any]] = {}

    def of(self, layout: Layout, machine: Machine) -> tuple[np.ndarray, Any]:
        """The buffer for that layout, and its tables as the machine takes them."""
        if layout.total_bytes not in self._kept:
            buffer = new_buffer(layout)
            self._kept[layout.total_bytes] = buffer, machine.tables(view_state(layout, buffer))
        return self._kept[layout.total_bytes]


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
        rows = empty_outcomes(len(words))
        branch = self._branch(course)

        def batch(first: int) -> None:
            part = slice(first, min(first + BATCH, len(words)))
            self._play(branch._replace(epochs=words[part].copy()), rows[part])

        starts = range(0, len(words), BATCH if self.workers > 1 else max(1, len(words)))
        if self.workers == 1 or len(starts) == 1:
            for first in starts:
                batch(first)
        else:
            with ThreadPoolExecutor(self.workers) as pool:
                list(pool.map(batch, starts))
        if rows["defect"].any():
            raise RuntimeError(f"{int((rows['defect'] != 0).sum())} replays ended as a defect")
        return rows

    def _branch(self, course: Course) -> Branch:
        moment, end_ms = course.moment, self.prepared.end_ms
        state = view_state(self.prepared.layout, moment.state)
        orders = [*moment.given, *(said.order for said in course.script)]
        memory = memory_of(view_of(state, self.prepared.world, Seat.TACTICAL, 0), orders)
        times = np.array([moment.at_ms, min(course.resume_ms, end_ms), end_ms], np.int64)
        return Branch(moment.state, script_of(course.script), memory, times, np.zeros(0, np.int64))

    def _play(self, branch: Branch, rows: np.ndarray) -> np.ndarray:
        """Fill the rows; the thread's own buffer, which holds the last replay's end."""
        machine, commander = self.machine, self.commander
        buffer, tables = self.desk.of(self.prepared.layout, machine)
        with np.errstate(over="ignore"):
            machine.continue_many(
                tables,
                machine.tables(self.prepared.world),
                machine.policy(commander.tactical),
                machine.policy(commander.medical),
                commander.crew,
                branch,
                buffer,
                rows,
            )
        return buffer


def deaths_of(rows: np.ndarray) -> np.ndarray:
    """How many died in each replay (OUTCOME[n]): float64[n]."""
    return rows["deaths"].astype(np.float64)


_FIELDS = ("seat", "verb", "team", "area", "other_team", "value")


def script_of(spoken: Sequence[Spoken]) -> np.ndarray:
    """What is said, as rows: ORDER[n]."""
    script = empty_script(len(spoken))
    for row, said in zip(script, spoken, strict=True):
        row["given_ms"] = said.at_ms
        row["rides"] = AGAINST_PROFILE if said.forced else 0
        for name, value in zip(_FIELDS, said.order, strict=True):
            row[name] = value
    return script
