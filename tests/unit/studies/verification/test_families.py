"""What the families read off an incident, on worlds small enough to see through."""

import numpy as np
import pytest

from warmzone.simulation.machine import PLAIN
from warmzone.simulation.run import Run
from warmzone.studies.verification import durations, single_incident, webster, winter
from warmzone.studies.verification.playing import Setup, hurt_people, play_each
from warmzone.studies.verification.unhelped import nobody, nobody_comes
from warmzone.vocabulary.codes import Discipline, HazardState, Phase, Physiology, Wound


def test_to_the_unhelped_nobody_comes() -> None:
    """After the whole time nobody has arrived, been treated or been moved by others."""
    prepared = nobody_comes("active-shooter", 12, 300)
    run = Run(prepared, 3, nobody())
    run.advance(prepared.end_ms)
    assert np.all(run.state.teams["phase"] == Phase.NOT_ARRIVED)
    people = hurt_people(run)
    assert len(people) == 12
    assert np.all(people["treatments"] == 0)
    assert np.all(people["hospital_ms"] < 0)


def test_the_dead_are_counted_up_to_the_minute() -> None:
    """A quarter at once, half within 10 minutes, all in the end."""
    minutes = np.array([0.0, 9.5, 10.5, 200.0])
    assert [webster.dead_by(minutes, m) for m in (0, 10, 60, 300)] == [0.25, 0.5, 0.75, 1.0]


@pytest.mark.parametrize("physiology", list(Physiology))
def test_sooner_at_hospital_is_never_worse_in_the_same_luck(physiology: Physiology) -> None:
    """Everybody alive on arrival after 40 untreated minutes is alive on arrival after 5."""
    prepared = nobody_comes("single-gunshot", 40, 240, physiology)
    soon, late = (
        winter.brought(prepared, 4, (minutes, winter.NEVER_CARED)) for minutes in (5.0, 40.0)
    )
    assert np.all(soon.at_arrival >= late.at_arrival)
    assert np.all(soon.at_a_day >= late.at_a_day)
    assert np.all(late.at_arrival >= late.at_a_day)


def test_the_share_of_severe_wounds_gives_the_printed_survival() -> None:
    """Half of the severe and all of the moderate live: 48 % severe for 76 % alive."""
    arm = winter.Brought(
        np.array([True, True, False, False]),
        np.ones(4, bool),
        np.array([True, True, True, False]),
    )
    assert winter.severe_share([arm], 0.76) == pytest.approx(0.48)
    assert winter.severe_share([arm], 0.40) == 1.0


def test_a_hazard_lasted_until_it_was_last_active() -> None:
    """Over when it ended, silent or contained then; and police by their first arrival."""
    prepared = durations.incident(1.0, Setup(PLAIN, 20, 1))
    run = Run(prepared, 1, nobody())
    hazard, teams = run.state.hazard[0], run.state.teams
    teams["arrived_ms"] = -1
    police = np.flatnonzero(teams["discipline"] == Discipline.POLICE)
    teams["arrived_ms"][police[:2]] = (240_000, 180_000)
    hazard["silent_ms"] = hazard["contained_ms"] = -1
    hazard["state"], hazard["over_ms"] = HazardState.OVER, 90_000
    assert durations.lasted(run) == durations.Lasted(1.5, 3.0)
    hazard["contained_ms"] = 60_000
    assert durations.lasted(run).over_min == 1.0
    hazard["state"], hazard["silent_ms"] = HazardState.SILENT, 120_000
    assert durations.lasted(run).over_min == 2.0
    hazard["state"] = HazardState.ACTIVE
    assert durations.lasted(run).over_min == prepared.end_ms / 60_000


def test_first_officers_come_when_police_arrivals_were_measured() -> None:
    """Half of the first officers come within the printed 3 min; the hazard's length is drawn."""
    setup = Setup(PLAIN, 800, 1)
    prepared = durations.incident(1.0, setup)
    first_s = durations.first_arrivals_ms(prepared, setup) / 1000.0
    assert float(np.median(first_s)) == pytest.approx(180.0, rel=0.05)
    assert "school-officer" not in {agency.id for agency in prepared.scenario.agencies}
    assert prepared.world.setting[0]["active_ms"] == -1


def test_everybody_of_the_single_incident_has_one_fate() -> None:
    """102 people hurt, 102 fates."""
    prepared = single_incident.incident()
    fates = play_each(prepared, nobody(), range(1, 2), PLAIN, single_incident.ends)[0]
    assert len(fates) == 102
    assert set(fates.tolist()) <= {0, 1, 2, 3}


def test_deadlier_wounds_are_so_many_times_more_and_nothing_else() -> None:
    """Killed and severely hurt come a third oftener, the others less; all add up to everybody."""
    before = single_incident.incident()
    after = single_incident.deadlier(before, 4.0 / 3.0)
    was, now = before.world.wounds, after.world.wounds
    severe = [np.delete(w["share_p"] * (1.0 - w["moderate_p"]), Wound.MINOR) for w in (was, now)]
    assert float(now["share_p"].sum()) == pytest.approx(1.0)
    assert severe[1] == pytest.approx(severe[0] * 4.0 / 3.0)
    assert now["share_p"][Wound.MINOR] < was["share_p"][Wound.MINOR]
    assert now["rate_per_min"].tolist() == was["rate_per_min"].tolist()


def test_what_this_incident_had_is_not_what_the_wounds_are_set_to() -> None:
    """Of 102 shot 49 died, 48 %; the mixes of wounds are calibrated to the published 36 %."""
    assert single_incident.dead_here() == pytest.approx(49 / 102, abs=0.001)
    assert single_incident.dead_of_mix() == 0.36
