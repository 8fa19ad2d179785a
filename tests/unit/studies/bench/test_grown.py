"""The grown incident: so many times the people, everything else as it was."""

from warmzone.scenario.library import open_scenario
from warmzone.simulation.lower import prepare
from warmzone.studies.bench.grown import grown


def test_people_cars_and_ambulances_are_multiplied() -> None:
    """Ten times the teams, the casualties and the ambulances on the same ground."""
    scenario, site = open_scenario("school-active-threat")
    before, after = (prepare(one, site).layout.sizes for one in (scenario, grown(scenario, 10)))
    assert after.teams == 10 * before.teams
    assert after.people == 10 * before.people
    assert after.ambulances == 10 * before.ambulances
    assert after.areas == before.areas


def test_they_come_within_the_same_time() -> None:
    """More cars follow each other more closely."""
    scenario, _ = open_scenario("school-active-threat")
    more = grown(scenario, 10)
    for one, other in zip(scenario.agencies, more.agencies, strict=True):
        for cars, many in zip(one.arrivals, other.arrivals, strict=True):
            assert many.first_s == cars.first_s
            assert abs(many.count * many.gap_s - cars.count * cars.gap_s) < 1e-6
    assert grown(scenario, 1) == scenario
