"""The score on the page is the score of measures, in plain words, for a person and a commander."""

import pytest

from warmzone.measures.decisions.unsound import Why
from warmzone.review.points import WHY, points_line
from warmzone.review.shapes import Review, ScoreView


def test_the_page_and_the_table_tell_the_same_points(made: Review) -> None:
    """One definition: the view, the comparison and the first page agree."""
    assert made.score is not None
    assert made.comparison.yours["points"] == made.score.points
    assert sum(row.share for row in made.score.rows) == pytest.approx(made.score.taken)
    assert len(made.score.rows) == made.score.asked
    assert made.lines[1].text.startswith(f"{made.score.points:.0f} of 100 points")


def test_every_commander_is_scored_in_the_same_luck(made: Review) -> None:
    """Nobody has none, interior command has some."""
    points = {one.commander: one.values["points"] for one in made.comparison.others}
    assert points["nobody"] is not None
    assert points["interior"] is not None
    assert points["nobody"] < points["interior"]


def test_every_reason_has_words() -> None:
    """None is left without a sentence for the page."""
    assert set(WHY) == set(Why)


def test_nothing_asked_is_no_score() -> None:
    """An exercise that asked for nothing has no line of points."""
    assert points_line(ScoreView("", None, 9.0, 0, 0.0, [], []), 50.0) is None
