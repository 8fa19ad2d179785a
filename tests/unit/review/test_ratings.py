"""Ratings are proposed by one rule from how late a benchmark was."""

from warmzone.review.ratings import MAJOR_S, SOME_S, TASKS, Rating, _by_delay, by_capability
from warmzone.review.shapes import Review


def test_a_rating_follows_how_late_it_was() -> None:
    """On time is P, a little late S, much later M."""
    expected: list[tuple[float, Rating]] = [
        (-30, "P"), (SOME_S, "P"), (SOME_S + 1, "S"), (MAJOR_S, "S"), (MAJOR_S + 1, "M"),
    ]  # fmt: skip
    assert [_by_delay(late) for late, _ in expected] == [rating for _, rating in expected]


def test_what_nobody_reached_is_not_rated_and_what_was_missed_is_unable(made: Review) -> None:
    """U only where the automatic commander reached it; before the hand-over nothing is rated."""
    for one in made.ratings:
        yours = made.comparison.yours.get(one.task)
        theirs = {c.commander: c.values for c in made.comparison.others}["interior"]
        if one.task == "awareness":
            continue
        if yours is None:
            reached = theirs.get(one.task) is not None
            assert one.proposed == ("U" if reached else "–")
        elif yours < made.start_s:
            assert one.proposed == "–"


def test_every_task_belongs_to_one_capability(made: Review) -> None:
    """The guide's order is kept and no task is lost on the way."""
    grouped = [one.task for group in by_capability(made.ratings).values() for one in group]
    assert sorted(grouped) == sorted(one.measure for one in TASKS)
