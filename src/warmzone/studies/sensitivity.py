"""Which unknowns carry a result: first-order Sobol indices, and what knowing one would be worth."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from warmzone.evidence.rows import Row
from warmzone.studies.design import shares, study_ranges
from warmzone.studies.study import Study

GROUPS = 4
"""Into so many groups of equal size the points are put by each number in turn."""
SHUFFLES = 200
LEAST_POINTS = 32
HARMONICS = 4


@dataclass(frozen=True, slots=True)
class Carries:
    """How much of a result hangs on one number.

    `index` is the share of the variance that goes with it (first-order Sobol index, by RBD-FAST
    from the points there are) with the half-width of its interval; `worth` what knowing it would
    save, in the unit of the result, beyond what shuffled points would show.
    """

    row: Row
    index: float
    half_width: float
    worth: float


def carriers(study: Study, result: np.ndarray, choices: np.ndarray) -> list[Carries]:
    """Every uncertain number, those that carry most first; none where the result never varies.

    result: float64[points]; choices: float64[points, options], of which the lowest is wanted.
    Raises ValueError for fewer than LEAST_POINTS points, from which nothing can be said.
    """
    if len(result) < LEAST_POINTS:
        raise ValueError(f"{len(result)} points; {LEAST_POINTS} or more")
    if float(np.ptp(result)) == 0.0:
        return []
    from SALib.analyze import rbd_fast

    ranges = study_ranges(study)
    drawn = shares(len(ranges), study.seed, range(len(result)))
    problem = {
        "num_vars": len(ranges),
        "names": [each.row.name for each in ranges],
        "bounds": [[0.0, 1.0]] * len(ranges),
    }
    # A resample in which the result never varies has no index.
    with np.errstate(invalid="ignore", divide="ignore"):
        found = rbd_fast.analyze(problem, drawn, result, M=HARMONICS, num_resamples=100, seed=1)
    worth = [worth_of(drawn[:, k], choices) for k in range(len(ranges))]
    rows = [
        Carries(each.row, float(index), float(half), value)
        for each, index, half, value in zip(
            ranges, found["S1"], found["S1_conf"], worth, strict=True
        )
    ]
    return sorted(rows, key=lambda each: -each.index)


def worth_of(drawn: np.ndarray, choices: np.ndarray) -> float:
    """What choosing anew in each group of a number's range saves, less what shuffling shows."""
    groups = np.argsort(np.argsort(drawn)) * GROUPS // len(drawn)
    source = np.random.default_rng(1)
    shuffled = [_saved(source.permutation(groups), choices) for _ in range(SHUFFLES)]
    return max(0.0, _saved(groups, choices) - float(np.mean(shuffled)))


def _saved(groups: np.ndarray, choices: np.ndarray) -> float:
    best = float(choices.mean(axis=0).min())
    known = [choices[groups == each].mean(axis=0).min() for each in range(GROUPS)]
    return best - float(np.mean(known))


def best_shares(choices: np.ndarray) -> Sequence[float]:
    """In what share of the points each choice is lowest; ties are shared."""
    lowest = choices == choices.min(axis=1, keepdims=True)
    return [float(each) for each in (lowest / lowest.sum(axis=1, keepdims=True)).mean(axis=0)]
