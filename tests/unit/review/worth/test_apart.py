"""Walkers in one world count for one, and crowds that differ are told apart."""

import numpy as np

from warmzone.review.worth.apart import effective, r_hat


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
