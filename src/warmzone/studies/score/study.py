"""The study of the score: every grade in every scenario under every seed."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import product

import numpy as np

from warmzone.scenario.library import open_scenario
from warmzone.simulation.lower import Prepared, prepare
from warmzone.simulation.machine import Machine
from warmzone.studies.score.exercise import LENGTHS_MS, Scored, scored
from warmzone.studies.score.gaming import TRICKS, tricked
from warmzone.studies.score.grades import GRADES, Grade
from warmzone.studies.score.variance import Parts, parts, pricing_noise

SCENARIOS = ("school-active-threat", "robbery-single-casualty", "arcade-thin-shift")
HELD_OUT = ("derailment-mci",)
"""Scenarios that no part of the score was chosen by."""

MEASURES = ("points", "lives", "clocks", "deaths")
TRICKED = ("interior, 6 s", "interior, 60 s, 20 % unsaid", "nobody")
"""Grades that are also played with each trick."""


@dataclass(frozen=True)
class Plan:
    """What is played: `seeds` exercises of every grade in every scenario, `replays` at each cut."""

    grades: Sequence[Grade] = GRADES
    scenarios: Sequence[str] = (*SCENARIOS, *HELD_OUT)
    seeds: int = 5
    replays: int = 64
    workers: int = 2


@dataclass(frozen=True)
class Found:
    """What came of it: a table of scores for each measure, [grades, scenarios, seeds].

    points: [lengths + 1, grades, scenarios, seeds], the whole exercise last.
    priced: lives lost in each replay, [lengths + 1, grades, scenarios, seeds, replays].
    tricks: points of `TRICKED` without and with each trick, [tricked, 1 + tricks].
    """

    plan: Plan
    scores: dict[str, np.ndarray]
    points: np.ndarray
    priced: np.ndarray
    tricks: np.ndarray

    def parts(self, measure: str, *, held_out: bool = False) -> Parts:
        """The parts of a measure, over all grades or over those that are held out."""
        return self._parts(measure, self.chosen(held_out=held_out), slice(None))

    def within(self, measure: str, scenario: str) -> Parts:
        """The parts of a measure within one scenario: other luck, no other place."""
        k = list(self.plan.scenarios).index(scenario)
        return self._parts(measure, list(range(len(self.plan.grades))), slice(k, k + 1))

    def chosen(self, *, held_out: bool = False) -> list[int]:
        """All grades, or those that are held out."""
        return [k for k, one in enumerate(self.plan.grades) if one.held_out or not held_out]

    def _parts(self, measure: str, grades: list[int], scenarios: slice) -> Parts:
        noise = pricing_noise(self.priced[-1][grades][:, scenarios]) if measure == "lives" else 0.0
        return parts(self.scores[measure][grades][:, scenarios], noise)

    def at_length(self, measure: str, length: int) -> Parts:
        """The parts of points or lives had every exercise ended there."""
        scores = self.points[length] if measure == "points" else self.priced[length].mean(-1)
        return parts(scores)

    def means(self, measure: str) -> np.ndarray:
        """The mean of each grade: float64[grades]."""
        return np.asarray(self.scores[measure].mean((1, 2)))

    def agreement(self, other: str, scenario: str = "") -> float:
        """The correlation over grades of their mean points with the mean of another measure.

        Within one scenario, or over all; 0 where the other does not vary.
        """
        one = list(self.plan.scenarios).index(scenario) if scenario else slice(None)
        ours = self.scores["points"][:, one].reshape(len(self.plan.grades), -1).mean(1)
        theirs = self.scores[other][:, one].reshape(len(self.plan.grades), -1).mean(1)
        if ours.std() == 0 or theirs.std() == 0:
            return 0.0
        return float(np.corrcoef(ours, theirs)[0, 1])

    def range_of(self, measure: str, exercises: int) -> tuple[float, float]:
        """The least and the greatest relative coefficient with any one grade or scenario left out.

        Too few scenarios or grades give the coefficient itself.
        """
        table = self.scores[measure]
        left = [np.delete(table, k, 0) for k in range(table.shape[0]) if table.shape[0] > 2]
        left += [np.delete(table, k, 1) for k in range(table.shape[1]) if table.shape[1] > 2]
        found = [parts(one).relative(exercises) for one in left or [table]]
        return min(found), max(found)


def put_to_test(
    plan: Plan, machine: Machine, report: Callable[[int, int], None] = lambda _more, _all: None
) -> Found:
    """Play everything; what each exercise comes to hangs on its grade, scenario and seed alone."""
    prepared = [prepare(*open_scenario(name)) for name in plan.scenarios]
    jobs = list(product(range(len(plan.grades)), range(len(prepared)), range(plan.seeds)))

    def one(job: tuple[int, int, int]) -> Scored:
        grade, scenario, seed = job
        made = scored(prepared[scenario], plan.grades[grade], seed + 1, machine, plan.replays)
        report(1, len(jobs))
        return made

    with ThreadPoolExecutor(plan.workers) as pool:
        rows = list(pool.map(one, jobs))
    shape = (len(plan.grades), len(prepared), plan.seeds)
    lengths = len(LENGTHS_MS) + 1
    points = np.array([row.points for row in rows]).T.reshape(lengths, *shape)
    priced = np.array([row.priced for row in rows]).swapaxes(0, 1)
    priced = priced.reshape(lengths, *shape, plan.replays)
    scores = {
        "points": points[-1],
        "lives": priced[-1].mean(-1),
        "clocks": np.array([row.clocks for row in rows]).reshape(shape),
        "deaths": np.array([row.deaths for row in rows]).reshape(shape),
    }
    return Found(plan, scores, points, priced, _tricks(plan, prepared, machine))


def _tricks(plan: Plan, prepared: Sequence[Prepared], machine: Machine) -> np.ndarray:
    """The mean points of each tricked grade: without a trick, then with each."""
    grades = [grade for grade in plan.grades if grade.name in TRICKED]
    return np.array(
        [
            [
                np.mean(
                    [
                        tricked(incident, grade, seed + 1, machine, trick)
                        for incident in prepared
                        for seed in range(plan.seeds)
                    ]
                )
                for trick in (None, *TRICKS)
            ]
            for grade in grades
        ]
    )
