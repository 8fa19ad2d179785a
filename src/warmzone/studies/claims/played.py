"""A study that was played, open for questions: any arms, incidents and physiologies compared."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from warmzone.studies.lowered import Lowered, Part
from warmzone.studies.points import BY_NAME, Points, cube_of, points_from
from warmzone.studies.spread import Spread, spread, weigh
from warmzone.studies.store import Store
from warmzone.studies.summary import weights_of

DEATHS = "savable_deaths"
"""The primary measure of the analysis plan."""

Chosen = Sequence[int] | None
"""Indexes of incidents or physiologies; None for all."""


@dataclass(frozen=True, slots=True)
class Played:
    """A study and its folder; one measure at a time is held in memory."""

    lowered: Lowered
    store: Store
    parts: tuple[Part, ...]
    kept: dict[str, np.ndarray] = field(default_factory=dict)

    @property
    def arms(self) -> list[str]:
        """The arms by id."""
        return [arm.id for arm in self.lowered.study.arms]

    def values(self, measure: str) -> np.ndarray:
        """float64[points, incidents, physiologies, arms, repeats]; NaN for a clock not reached."""
        if measure not in self.kept:
            rows = [self.store.read(part) for part in self.parts]
            cubes = [cube_of(self.lowered, each, BY_NAME[measure]).values for each in rows]
            self.kept[measure] = np.concatenate(cubes)
        return self.kept[measure]

    def points(self, mix: Mapping[str, float], measure: str = DEATHS) -> Points:
        """A weighted sum of arms at every point, incident by incident in the same luck."""
        values = self.values(measure)
        total = np.zeros(values.shape[:3] + values.shape[4:])
        for arm, weight in mix.items():
            total += weight * values[:, :, :, self.arms.index(arm)]
        return points_from(total)

    def spread(
        self,
        mix: Mapping[str, float],
        measure: str = DEATHS,
        incidents: Chosen = None,
        physiologies: Chosen = None,
    ) -> Spread:
        """That sum over the incidents and physiologies chosen."""
        points = self.points(mix, measure)
        weights = weights_of(self.lowered)
        rows = list(range(len(weights)) if incidents is None else incidents)
        bodies = list(range(points.means.shape[2]) if physiologies is None else physiologies)
        chosen = (
            each[:, rows][:, :, bodies] for each in (points.means, points.luck, points.reached)
        )
        return spread(Points(*chosen), weights[rows])

    def off(self, arm: str, reference: str, measure: str = DEATHS, **chosen: Chosen) -> Spread:
        """How far an arm lies from another."""
        return self.spread({arm: 1.0, reference: -1.0}, measure, **chosen)

    def draws(self, mix: Mapping[str, float], measure: str = DEATHS) -> np.ndarray:
        """The sum at every point and physiology, incidents by weight: float64[points, bodies]."""
        return weigh(self.points(mix, measure), weights_of(self.lowered))[0]
