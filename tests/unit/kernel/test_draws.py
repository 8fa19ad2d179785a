"""Keyed luck: five separate words decide a draw, and draws are as random as they claim."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warmzone.kernel.draws import (
    Purpose,
    lognormal,
    mixed,
    uniform,
    unit_exponential,
    whole,
    word,
)

MANY = 6000
Key = tuple[int, int, int, int]
PARTS = st.tuples(
    st.integers(0, 2**32),
    st.integers(0, 9),
    st.integers(0, 500),
    st.integers(1, 25),
    st.integers(0, 99),
)


@pytest.fixture(autouse=True)
def _wrap() -> object:
    """64-bit words wrap around, as the simulation lets them."""
    with np.errstate(over="ignore"):
        yield


def drawn(parts: tuple[int, int, int, int, int]) -> int:
    """The word of (seed, epoch, entity, purpose, occurrence)."""
    return int(word(np.uint64(parts[0]), parts[1:]))


def column(change: int, purpose: int = 1) -> np.ndarray:
    """6,000 uniforms of which one word counts up, as float64[6000]."""
    start = [7, 0, 0, purpose, 0]
    values = np.empty(MANY)
    for n in range(MANY):
        parts = start.copy()
        parts[change] += n
        values[n] = uniform(np.uint64(parts[0]), (parts[1], parts[2], parts[3], parts[4]))
    return values


@given(PARTS)
@settings(max_examples=100, deadline=None)
def test_same_key_same_value(parts: tuple[int, int, int, int, int]) -> None:
    """A draw is a function of its key alone."""
    assert drawn(parts) == drawn(parts)


@given(PARTS, st.integers(0, 4), st.integers(1, 50))
@settings(max_examples=200, deadline=None)
def test_changing_one_word_changes_the_value(
    parts: tuple[int, int, int, int, int], which: int, by: int
) -> None:
    """No word is left out of the key."""
    other = list(parts)
    other[which] += by
    assert drawn((other[0], other[1], other[2], other[3], other[4])) != drawn(parts)


@given(PARTS, st.integers(0, 3))
@settings(max_examples=200, deadline=None)
def test_words_are_not_packed(parts: tuple[int, int, int, int, int], which: int) -> None:
    """Two words that change places give another value: their places are part of the key."""
    other = list(parts)
    other[which], other[which + 1] = other[which + 1], other[which]
    if other != list(parts):
        assert drawn((other[0], other[1], other[2], other[3], other[4])) != drawn(parts)


def test_mix_is_bijective_where_tried() -> None:
    """No two of 20,000 neighbouring words are mixed into one."""
    assert len({int(mixed(np.uint64(n))) for n in range(20_000)}) == 20_000


def test_one_bit_of_the_seed_changes_half_the_bits() -> None:
    """Avalanche: neighbouring seeds share nothing."""
    changed = [
        (drawn((seed, 0, 3, 5, 1)) ^ drawn((seed ^ 1, 0, 3, 5, 1))).bit_count()
        for seed in range(2000)
    ]
    assert abs(float(np.mean(changed)) - 32.0) < 0.5


@pytest.mark.parametrize("change", range(5))
def test_uniform_along_every_word(change: int) -> None:
    """Chi-square over 50 bins stays between its 0.0001 and 0.9999 quantiles."""
    values = column(change)
    assert values.min() > 0.0
    assert values.max() < 1.0
    found, _ = np.histogram(values, bins=50, range=(0.0, 1.0))
    chi_square = float(((found - MANY / 50) ** 2 / (MANY / 50)).sum())
    assert 19.0 < chi_square < 101.0


@pytest.mark.parametrize("change", range(5))
def test_neighbours_are_independent(change: int) -> None:
    """Lag-one correlation is within four standard errors of 0."""
    values = column(change)
    correlation = float(np.corrcoef(values[:-1], values[1:])[0, 1])
    assert abs(correlation) < 4.0 / math.sqrt(MANY)


def test_purposes_are_independent() -> None:
    """What befalls the same person for different purposes is uncorrelated."""
    columns = np.array([column(2, purpose) for purpose in range(1, 8)])
    off_diagonal = np.corrcoef(columns) - np.eye(len(columns))
    assert float(np.abs(off_diagonal).max()) < 4.5 / math.sqrt(MANY)


def test_exponential_has_mean_and_variance_one() -> None:
    """First two moments within four standard errors."""
    values = np.array([unit_exponential(np.uint64(3), (0, n, 5, 0)) for n in range(MANY)])
    assert abs(values.mean() - 1.0) < 4.0 / math.sqrt(MANY)
    assert abs(values.var() - 1.0) < 4.0 * math.sqrt(8.0 / MANY)
    assert values.min() > 0.0


def test_lognormal_has_its_median_and_sigma() -> None:
    """The logarithm is normal about log(median) with the sigma asked for."""
    logs = np.log([lognormal(np.uint64(3), (0, n, 12, 0), 178.0, 1.08) for n in range(MANY)])
    assert abs(logs.mean() - math.log(178.0)) < 4.0 * 1.08 / math.sqrt(MANY)
    assert abs(logs.std() - 1.08) < 4.0 * 1.08 / math.sqrt(2 * MANY)
    assert lognormal(np.uint64(3), (0, 1, 12, 0), 50.0, 0.0) == 50.0


@given(st.integers(0, 2**32), st.integers(-5, 20), st.integers(0, 30))
@settings(max_examples=150, deadline=None)
def test_whole_numbers_stay_within_their_bounds(seed: int, low: int, span: int) -> None:
    """A whole number lies between its bounds, both possible."""
    assert low <= whole(np.uint64(seed), (0, 1, 8, 0), low, low + span) <= low + span


def test_whole_numbers_are_even() -> None:
    """Each of six faces comes up a sixth of the time."""
    faces = [whole(np.uint64(9), (0, n, 8, 0), 1, 6) for n in range(MANY)]
    found = np.bincount(faces, minlength=7)[1:]
    assert float(((found - MANY / 6) ** 2 / (MANY / 6)).sum()) < 25.7


def test_purposes_are_distinct_numbers() -> None:
    """No two purposes share luck by sharing a number."""
    assert len({int(purpose) for purpose in Purpose}) == len(Purpose.__members__)
