"""Walkers over worlds that told the seat the same, carried from decision to decision.

They start at the true luck, which fits by construction, half of them after a long way from it. From
one decision to the next who no longer fits is dropped and another walker of the same half takes
their place, then all move on; where nobody of a half fits any more, all begin again.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from warmzone.doctrine.commanders import automatic
from warmzone.kernel.heard import BIN_MS
from warmzone.kernel.latent import BLOCKS
from warmzone.review.rebuild import Rebuilt, fresh_run
from warmzone.review.worth.apart import effective
from warmzone.review.worth.decisions import Decision, Given
from warmzone.review.worth.latent import NEVER_MOVED, World, in_proportion, told_moves
from warmzone.review.worth.replays import Spoken, Table, script_of
from warmzone.simulation.worlds import MOMENT_MS, Move, Walk, empty_walk, moments_until
from warmzone.vocabulary.orders import Refusal

FIRST_MOVES = 300
MOVES = 100
"""Moves of each walker before the first decision, twice, and before each later one: assumptions."""

SEED = 20_261_128


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
        return max(2, sizes.people, sizes.teams, sizes.ambulances)

    def said_before(self, decision: Decision) -> tuple[Spoken, ...]:
        """The accepted orders before a decision."""
        return tuple(
            Spoken(one.at_ms, one.order)
            for one in self.given
            if one.refusal == Refusal.ACCEPTED and _before(one, decision)
        )


def _before(one: Given, decision: Decision) -> bool:
    if decision.sequence >= 0:
        return one.sequence < decision.sequence
    return one.at_ms < decision.at_ms


@dataclass(frozen=True)
class Ended:
    """Where a walk ended: the world, the state that it reaches, whether it fits, and its tally."""

    world: World
    state: np.ndarray
    fits: bool
    tally: np.ndarray


@dataclass(frozen=True)
class Fit:
    """Worlds that told the seat the same as the true one until a decision."""

    incident: Incident
    decision: Decision
    kinds: np.ndarray = field(default_factory=in_proportion)

    @cached_property
    def heard(self) -> np.ndarray:
        """What the seat heard in truth, moment by moment: uint64[moments + 2]."""
        walk = self._walk(self.incident.true)
        walk.times[3] = 1
        self._play(walk)
        return walk.heard.copy()

    def walked(self, world: World, moves: int = 0, luck: int = 0) -> Ended:
        """So many moves from a world, by that luck."""
        walk = self._walk(world)
        walk.heard[:] = self.heard
        walk.times[2] = moves
        walk.luck[0] = luck
        fits, state = self._play(walk)
        reached = World(walk.seeds[:BLOCKS].copy(), walk.epochs[0].copy())
        return Ended(reached, state, fits, walk.tally)

    def _walk(self, world: World) -> Walk:
        sizes = (world.seeds.shape[1], len(world.epochs))
        said = script_of(self.incident.said_before(self.decision))
        walk = empty_walk(self.incident.start, sizes, said)._replace(kinds=self.kinds)
        walk.seeds[:BLOCKS], walk.epochs[0] = world.seeds, world.epochs
        walk.times[:2] = self.incident.rebuilt.handed_over_ms, self.decision.at_ms
        return walk

    def _play(self, walk: Walk) -> tuple[bool, np.ndarray]:
        table, by = self.incident.table, automatic(self.incident.rebuilt.opened.commander)
        machine, prepared = table.machine, table.prepared
        buffer, tables = table.desk.of(prepared.layout, machine)
        with np.errstate(over="ignore"):
            fits = machine.walk_on(
                tables,
                machine.tables(prepared.world),
                machine.policy(by.tactical),
                machine.policy(by.medical),
                by.crew,
                machine.tables(walk),
                buffer,
            )
        return fits == 1, buffer.copy()


@dataclass
class Walkers:
    """Worlds carried from decision to decision, with how their moves went.

    Even walkers are one half, odd ones the other; the halves never take each other's worlds.
    """

    incident: Incident
    worlds: list[World]
    moves: tuple[int, int] = (FIRST_MOVES, MOVES)
    states: list[np.ndarray] = field(default_factory=list)
    tally: np.ndarray = field(default_factory=lambda: np.zeros((len(Move), 2), np.int64))
    rounds: int = 0
    steps: int = 0
    apart: float = 1.0

    def to(self, decision: Decision) -> Fit:
        """Go on to a decision; `states` are then those just before it, one of each world."""
        fit = Fit(self.incident, decision)
        self.rounds += 1
        fits = [one.fits for one in self._each(fit, 0)]
        if self.rounds == 1 or not any(fits[0::2]) or not any(fits[1::2]):
            self._begin(fit)
        else:
            self._drop(fits)
            self.carry(fit, self.moves[1])
        return fit

    def _begin(self, fit: Fit) -> None:
        """Everybody from the true world; then one half from the world farthest from it."""
        self.worlds = [self.incident.true] * len(self.worlds)
        self.carry(fit, self.moves[0])
        farthest = max(self.worlds[1::2], key=lambda one: one.drawn)
        self.worlds[1::2] = [farthest] * len(self.worlds[1::2])
        self.carry(fit, self.moves[0])

    def carry(self, fit: Fit, moves: int) -> None:
        """Move every walker on."""
        self.steps += 1
        ended = self._each(fit, moves)
        self.worlds = [one.world for one in ended]
        self.states = [one.state for one in ended]
        for one in ended:
            self.tally += one.tally

    def _each(self, fit: Fit, moves: int) -> list[Ended]:
        lucks = np.random.SeedSequence((SEED, self.steps)).generate_state(
            len(self.worlds), np.uint64
        )
        fit.heard  # noqa: B018 - learnt once, before the threads ask for it
        with ThreadPoolExecutor(self.incident.table.workers) as pool:
            return list(
                pool.map(lambda one, luck: fit.walked(one, moves, int(luck)), self.worlds, lucks)
            )

    def _drop(self, fits: Sequence[bool]) -> None:
        """Who no longer fits takes the world of one of the same half who does."""
        luck = np.random.default_rng((SEED, self.rounds))
        for half in (0, 1):
            mine = range(half, len(self.worlds), 2)
            good = [self.worlds[k] for k in mine if fits[k]]
            for k in mine:
                if not fits[k]:
                    self.worlds[k] = good[int(luck.integers(len(good)))]

    @property
    def effective(self) -> float:
        """How many different worlds there are."""
        return effective([one.mark for one in self.worlds])


def walkers(
    incident: Incident, number: int, moves: tuple[int, int] = (FIRST_MOVES, MOVES)
) -> Walkers:
    """So many walkers, all in the true world; `moves` before the first decision and each other."""
    return Walkers(incident, [incident.true] * number, moves)


def how_it_went(crowd: Walkers, apart_most: float) -> list[str]:
    """How the sampling went, block by block, and what was never drawn again."""
    stuck = [text for text in told_moves(crowd.tally) if " 0 of " in text]
    moves = ", ".join(text for text in told_moves(crowd.tally) if text not in stuck)
    drawn = np.median([one.drawn for one in crowd.worlds])
    many = (
        f"{len(crowd.worlds)} worlds that told the seat the same within {BIN_MS // 1000} s, in the "
        f"end {crowd.effective:.0f} different ones, half of them with {drawn:.0f} or more parts of "
        f"their luck drawn again; half began in another world than the true one; the halves are "
        f"apart by a factor of {crowd.apart:.3f} (1 not at all, no number is told above "
        f"{apart_most}). Moves taken: {moves or 'none'}."
    )
    return [many, f"The same in all of them: {', '.join([*NEVER_MOVED, *stuck])}."]
