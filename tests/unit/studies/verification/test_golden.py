"""The golden cases of the RPM tables come out to three places."""

import pytest

from warmzone.evidence.rpm import GoldenCase, rpm_golden
from warmzone.simulation.machine import PLAIN
from warmzone.studies.verification.golden import chance, compare, optimal
from warmzone.studies.verification.lookup import interval_of, target_of
from warmzone.studies.verification.playing import Setup


def test_every_golden_case_is_exact() -> None:
    """24 numbers, each within half of its last digit."""
    simulated = compare(Setup(PLAIN, 20, 1)).simulated
    assert len(simulated) == 24
    for each in simulated:
        interval = interval_of(target_of(each.id))
        assert interval.low <= each.value <= interval.high, each.id


@pytest.mark.parametrize("case", rpm_golden(), ids=lambda case: case.name)
def test_no_order_beats_the_optimum(case: GoldenCase) -> None:
    """The assignment saves at least as many as moving them as listed, and no more than all now."""
    best = optimal(case)
    listed = sum(
        chance(rpm, k // case.per_period, rpm0_lives=case.rpm0_lives)
        for k, rpm in enumerate(case.rpm)
    )
    now = sum(chance(rpm, 0, rpm0_lives=True) for rpm in case.rpm)
    assert listed <= best <= now


def test_a_casualty_fallen_to_nothing_lives_by_one_reading_only() -> None:
    """RPM 0 keeps its 5.2 % by one reading and is dead by the other; scored at once it never is."""
    assert chance(2, 1, rpm0_lives=True) == 0.052
    assert chance(2, 1, rpm0_lives=False) == 0.0
    assert chance(0, 0, rpm0_lives=False) == 0.052
