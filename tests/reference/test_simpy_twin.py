"""SimPy's telling of the whole model and the kernel's are equal in distribution."""

import numpy as np
import pytest

from benchmarks.distributions import differences
from benchmarks.simpy_twin.compare import NAMES, kernel_table, simpy_table
from benchmarks.simpy_twin.play import play
from tests.reference.twin.world import Plan, make_plan
from warmzone.doctrine.commanders import automatic
from warmzone.doctrine.shipped import shipped_machine
from warmzone.scenario.library import open_scenario
from warmzone.simulation.lower import prepare
from warmzone.studies.execute import Engine, outcomes

SCHOOL = ("school-active-threat", "interior")
PLAYED = {  # how many incidents SimPy plays: seconds a dozen
    SCHOOL: 120,
    ("school-active-threat", "command-post"): 40,
    ("arcade-thin-shift", "care-first"): 40,
    ("derailment-mci", "interior"): 40,
}
KERNEL_INCIDENTS = 4000
NOT_ONCE_IN_A_THOUSAND = 0.001 / len(NAMES)


def plan_of(scenario: str) -> Plan:
    """A scenario as the slow twin's rules take it."""
    return make_plan(*open_scenario(scenario))


def kernel(told: tuple[str, str]) -> np.ndarray:
    """What the kernel says of many incidents."""
    prepared = prepare(*open_scenario(told[0]))
    seeds = range(10_000, 10_000 + KERNEL_INCIDENTS)
    return kernel_table(outcomes(prepared, automatic(told[1]), seeds, Engine(shipped_machine(), 1)))


@pytest.mark.slow
@pytest.mark.parametrize("told", PLAYED, ids=" ".join)
def test_both_are_equal_in_distribution(told: tuple[str, str]) -> None:
    """Deaths, clocks, people, messages, events: no test and no mean tells both apart."""
    simpy = simpy_table(plan_of(told[0]), automatic(told[1]), range(PLAYED[told]))
    apart = [
        one
        for one in differences(NAMES, simpy, kernel(told))
        if one.p < NOT_ONCE_IN_A_THOUSAND or (one.errors_apart > 4.5 and one.p < 0.01)
    ]
    assert not apart


@pytest.mark.slow
@pytest.mark.parametrize(
    ("number", "factor", "seen_in"),
    [
        ("decision_s", 4.0, "first_warm_ms"),
        ("walk_m_per_s", 0.5, "rtf_in_ms"),
        ("order_airtime_s", 3.0, "untasked_officer_ms"),
    ],
)
def test_another_world_is_told_apart(number: str, factor: float, seen_in: str) -> None:
    """Slower decisions or legs, or longer words on the air, show: to be equal is no accident."""
    plan = plan_of(SCHOOL[0])
    setattr(plan.p, number, getattr(plan.p, number) * factor)
    simpy = simpy_table(plan, automatic(SCHOOL[1]), range(40))
    found = differences(NAMES, simpy, kernel(SCHOOL))
    told = {one.name for one in found if one.p < NOT_ONCE_IN_A_THOUSAND}
    assert seen_in in told


def test_the_same_seed_tells_the_same() -> None:
    """SimPy's telling follows from its seed; another seed is another incident."""
    plan, crew = plan_of("robbery-single-casualty"), automatic("interior")
    assert play(plan, crew, 3) == play(plan, crew, 3)
    assert len({tuple(play(plan, crew, seed).values()) for seed in range(6)}) == 6
