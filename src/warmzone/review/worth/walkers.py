"""Walkers over worlds that told the seat the same, carried forward in time from report to report.

One half begins in the true world, which fits by construction, the other in worlds drawn from
nothing. Time is gone through in segments, each as long as enough of either half still fit: who no
longer fits is dropped, whoever fits is taken in their place equally often, and then all move on.
The halves never take each other's worlds. Where nobody of a half fits any more, all begin again:
a few from the true world and from the one farthest from it, and many go on from those.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np

from warmzone.kernel.heard import BIN_MS
from warmzone.review.worth.apart import distinct, effective
from warmzone.review.worth.decisions import Decision
from warmzone.review.worth.fits import Ended, Fit, Incident, fit_before, fit_until
from warmzone.review.worth.latent import World, told_moves
from warmzone.simulation.worlds import MOMENT_MS, Move, moments_until

FIRST_MOVES = 150
"""Moves of each founder where all begin again, twice: an assumption."""

FOUNDERS = 100
"""So many walk where all begin again, before the others go on from them: an assumption."""

MOVES = 12
"""Moves of each walker in each segment: an assumption."""

STILL = 0.25
"""A segment is as long as so many of either half fit, and no shorter than a moment."""

DRAWS = 20
"""So often a world is drawn from nothing for who begins in one."""

GENERATIONS = 10
"""So many segments back it is known from whom a walker comes."""

SEED = 20_261_128

R = TypeVar("R")


@dataclass
class Walkers:
    """Worlds carried forward, with how their moves went.

    Even walkers are one half, odd ones the other. `parents`: for each of the latest segments who
    was taken on, by place; `fits` are whether each fits, and `at_ms` is how far they have come.
    """

    incident: Incident
    worlds: list[World]
    moves: tuple[int, int] = (FIRST_MOVES, MOVES)
    tally: np.ndarray = field(default_factory=lambda: np.zeros((len(Move), 2), np.int64))
    parents: list[np.ndarray] = field(default_factory=list)
    steps: int = 0
    segments: int = 0
    begun: int = 0
    at_ms: int = -1
    apart: float = 1.0

    def to(self, decision: Decision) -> Fit:
        """Go on to just before a decision."""
        goal = fit_before(self.incident, decision)
        if self.at_ms < 0:
            self._from_nothing(fit_until(self.incident, min(MOMENT_MS - 1, goal.at_ms)))
        while True:
            ended = self._ended(goal)
            fit = goal if self._enough([one.fits for one in ended]) else self.nearer(goal, ended)
            self.segment(fit, ended if fit is goal else self._ended(fit))
            if fit is goal:
                return fit

    def _enough(self, fits: Sequence[bool]) -> bool:
        return min(float(np.mean(fits[0::2])), float(np.mean(fits[1::2]))) >= STILL

    def nearer(self, goal: Fit, ended: Sequence[Ended]) -> Fit:
        """The latest end of a moment until which enough fit, at least the next; else the goal."""
        played = np.array([one.played_ms for one in ended])
        fitted = np.where([one.fits for one in ended], goal.at_ms, played - 1) // MOMENT_MS
        least = (self.at_ms + 1) // MOMENT_MS + 1
        enough = math.ceil(STILL * len(played) / 2)
        until = min(int(np.sort(fitted[k::2])[-enough]) for k in (0, 1))
        ends = max(least, until) * MOMENT_MS - 1
        return goal if ends + 1 >= goal.at_ms else fit_until(self.incident, ends)

    def segment(self, fit: Fit, ended: Sequence[Ended]) -> None:
        """Go on to a time, to which every walker has been played: drop, take, move."""
        fits = [one.fits for one in ended]
        self.segments += 1
        if any(fits[0::2]) and any(fits[1::2]):
            self._drop(fits)
            self.carry(fit, self.moves[1])
        else:
            self._begin_again(fit)
        self.at_ms = fit.at_ms

    def _from_nothing(self, fit: Fit) -> None:
        """One half in the true world, the other in worlds drawn from nothing where any fit."""
        self.at_ms = 0
        fits = [False] * len(self.worlds)
        for draw in range(DRAWS):
            lost = [k for k in range(1, len(fits), 2) if not fits[k]]
            for k in lost:
                self.worlds[k] = self._drawn(fit, (SEED, draw, k))
            for k, one in zip(lost, self._ended(fit, lost), strict=True):
                fits[k] = one.fits
        if any(fits):
            self._drop([True if k % 2 == 0 else one for k, one in enumerate(fits)])
        else:
            self.worlds = [self.incident.true] * len(fits)
        self.parents = []

    def _drawn(self, fit: Fit, key: tuple[int, int, int]) -> World:
        """A world of which all until a time is drawn from where luck comes from."""
        luck, true = np.random.default_rng(key), self.incident.true
        epochs = true.epochs.copy()
        moments = moments_until(fit.at_ms, MOMENT_MS)
        epochs[:moments] = luck.integers(1 << 40, 1 << 62, moments)
        return World(luck.integers(1, 1 << 62, true.seeds.shape, np.uint64), epochs)

    def _begin_again(self, fit: Fit) -> None:
        """Founders from the true world; then one half of them from the world farthest from it."""
        number = len(self.worlds)
        self.begun += 1
        self.worlds = [self.incident.true] * min(number, FOUNDERS)
        self.carry(fit, self.moves[0])
        farthest = max(self.worlds[1::2], key=lambda one: one.drawn)
        self.worlds[1::2] = [farthest] * len(self.worlds[1::2])
        self.carry(fit, self.moves[0])
        founders = len(self.worlds)
        from_whom = np.arange(number) % founders
        self.worlds = [self.worlds[k] for k in from_whom]
        self.parents = [from_whom]
        self.carry(fit, self.moves[1])

    def carry(self, fit: Fit, moves: int) -> None:
        """Move every walker on."""
        whom = range(len(self.worlds))
        since = max(0, self.at_ms) // MOMENT_MS
        lucks = np.random.SeedSequence((SEED, self.steps + 1)).generate_state(len(whom), np.uint64)
        walked = self._each(
            fit, whom, lambda k: fit.walked(self.worlds[k], (moves, since), int(lucks[k]))
        )
        self.worlds = [one.world for one in walked]
        for one in walked:
            self.tally += one.tally

    def _ended(self, fit: Fit, whom: Sequence[int] | None = None) -> list[Ended]:
        """Play all, or only those, until a time."""
        everybody = range(len(self.worlds))
        return self._each(
            fit, everybody if whom is None else whom, lambda k: fit.played(self.worlds[k])
        )

    def _each(self, fit: Fit, whom: Sequence[int], done: Callable[[int], R]) -> list[R]:
        self.steps += 1
        fit.heard  # noqa: B018 - learnt once, before the threads ask for it
        return self.incident.table.each(done, whom)

    def _drop(self, fits: Sequence[bool]) -> None:
        """Who no longer fits takes the world of one of the same half who does, each as often."""
        luck = np.random.default_rng((SEED, self.segments))
        whom = np.arange(len(fits))
        for half in (0, 1):
            good = [k for k in range(half, len(fits), 2) if fits[k]]
            lost = [k for k in range(half, len(fits), 2) if not fits[k]]
            rounds = -(-len(lost) // len(good))
            taken = [k for _ in range(rounds) for k in luck.permutation(good)]
            whom[lost] = taken[: len(lost)]
        self.worlds = [self.worlds[k] for k in whom]
        self.parents = [*self.parents, whom][-GENERATIONS:]

    @property
    def families(self) -> list[np.ndarray]:
        """From whom each comes, one segment back, two, and so on: int64[walkers] each."""
        found: list[np.ndarray] = []
        for whom in reversed(self.parents):
            found.append(whom if not found else whom[found[-1]])
        return found

    def effective(self, values: np.ndarray) -> float:
        """How many independent worlds the mean of one value a walker is worth."""
        return effective(values, self.families, [one.mark for one in self.worlds])

    @property
    def distinct(self) -> float:
        """How many different worlds there are."""
        return distinct([one.mark for one in self.worlds])


def walkers(
    incident: Incident, number: int, moves: tuple[int, int] = (FIRST_MOVES, MOVES)
) -> Walkers:
    """So many walkers; `moves` of founders where all begin again, and of all in each segment."""
    return Walkers(incident, [incident.true] * number, moves)


def how_it_went(crowd: Walkers, apart_most: float) -> list[str]:
    """How the sampling went, block by block, and what was never drawn again."""
    stuck = [text for text in told_moves(crowd.tally) if " 0 of " in text]
    moves = ", ".join(text for text in told_moves(crowd.tally) if text not in stuck)
    drawn = np.median([one.drawn for one in crowd.worlds])
    many = (
        f"{len(crowd.worlds)} worlds that told the seat the same within {BIN_MS // 1000} s, "
        f"carried forward in {crowd.segments} segments; in the end {crowd.distinct:.0f} different "
        f"ones, half of them with {drawn:.0f} or more parts of their luck drawn again; half began "
        "in the true world, the others in worlds drawn from nothing; the halves are apart by a "
        f"factor of {crowd.apart:.3f} (1 not at all, no number is told above {apart_most}). "
        f"Moves taken: {moves or 'none'}."
    )
    return [many, f"The same in all of them: {', '.join(stuck) or 'nothing'}."]
