"""What came out at every point of a study: means over the luck, and how much luck is in them."""

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

    def of_arm(self, arm: int) -> Points:
        """The measure itself in one arm."""
        return points_from(self.values[:, :, :, arm])

    def of_difference(self, arm: int, reference: int) -> Points:
        """Its difference between two arms in the same luck, incident by incident."""
        return points_from(self.values[:, :, :, arm] - self.values[:, :, :, reference])


def read_points(
    lowered: Lowered, store: Store, points: int, measure: Measure, reference: int | None
) -> tuple[Points, ...]:
    """Every arm's measure, or its difference from the reference arm, part by part.

    Memory grows with the points alone, not with the incidents.
    """
    arms = range(len(lowered.study.arms))
    pieces: list[list[Points]] = [[] for _ in arms]
    for part in _parts(lowered, points):
        cube = cube_of(lowered, store.read(part), measure)
        for arm in arms:
            found = cube.of_arm(arm) if reference is None else cube.of_difference(arm, reference)
            pieces[arm].append(found)
    return tuple(_joined(each) for each in pieces)


def _parts(lowered: Lowered, points: int) -> list[Part]:
    found = []
    for round_ in rounds(lowered):
        if round_.stop <= points:
            found += list(parts_of(lowered, round_))
    return found


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


def _joined(pieces: list[Points]) -> Points:
    return Points(
        np.concatenate([each.means for each in pieces]),
        np.concatenate([each.luck for each in pieces]),
        np.concatenate([each.reached for each in pieces]),
    )
