"""What came out at every point of a study: means over the luck, and how much luck is in them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from warmzone.measures import MEASURES, Measure
from warmzone.studies.estimate import values
from warmzone.studies.lowered import Lowered, Part, parts_of, rounds
from warmzone.studies.store import Store

BY_NAME = {measure.name: measure for measure in MEASURES}


@dataclass(frozen=True, slots=True)
class Points:
    """One quantity by point: float64[points, incidents, physiologies].

    `means` over the incidents that have a value (NaN where none has), `luck` the variance of such
    a mean from luck alone, `reached` the share that have a value.
    """

    means: np.ndarray
    luck: np.ndarray
    reached: np.ndarray


@dataclass(frozen=True, slots=True)
class Cube:
    """The values of a measure: float64[points, incidents, physiologies, arms, repeats]."""

    values: np.ndarray

    def of(self, mix: Mapping[int, float]) -> Points:
        """A weighted sum of arms in the same luck, incident by incident."""
        total = np.zeros(self.values.shape[:3] + self.values.shape[4:])
        for arm, weight in mix.items():
            total += weight * self.values[:, :, :, arm]
        return points_from(total)


def parts_until(lowered: Lowered, points: int) -> Iterator[Part]:
    """The parts of the rounds that end by so many points."""
    for round_ in rounds(lowered):
        if round_.stop <= points:
            yield from parts_of(lowered, round_)


def read_cubes(
    lowered: Lowered, store: Store, parts: Iterable[Part], measures: Sequence[Measure]
) -> Iterator[tuple[Cube, ...]]:
    """The measures of each part in turn; no more than a part is held."""
    fields = [measure.field for measure in measures]
    for part in parts:
        rows = store.read(part, fields)
        yield tuple(cube_of(lowered, rows, measure) for measure in measures)


def cube_of(lowered: Lowered, rows: np.ndarray, measure: Measure) -> Cube:
    """The rows of a part as an array with a side for everything that was varied."""
    study = lowered.study
    sides = (len(study.incidents), len(study.physiologies), len(study.arms), study.repeats)
    return Cube(values(measure, rows["outcome"]).reshape(-1, *sides))


def points_from(values: np.ndarray) -> Points:
    """Means and their luck over the last side; one repeat alone says nothing of its luck."""
    there = ~np.isnan(values)
    count = there.sum(axis=-1)
    filled = np.where(there, values, 0.0)
    with np.errstate(invalid="ignore", divide="ignore"):
        means = filled.sum(axis=-1) / count
        off = np.where(there, values - means[..., None], 0.0)
        luck = (off**2).sum(axis=-1) / (count - 1) / count
    luck = np.where(count > 1, luck, np.nan)
    return Points(means, luck, count / values.shape[-1])


def joined(pieces: Sequence[Points]) -> Points:
    """Pieces one after another."""
    return Points(
        np.concatenate([each.means for each in pieces]),
        np.concatenate([each.luck for each in pieces]),
        np.concatenate([each.reached for each in pieces]),
    )
