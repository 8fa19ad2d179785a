"""Fire and EMS in an agency's own words: what is said is what is played, and where it is from."""

import msgspec
import pytest

from tests.unit.training.plan.test_plan import AGENCY
from warmzone.scenario.ems import with_ems
from warmzone.scenario.library import open_scenario
from warmzone.scenario.problems import Invalid
from warmzone.studies.variants import variant
from warmzone.training.plan.agency import Agency, Place, Rates, agency_of
from warmzone.training.plan.ems import OwnEms, OwnHospital, as_played, rules_of
from warmzone.training.plan.splits import study_of
from warmzone.training.plan.who_comes import OWN_WORD, ems_table
from warmzone.vocabulary.codes import Movement

EMS = OwnEms(
    crews=2,
    crew_min=9.0,
    crew_gap_min=3.0,
    medics=4,
    enters="with-police",
    ambulances=3,
    ambulance_min=10.0,
    ambulance_gap_min=2.0,
    carries=1,
    more_ambulances=2,
    more_min=18.0,
    hospitals=[OwnHospital(name="St. Ann", drive_min=12.0, trauma_centre=True)],
)
RATES = Rates(single=1.0, many=1.0, active=1.0)


def agency(**changes: object) -> Agency:
    """One that says its own Fire and EMS."""
    given = {"ems": EMS, "incidents_per_year": RATES, "agencies": "suburban", **changes}
    return msgspec.structs.replace(AGENCY, **given)


def test_what_an_agency_says_of_its_ems_is_what_comes() -> None:
    """Crews, ambulances and hospitals take the scenario's place; no factor touches the minutes."""
    ours = agency(arrival=3.0, sites=[Place(scenario="school-active-threat", arrival=2.0)])
    kinds = {each.id: each for each in study_of(ours, 2, 1).incidents}
    scenario, site = open_scenario("derailment-mci")
    many = variant(scenario, site, kinds["many"])
    (crews,) = [each for each in many.agencies if each.discipline == "medical"]
    assert [(one.count, one.first_s, one.officers.high) for one in crews.arrivals] == [(2, 540, 4)]
    assert (many.ambulances.count, many.ambulances.first_s) == (3, 600)
    assert (many.ambulances.on_call, many.ambulances.on_call_s) == (2, 1080)
    assert [(one.name, one.drive_s, one.trauma_centre) for one in many.hospitals] == [
        ("St. Ann", 720, True)
    ]
    school, site = open_scenario("school-active-threat")
    there = variant(school, site, kinds["active"])
    assert there.ambulances.first_s == 1200  # the building's own factor, which is the agency's word


def test_where_one_is_hurt_one_crew_and_one_ambulance_come() -> None:
    """Nobody sends a whole service to one casualty."""
    ems = as_played(EMS, 1.0, one_hurt=True)
    assert ([one.count for one in ems.crews], ems.ambulances) == ([1], 1)


def test_no_crews_are_none() -> None:
    """Nobody comes to work on casualties; the police still do."""
    scenario, site = open_scenario("school-active-threat")
    none = as_played(msgspec.structs.replace(EMS, crews=0), 1.0, one_hurt=False)
    assert {one.discipline for one in with_ems(scenario, site, none).agencies} == {"police"}


def test_crews_that_wait_for_police_have_casualties_carried_to_them() -> None:
    """A rule of every arm; crews trained to go in are led by each scenario's own rules."""
    assert rules_of(EMS) == rules_of(None) == {}
    waits = msgspec.structs.replace(EMS, enters="when-clear")
    arms = study_of(agency(ems=waits), 2, 1).arms
    assert all(arm.rules == {"movement": Movement.POLICE_CARRY} for arm in arms)


def test_the_report_says_where_each_number_is_from() -> None:
    """The agency's own word, a row of the evidence beside it, or the profile's rows."""
    own = ems_table(agency()).rows
    assert all(OWN_WORD in row[3] for row in own)
    hospital = next(row for row in own if row[0] == "St. Ann")
    assert "trauma_centre_per_hour" in hospital[2]
    assert "Hirshberg 2005" in hospital[3]
    rows = ems_table(agency(ems=None)).rows
    assert any("Tucson 2011" in row[3] for row in rows)
    assert all("agencies.csv, suburban" in row[3] for row in rows)


def test_what_is_wrong_with_ems_is_told_at_its_field() -> None:
    """A number out of its range, no way in, a hospital without minutes, a factor beside it."""
    values = msgspec.to_builtins(agency(medics=2.0)) | {"start": AGENCY.start}
    with pytest.raises(Invalid, match=r"a\.toml: medics: 2 beside ems"):
        agency_of(values, "a.toml")
    wrong = {"crews": 99, "enters": "sometimes", "hospitals": [{"name": "St. Ann"}]}
    values["ems"] = {**values["ems"], **wrong}
    with pytest.raises(Invalid) as caught:
        agency_of(values, "a.toml")
    places = {problem.place for problem in caught.value.problems}
    assert {"ems.crews", "ems.enters", "ems.hospitals[0].drive_min"} <= places
