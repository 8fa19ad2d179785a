"""Three physiologies: the tables' arithmetic, what is flat is flat, earlier care is never worse."""

from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import tiny
from warmzone.evidence.rpm import rpm_deterioration, rpm_golden, rpm_survival
from warmzone.evidence.targets import targets
from warmzone.kernel import physiology
from warmzone.kernel.events import NEVER
from warmzone.kernel.people_arrays import PERSON
from warmzone.simulation.lower import Prepared, prepare
from warmzone.vocabulary.codes import Physiology, Wound

MINUTE = 60_000
WOUNDS = [wound for wound in Wound if wound != Wound.KILLED]


@cache
def under(kind: Physiology, tempo: float = 1.0) -> Prepared:
    """The small incident under a physiology."""
    return prepare(tiny.scenario(), tiny.site(), physiology=kind, tempo=tempo)


def casualty(prepared: Prepared, wound: Wound, threshold: float, moderate: int = 0) -> np.ndarray:
    """Somebody hurt at time 0 whom nobody has helped."""
    person = np.zeros(1, PERSON)[0]
    person["wound"], person["moderate"], person["death_threshold"] = wound, moderate, threshold
    person["dead_ms"] = -1
    person["death_rate_per_min"] = physiology.untreated_rate(prepared.world, person)
    return person


def fate(prepared: Prepared, person: np.ndarray, cared_ms: int, arrives_ms: int) -> int:
    """When a casualty dies who is helped at one time, and is in hospital at another; -1 lives."""
    world = prepared.world
    due = physiology.dies_at(world, person)
    if due < cared_ms:
        return int(due)
    physiology.settle_clock(world, person, cared_ms)
    person["death_rate_per_min"] *= float(world.wounds[person["wound"]]["medic_factor"])
    due = physiology.dies_at(world, person)
    if due < arrives_ms:
        return int(due)
    clock = physiology.clock_at(world, person, arrives_ms)
    return int(physiology.hospital_fate(world, person, clock, (arrives_ms, 25 * MINUTE)))


@pytest.mark.parametrize("start", range(13))
def test_the_score_falls_as_the_table_says(start: int) -> None:
    """At every column of the table the score is the printed one, and living the printed chance."""
    world = under(Physiology.RPM).world
    assert physiology.rpm_after(world, start, 0.0) == start
    for k, printed in enumerate(rpm_deterioration()[start]):
        minutes = 30.0 * (k + 1)
        assert physiology.rpm_after(world, start, minutes) == printed
        survival = physiology.rpm_survival(world, float(printed))
        assert survival == pytest.approx(rpm_survival()[printed])
    assert physiology.rpm_after(world, start, 10_000.0) == rpm_deterioration()[start][-1]


@pytest.mark.parametrize("case", [c for c in rpm_golden() if c.rpm0_lives], ids=lambda c: c.name)
def test_moving_the_highest_first_saves_as_many_as_worked_out_by_hand(case: object) -> None:
    """The golden cases: so many moved a period, the highest score first, RPM 0 kept."""
    world = under(Physiology.RPM).world
    scores, expected = sorted(case.rpm, reverse=True), 0.0  # type: ignore[attr-defined]
    for place, start in enumerate(scores):
        period = place // case.per_period  # type: ignore[attr-defined]
        score = physiology.rpm_after(world, start, 30.0 * period)
        expected += physiology.rpm_survival(world, score)
    wanted = next(
        row.value
        for row in targets()
        if row.id == f"rpm-own.{case.name}.kept.highest_first"  # type: ignore[attr-defined]
    )
    assert expected == pytest.approx(wanted, abs=0.001)


def test_a_shorter_period_is_a_faster_clock() -> None:
    """`rpm_period_s` halved: the clock runs twice as fast, and so it does at twice the tempo."""
    usual, faster = under(Physiology.RPM), under(Physiology.RPM, 2.0)
    person = casualty(usual, Wound.TORSO, 1.0)
    shorter = usual.world._replace(parameters=usual.world.parameters.copy())
    shorter.parameters["rpm_period_s"] /= 2.0
    rate = physiology.untreated_rate(usual.world, person)
    assert rate == 1.0
    assert physiology.untreated_rate(shorter, person) == 2.0 * rate
    assert physiology.untreated_rate(faster.world, person) == 2.0 * rate


