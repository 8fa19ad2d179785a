"""Awareness is scored one way: the right answer is worth 1, nothing right is worth 0."""

from dataclasses import replace

from warmzone.measures.awareness import HALF, QUESTIONS, Picture, awareness, scores
from warmzone.vocabulary.codes import CommandPlace, ThreatStatus

HELD = Picture({1: 4, 2: 5}, 8, frozenset({3, 4}), ThreatStatus.ONGOING, 7, CommandPlace.INSIDE)


def test_who_knows_everything_has_one() -> None:
    """The picture itself scores 1 in every question."""
    parts = scores(HELD, HELD)
    assert parts == {question.name: 1.0 for question in QUESTIONS}
    assert awareness(parts) == 1.0


def test_each_question_says_its_share() -> None:
    """One team of two, six reds for eight, one place of three, the wrong room, nobody."""
    said = Picture({1: 4, 2: 9}, 6, frozenset({3, 9}), ThreatStatus.ONGOING, 1, CommandPlace.NOBODY)
    assert scores(said, HELD) == {
        "teams": 0.5,
        "reds": 0.75,
        "cleared": 1 / 3,
        "threat": HALF,
        "command": 0.0,
    }
    assert scores(replace(said, threat=ThreatStatus.OVER), HELD)["threat"] == 0.0


def test_what_could_not_be_asked_is_left_out() -> None:
    """Before a team has reported there is none to place; nothing cleared is known as such."""
    empty = Picture({}, 0, frozenset(), ThreatStatus.UNKNOWN, -1, CommandPlace.NOBODY)
    parts = scores(empty, empty)
    assert "teams" not in parts
    assert awareness(parts) == 1.0
