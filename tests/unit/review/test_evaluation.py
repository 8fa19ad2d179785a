"""What evaluators say is kept in the log and set beside what is proposed; the last word counts."""

import pytest
from msgspec.structs import replace

from tests.played import NOTED, WALL
from warmzone.eventlog import Header, Row
from warmzone.exercise.codec import encode, kind_of
from warmzone.exercise.events import VERSION, Event, Noted, Rated
from warmzone.review.evaluation import as_evaluator, evaluated
from warmzone.review.shapes import Review
from warmzone.review.story import review
from warmzone.review.withheld import without_lives

TASK, OTHER = "interior_command", "rtf_in"


def written(rows: list[Row], *events: Event) -> list[Row]:
    """The log with more said after its end."""
    last = rows[-1]
    more = [
        Row(last.sequence + k, last.sim_ms, WALL, -1, None, kind_of(one), VERSION,
            encode(one))
        for k, one in enumerate(events, 1)
    ]  # fmt: skip
    return [*rows, *more]


def word(told: Review, task: str = TASK) -> tuple[str, str, str]:
    """What was decided of a task, why and by which seat."""
    one = next(row for row in told.ratings if row.task == task)
    return one.decided, one.reason, one.by


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        ([Rated(TASK, "S", "late", "observer")], ("S", "late", "observer")),
        ([Rated(TASK, "S", "a", "observer"), Rated(TASK, "M", "b", "observer")],
         ("M", "b", "observer")),
        ([Rated(TASK, "M", "b", "instructor"), Rated(TASK, "S", "a", "observer")],
         ("M", "b", "instructor")),
        ([Rated(TASK, "S", "a", "observer"), Rated(TASK, "M", "b", "instructor"),
          Rated(TASK, "", "", "instructor")], ("S", "a", "observer")),
        ([Rated(TASK, "S", "a", "observer"), Rated(TASK, "", "", "observer")], ("", "", "")),
    ],
)  # fmt: skip
def test_the_last_word_counts_and_who_leads_over_who_watches(
    said: list[Event], counts: tuple[str, str, str], log: tuple[Header, list[Row]], made: Review
) -> None:
    """An empty rating takes back what its seat decided; other tasks are untouched."""
    told = evaluated(made, written(log[1], *said))
    assert word(told) == counts
    assert word(told, OTHER) == ("", "", "")
    at = next(row.at for row in told.ratings if row.task == TASK)
    assert at == (WALL if counts[0] else "")


def test_what_is_proposed_and_all_else_is_not_changed(
    log: tuple[Header, list[Row]], made: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A review made of a log with ratings is the one made before, with the words added."""
    monkeypatch.setattr("warmzone.review.comparison.NAMES", ("interior",))
    header, rows = log
    later = written(rows, Rated(TASK, "U", "never said it", "instructor"), Noted("afterwards"))
    told = review(header, later)
    assert word(told) == ("U", "never said it", "instructor")
    assert [one.text for one in told.notes] == [NOTED, "afterwards"]
    before = evaluated(review(header, rows), rows)
    assert replace(told, ratings=before.ratings, notes=before.notes, timeline=[]) == replace(
        before, timeline=[]
    )


def test_before_release_who_watches_sees_what_watchers_decided(
    log: tuple[Header, list[Row]], made: Review
) -> None:
    """What who leads decided or anybody noted may speak of lives: none of it is there."""
    rows = written(
        log[1], Rated(TASK, "S", "a", "observer"), Rated(TASK, "M", "two died", "instructor"),
        Rated(OTHER, "M", "two died", "instructor"),
    )  # fmt: skip
    held = without_lives(evaluated(made, rows))
    assert all(not one.decided and not one.reason for one in held.ratings)
    assert held.notes == []
    told = as_evaluator(held, rows)
    assert word(told) == ("S", "a", "observer")
    assert word(told, OTHER) == ("", "", "")
    assert told.notes == []
