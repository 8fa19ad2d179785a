"""One number with two intervals: doubt about the world, and luck apart from it."""

import numpy as np
import pytest

from warmzone.studies.points import Points
from warmzone.studies.spread import spread


def drawn(doubt: float, luck: float, repeats: int = 4, points: int = 2000) -> Points:
    """Points whose expected values vary by `doubt` about 2, with luck `luck` in each incident."""
    source = np.random.default_rng(3)
    expected = 2.0 + doubt * source.standard_normal((points, 1, 1, 1))
    values = expected + luck * source.standard_normal((points, 1, 1, repeats))
    means = values.mean(axis=-1)
    return Points(means, values.var(axis=-1, ddof=1) / repeats, np.ones(means.shape))


def test_the_interval_is_of_doubt_and_luck_is_taken_out() -> None:
    """95 % of the expected values, however much luck lies over them."""
    found = spread(drawn(0.5, 1.0), np.ones(1))
    assert found.low == pytest.approx(2.0 - 1.96 * 0.5, abs=0.12)
    assert found.high == pytest.approx(2.0 + 1.96 * 0.5, abs=0.12)
    assert found.luck == pytest.approx(1.96 * 1.0 / np.sqrt(8000), rel=0.1)


def test_without_doubt_nothing_is_left_but_luck() -> None:
    """Points that differ by luck alone give a narrow interval, the narrower the more there are."""
    found = spread(drawn(0.0, 3.0), np.ones(1))
    assert found.high - found.low < 0.4 * 2 * 1.96 * 3.0 / np.sqrt(4)
    few = spread(drawn(0.0, 3.0, points=60), np.ones(1))
    assert few.high - few.low > found.high - found.low
    assert abs(found.mean - 2.0) < found.half_width


def test_more_looks_make_the_half_width_wider() -> None:
    """A smaller chance of being wrong asks for more."""
    points = drawn(0.5, 1.0, points=50)
    assert spread(points, np.ones(1), 0.01).half_width > spread(points, np.ones(1)).half_width


def test_incidents_count_by_weight_and_those_without_a_value_not_at_all() -> None:
    """A clock that was never reached in one kind leaves the mean to the others."""
    means = np.array([[[1.0], [5.0]], [[np.nan], [5.0]]])
    reached = np.where(np.isnan(means), 0.0, 1.0)
    found = spread(Points(means, np.zeros(means.shape), reached), np.array([3.0, 1.0]))
    assert found.mean == pytest.approx((2.0 + 5.0) / 2)
    assert found.reached_p == pytest.approx((3 * 0.5 + 1) / 4)


def test_nothing_reached_is_said_as_nothing() -> None:
    """No number is made up."""
    empty = np.full((3, 1, 1), np.nan)
    found = spread(Points(empty, empty, np.zeros(empty.shape)), np.ones(1))
    assert found.draws == 0
    assert np.isnan(found.mean)


def test_the_interval_is_never_narrower_than_the_mean_is_known() -> None:
    """Rare effects and few points leave width, however much luck is taken out."""
    source = np.random.default_rng(5)
    values = -(source.random((64, 1, 3, 4)) < 0.01).astype(float)
    means, luck = values.mean(axis=-1), values.var(axis=-1, ddof=1) / 4
    found = spread(Points(means, luck, np.ones(means.shape)), np.ones(1))
    assert found.low <= found.mean - found.half_width
    assert found.high >= found.mean + found.half_width


def test_physiologies_in_the_same_luck_are_no_more_luck_than_one() -> None:
    """Three equal columns have the luck of one of them, not a smaller one."""
    one = drawn(0.2, 1.0, points=100)
    three = Points(*(np.repeat(each, 3, axis=2) for each in (one.means, one.luck, one.reached)))
    assert spread(three, np.ones(1)).luck == pytest.approx(spread(one, np.ones(1)).luck)
