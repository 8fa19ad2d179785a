"""What evaluators said of an exercise: notes written during play, ratings decided afterwards."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from warmzone.eventlog import Row
from warmzone.exercise.codec import decode
from warmzone.exercise.events import Noted, Rated
from warmzone.review.evaluation_shapes import NoteView, RatingRow
from warmzone.review.shapes import Review

KINDS = ("note", "rated")
"""The kinds of row that evaluators write."""

WATCHES = "observer"
"""The seat of who watches; who leads, or plays alone, has the last word over it."""


def said_of(rows: Iterable[Row]) -> list[Row]:
    """The rows that evaluators wrote."""
    return [row for row in rows if row.kind in KINDS]


def evaluated(review: Review, rows: Iterable[Row]) -> Review:
    """The review with every note and with the ratings as they were decided."""
    mine = said_of(rows)
    return replace(review, notes=_notes(mine), ratings=_decided(review.ratings, mine))


def as_evaluator(review: Review, rows: Iterable[Row]) -> Review:
    """A review without figures in lives, with the ratings decided from observers' seats alone."""
    mine = [row for row in said_of(rows) if row.kind == "rated" and _rated(row).by == WATCHES]
    return replace(review, ratings=_decided(review.ratings, mine))


def _notes(rows: Sequence[Row]) -> list[NoteView]:
    """By time: notes name seats, not people."""
    found = []
    for row in rows:
        event = decode(row.kind, row.version, row.payload)
        if isinstance(event, Noted):
            found.append(NoteView(row.sim_ms / 1000, "evaluator", event.text))
    return found


def _decided(ratings: Sequence[RatingRow], rows: Sequence[Row]) -> list[RatingRow]:
    """The last word of a seat counts, and that of who leads over that of who watches."""
    said: dict[tuple[str, bool], RatingRow] = {}
    for row in rows:
        if row.kind == "rated":
            one = _rated(row)
            word = RatingRow(one.task, "", "", "", "", one.rating, one.reason, one.by, row.wall)
            said[one.task, one.by == WATCHES] = word
    return [_with_word(one, said) for one in ratings]


def _with_word(one: RatingRow, said: dict[tuple[str, bool], RatingRow]) -> RatingRow:
    for watches in (False, True):
        word = said.get((one.task, watches))
        if word is not None and word.decided:
            return replace(one, decided=word.decided, reason=word.reason, by=word.by, at=word.at)
    return replace(one, decided="", reason="", by="", at="")


def _rated(row: Row) -> Rated:
    event = decode(row.kind, row.version, row.payload)
    assert isinstance(event, Rated)  # noqa: S101 - chosen by its kind
    return event
