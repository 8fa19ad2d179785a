"""An exercise as one row of figures says neither who played it nor when."""

import csv
import io

from warmzone.review.report.anonymous import HEADS, anonymous
from warmzone.review.report.forms import Material, make
from warmzone.review.shapes import Review
from warmzone.review.worth.shapes import AccountView, Cost, WorthReview

ACCOUNT = AccountView("interior", 6, 2.0, 2.9, Cost(0.8, 0.6, 1, 9), 0.1, [])
WORTH = WorthReview("", "", "same", "6", [], [], [ACCOUNT])


def test_the_figures_stand_and_nothing_else(made: Review) -> None:
    """Points, lives, clocks and awareness are those of the review; person and group are empty."""
    (row,) = anonymous(made, WORTH)
    assert made.score is not None
    assert row["points"] == made.score.points
    assert (row["decisions_lives"], row["luck_lives"]) == (0.8, 0.1)
    assert row["first_warm_declared"] == made.outcome["first_warm_declared"]
    assert (row["person"], row["group"]) == (None, None)
    assert list(row) == list(HEADS)


def test_nothing_says_who_or_when(made: Review) -> None:
    """No id, no date, no word that was typed."""
    data = make("anonymous", Material(made, WORTH, [])).popitem()[1].decode()
    (row,) = csv.DictReader(io.StringIO(data))
    assert row["scenario"] == made.scenario
    typed = [one.why for one in made.statements] + [one.text for one in made.notes]
    for word in (made.exercise, made.started_at[:10], *typed):
        assert word not in data


def test_without_prices_the_lives_are_empty(made: Review) -> None:
    """What was not priced, or not released, is no zero."""
    (row,) = anonymous(made, None)
    assert row["decisions_lives"] is None
