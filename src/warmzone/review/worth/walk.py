"""A walk over worlds that all tell a seat the same: exact Metropolis, knowing nothing of the world.

A world is moved by drawing one block of its luck again from where luck comes from, and the move is
taken if and only if the seat would have heard the same. As what is heard is a function of luck,
that leaves the worlds in proportion to how likely each was before anything was heard, among those
that fit what was heard.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

import numpy as np

World = TypeVar("World")


class Ground(Protocol[World]):
    """What a walk needs to know of worlds."""

    def kinds(self) -> Sequence[str]:
        """The kinds of blocks that a move may draw again."""

    def moved(self, world: World, kind: str, luck: np.random.Generator) -> World:
        """The same world with one block of that kind drawn again; `world` is not changed."""

    def fits(self, world: World) -> bool:
        """Whether the seat would have heard the same in it."""


@dataclass
class Tally:
    """How many moves of each kind were tried and taken."""

    tried: dict[str, int] = field(default_factory=dict)
    taken: dict[str, int] = field(default_factory=dict)

    def note(self, kind: str, *, taken: bool) -> None:
        """Count one move."""
        self.tried[kind] = self.tried.get(kind, 0) + 1
        self.taken[kind] = self.taken.get(kind, 0) + taken

    def add(self, other: "Tally") -> None:
        """Count another tally's moves too."""
        for kind, number in other.tried.items():
            self.tried[kind] = self.tried.get(kind, 0) + number
            self.taken[kind] = self.taken.get(kind, 0) + other.taken.get(kind, 0)


def walk(
    ground: Ground[World], start: World, moves: int, luck: np.random.Generator
) -> tuple[World, Tally]:
    """So many moves from a world that fits."""
    world, tally = start, Tally()
    kinds = ground.kinds()
    for _ in range(moves):
        kind = kinds[int(luck.integers(len(kinds)))]
        other = ground.moved(world, kind, luck)
        taken = ground.fits(other)
        tally.note(kind, taken=taken)
        if taken:
            world = other
    return world, tally


def effective(marks: Sequence[bytes]) -> float:
    """How many different worlds there are, those that many walkers stand in counted for less."""
    counts = np.unique(np.array(marks, dtype=object), return_counts=True)[1].astype(np.float64)
    return float(counts.sum() ** 2 / (counts**2).sum()) if len(counts) else 0.0


def r_hat(one: np.ndarray, other: np.ndarray) -> float:
    """How far two crowds from different starts are apart, 1 where not at all.

    The square root of 1 + the variance between the two means over that within the crowds; each
    holds one value a walker. Infinite where they are apart and neither varies.
    """
    between = float((one.mean() - other.mean()) ** 2) / 2.0
    within = float(one.var(ddof=1) + other.var(ddof=1)) / 2.0
    if within > 0.0:
        return float(np.sqrt(1.0 + between / within))
    return 1.0 if between == 0.0 else float("inf")
