"""Means, intervals and paired differences, against rows made by hand."""

import math

import numpy as np
import pytest

from warmzone.kernel.outcomes import OUTCOME
from warmzone.measures import CLOCKS, MEASURES, Measure
from warmzone.measures.estimate import estimate
from warmzone.studies.compare import LABEL
from warmzone.studies.estimate import compare, values

DEATHS = next(measure for measure in MEASURES if measure.name == "deaths")
RTF_IN = next(measure for measure in CLOCKS if measure.name == "rtf_in")
T_975_3 = 3.182446305284263


def rows(measure: Measure, *filled: int) -> np.ndarray:
    """Outcome rows that hold these numbers in the measure's field."""
    made = np.zeros(len(filled), OUTCOME)
    made[measure.field] = filled
    return made


def test_mean_and_t_interval() -> None:
    """Four incidents: the mean, and a half width of t(0.975, 3) standard errors."""
    found = estimate(np.array([1.0, 2.0, 3.0, 6.0]))
    assert found is not None
    half = T_975_3 * math.sqrt(14.0 / 3.0) / 2.0
    assert found.mean == pytest.approx(3.0)
    assert found.low == pytest.approx(3.0 - half)
    assert found.high == pytest.approx(3.0 + half)
    assert found.n == 4


def test_differences_are_paired_by_incident() -> None:
    """Luck that both share cancels: a steady difference of one has no width."""
    own = compare(DEATHS, rows(DEATHS, 10, 2, 7, 0), rows(DEATHS, 11, 3, 8, 1))
    assert own.difference is not None
    assert (own.difference.mean, own.difference.low, own.difference.high) == (-1.0, -1.0, -1.0)
    assert own.estimate is not None
    assert own.estimate.high - own.estimate.low > 5.0


def test_order_of_the_incidents_matters_to_a_pair() -> None:
    """The same numbers in another order pair otherwise: not equal means less equal means."""
    own = compare(DEATHS, rows(DEATHS, 0, 2, 7, 10), rows(DEATHS, 11, 3, 8, 1))
    assert own.difference is not None
    assert own.difference.mean == pytest.approx(-1.0)
    assert own.difference.high > 5.0


def test_clocks_not_reached_have_no_value() -> None:
    """A clock counts where it was reached; its difference where both reached it."""
    own = compare(RTF_IN, rows(RTF_IN, 60_000, -1, 90_000, -1), rows(RTF_IN, 50_000, 1, -1, -1))
    assert own.reached_p == 0.5
    assert own.estimate is not None
    assert (own.estimate.mean, own.estimate.n) == (75.0, 2)
    assert own.difference is not None
    assert (own.difference.mean, own.difference.n) == (10.0, 1)
    assert own.difference.low == -math.inf


def test_never_reached_has_no_estimate() -> None:
    """No incident reached it: no mean is made up."""
    own = compare(RTF_IN, rows(RTF_IN, -1, -1), None)
    assert (own.estimate, own.reached_p, own.difference) == (None, 0.0, None)


@pytest.mark.parametrize("measure", MEASURES)
def test_measures_are_read_in_their_unit(measure: Measure) -> None:
    """Every measure is a field of the outcome, divided into its unit."""
    found = values(measure, rows(measure, 120_000, 0))
    assert found.tolist() == [120_000 / measure.per, 0.0]


def test_label_says_what_the_interval_covers() -> None:
    """Nobody takes an interval of luck for one of doubt about the numbers."""
    assert LABEL == "luck only: the evidence taken as true"
