"""Points lie evenly in the ranges, and each depends on its number alone."""

import numpy as np
import pytest

from tests.studied import study
from warmzone.studies.design import ranges_of, seeds_at, shares, values_at
from warmzone.studies.study import Uncertain


def test_a_point_depends_on_its_number_alone() -> None:
    """Drawn one by one, in pieces or at once, the points are the same."""
    whole = shares(5, 7, range(12))
    assert np.array_equal(whole[3:8], shares(5, 7, range(3, 8)))
    assert np.array_equal(whole[11:], shares(5, 7, range(11, 12)))
    assert not np.array_equal(whole, shares(5, 8, range(12)))


def test_points_fill_the_ranges_more_evenly_than_luck() -> None:
    """Of 64 points every sixteenth of every side holds four."""
    drawn = shares(6, 1, range(64))
    counts = [np.histogram(drawn[:, k], 16, (0, 1))[0] for k in range(6)]
    assert np.all(np.array(counts) == 4)


def test_half_the_weight_lies_on_each_side_of_the_stated_value() -> None:
    """The middle is the stated value, the ends are the range's."""
    one = ranges_of([Uncertain(name="drag_m_per_s")])[0]
    assert one.at(0.5) == one.row.value
    assert (one.at(0.0), one.at(1.0)) == (one.row.low, one.row.high)
    assert one.at(0.25) == pytest.approx((one.row.low + one.row.value) / 2)


def test_every_arm_has_the_same_seeds_and_no_point_another_ones() -> None:
    """Seeds go on from point to point."""
    made = study(seed=10, repeats=3)
    assert list(seeds_at(made, 0)) == [10, 11, 12]
    assert list(seeds_at(made, 4)) == [22, 23, 24]
    assert [set(each) for each in values_at(made, range(1))] == [
        {"drag_m_per_s", "torso.rate_per_min"}
    ]
