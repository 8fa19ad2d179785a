"""A programme's split, beside what an instructor estimates and beside public programmes."""

from collections.abc import Iterable, Mapping
from functools import cache

from warmzone.evidence.programmes import ProgrammeRow, programme_rows, split_rows
from warmzone.training.audit.result import AuditedLesson, ClaimCompared, Compared, Range, Split
from warmzone.training.audit.shares import LABELS

DECIMALS = 4
CLAIMED = ("medical", "movement", "command")
WHOSE = (
    "An instructor's estimate of many tactical-medicine courses (TacMed USA), not a measured "
    "figure; it names only these three. No public programme read so far matches it."
)


def split_of(weights: Mapping[str, float]) -> Split:
    """Minutes (or counts) by label as shares of their sum; all None where the sum is 0."""
    total = sum(weights.values())
    if total <= 0:
        return Split()
    return Split(**{label: round(weights[label] / total, DECIMALS) for label in weights})


def minutes_by_label(lessons: Iterable[AuditedLesson]) -> dict[str, float]:
    """The minutes of the labelled lessons, by label."""
    timed = [one for one in lessons if one.is_labelled and one.minutes is not None]
    return {
        label: sum((one.minutes or 0) * one.shares.of(label) for one in timed) for label in LABELS
    }


def lessons_by_label(lessons: Iterable[AuditedLesson]) -> dict[str, float]:
    """The labelled lessons themselves, by label, whatever they last."""
    some = [one for one in lessons if one.is_labelled]
    return {label: sum(one.shares.of(label) for one in some) for label in LABELS}


def compare(weights: Mapping[str, float]) -> Compared:
    """A programme's minutes by label beside the estimate and beside the public programmes."""
    here = split_of(weights)
    three = split_of({label: weights[label] for label in CLAIMED})
    others = reference()
    ranges = []
    for label in LABELS:
        shares = [_share(row, label) for row in others]
        mine: float | None = getattr(here, label)
        ranges.append(Range(label, mine, round(min(shares), 4), round(max(shares), 4)))
    return Compared(ClaimCompared(estimate(), three, WHOSE), tuple(ranges), len(others))


@cache
def estimate() -> Split:
    """The estimated split."""
    return Split(**{name: row.value for name, row in split_rows().items()})


@cache
def reference() -> tuple[ProgrammeRow, ...]:
    """The public programmes with minutes for lessons or blocks; others have no inner balance."""
    return tuple(row for row in programme_rows() if row.compared and row.detail != "whole")


def _share(row: ProgrammeRow, label: str) -> float:
    return row.minutes[label] / sum(row.minutes.values())
