"""Which drill comes next: what is due, weak and uncertain; what was right comes back later."""

from datetime import UTC, datetime, timedelta

from fsrs import Rating

from tests.attempts import attempt
from warmzone.training.drills.drill import points_drilled
from warmzone.training.drills.record import Attempt
from warmzone.training.drills.spacing import LONGEST_DAYS, next_drill, rating, standing

NOW = datetime(2027, 3, 1, 8, tzinfo=UTC)


def test_what_was_never_tried_is_due_and_comes_before_what_is_known() -> None:
    """After one right answer another point is asked."""
    first = next_drill([], NOW)
    assert first.due
    made = [attempt(at=NOW, point=first.drill.point, drill=first.drill.id)]
    assert next_drill(made, NOW).drill.point != first.drill.point


def test_a_wrong_answer_comes_back_sooner_than_a_right_one() -> None:
    """FSRS asks a point that failed before one that was right, and none at once."""
    made = [attempt(at=NOW, point=4, verdict="wrong"), attempt(at=NOW, point=13)]
    due = {one.estimate.point: one.due for one in standing(made, NOW)}
    failed, known = due[4], due[13]
    assert failed is not None
    assert known is not None
    assert NOW < failed < known


def test_nothing_stays_away_for_longer_than_three_months() -> None:
    """However often it was right."""
    made, at = [], NOW
    for _ in range(12):
        made.append(attempt(at=at))
        at += timedelta(days=LONGEST_DAYS)
    due = next(one.due for one in standing(made, at) if one.estimate.point == 13)
    assert due is not None
    assert due <= made[-1].when + timedelta(days=LONGEST_DAYS, minutes=1)


def test_of_what_is_due_the_weakest_comes_first() -> None:
    """Two points tried long ago, one of them mostly wrong: that one."""
    long_ago = NOW - timedelta(days=200)
    everything = [
        attempt(at=long_ago, point=point, verdict="wrong" if point == 18 else "right")
        for point in points_drilled()
        for _ in range(4)
    ]
    assert next_drill(everything, NOW).drill.point == 18


def test_where_nothing_is_due_it_says_so_and_repeats_nothing_at_once() -> None:
    """Everything right a minute ago: something long ago comes, named as ahead of its time."""
    made: list[Attempt] = [
        attempt(at=NOW - timedelta(minutes=60 - n), point=point)
        for n, point in enumerate(points_drilled())
    ]
    coming = next_drill(made, NOW)
    assert not coming.due
    assert "Nothing is due" in coming.why
    assert coming.drill.point != made[-1].point


def test_a_drill_tried_again_has_another_moment() -> None:
    """The second time is not the same situation."""
    made = [
        attempt(at=NOW - timedelta(days=200), point=point, drill="x") for point in points_drilled()
    ]
    made.append(
        attempt(at=NOW - timedelta(days=200), point=18, drill="where-the-aep", verdict="wrong")
    )
    coming = next_drill(made, NOW)
    assert (coming.drill.id, coming.variant) == ("where-the-aep", 1)


def test_slow_and_arguable_answers_are_hard() -> None:
    """What nearly was not decided comes back sooner than what was clear."""
    assert rating(attempt(at=NOW)) == Rating.Good
    assert rating(attempt(at=NOW, took_s=19.0)) == Rating.Hard
    assert rating(attempt(at=NOW, verdict="arguable")) == Rating.Hard
    assert rating(attempt(at=NOW, verdict="wrong")) == Rating.Again
