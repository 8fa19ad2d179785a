"""Sampling intervals are those of the textbooks, and as wide as the number of cases says."""

import math
from dataclasses import replace

import numpy as np
import pytest

from warmzone.evidence.targets import Target, targets
from warmzone.studies.verification.lookup import interval_of, target_of
from warmzone.studies.verification.sampling import (
    binomial,
    by_incident,
    lognormal_through,
    of_quantile,
    order_statistics,
    share_of,
)


def test_a_binomial_interval_is_clopper_and_pearsons() -> None:
    """No hit in 10 excludes more than 30.85 %, all hits the mirror image, half is symmetric."""
    none, every, half = binomial(0.0, 10), binomial(1.0, 10), binomial(0.5, 10)
    assert (none.low, every.high) == (0.0, 1.0)
    assert none.high == pytest.approx(1 - 0.025 ** (1 / 10))
    assert every.low == pytest.approx(1 - none.high)
    assert half.low == pytest.approx(1 - half.high)


def test_a_lognormal_goes_through_two_quantiles() -> None:
    """Two quantiles fix the curve: 36 % by 2 min and 69 % by 5 min give the median of 2.96 min."""
    mean, sigma = lognormal_through([(0.36, 2.0), (0.69, 5.0)])
    assert math.exp(mean) == pytest.approx(2.94, abs=0.03)
    assert sigma == pytest.approx(1.08, abs=0.02)


def test_order_statistics_cover_what_a_sample_does() -> None:
    """The interval of a median of 69 covers 95 % of medians of 69 draws from its lognormal."""
    median, p90 = (target_of(f"bachman-2019.all_ready.{kind}") for kind in ("median", "p90"))
    interval = order_statistics(median, [median, p90])
    mean, sigma = lognormal_through([(0.5, median.value), (0.9, p90.value)])
    drawn = np.exp(np.random.default_rng(1).normal(mean, sigma, (4000, 69)))
    medians = np.median(drawn, axis=1)
    covered = np.mean((interval.low <= medians) & (medians <= interval.high))
    assert 0.93 < covered < 0.97


def test_more_cases_make_a_narrower_interval() -> None:
    """Four times the drills halve the width."""
    median, p90 = (target_of(f"bachman-2019.command.{kind}") for kind in ("median", "p90"))
    few = order_statistics(median, [median, p90])
    many = order_statistics(replace(median, n=4 * 69), [median, p90])
    ratio = (many.high - many.low) / (few.high - few.low)
    assert 0.45 < ratio < 0.55


@pytest.mark.parametrize("target", targets(), ids=lambda target: target.id)
def test_every_target_has_an_interval_around_it(target: Target) -> None:
    """Low, printed, high, in that order, and a word on how they were made."""
    interval = interval_of(target)
    assert interval.low <= target.value <= interval.high
    assert interval.low < interval.high
    assert interval.method


def test_a_quantile_of_a_sample_lies_between_its_ranks() -> None:
    """The median of 1 to 1001 is 501, with ranks about 31 either way."""
    value, low, high = of_quantile(np.arange(1.0, 1002.0), 0.5)
    assert value == 501.0
    assert 465 <= low <= 475
    assert 527 <= high <= 537


def test_people_of_one_incident_do_not_count_as_many_incidents() -> None:
    """Ten incidents of a hundred people with one fate each are ten cases, not a thousand."""
    together = [np.full(100, k % 2 == 0) for k in range(10)]
    value, low, high = by_incident(together, share_of, 1)
    assert value == 0.5
    assert high - low > 0.4
