"""Walkers who are alike count for less, and crowds that differ are told apart."""

import numpy as np
import pytest

from warmzone.review.worth.apart import FAMILIES_LEAST, distinct, effective, error_of_mean, r_hat


def test_walkers_in_one_world_count_for_one() -> None:
    """Four in four worlds are four; four in one are one; none are none."""
    assert distinct([b"a", b"b", b"c", b"d"]) == 4.0
    assert distinct([b"a"] * 4) == 1.0
    assert distinct([b"a", b"a", b"b", b"b"]) == 2.0
    assert distinct([]) == 0.0


def marks(number: int) -> list[bytes]:
    """As many different worlds."""
    return [b"%d" % k for k in range(number)]


def test_families_of_like_walkers_are_one_finding_each() -> None:
    """Ten of each of sixty families: alike they are sixty worlds, unlike they are six hundred."""
    luck, family = np.random.default_rng(4), np.arange(600) % 60
    alike = luck.normal(0, 1, 60)[family]
    assert effective(alike, [family], marks(600)) == pytest.approx(60, rel=0.05)
    unlike = luck.normal(0, 1, 600)
    assert effective(unlike, [family], marks(600)) > 350
    assert effective(unlike, [], marks(600)) == 600
    assert effective(np.ones(600), [family], marks(600)) == 600
    assert effective(unlike, [], [b"one"] * 600) == 1


def test_the_error_is_the_largest_over_groupings() -> None:
    """By one grouping the error is wider, so it is that; too few families are no grouping."""
    luck, family = np.random.default_rng(5), np.arange(600) % 60
    alike = luck.normal(0, 1, 60)[family]
    alone = error_of_mean(alike, [])
    assert alone == pytest.approx(alike.std(ddof=1) / np.sqrt(600))
    assert error_of_mean(alike, [np.arange(600), family]) > 2.5 * alone
    assert error_of_mean(alike, [np.arange(600) % (FAMILIES_LEAST - 1)]) == alone


def test_crowds_that_differ_are_told_apart() -> None:
    """From the same worlds the factor is near 1; from others it is well above."""
    luck = np.random.default_rng(2)
    same = r_hat(luck.normal(0, 1, 100), luck.normal(0, 1, 100))
    apart = r_hat(luck.normal(0, 1, 100), luck.normal(1, 1, 100))
    assert 1.0 <= same < 1.02 < 1.1 < apart
    assert r_hat(np.zeros(5), np.zeros(5)) == 1.0
    assert r_hat(np.zeros(5), np.ones(5)) == float("inf")
