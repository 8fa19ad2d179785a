"""What a study says: every arm, and every arm against the first, with doubt and luck apart."""

from dataclasses import dataclass

import numpy as np

from warmzone.studies.lowered import Lowered
from warmzone.studies.points import BY_NAME, Points, read_points
from warmzone.studies.spread import Spread, spread
from warmzone.studies.store import Store


@dataclass(frozen=True, slots=True)
class Summary:
    """Spreads by arm and measure; `differences` are from the arm `reference`."""

    reference: str
    arms: dict[tuple[str, str], Spread]
    differences: dict[tuple[str, str], Spread]

    def difference(self, arm: str, measure: str) -> Spread:
        """How far an arm lies from the reference."""
        return self.differences[arm, measure]


def summarise(
    lowered: Lowered,
    store: Store,
    points: int,
    *,
    reference: str | None = None,
    error_p: float = 0.05,
) -> Summary:
    """Sum up the first `points` of a study; `reference` is the first arm where none is named.

    `error_p` is the chance by which the half-widths of means may be wrong.
    """
    study = lowered.study
    names = [arm.id for arm in study.arms]
    against = names[0] if reference is None else reference
    weights = weights_of(lowered)
    measures = list(study.measures)
    if study.stop is not None and study.stop.measure not in measures:
        measures.append(study.stop.measure)
    arms, differences = {}, {}
    for measure in measures:
        own = read_points(lowered, store, points, BY_NAME[measure], None)
        off = read_points(lowered, store, points, BY_NAME[measure], names.index(against))
        for name, points_of_arm, points_off in zip(names, own, off, strict=True):
            arms[name, measure] = spread(points_of_arm, weights, error_p)
            if name != against:
                differences[name, measure] = spread(points_off, weights, error_p)
    return Summary(against, arms, differences)


def weights_of(lowered: Lowered) -> np.ndarray:
    """The weight of each incident: float64[incidents]."""
    return np.array([incident.weight for incident in lowered.study.incidents], np.float64)


def points_of(
    lowered: Lowered, store: Store, points: int, measure: str, reference: str | None = None
) -> dict[str, Points]:
    """One measure at every point, by arm; its difference from an arm where one is named."""
    names = [arm.id for arm in lowered.study.arms]
    against = None if reference is None else names.index(reference)
    found = read_points(lowered, store, points, BY_NAME[measure], against)
    return dict(zip(names, found, strict=True))
