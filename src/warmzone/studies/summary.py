"""What a study says: every arm, and every arm against the first, with doubt and luck apart."""

from dataclasses import dataclass

import numpy as np

from warmzone.studies.gathering import Gathered
from warmzone.studies.lowered import Lowered
from warmzone.studies.points import BY_NAME, parts_until, read_cubes
from warmzone.studies.spread import Spread, spread_of
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
    chosen = [BY_NAME[name] for name in measures]
    own = [[Gathered(weights) for _ in names] for _ in measures]
    off = [[Gathered(weights) for _ in names] for _ in measures]
    reference_arm = names.index(against)
    parts = parts_until(lowered, points)
    for cubes in read_cubes(lowered, store, parts, chosen):
        for m, cube in enumerate(cubes):
            for arm in range(len(names)):
                own[m][arm].add(cube.of({arm: 1.0}))
                if arm != reference_arm:
                    off[m][arm].add(cube.of({arm: 1.0, reference_arm: -1.0}))
    arms, differences = {}, {}
    for m, measure in enumerate(measures):
        for arm, name in enumerate(names):
            arms[name, measure] = spread_of(own[m][arm], error_p)
            if arm != reference_arm:
                differences[name, measure] = spread_of(off[m][arm], error_p)
    return Summary(against, arms, differences)


def weights_of(lowered: Lowered) -> np.ndarray:
    """The weight of each incident: float64[incidents]."""
    return np.array([incident.weight for incident in lowered.study.incidents], np.float64)
