"""Own exponential, logarithm and normal quantile keep to their stated errors."""

import math
import statistics

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warmzone.kernel.arithmetic import exponential, natural_log, normal_quantile


@given(st.floats(min_value=1e-300, max_value=1e300))
@settings(max_examples=400, deadline=None)
def test_logarithm_within_its_error(x: float) -> None:
    """Relative error below 1e-14 against the platform's own (absolute beside log 1 = 0)."""
    expected = math.log(x)
    assert abs(natural_log(x) - expected) <= 1e-14 * max(abs(expected), 1e-2)


@given(st.floats(min_value=-699.0, max_value=699.0))
@settings(max_examples=400, deadline=None)
def test_exponential_within_its_error(x: float) -> None:
    """Relative error below 1e-14."""
    expected = math.exp(x)
    assert abs(exponential(x) - expected) <= 1e-14 * expected


@given(st.floats(min_value=1e-16, max_value=1.0 - 1e-12))
@settings(max_examples=400, deadline=None)
def test_normal_quantile_within_its_error(p: float) -> None:
    """Relative error below 1.2e-9 where the quantile is not beside 0."""
    expected = statistics.NormalDist().inv_cdf(p)
    assert abs(normal_quantile(p) - expected) <= 1.2e-9 * max(abs(expected), 0.1)


@pytest.mark.parametrize("join", [0.02425, 1.0 - 0.02425])
def test_quantile_is_one_curve_at_its_joins(join: float) -> None:
    """The three pieces meet: no step where one ends and the next begins."""
    step = 1e-9
    rise = normal_quantile(join + step) - normal_quantile(join - step)
    assert 0.0 < rise < 1e-7


@given(st.floats(min_value=-30, max_value=30), st.floats(min_value=-30, max_value=30))
@settings(max_examples=200, deadline=None)
def test_exponential_turns_sums_into_products(a: float, b: float) -> None:
    """e^(a + b) = e^a e^b to the stated error."""
    product = exponential(a) * exponential(b)
    assert abs(exponential(a + b) - product) <= 5e-14 * product
    assert abs(natural_log(exponential(a)) - a) <= 2e-14 * max(abs(a), 1.0)
