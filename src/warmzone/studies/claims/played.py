"""A study that was played, open for questions: any arms, incidents and physiologies compared."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from warmzone.studies.gathering import weigh
from warmzone.studies.lowered import Lowered, Part
from warmzone.studies.points import BY_NAME, Cube, Points, joined, read_cubes
from warmzone.studies.spread import Spread, spread
from warmzone.studies.store import Store
from warmzone.studies.summary import weights_of

DEATHS = "savable_deaths"
"""The primary measure of the analysis plan."""

Chosen = Sequence[int] | None
"""Indexes of incidents or physiologies; None for all."""


REMEMBERED = 16
"""So many sums of arms are kept; a map asks for the same one incident by incident."""
HELD = 2_000_000
"""Of so many incidents the values of a measure are held: eight bytes each."""


@dataclass(frozen=True, slots=True)
class Played:
    """A study and its folder, read part by part; what is kept of it grows with the points alone.

    Of a study that is small the values of a measure are held, so that they are read once.
    """

    lowered: Lowered
    store: Store
    parts: tuple[Part, ...]
    kept: dict[tuple[object, ...], Points] = field(default_factory=dict)
    held: dict[str, list[Cube]] = field(default_factory=dict)

    @property
    def arms(self) -> list[str]:
        """The arms by id."""
        return [arm.id for arm in self.lowered.study.arms]

    def points(self, mix: Mapping[str, float], measure: str = DEATHS) -> Points:
        """A weighted sum of arms at every point, incident by incident in the same luck."""
        key = (measure, *sorted(mix.items()))
        if key not in self.kept:
            if len(self.kept) >= REMEMBERED:
                self.kept.pop(next(iter(self.kept)))
            arms = {self.arms.index(arm): weight for arm, weight in mix.items()}
            self.kept[key] = joined([cube.of(arms) for cube in self._cubes(measure)])
        return self.kept[key]

    def share_within(self, arm: str, measure: str, most: float, incidents: Chosen = None) -> float:
        """The share of an arm's incidents in which a clock is reached by `most` seconds.

        Kinds of incident count as often as each is played.
        """
        at = self.arms.index(arm)
        chosen = slice(None) if incidents is None else list(incidents)
        within = [values.values[:, chosen, :, at] <= most for values in self._cubes(measure)]
        return sum(int(each.sum()) for each in within) / sum(each.size for each in within)

    def _cubes(self, measure: str) -> Iterator[Cube]:
        if measure in self.held:
            return iter(self.held[measure])
        chosen = [BY_NAME[measure]]
        read = (cubes[0] for cubes in read_cubes(self.lowered, self.store, self.parts, chosen))
        points = sum(part.end - part.first for part in self.parts)
        if points * self.lowered.incidents_per_point > HELD:
            return read
        self.held[measure] = list(read)
        return iter(self.held[measure])

    def spread(
        self,
        mix: Mapping[str, float],
        measure: str = DEATHS,
        incidents: Chosen = None,
        physiologies: Chosen = None,
    ) -> Spread:
        """That sum over the incidents and physiologies chosen."""
        return spread(*self._chosen(self.points(mix, measure), incidents, physiologies))

    def by_point(
        self,
        mix: Mapping[str, float],
        incidents: Chosen = None,
        physiologies: Chosen = None,
    ) -> np.ndarray:
        """The same at every point, of the primary measure: float64[points]."""
        points, weights = self._chosen(self.points(mix), incidents, physiologies)
        mean: np.ndarray = weigh(points, weights)[0].mean(axis=1)
        return mean

    def _chosen(
        self, points: Points, incidents: Chosen, physiologies: Chosen
    ) -> tuple[Points, np.ndarray]:
        """Of these points the incidents and physiologies chosen, with their weights."""
        weights = weights_of(self.lowered)
        rows = list(range(len(weights)) if incidents is None else incidents)
        bodies = list(range(points.means.shape[2]) if physiologies is None else physiologies)
        chosen = (
            each[:, rows][:, :, bodies] for each in (points.means, points.luck, points.reached)
        )
        return Points(*chosen), weights[rows]

    def off(self, arm: str, reference: str, measure: str = DEATHS, **chosen: Chosen) -> Spread:
        """How far an arm lies from another."""
        return self.spread({arm: 1.0, reference: -1.0}, measure, **chosen)

    def draws(self, mix: Mapping[str, float], measure: str = DEATHS) -> np.ndarray:
        """The sum at every point and physiology, incidents by weight: float64[points, bodies]."""
        return weigh(self.points(mix, measure), weights_of(self.lowered))[0]
