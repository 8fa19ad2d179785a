"""The parts of variance are found where they were planted, and the coefficient grows with n."""

import numpy as np
import pytest

from warmzone.studies.score.variance import EXERCISES, Parts, parts, pricing_noise


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
    assert found.relative(10) < 0.1


def test_more_exercises_tell_more() -> None:
    """The coefficient grows with their number; three of equal parts give 3 of 5."""
    equal = Parts(1.0, 0.0, 1.0, 5.0, 1.0)
    told = [equal.relative(n) for n in EXERCISES]
    assert told == sorted(told)
    assert equal.relative(3) == pytest.approx(0.6)
    assert Parts(0.0, 1.0, 0.0, 0.0, 0.0).relative(3) == 0.0


def test_one_of_a_kind_cannot_be_split() -> None:
    """Fewer than two of anything is refused."""
    with pytest.raises(ValueError, match="at least two"):
        parts(np.zeros((1, 3, 4)))


def test_what_is_hard_for_all_ranks_nobody() -> None:
    """Scenario and shared luck lower the absolute coefficient alone."""
    easy, hard = Parts(1.0, 0.0, 1.0, 0.0, 1.0), Parts(1.0, 2.0, 1.0, 2.0, 1.0)
    assert hard.relative(3) == easy.relative(3) == easy.absolute(3)
    assert hard.absolute(3) == pytest.approx(1 / 3)
    assert easy.error(2) == pytest.approx(1.0)


def test_the_noise_of_few_replays_is_told_apart() -> None:
    """Replays of variance 4 leave 4 / 16 in a mean of 16; what all share is not counted."""
    luck = np.random.default_rng(5)
    own = 2.0 * luck.standard_normal((40, 6, 5, 16))
    shared = 9.0 * luck.standard_normal((1, 6, 5, 16))
    assert pricing_noise(own + shared) == pytest.approx(0.25, rel=0.05)
    made = parts((own + shared).mean(-1), pricing_noise(own + shared))
    assert made.without_noise().rest < 0.05
