"""A study lowered to worlds and policies, and the playing of one part of it."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from warmzone.doctrine.commanders import automatic
from warmzone.doctrine.rules import Rule
from warmzone.kernel.outcomes import OUTCOME
from warmzone.scenario.incident import by_unconfirmed_rules
from warmzone.simulation.layout import Sizes
from warmzone.simulation.lower import Prepared, prepare
from warmzone.simulation.machine import Machine
from warmzone.simulation.run import Automatic
from warmzone.studies.design import seeds_at, values_at
from warmzone.studies.execute import Desk, play_batch
from warmzone.studies.learning import stated, trained
from warmzone.studies.numbers import put_numbers, united, with_numbers, without_orders
from warmzone.studies.study import Arm, Study
from warmzone.studies.study_file import Opened
from warmzone.vocabulary.codes import Physiology

PART, LONGEST_PART = 512, 8192
"""About so many incidents are played between two savings, at least and at most."""
PARTS = 16
"""A range of points is cut into so many where its size allows, for those who play side by side."""

_KEYS = [
    ("incident", np.int16),
    ("physiology", np.int8),
    ("arm", np.int16),
    ("point", np.int32),
    ("repeat", np.int16),
    ("seed", np.uint64),
]
ROW = np.dtype([*_KEYS, ("outcome", OUTCOME)], align=True)
"""One incident played: where it belongs, and what became of everybody."""


@dataclass(frozen=True, slots=True)
class Part:
    """The points `first` to `end - 1` of a study, in every arm; the unit that is saved."""

    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Lowered:
    """A study ready to be played: `worlds[incident][physiology][arm]`, `crews[arm]`."""

    study: Study
    worlds: tuple[tuple[tuple[Prepared, ...], ...], ...]
    crews: tuple[Automatic, ...]
    digest: str

    @property
    def incidents_per_point(self) -> int:
        """How many incidents are played at one point."""
        study = self.study
        cells = len(study.incidents) * len(study.physiologies) * len(study.arms)
        return cells * study.repeats

    def digests(self) -> dict[str, str]:
        """The digest of every world, by incident, physiology and arm."""
        study = self.study
        return {
            f"{incident.id}/{physiology}/{arm.id}": prepared.digest
            for incident, rows in zip(study.incidents, self.worlds, strict=True)
            for physiology, row in zip(study.physiologies, rows, strict=True)
            for arm, prepared in zip(study.arms, row, strict=True)
        }


def lower_study(opened: Opened) -> Lowered:
    """Prepare every world and commander of a study that was found sound."""
    study = opened.study
    worlds = []
    for scenario, site in opened.scenarios:
        rows = []
        for name in study.physiologies:
            body = Physiology[name.upper()]
            rules = {(arm.profile, arm.unconfirmed) for arm in study.arms}
            by_rules = {
                (profile, unconfirmed): prepare(
                    by_unconfirmed_rules(scenario) if unconfirmed else scenario,
                    site,
                    profile=profile,
                    physiology=body,
                )
                for profile, unconfirmed in rules
            }
            rows.append(
                tuple(
                    united(
                        without_orders(by_rules[arm.profile, arm.unconfirmed], arm.forbid),
                        arm.unified,
                    )
                    for arm in study.arms
                )
            )
        worlds.append(tuple(rows))
    crews = tuple(crew_of(arm) for arm in study.arms)
    return Lowered(study, tuple(worlds), crews, opened.digest)


def crew_of(arm: Arm) -> Automatic:
    """The commander of an arm, with its own rules."""
    crew = automatic(arm.commander)
    for name, value in arm.rules.items():
        crew.crew.tactical[Rule[name.upper()]] = value
    return crew


def parts_of(lowered: Lowered, points: range) -> Iterator[Part]:
    """The parts of a range of points; they depend on the study alone, not on who plays them.

    Saving a part and reading it again costs the same however long it is.
    """
    incidents = len(points) * lowered.incidents_per_point // PARTS
    step = max(1, min(max(incidents, PART), LONGEST_PART) // lowered.incidents_per_point)
    for first in range(points.start, points.stop, step):
        yield Part(first, min(first + step, points.stop))


def rounds(lowered: Lowered) -> Iterator[range]:
    """Ranges of points: the first, then as many again as there were, up to the most."""
    study = lowered.study
    yield range(study.points)
    done = study.points
    while study.stop is not None and done < study.stop.most_points:
        end = min(2 * done, study.stop.most_points)
        yield range(done, end)
        done = end


def play_part(lowered: Lowered, part: Part, machine: Machine) -> np.ndarray:
    """Play the incidents of a part: ROW[n], by point, incident, physiology, arm, repeat.

    Raises RuntimeError where an incident ended as a defect of the kernel.
    """
    study = lowered.study
    points = range(part.first, part.end)
    rows = _keyed(lowered, points)
    seeds = np.ascontiguousarray(rows["seed"])
    # Apart from the keys: what is played is written where the kernel needs it, and taken over once.
    outcomes = np.zeros(len(rows), OUTCOME)
    desks: dict[Sizes, Desk] = {}
    worlds, at = _Worlds(lowered), 0
    for drawn in values_at(study, points):
        worlds.move_to([numbers_in(arm, drawn) for arm in study.arms])
        for place in np.ndindex(len(study.incidents), len(study.physiologies), len(study.arms)):
            prepared = worlds.at(place)
            sizes = prepared.layout.sizes
            if sizes not in desks:
                desks[sizes] = Desk(prepared.layout, machine)
            cell = slice(at, at + study.repeats)
            batch = seeds[cell], outcomes[cell]
            play_batch(prepared, lowered.crews[place[2]], desks[sizes], batch)
            at += study.repeats
    rows["outcome"] = outcomes
    bad = rows[outcomes["defect"] != 0]
    if len(bad):
        arm, seed = study.arms[int(bad[0]["arm"])].id, int(bad[0]["seed"])
        raise RuntimeError(f"{len(bad)} incidents ended as a defect, first {arm}, seed {seed}")
    return rows


def _keyed(lowered: Lowered, points: range) -> np.ndarray:
    """Rows that say where they belong and hold no outcome yet: ROW[n]."""
    study = lowered.study
    sides = (len(study.incidents), len(study.physiologies), len(study.arms), study.repeats)
    shape = (len(points), *sides)
    rows = np.zeros(shape, ROW)
    point, *others = np.indices(shape, dtype=np.int32, sparse=True)
    rows["point"] = point + points.start
    names = ("incident", "physiology", "arm", "repeat")
    for name, index in zip(names, others, strict=True):
        rows[name] = index
    seeds = [seeds_at(study, each) for each in points]
    rows["seed"] = np.array(seeds, np.uint64)[:, None, None, None, :]
    return rows.reshape(-1)


def numbers_in(arm: Arm, drawn: dict[str, float]) -> dict[str, float]:
    """The numbers of the world in an arm: drawn, then as its training has them, then its own."""
    learning = stated()
    world = {name: value for name, value in drawn.items() if name not in learning}
    if arm.training is not None:
        world |= trained(arm.training, learning | drawn)
    return world | arm.numbers


class _Worlds:
    """The worlds of a part, point after point; arms that differ by their commander share one.

    A world is made once and given the numbers of each point in turn.
    """

    def __init__(self, lowered: Lowered) -> None:
        self.lowered = lowered
        self.numbers: list[dict[str, float]] = []
        self.same: list[int] = []
        self.made: dict[tuple[int, int], Prepared] = {}
        self.moved: set[tuple[int, int]] = set()

    def move_to(self, numbers: list[dict[str, float]]) -> None:
        """Go on to a point, where the arms have these numbers."""
        self.numbers = numbers
        self.same = [numbers.index(each) for each in numbers]
        self.moved.clear()

    def at(self, place: tuple[int, ...]) -> Prepared:
        """The world of (incident, physiology, arm), until the next point is moved to."""
        incident, physiology, arm = place
        prepared, numbers = self.lowered.worlds[incident][physiology][arm], self.numbers[arm]
        if not numbers:
            return prepared
        key = (id(prepared), self.same[arm])
        if key not in self.made:
            self.made[key] = with_numbers(prepared, numbers)
        elif key not in self.moved:
            put_numbers(self.made[key], prepared, numbers)
        self.moved.add(key)
        return self.made[key]
