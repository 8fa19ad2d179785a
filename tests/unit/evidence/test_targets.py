"""Targets are printed numbers: labelled, sourced, and with what their interval needs."""

import math

import pytest

from warmzone.evidence.rows import STATUSES
from warmzone.evidence.targets import (
    INTERVALS,
    LABELS,
    Target,
    targets,
    untreated_death_clock,
)


@pytest.mark.parametrize("target", targets(), ids=lambda target: target.id)
def test_a_target_can_be_compared(target: Target) -> None:
    """It says where it comes from, how it was read, and has what its kind of interval takes."""
    assert target.interval in INTERVALS
    assert target.label in LABELS
    assert target.status in STATUSES
    assert target.source
    assert target.unit
    if target.interval == "as given":
        assert target.low is not None
        assert target.high is not None
        assert target.low <= target.value <= target.high
    if target.interval in ("binomial", "order statistics"):
        assert target.n is not None
        assert target.n > 0
    if target.interval == "order statistics":
        assert target.quantile is not None
        assert sum(other.group == target.group for other in targets()) >= 2


def test_ids_are_given_once() -> None:
    """No two targets share an id."""
    ids = [target.id for target in targets()]
    assert len(ids) == len(set(ids))


def test_the_drill_is_printed_in_ten_numbers() -> None:
    """Bachman 2019: five medians and five 90th percentiles, in minutes from dispatch."""
    drill = [target for target in targets() if target.family == "bachman-2019"]
    assert [target.quantile for target in drill] == [0.5, 0.9] * 5
    assert [target.value for target in drill[::2]] == [4.1, 9.4, 11.9, 16.6, 21.6]


def test_shares_of_one_incident_add_to_one() -> None:
    """The split 40/9/53 is all 102."""
    split = [target.value for target in targets() if target.family == "pulse-2020"]
    assert sum(split) == pytest.approx(1.0, abs=2e-4)


@pytest.mark.parametrize(
    ("name", "police", "ems"),
    [("winter-2022.arrival", 0.87, 0.84), ("winter-2022.day", 0.76, 0.76)],
)
def test_the_interval_of_two_shares_is_worked_out_from_both(
    name: str, police: float, ems: float
) -> None:
    """Winter 2022: 977 by police and 320 by ambulance give the interval of the difference."""
    target = next(target for target in targets() if target.id == name)
    half = 1.96 * math.sqrt(police * (1 - police) / 977 + ems * (1 - ems) / 320)
    assert target.value == pytest.approx(police - ems)
    assert target.low == pytest.approx(police - ems - half, abs=6e-4)
    assert target.high == pytest.approx(police - ems + half, abs=6e-4)


def test_the_death_clock_runs_forward() -> None:
    """Webster 2021: more than half at once, nearly all in two hours."""
    clock = untreated_death_clock()
    assert [minutes for minutes, _ in clock] == [0, 10, 60, 120]
    assert [share for _, share in clock] == sorted(share for _, share in clock)
