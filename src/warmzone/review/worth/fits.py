"""Which worlds told the seat the same as the true one until a time, and moves among them."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from warmzone.doctrine.commanders import automatic
from warmzone.kernel.latent import BLOCKS
from warmzone.review.rebuild import Rebuilt, fresh_run
from warmzone.review.worth.decisions import Decision, Given
from warmzone.review.worth.latent import World, in_proportion
from warmzone.review.worth.replays import Spoken, Table, script_of
from warmzone.simulation.run import Automatic
from warmzone.simulation.worlds import MOMENT_MS, Place, Walk, empty_walk, moments_until
from warmzone.vocabulary.orders import Refusal


@dataclass(frozen=True)
class Incident:
    """What a world is played on: the log's orders, and who commanded before the hand-over."""

    rebuilt: Rebuilt
    given: tuple[Given, ...]
    table: Table

    @cached_property
    def start(self) -> np.ndarray:
        """The true world at its start: uint8[bytes]."""
        run = fresh_run(self.rebuilt.prepared, self.rebuilt.opened, self.rebuilt.run.machine)
        return np.frombuffer(run.snapshot()[8:], np.uint8).copy()

    @cached_property
    def by(self) -> Automatic:
        """Who commanded before the hand-over."""
        return automatic(self.rebuilt.opened.commander)

    @property
    def true(self) -> World:
        """The luck as it was."""
        return World(
            np.zeros((BLOCKS, self._most), np.uint64),
            np.zeros(moments_until(self.rebuilt.prepared.end_ms, MOMENT_MS), np.int64),
        )

    @property
    def _most(self) -> int:
        sizes = self.rebuilt.prepared.layout.sizes
        return max(2, sizes.people, sizes.teams, sizes.ambulances, sizes.callers + 1, sizes.areas)

    def said(self, at_ms: int, before: int) -> tuple[Spoken, ...]:
        """The accepted orders until a time, of those the ones before a row of the log."""
        return tuple(
            Spoken(one.at_ms, one.order)
            for one in self.given
            if one.refusal == Refusal.ACCEPTED and one.at_ms <= at_ms and one.sequence < before
        )


@dataclass(frozen=True)
class Ended:
    """Whether a world fits, and until when it was played."""

    fits: bool
    played_ms: int


@dataclass(frozen=True)
class Walked:
    """Where a walk ended: the world, and its tally."""

    world: World
    tally: np.ndarray


@dataclass(frozen=True)
class Fit:
    """Worlds that told the seat the same as the true one until a time.

    `before`: the row of the log from which nothing has been said yet.
    """

    incident: Incident
    at_ms: int
    before: int
    kinds: np.ndarray = field(default_factory=in_proportion)

    @cached_property
    def heard(self) -> np.ndarray:
        """What the seat heard in truth, moment by moment: uint64[moments + 2]."""
        walk = self._walk(self.incident.true)
        walk.times[3] = 1
        self._play(walk)
        return walk.heard.copy()

    def played(self, world: World) -> Ended:
        """Whether a world fits, and until when it was played."""
        fits, buffer = self._play(self._heard(world))
        return Ended(fits, self._last_event(buffer))

    def walked(self, world: World, moves: tuple[int, int], luck: int) -> Walked:
        """Moves from a world, by that luck; moves: how many, and where the latest time begins."""
        walk = self._heard(world)
        walk.times[2], walk.times[5] = moves
        walk.times[3] = 2
        walk.luck[0] = luck
        self._play(walk)
        return Walked(World(walk.seeds[:BLOCKS].copy(), walk.epochs[0].copy()), walk.tally)

    def state(self, world: World) -> np.ndarray:
        """The state that a world has come to: uint8[bytes], until the thread plays another."""
        return self._play(self._heard(world))[1]

    def _heard(self, world: World) -> Walk:
        walk = self._walk(world)
        walk.heard[:] = self.heard
        return walk

    def _last_event(self, buffer: np.ndarray) -> int:
        at = self.incident.table.prepared.layout.tables[0]
        clock = np.ndarray(at[2], at[1], buffer, at[3])
        return int(clock[0]["last_event_ms"])

    @cached_property
    def _script(self) -> np.ndarray:
        return script_of(self.incident.said(self.at_ms, self.before))

    def _walk(self, world: World) -> Walk:
        sizes = (world.seeds.shape[1], len(world.epochs))
        walk = empty_walk(self.incident.start, sizes, self._script)._replace(kinds=self.kinds)
        walk.seeds[:BLOCKS], walk.epochs[0] = world.seeds, world.epochs
        walk.times[:2] = self.incident.rebuilt.handed_over_ms, self.at_ms
        return walk

    def _play(self, walk: Walk) -> tuple[bool, np.ndarray]:
        """Played at the desk's second place: on the first it is gone on with from there."""
        table, by = self.incident.table, self.incident.by
        machine, layout = table.machine, table.prepared.layout
        buffer, tables = table.desk.of(layout, machine, 1)
        kept, beside = table.desk.of(layout, machine, 2)
        with np.errstate(over="ignore"):
            fits = machine.walk_on(
                Place(tables, buffer),
                table.desk.world(table.prepared.world, machine),
                machine.policy(by.tactical),
                machine.policy(by.medical),
                by.crew,
                machine.tables(walk),
                Place(beside, kept),
            )
        return fits == 1, buffer


LATEST = 1 << 62
"""A row after all rows of any log."""


def fit_before(incident: Incident, decision: Decision) -> Fit:
    """Worlds that told the seat the same until just before a decision."""
    if decision.sequence >= 0:
        return Fit(incident, decision.at_ms, decision.sequence)
    later = [one.sequence for one in incident.given if one.at_ms >= decision.at_ms]
    return Fit(incident, decision.at_ms, min(later, default=LATEST))


def fit_until(incident: Incident, at_ms: int) -> Fit:
    """Worlds that told the seat the same until a time."""
    return Fit(incident, at_ms, LATEST)
