"""The wound mixes: as calibrated, and what they were calibrated to comes out of the kernel."""

from functools import cache

import numpy as np
import pytest

from tests import tiny
from tools import calibrate_wounds
from warmzone.evidence.mixes import calibrated, wound_mix
from warmzone.evidence.targets import targets
from warmzone.kernel import physiology
from warmzone.kernel.people_arrays import PERSON
from warmzone.scenario.incident import Casualties, Hospital
from warmzone.simulation.lower import Prepared, prepare
from warmzone.vocabulary.codes import Triage, Wound

MINUTE = 60_000
LUCKS = -np.log((np.arange(160) + 0.5) / 160)
ARRIVALS = [round(minutes * MINUTE) for minutes in calibrate_wounds.arrivals()[::20]]
SHARES = [0.07, 0.1, 0.15, 0.23, 0.32]


@cache
def world_of(savable_share: float) -> Prepared:
    """An incident with that mix, a quarter of an hour from its trauma centre."""
    casualties = Casualties(
        tiny.scenario().casualties.areas, "active-shooter", savable_share=savable_share
    )
    hospitals = [Hospital("Trauma", calibrate_wounds.PUBLISHED["drive_min"] * 60, True)]
    return prepare(tiny.scenario(casualties=casualties, hospitals=hospitals), tiny.site())


def casualty(prepared: Prepared, wound: Wound, moderate: int, threshold: float) -> np.ndarray:
    """Somebody hurt at time 0 whom nobody has helped."""
    person = np.zeros(1, PERSON)[0]
    person["wound"], person["moderate"], person["death_threshold"] = wound, moderate, threshold
    person["dead_ms"] = -1
    person["death_rate_per_min"] = physiology.untreated_rate(prepared.world, person)
    return person


def dead_and_savable(prepared: Prepared, wound: Wound, moderate: int) -> tuple[float, float]:
    """Shares of a class who die after the published response, and who need not have."""
    dead = savable = 0.0
    world = prepared.world
    wait_ms = int(world.parameters[0]["surgery_delay_s"] * 1000)
    for threshold in LUCKS:
        person = casualty(prepared, wound, moderate, float(threshold))
        lives = physiology.lives_ideally(world, person)
        for arrives in ARRIVALS:
            clock = physiology.clock_at(world, person, arrives)
            dies = physiology.dies_at(world, person) < arrives
            dies = dies or physiology.hospital_fate(world, person, clock, (arrives, wait_ms)) >= 0
            dead += dies
            savable += dies and lives
    count = len(LUCKS) * len(ARRIVALS)
    return dead / count, savable / count


@pytest.mark.parametrize("savable_share", SHARES)
def test_the_savable_among_the_dead_are_as_many_as_asked_for(savable_share: float) -> None:
    """After the published response 36 % are dead, of them the share asked for was savable."""
    prepared = world_of(savable_share)
    dead = savable = of_limbs = 0.0
    for wound, (share, moderate_p) in wound_mix("active-shooter", savable_share).items():
        code = Wound[wound.upper()]
        parts = [(1, moderate_p), (0, 1.0 - moderate_p)]
        for moderate, part in parts if code != Wound.KILLED else []:
            died, need_not = dead_and_savable(prepared, code, moderate)
            dead += share * part * died
            savable += share * part * need_not
            of_limbs += share * part * need_not if code == Wound.LIMB else 0.0
        dead += share if code == Wound.KILLED else 0.0
    assert dead == pytest.approx(0.36, abs=0.015)
    assert savable / dead == pytest.approx(savable_share, abs=0.015)
    assert of_limbs / savable <= 0.25


def test_untreated_the_dying_keep_the_published_clock() -> None:
    """At the default share those who die untreated within three hours do so as Webster printed."""
    dead = np.zeros(5)
    at_ms = [0, 10 * MINUTE, 60 * MINUTE, 120 * MINUTE, 180 * MINUTE]
    prepared = world_of(0.15)
    for wound, (share, moderate_p) in wound_mix("active-shooter", 0.15).items():
        code = Wound[wound.upper()]
        if code == Wound.KILLED:
            dead += share
            continue
        for moderate, part in ((1, moderate_p), (0, 1.0 - moderate_p)):
            due = [
                physiology.dies_at(prepared.world, casualty(prepared, code, moderate, float(luck)))
                for luck in LUCKS
            ]
            dead += share * part * np.array([np.mean(np.array(due) <= t) for t in at_ms])
    printed = {row.id: row.value for row in targets()}
    for k, minute in enumerate((0, 10, 60, 120)):
        published = printed[f"webster-2021.dead_by_{minute}"]
        sampling = 1.96 * (published * (1 - published) / 303) ** 0.5
        assert dead[k] / dead[4] == pytest.approx(published, abs=sampling + 0.007)


def test_reds_are_as_many_of_the_living_as_published() -> None:
    """Between a quarter and 0.35 of those alive at once are red."""
    wounds = world_of(0.15).world.wounds
    red = alive = 0.0
    for wound, (share, moderate_p) in wound_mix("active-shooter", 0.15).items():
        row = wounds[Wound[wound.upper()]]
        alive += share if wound != "killed" else 0.0
        red += share * (1.0 - moderate_p) * (row["triage_severe"] == Triage.RED)
        red += share * moderate_p * (row["triage_moderate"] == Triage.RED)
    assert 0.25 <= red / alive <= 0.35


def test_more_savable_means_fewer_killed_at_once() -> None:
    """Along the scale those killed at once fall, and every mix is a distribution."""
    mixes = [wound_mix("active-shooter", share) for share in np.linspace(0.07, 0.32, 11)]
    killed = [mix["killed"][0] for mix in mixes]
    assert killed == sorted(killed, reverse=True)
    for mix in mixes:
        assert sum(share for share, _ in mix.values()) == pytest.approx(1.0, abs=0.001)
        assert min(min(pair) for pair in mix.values()) >= 0.0


def test_the_table_is_what_the_tool_writes() -> None:
    """`python -m tools.calibrate_wounds` writes the table as it stands."""
    assert calibrate_wounds.PATH.read_text(encoding="utf-8") == calibrate_wounds.table()
    assert list(calibrated()) == list(calibrate_wounds.GRID)
