"""The walk over worlds against exact enumeration, from two different starts."""

from collections import Counter
from collections.abc import Sequence
from itertools import product

import numpy as np
import pytest

from warmzone.review.worth.walk import Tally, effective, r_hat, walk

STEPS = 4000

Bits = tuple[int, ...]
CHANCES = (0.5, 0.3, 0.7, 0.2, 0.5, 0.6, 0.1, 0.5, 0.4, 0.5, 0.8, 0.3)
"""Twelve unknowns, each 1 with its chance before anything was heard."""


def heard(world: Bits) -> tuple[int, ...]:
    """What is told of a world: two counts, a pair in common, and one that hides another."""
    return (sum(world[:4]), sum(world[4:8]), world[8] & world[9], world[10] | world[11])


class Twelve:
    """A ground of twelve binary unknowns; a move draws one, or two together, again."""

    def __init__(self, told: tuple[int, ...]) -> None:
        self.told = told

    def kinds(self) -> Sequence[str]:
        """One, or two at once."""
        return ("one", "two")

    def moved(self, world: Bits, kind: str, luck: np.random.Generator) -> Bits:
        """The world with one or two of its unknowns drawn again."""
        bits = list(world)
        first = int(luck.integers(12))
        other = first // 4 * 4 + (first + 1 + int(luck.integers(3))) % 4
        for k in (first,) if kind == "one" else (first, other):
            bits[k] = int(luck.random() < CHANCES[k])
        return tuple(bits)

    def fits(self, world: Bits) -> bool:
        """Whether the same is heard."""
        return heard(world) == self.told


def exactly(told: tuple[int, ...]) -> dict[Bits, float]:
    """How likely each world is, given what was heard, by going through all of them."""
    weights = {
        world: float(np.prod([p if bit else 1 - p for bit, p in zip(world, CHANCES, strict=True)]))
        for world in product((0, 1), repeat=12)
        if heard(world) == told
    }
    total = sum(weights.values())
    return {world: weight / total for world, weight in weights.items()}


@pytest.mark.parametrize("farthest", [False, True])
def test_worlds_come_as_often_as_enumeration_says(farthest: bool) -> None:
    """Each unknown and each pair is 1 as often as it should be, whichever world one starts in."""
    true = (1, 0, 1, 0, 0, 1, 0, 1, 0, 1, 1, 0)
    ground, sure = Twelve(heard(true)), exactly(heard(true))
    start = true
    if farthest:
        start = max(sure, key=lambda one: sum(a != b for a, b in zip(one, true, strict=True)))
        assert sum(a != b for a, b in zip(start, true, strict=True)) >= 8
    luck = np.random.default_rng(5)
    seen: Counter[Bits] = Counter()
    world = start
    for _ in range(STEPS):
        world, _tally = walk(ground, world, 12, luck)
        seen[world] += 1
    assert set(seen) <= set(sure)
    shares = {one: number / STEPS for one, number in seen.items()}
    for k in range(12):
        found = sum(share for one, share in shares.items() if one[k])
        assert found == pytest.approx(sum(p for one, p in sure.items() if one[k]), abs=0.05)
    for a, b in ((0, 1), (4, 5), (8, 9), (10, 11), (0, 4)):
        found = sum(share for one, share in shares.items() if one[a] and one[b])
        sought = sum(p for one, p in sure.items() if one[a] and one[b])
        assert found == pytest.approx(sought, abs=0.05)


def test_every_move_is_counted() -> None:
    """Tried and taken by kind; tallies add up."""
    world = (0,) * 12
    _, tally = walk(Twelve(heard(world)), world, 50, np.random.default_rng(1))
    assert sum(tally.tried.values()) == 50
    assert all(tally.taken[kind] <= tally.tried[kind] for kind in tally.tried)
    both = Tally()
    both.add(tally)
    both.add(tally)
    assert both.tried == {kind: 2 * number for kind, number in tally.tried.items()}


def test_walkers_in_one_world_count_for_one() -> None:
    """Four in four worlds are four; four in one are one; none are none."""
    assert effective([b"a", b"b", b"c", b"d"]) == 4.0
    assert effective([b"a"] * 4) == 1.0
    assert effective([b"a", b"a", b"b", b"b"]) == 2.0
    assert effective([]) == 0.0


def test_crowds_that_differ_are_told_apart() -> None:
    """From the same worlds the factor is near 1; from others it is well above."""
    luck = np.random.default_rng(2)
    same = r_hat(luck.normal(0, 1, 100), luck.normal(0, 1, 100))
    apart = r_hat(luck.normal(0, 1, 100), luck.normal(1, 1, 100))
    assert 1.0 <= same < 1.02 < 1.1 < apart
    assert r_hat(np.zeros(5), np.zeros(5)) == 1.0
    assert r_hat(np.zeros(5), np.ones(5)) == float("inf")
