"""What an hour must bring: against the best of the others, in words where there is none."""

import pytest

from warmzone.studies.hours import Hour, best_hour, hour_of, needed, rise_needed
from warmzone.studies.spread import Spread

CHANCE = "the chance"


def test_an_hour_is_its_share_of_the_block_that_was_played() -> None:
    """Deaths saved are deaths fewer; at most is the far end of the interval of the mean."""
    hour = hour_of("The next hour", Spread(-0.08, -0.2, 0.1, 0.0, 0.04, 0.7, 0.9, 64), 8.0)
    assert (hour.saved, hour.most) == pytest.approx((0.01, 0.015))


def test_the_best_hour_is_the_one_to_beat() -> None:
    """Whichever saves most on the mean; it needs its share of what a whole chance is worth."""
    first, second = Hour("The first hour", 0.002, 0.004), Hour("The next hour", 0.0, 0.001)
    assert best_hour([second, first]) is first
    assert rise_needed(first, 0.2) == pytest.approx(0.01)
    told = needed(first, 0.2, CHANCE)
    assert "at least 1.00%" in told
    assert "at most 2.00%" in told


def test_where_nothing_is_to_beat_it_says_so() -> None:
    """Never a break-even of 0.00 %; what is left open by the interval is told."""
    assert rise_needed(Hour("The next hour", 0.0, 0.0), 0.2) is None
    told = needed(Hour("The next hour", -0.001, 0.004), 0.2, CHANCE)
    assert "there is nothing to beat. At the most" in told
    assert "2.00%" in told
    assert "0.00%" not in needed(Hour("The next hour", 0.0, 0.0), 0.2, CHANCE)


def test_what_no_training_can_bring_is_told() -> None:
    """More than a whole chance, or a chance that is worth nothing."""
    hour = Hour("The first hour", 0.3, 0.4)
    for worth in (0.2, 0.0):
        assert "cannot be worth as much" in needed(hour, worth, CHANCE)
