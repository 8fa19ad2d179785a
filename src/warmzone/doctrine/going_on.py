"""Going on from a saved state: what is said first, then a commander, in other luck each time."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from threading import local
from typing import Any

import numpy as np

from warmzone.doctrine.taking_over import memory_of
from warmzone.kernel.view import view_of
from warmzone.kernel.world_arrays import World
from warmzone.simulation.branch import Branch
from warmzone.simulation.layout import Layout, new_buffer, view_state
from warmzone.simulation.lower import Prepared
from warmzone.simulation.machine import Machine
from warmzone.simulation.run import Automatic
from warmzone.vocabulary.codes import Seat

OrderRow = tuple[int, int, int, int, int, int]
"""(seat, verb, team, area, other_team, value)."""

FIELDS = ("seat", "verb", "team", "area", "other_team", "value")
"""The fields of an ORDER that an OrderRow holds."""


def order_rows(orders: Iterable[np.ndarray]) -> list[OrderRow]:
    """Rows of an ORDER table as tuples."""
    found = [tuple(int(row[name]) for name in FIELDS) for row in orders]
    return [(one[0], one[1], one[2], one[3], one[4], one[5]) for one in found]


def branch_of(
    prepared: Prepared,
    saved: np.ndarray,
    given: Iterable[OrderRow],
    script: np.ndarray,
    times: tuple[int, int],
) -> Branch:
    """A way on from a saved state, to the end of play, without epochs yet.

    saved: uint8[bytes]; `given` are Tactical's orders until then; script: ORDER[n], by given_ms;
    `times` are now and when the commander decides.
    """
    state = view_state(prepared.layout, saved)
    memory = memory_of(
        view_of(state, prepared.world, Seat.TACTICAL, 0), [*given, *order_rows(script)]
    )
    now, resume = times
    whole = np.array([now, min(resume, prepared.end_ms), prepared.end_ms], np.int64)
    return Branch(saved, script, memory, whole, np.zeros(0, np.int64))


class Desk(local):
    """The buffers on which a thread plays one replay after another; each thread has its own."""

    def __init__(self) -> None:
        self._kept: dict[tuple[int, int], tuple[np.ndarray, Any]] = {}
        self._world: tuple[World, Any] | None = None

    def of(self, layout: Layout, machine: Machine, number: int = 0) -> tuple[np.ndarray, Any]:
        """One of the buffers for that layout, and its tables as the machine takes them."""
        key = (layout.total_bytes, number)
        if key not in self._kept:
            buffer = new_buffer(layout)
            self._kept[key] = buffer, machine.tables(view_state(layout, buffer))
        return self._kept[key]

    def world(self, world: World, machine: Machine) -> Any:
        """The world as the machine takes it; the last one is remembered."""
        if self._world is None or self._world[0] is not world:
            self._world = world, machine.tables(world)
        return self._world[1]


@dataclass(frozen=True)
class Stage:
    """What is played on: the incident, the kernel, who commands, and the buffers."""

    prepared: Prepared
    machine: Machine
    by: Automatic
    desk: Desk = field(default_factory=Desk, repr=False, compare=False)

    def go_on(self, branch: Branch, outcomes_out: np.ndarray) -> None:
        """Play a branch once per epoch into OUTCOME[epochs]."""
        machine, by = self.machine, self.by
        buffer, tables = self.desk.of(self.prepared.layout, machine)
        with np.errstate(over="ignore"):
            machine.continue_many(
                tables,
                self.desk.world(self.prepared.world, machine),
                machine.policy(by.tactical),
                machine.policy(by.medical),
                by.crew,
                branch,
                buffer,
                outcomes_out,
            )