luck = st.floats(0.001, 12.0)
minutes = st.integers(0, 120)
kinds = st.sampled_from(list(Physiology))


@given(kinds, st.tuples(st.sampled_from(WOUNDS), luck, st.integers(0, 1)), minutes, minutes)
@settings(max_examples=300, deadline=None)
def test_earlier_care_is_never_worse(
    kind: Physiology, body: tuple[Wound, float, int], first: int, second: int
) -> None:
    """Same luck: whoever lives though helped late would live helped early, and none dies sooner."""
    prepared = under(kind)
    wound, threshold, moderate = body
    early, late = sorted((first * MINUTE, second * MINUTE))
    one = fate(prepared, casualty(prepared, wound, threshold, moderate), early, 130 * MINUTE)
    two = fate(prepared, casualty(prepared, wound, threshold, moderate), late, 130 * MINUTE)
    assert one < 0 or two >= 0
    if one >= 0 and one < 130 * MINUTE and kind != Physiology.FLAT:
        assert two <= one


@given(kinds, st.sampled_from(WOUNDS), luck, minutes, minutes)
@settings(max_examples=300, deadline=None)
def test_sooner_in_hospital_is_never_worse(
    kind: Physiology, wound: Wound, threshold: float, first: int, second: int
) -> None:
    """Same luck, same care: whoever lives though brought late would live brought early."""
    prepared = under(kind)
    early, late = sorted(((first + 1) * MINUTE, (second + 1) * MINUTE))
    one = fate(prepared, casualty(prepared, wound, threshold), MINUTE, early)
    two = fate(prepared, casualty(prepared, wound, threshold), MINUTE, late)
    assert one < 0 or two >= 0


@given(st.sampled_from(WOUNDS), luck, st.integers(11, 120), st.integers(11, 120))
@settings(max_examples=200, deadline=None)
def test_flat_is_flat(wound: Wound, threshold: float, first: int, second: int) -> None:
    """Beyond the first minutes neither care nor hospital, soon or late, changes who lives."""
    prepared = under(Physiology.FLAT)
    one = fate(prepared, casualty(prepared, wound, threshold), first * MINUTE, 121 * MINUTE)
    two = fate(prepared, casualty(prepared, wound, threshold), 12 * MINUTE, second * MINUTE)
    assert (one < 0) == (two < 0)


@pytest.mark.parametrize("kind", [Physiology.HAZARD, Physiology.RPM])
def test_time_matters_where_it_should(kind: Physiology) -> None:
    """Under the other two some live when brought at once and die when brought after two hours."""
    prepared = under(kind)
    lucks = np.linspace(0.05, 3.0, 60)
    soon = [fate(prepared, casualty(prepared, Wound.TORSO, t), MINUTE, 20 * MINUTE) for t in lucks]
    late = [fate(prepared, casualty(prepared, Wound.TORSO, t), MINUTE, 120 * MINUTE) for t in lucks]
    assert sum(one < 0 for one in soon) > sum(one < 0 for one in late)


def test_whoever_falls_to_nothing_dies_there_unless_lucky() -> None:
    """An RPM of 0 at the scene is death but for the 5.2 % that the table leaves."""
    world = under(Physiology.RPM).world
    at_ms = round(physiology.rpm_zero_min(world, 5) * MINUTE)
    unlucky = casualty(under(Physiology.RPM), Wound.TORSO, 2.9)
    lucky = casualty(under(Physiology.RPM), Wound.TORSO, 3.0)
    assert physiology.dies_at(world, unlucky) == at_ms + 1
    assert physiology.dies_at(world, lucky) == NEVER


@given(kinds, st.sampled_from(WOUNDS), luck)
@settings(max_examples=200, deadline=None)
def test_savable_means_living_under_the_ideal_response(
    kind: Physiology, wound: Wound, threshold: float
) -> None:
    """Savable is the fate with care after a minute and a trauma centre as fast as the roads go."""
    prepared = under(kind)
    p = prepared.world.parameters[0]
    cared = round(float(p["ideal_care_s"]) * 1000)
    arrives = cared + round(float(p["ideal_scene_s"]) * 1000) + 360_000
    person = casualty(prepared, wound, threshold)
    savable = bool(physiology.lives_ideally(prepared.world, person))
    assert savable == (fate(prepared, person, cared, arrives) < 0)
