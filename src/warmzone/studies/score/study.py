"""The study of the score: every grade in every scenario under every seed."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import product

import numpy as np

from warmzone.scenario.library import open_scenario
from warmzone.simulation.lower import prepare
from warmzone.simulation.machine import Machine
from warmzone.studies.score.exercise import Scored, scored
from warmzone.studies.score.grades import GRADES, Grade
from warmzone.studies.score.variance import Parts, parts, pricing_noise

SCENARIOS = ("school-active-threat", "robbery-single-casualty", "arcade-thin-shift")
HELD_OUT = ("derailment-mci",)
"""Scenarios that no part of the score was chosen by."""

MEASURES = ("decisions", "clock_s", "deaths")


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

    `priced`: the decision score in each replay, [grades, scenarios, seeds, replays].
    """

    plan: Plan
    scores: dict[str, np.ndarray]
    priced: np.ndarray

    def parts(self, measure: str, *, held_out: bool = False) -> Parts:
        """The parts of a measure, over all grades or over those that are held out."""
        chosen = [k for k, one in enumerate(self.plan.grades) if one.held_out or not held_out]
        return self._parts(measure, self.scores[measure][chosen], self.priced[chosen])

    def within(self, measure: str, scenario: str) -> Parts:
        """The parts of a measure within one scenario: other luck, no other place."""
        k = list(self.plan.scenarios).index(scenario)
        return self._parts(measure, self.scores[measure][:, k : k + 1], self.priced[:, k : k + 1])

    def _parts(self, measure: str, scores: np.ndarray, priced: np.ndarray) -> Parts:
        return parts(scores, pricing_noise(priced) if measure == "decisions" else 0.0)

    def means(self, measure: str) -> np.ndarray:
        """The mean of each grade: float64[grades]."""
        return np.asarray(self.scores[measure].mean((1, 2)))


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
    return Found(
        plan,
        {name: np.array([getattr(row, name) for row in rows]).reshape(shape) for name in MEASURES},
        np.array([row.priced for row in rows]).reshape(*shape, plan.replays),
    )
