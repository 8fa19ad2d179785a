"""A kept review as who asks may see it, with what evaluators have said since."""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from warmzone.eventlog import Row
from warmzone.review.evaluation import as_evaluator, evaluated, said_of
from warmzone.review.shapes import Review
from warmzone.review.withheld import without_lives


@dataclass(frozen=True, slots=True)
class Eyes:
    """What who asks may see: figures in lives, and what was decided from observers' seats."""

    lives: bool
    evaluates: bool = False


def as_seen(made: bytes, rows: Sequence[Row], eyes: Eyes) -> Review:
    """A review that was kept, for these eyes."""
    review = msgspec.json.decode(made, type=Review)
    if eyes.lives:
        return evaluated(review, rows)
    held = without_lives(review)
    return as_evaluator(held, rows) if eyes.evaluates else held


def sent(made: bytes, rows: Sequence[Row], eyes: Eyes) -> bytes:
    """The same as JSON; what nothing was said of since is sent as it was kept."""
    if eyes.lives and not said_of(rows):
        return made
    return msgspec.json.encode(as_seen(made, rows, eyes))
