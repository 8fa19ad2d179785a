"""The design of a study: where in the ranges of uncertain evidence each point lies."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from warmzone.evidence.rows import Row
from warmzone.evidence.skills import skill_rows
from warmzone.studies.numbers import known_numbers
from warmzone.studies.study import Study, Uncertain


@dataclass(frozen=True, slots=True)
class Range:
    """A number, its stated value, and from where to where it may lie."""

    row: Row
    low: float
    high: float

    def at(self, share: float) -> float:
        """The value below which that share of the weight lies: half of it on each side."""
        if share < 0.5:
            return self.low + 2.0 * share * (self.row.value - self.low)
        return self.row.value + (2.0 * share - 1.0) * (self.high - self.row.value)


def study_ranges(study: Study) -> tuple[Range, ...]:
    """What a study draws: its uncertain numbers in the order of the file, then of learning."""
    rows = skill_rows().values() if study.uncertain_training else ()
    learning = tuple(Range(row, row.low, row.high) for row in rows)
    return ranges_of(study.uncertain) + learning


def ranges_of(uncertain: Sequence[Uncertain]) -> tuple[Range, ...]:
    """The ranges in the order of the file."""
    found = []
    for each in uncertain:
        row = known_numbers()[each.name]
        low = row.low if each.low is None else each.low
        high = row.high if each.high is None else each.high
        found.append(Range(row, low, high))
    return tuple(found)


def shares(dimensions: int, seed: int, points: range) -> np.ndarray:
    """Points of the scrambled Sobol sequence of that seed: float64[len(points), dimensions].

    A point depends on its number alone; with no dimension the rows are empty.
    """
    if dimensions == 0 or len(points) == 0:
        return np.zeros((len(points), dimensions))
    from scipy.stats import qmc

    sequence = qmc.Sobol(dimensions, scramble=True, rng=seed)
    if points.start:
        sequence.fast_forward(points.start)
    # The first alone: the sequence warns of a first draw that is no power of two.
    first = sequence.random(1)
    return np.vstack([first, sequence.random(len(points) - 1)]) if len(points) > 1 else first


def values_at(study: Study, points: range) -> list[dict[str, float]]:
    """The drawn numbers of each point, by row name."""
    ranges = study_ranges(study)
    drawn = shares(len(ranges), study.seed, points)
    return [
        {each.row.name: each.at(float(share)) for each, share in zip(ranges, row, strict=True)}
        for row in drawn
    ]


def seeds_at(study: Study, point: int) -> np.ndarray:
    """The seeds of the incidents at a point: uint64[repeats]; the same in every arm."""
    first = study.seed + point * study.repeats
    return np.arange(first, first + study.repeats, dtype=np.uint64)
