"""The parts of variance are found where they were planted, and the coefficient grows with n."""

import numpy as np
import pytest

from warmzone.studies.score.variance import EXERCISES, Parts, parts


def planted(spread: tuple[float, float, float, float, float]) -> np.ndarray:
    """Scores of 200 commanders in 12 scenarios under 6 seeds, with those standard deviations."""
    luck = np.random.default_rng(3)
    commander, scenario, both, shared, rest = spread
    return np.asarray(
        commander * luck.standard_normal((200, 1, 1))
        + scenario * luck.standard_normal((1, 12, 1))
        + both * luck.standard_normal((200, 12, 1))
        + shared * luck.standard_normal((1, 12, 6))
        + rest * luck.standard_normal((200, 12, 6))
    )


def test_each_part_is_found() -> None:
    """Within what 40 commanders and 12 scenarios allow."""
    found = parts(planted((1.0, 2.0, 0.5, 1.5, 1.2)))
    assert found.commander == pytest.approx(1.0, rel=0.3)
    assert found.scenario == pytest.approx(4.0, rel=0.7)
    assert found.both == pytest.approx(0.25, rel=0.3)
    assert found.luck == pytest.approx(2.25, rel=0.3)
    assert found.rest == pytest.approx(1.44, rel=0.1)


def test_pure_luck_measures_nobody() -> None:
    """Without commanders that differ the coefficient is near 0 however many exercises there are."""
    found = parts(planted((0.0, 1.0, 0.0, 1.0, 1.0)))
    assert found.coefficient(10) < 0.1


def test_more_exercises_tell_more() -> None:
    """The coefficient grows with their number; three of equal parts give 3 of 5."""
    equal = Parts(1.0, 0.0, 1.0, 5.0, 1.0)
    told = [equal.coefficient(n) for n in EXERCISES]
    assert told == sorted(told)
    assert equal.coefficient(3) == pytest.approx(0.6)
    assert Parts(0.0, 1.0, 0.0, 0.0, 0.0).coefficient(3) == 0.0


def test_one_of_a_kind_cannot_be_split() -> None:
    """Fewer than two of anything is refused."""
    with pytest.raises(ValueError, match="at least two"):
        parts(np.zeros((1, 3, 4)))
