"""Fitting finds what it is given to find, and every explanation is scored alike."""

import numpy as np
import pytest

from warmzone.simulation.machine import PLAIN
from warmzone.studies.verification.bachman import _verdict
from warmzone.studies.verification.chain import five_delays, luck_of, three_parts, works_of
from warmzone.studies.verification.drill import open_drill
from warmzone.studies.verification.drill_fit import (
    fit_chains,
    printed_drill,
    scored,
    search,
)
from warmzone.studies.verification.playing import Setup
from warmzone.studies.verification.result import Fit


def test_the_search_finds_a_known_minimum() -> None:
    """Three positive numbers, each to a hundredth, and the same ones again."""
    wanted = np.array([0.5, 1.7, 3.0])

    def apart(numbers: np.ndarray) -> float:
        return float(np.sum((10 * np.log(numbers / wanted)) ** 2))

    found = search(apart, np.ones(3), 300)
    assert found == pytest.approx(tuple(wanted), rel=0.01)
    assert search(apart, np.ones(3), 300) == found


def test_a_perfect_explanation_scores_its_parameters_only() -> None:
    """Drills that have just the printed quantiles are no distance away; 2 for each number."""
    drill = printed_drill()
    rows = np.empty((1001, 5))
    rows[:501], rows[501:] = drill.values[:, 0], drill.values[:, 1]
    fit = scored("perfect", (1.0, 1.0, 1.0), rows, drill).fit
    assert fit.score == pytest.approx(6.0)


def test_a_chain_runs_forward_and_knows_no_command() -> None:
    """Each clock after the one before it, and all factors alike in all of them."""
    works, luck = works_of(open_drill()), luck_of(1, 100)
    rows = three_parts(works, np.ones(3), luck)
    assert np.all(np.diff(rows[:, 1:], axis=1) > 0)
    assert np.allclose(three_parts(works, np.full(3, 2.0), luck), 2 * rows)
    free = five_delays(np.array([4.0, 9.0, 2.0, 5.0, 5.0, 0.2]), luck)
    assert np.allclose(free[:, 4] - free[:, 1], 12.0)


def test_both_chains_are_fitted_to_the_printed_numbers() -> None:
    """The chain whose delays are all free comes close to all ten; the other is named beside it."""
    same, free = fit_chains(Setup(PLAIN, 20, 1))
    assert (same.fit.parameters, free.fit.parameters) == (3, 6)
    assert free.fit.chi_square_fitted + free.fit.chi_square_held_out < 10.0


@pytest.mark.parametrize(
    ("world", "same", "free", "word"),
    [
        (5.0, 9.0, 8.0, "explains something"),
        (8.0, 9.0, 5.0, "no proof"),
        (9.0, 8.0, 5.0, "nothing"),
    ],
)
def test_the_verdict_follows_the_scores(world: float, same: float, free: float, word: str) -> None:
    """Better than both chains, than one, than none: three different sentences."""
    world_fit, same_fit, free_fit = (Fit("x", 0, chi, 0.0) for chi in (world, same, free))
    assert word in _verdict((world_fit, world_fit, same_fit, free_fit))
