"""Scenarios that take who comes from an agency profile."""

from pathlib import Path
from typing import get_args

import pytest

from warmzone.scenario.agencies import with_agencies
from warmzone.scenario.incident import AgencyProfileName
from warmzone.scenario.library import open_scenario
from warmzone.scenario.load import check_path, load_scenario
from warmzone.simulation.lower import prepare

GOOD = Path(__file__).parent / "good"


def named(tmp_path: Path, text: str) -> Path:
    """The small scenario without its agencies, with `text` in front."""
    whole = (GOOD / "small.toml").read_text()
    head, _, rest = whole.partition("[[agencies]]")
    tail = rest[rest.index("[ambulances]") :] if "[ambulances]" in rest else ""
    keys, _, tables = head.partition("\n[")
    place = tmp_path / "named.toml"
    place.write_text(f"{keys}\n{text}\n[{tables}{tail}")
    (tmp_path / "small.geojson").write_text((GOOD / "small.geojson").read_text())
    return place


def test_a_file_may_name_who_comes(tmp_path: Path) -> None:
    """The agencies and the fleet are the profile's, and the incident can be made of them."""
    scenario, site = load_scenario(named(tmp_path, 'agency_profile = "metro"'))
    assert scenario.agency_profile == "metro"
    assert {"city", "transit", "fire"} <= {agency.id for agency in scenario.agencies}
    assert scenario.ambulances.count == 10
    assert scenario.ambulances.on_call == 8
    world = prepare(scenario, site).world
    assert int(world.units["on_call"].sum()) == 6 + 3
    assert int(world.units["plain_clothes"].sum()) == 2
    assert int(world.vehicles["on_call"].sum()) == 8


def test_a_file_names_a_profile_or_lists_agencies(tmp_path: Path) -> None:
    """Neither is a problem, and so are both."""
    neither = [str(problem) for problem in check_path(named(tmp_path, ""))]
    assert neither == ["named.toml: agencies: missing; a list, or an agency_profile in its place"]
    both = named(tmp_path, 'agency_profile = "rural"\nagencies = []')
    beside = 'named.toml: agency_profile: "rural" beside agencies; one of the two'
    assert beside in [str(problem) for problem in check_path(both)]


@pytest.mark.parametrize("name", get_args(AgencyProfileName))
def test_every_profile_fits_every_site(name: AgencyProfileName) -> None:
    """On a shipped site everybody has a place to arrive at, and nobody's callsign is another's."""
    scenario, site = open_scenario("school-active-threat")
    replaced = with_agencies(scenario, site, name)
    marks = {mark.id for mark in site.marks}
    assert {agency.arrives_at for agency in replaced.agencies} <= marks
    signs = [agency.callsign for agency in replaced.agencies]
    assert len(signs) == len(set(signs))
    assert prepare(replaced, site).digest != prepare(scenario, site).digest
