"""What carries a result is found where it was planted, and nothing is made of noise."""

import numpy as np
import pytest

from tests.studied import study
from warmzone.studies.design import shares
from warmzone.studies.sensitivity import best_shares, carriers, worth_of

NAMES = ("drag_m_per_s", "torso.rate_per_min")


def planted(points: int) -> tuple[np.ndarray, np.ndarray]:
    """The points of the study and noise."""
    drawn = shares(2, study().seed, range(points))
    return drawn, np.random.default_rng(1).standard_normal(points)


def test_the_number_that_carries_comes_first() -> None:
    """Nearly all of the variance goes with it, hardly any with the other."""
    drawn, noise = planted(256)
    result = 5.0 * drawn[:, 1] + 0.1 * noise
    found = carriers(study(), result, np.stack([result, -result], axis=1))
    assert [each.row.name for each in found] == [NAMES[1], NAMES[0]]
    assert found[0].index > 0.8
    assert found[1].index < 0.2


def test_knowing_is_worth_something_only_where_it_changes_the_choice() -> None:
    """A number that turns the better of two has worth; one that moves both alike has none."""
    drawn, noise = planted(256)
    turns = np.stack([drawn[:, 0], np.full(256, 0.5)], axis=1)
    assert worth_of(drawn[:, 0], turns) == pytest.approx(0.125, abs=0.02)
    assert worth_of(drawn[:, 1], turns) < 0.02
    alike = np.stack([drawn[:, 0], drawn[:, 0] + 0.2], axis=1)
    assert worth_of(drawn[:, 0], alike) == pytest.approx(0.0, abs=1e-9)
    assert worth_of(drawn[:, 0], np.stack([noise, noise[::-1]], axis=1)) < 0.15


def test_a_result_that_never_varies_hangs_on_nothing() -> None:
    """No index is made up, and too few points are refused."""
    assert carriers(study(), np.zeros(64), np.zeros((64, 2))) == []
    with pytest.raises(ValueError, match="32 or more"):
        carriers(study(), np.zeros(8), np.zeros((8, 2)))


def test_ties_are_shared() -> None:
    """Two that are equal get half of the point each."""
    assert best_shares(np.array([[0.0, 0.0, 1.0], [2.0, 1.0, 3.0]])) == [0.25, 0.75, 0.0]
