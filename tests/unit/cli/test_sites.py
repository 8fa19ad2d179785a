"""Commands on sites and scenarios: exit codes and what is printed."""

import json
from pathlib import Path

import pytest

from warmzone.cli.sites import check, scenario_new, scenarios, site_import
from warmzone.scenario.library import scenario_ids
from warmzone.scenario.load import check_path

FILES = Path(__file__).resolve().parents[1] / "scenario"
GOOD, BROKEN = FILES / "good", FILES / "broken"

OSM = b"""<osm version="0.6">
<node id="1" lat="0" lon="0"/><node id="2" lat="0" lon="0.0002"/>
<node id="3" lat="0.0001" lon="0.0002"/><node id="4" lat="0.0001" lon="0"/>
<way id="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="4"/><nd ref="1"/>
<tag k="indoor" v="corridor"/><tag k="level" v="0"/></way></osm>"""


def test_check_ends_with_0_for_a_sound_file(capsys: pytest.CaptureFixture[str]) -> None:
    """A sound file is said to be sound."""
    assert check(GOOD / "small.toml", as_json=False) == 0
    assert capsys.readouterr().out == "small.toml: 0 problems, 0 warnings\n"


def test_check_ends_with_1_and_all_problems(capsys: pytest.CaptureFixture[str]) -> None:
    """Problems go to standard output, one a line."""
    assert check(BROKEN / "many-at-once.geojson", as_json=False) == 1
    out = capsys.readouterr().out.splitlines()
    assert len(out) == 6
    assert out[-1] == "many-at-once.geojson: 5 problems, 0 warnings"


def test_check_ends_with_0_for_warnings_alone(capsys: pytest.CaptureFixture[str]) -> None:
    """A warning does not fail a file."""
    assert check(BROKEN / "overlap.geojson", as_json=False) == 0
    assert capsys.readouterr().out.startswith("warning: overlap.geojson: features[3].geometry")


def test_check_ends_with_2_where_there_is_no_file(capsys: pytest.CaptureFixture[str]) -> None:
    """A path to nothing is wrong use."""
    assert check(GOOD / "none.toml", as_json=True) == 2
    assert json.loads(capsys.readouterr().out)["ok"] is False


def test_check_as_json_prints_one_object(capsys: pytest.CaptureFixture[str]) -> None:
    """Each problem has its fields and its sentence."""
    assert check(BROKEN / "car-without-count.toml", as_json=True) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["problems"][0]["place"] == "agencies[0].arrivals[0].count"
    assert told["problems"][0]["found"] == "0"
    assert told["problems"][0]["allowed"] == "1 to 40"


def test_import_writes_a_sound_site_and_a_picture(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A plan becomes a site file and a PNG; JSON has the report."""
    plan, out, png = tmp_path / "plan.osm", tmp_path / "site.geojson", tmp_path / "site.png"
    plan.write_bytes(OSM)
    assert site_import(plan, out, png, as_json=True) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["out"], told["exits"]) == (str(out), 1)
    assert check_path(out) == []
    assert png.read_bytes().startswith(b"\x89PNG")


def test_import_prints_the_table_and_what_was_inferred(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The words of the report are for people."""
    plan = tmp_path / "plan.osm"
    plan.write_bytes(OSM)
    assert site_import(plan, tmp_path / "site.geojson", None, as_json=False) == 0
    out = capsys.readouterr().out
    assert "Ground floor" in out
    assert "exit inferred, as none is drawn" in out


@pytest.mark.parametrize(("data", "code"), [(b"not xml", 1), (None, 2)])
def test_import_refuses_what_is_no_plan(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes | None, code: int
) -> None:
    """Bad input ends with 1, a missing file with 2; the reason goes to standard error."""
    plan = tmp_path / "plan.osm"
    if data is not None:
        plan.write_bytes(data)
    assert site_import(plan, tmp_path / "site.geojson", None, as_json=False) == code
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("plan.osm: ")
    assert not (tmp_path / "site.geojson").exists()


def test_scenarios_lists_what_ships(capsys: pytest.CaptureFixture[str]) -> None:
    """Each shipped scenario is listed by its id, as a table and as JSON."""
    assert scenarios(as_json=False) == 0
    table = capsys.readouterr().out
    assert all(scenario_id in table for scenario_id in scenario_ids())
    assert scenarios(as_json=True) == 0
    told = json.loads(capsys.readouterr().out)
    assert [card["id"] for card in told["scenarios"]] == scenario_ids()


def test_a_new_scenario_finds_its_site_from_where_it_lies(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The path of the site is written as seen from the scenario file."""
    site = tmp_path / "plans" / "small.geojson"
    site.parent.mkdir()
    site.write_bytes((GOOD / "small.geojson").read_bytes())
    out = tmp_path / "scenarios" / "new.toml"
    out.parent.mkdir()
    assert scenario_new(str(site), "thin-shift", 3, out, as_json=False) == 0
    assert 'site = "../plans/small.geojson"' in out.read_text()
    assert check_path(out) == []
    assert "wrote" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("site", "template", "code", "message"),
    [
        ("schol", "thin-shift", 1, 'did you mean "school"?'),
        ("school", "thin-sift", 2, 'did you mean "thin-shift"?'),
        ("none.geojson", "thin-shift", 1, "there is no file none.geojson"),
    ],
)
def test_a_new_scenario_on_nothing_is_refused(
    capsys: pytest.CaptureFixture[str], site: str, template: str, code: int, message: str
) -> None:
    """Unknown sites and templates are told with what is near."""
    assert scenario_new(site, template, 1, None, as_json=False) == code
    assert message in capsys.readouterr().err
