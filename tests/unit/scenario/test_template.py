"""New scenarios laid on any site."""

import re
from pathlib import Path

import pytest

from warmzone.scenario.library import open_site, site_ids
from warmzone.scenario.load import check_path, load_site, parse_scenario
from warmzone.scenario.problems import Invalid
from warmzone.scenario.routes import routes
from warmzone.scenario.template import TEMPLATES, new_scenario

GOOD = Path(__file__).parent / "good" / "small.geojson"


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("site_id", site_ids())
def test_each_template_on_each_site_passes_the_check(
    site_id: str, template: str, tmp_path: Path
) -> None:
    """What is made has no problem, not even a warning, for any of several seeds."""
    site = open_site(site_id)
    for seed in range(3):
        path = tmp_path / "new.toml"
        path.write_text(new_scenario(site, site_id, template, seed), encoding="utf-8")
        assert check_path(path) == []


def test_the_same_seed_gives_the_same_scenario_and_others_differ() -> None:
    """Luck comes from the seed alone."""
    site = open_site("school")
    made = [new_scenario(site, "school", "active-threat", seed) for seed in (1, 1, 2, 3, 4, 5)]
    assert made[0] == made[1]
    hazards = {re.sub(r"seed = \d+|-\d+\"", "", text) for text in made}
    assert len(hazards) > 1


def test_an_active_threat_begins_far_from_the_exits_with_twenty_to_forty_officers() -> None:
    """The hazard lies in the deeper half of the rooms; officers come in car-loads."""
    site = open_site("school")
    scenario = parse_scenario(
        new_scenario(site, "school", "active-threat", 7).encode(), "x.toml", site
    )
    index = {area.id: i for i, area in enumerate(site.areas)}
    outside = [i for i, area in enumerate(site.areas) if area.kind in ("outdoor", "road")]
    distance = routes(site).distance_m
    depth = {i: min(distance[i, j] for j in outside) for i in index.values()}
    rooms = sorted(depth[i] for i in index.values() if site.areas[i].kind == "room")
    assert depth[index[scenario.threat.areas[0].area]] >= rooms[len(rooms) // 2]
    cars = [c for a in scenario.agencies if a.discipline == "police" for c in a.arrivals]
    assert sum(c.count * c.officers.low for c in cars) >= 20
    assert sum(c.count * c.officers.high for c in cars) <= 40
    rescue = [c for a in scenario.agencies if a.discipline == "medical" for c in a.arrivals]
    assert sum(c.count for c in rescue) == 2


def test_a_small_site_takes_every_template() -> None:
    """Three rooms are enough."""
    for template in TEMPLATES:
        assert f"small-{template}-0" in new_scenario(load_site(GOOD), "small.geojson", template, 0)


def test_an_unknown_template_is_told_with_the_nearest() -> None:
    """A misspelt template names what was meant."""
    with pytest.raises(Invalid) as refused:
        new_scenario(load_site(GOOD), "small.geojson", "active-treat", 0)
    expected = (
        'scenario new: template: "active-treat" is not a template; did you mean "active-threat"?'
    )
    assert str(refused.value) == expected
