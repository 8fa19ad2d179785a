"""What the shipped sites and scenarios promise to the people who train on them."""

import re
import tomllib
from itertools import combinations
from pathlib import Path

import msgspec
import pytest
from shapely import Point, Polygon, union_all

import warmzone.scenario
from tools import draw_sites
from warmzone.scenario.incident import Agency, Scenario
from warmzone.scenario.load import check_path
from warmzone.scenario.site import (
    AreaProperties,
    MarkProperties,
    OpeningProperties,
    SiteFile,
)
from warmzone.scenario.site import Point as SitePoint
from warmzone.scenario.site import Polygon as SitePolygon

LIBRARY = Path(warmzone.scenario.__file__).parent / "library"
SITES = {path.stem: path for path in sorted((LIBRARY / "sites").glob("*.geojson"))}
SCENARIOS = {path.stem: path for path in sorted((LIBRARY / "scenarios").glob("*.toml"))}
INDOORS = ("room", "corridor", "hall", "stairs")
BUILDINGS = ("school", "arcade")


class Plan:
    """One shipped site, taken apart for the tests."""

    def __init__(self, path: Path) -> None:
        self.file = msgspec.json.decode(path.read_bytes(), type=SiteFile)
        self.areas: dict[str, AreaProperties] = {}
        self.shapes: dict[str, Polygon] = {}
        self.openings: list[tuple[OpeningProperties, Point]] = []
        self.marks: list[tuple[MarkProperties, Point]] = []
        for feature in self.file.features:
            told, geometry = feature.properties, feature.geometry
            if isinstance(told, AreaProperties) and isinstance(geometry, SitePolygon):
                rings = geometry.coordinates
                self.areas[told.id] = told
                self.shapes[told.id] = Polygon(rings[0], rings[1:])
            elif isinstance(told, OpeningProperties) and isinstance(geometry, SitePoint):
                self.openings.append((told, Point(geometry.coordinates)))
            elif isinstance(told, MarkProperties) and isinstance(geometry, SitePoint):
                self.marks.append((told, Point(geometry.coordinates)))

    def marks_of(self, kind: str) -> list[MarkProperties]:
        return [mark for mark, _ in self.marks if mark.kind == kind]

    def exits(self) -> list[OpeningProperties]:
        """Openings between indoors and outdoors."""
        inside = {key for key, area in self.areas.items() if area.kind in INDOORS}
        return [told for told, _ in self.openings if len(inside & set(told.between)) == 1]

    def reached_from(self, start: str) -> set[str]:
        seen, todo = {start}, [start]
        while todo:
            here = todo.pop()
            for told, _ in self.openings:
                if told.state != "blocked" and here in told.between:
                    fresh = set(told.between) - seen
                    seen |= fresh
                    todo += fresh
        return seen


@pytest.fixture(params=sorted(SITES))
def plan(request: pytest.FixtureRequest) -> Plan:
    """Each shipped site."""
    return Plan(SITES[request.param])


@pytest.fixture(params=BUILDINGS)
def building(request: pytest.FixtureRequest) -> Plan:
    """Each shipped site that is a building."""
    return Plan(SITES[request.param])


@pytest.fixture(params=sorted(SCENARIOS))
def scenario(request: pytest.FixtureRequest) -> Scenario:
    """Each shipped scenario."""
    return load(request.param)


def load(key: str) -> Scenario:
    """A shipped scenario by its id, read without the loader."""
    return msgspec.convert(tomllib.loads(SCENARIOS[key].read_text("utf-8")), Scenario)


def officers(agencies: list[Agency], end: str) -> int:
    """Police officers who come if every draw falls on its `low` or `high` end."""
    police = [agency for agency in agencies if agency.discipline == "police"]
    cars = [cars for agency in police for cars in agency.arrivals]
    return sum(group.count * int(getattr(group.officers, end)) for group in cars)


def medical_crews(agencies: list[Agency]) -> list[tuple[int, int]]:
    """The least and most medics of each medical crew."""
    medical = [agency for agency in agencies if agency.discipline == "medical"]
    cars = [cars for agency in medical for cars in agency.arrivals]
    return [(c.officers.low, c.officers.high) for c in cars for _ in range(c.count)]


def test_three_sites_and_six_scenarios_ship() -> None:
    """The library holds what the documentation names."""
    assert sorted(SITES) == ["arcade", "derailment", "school"]
    assert sorted(SCENARIOS) == [
        "arcade-thin-shift",
        "derailment-mci",
        "drill-arcade-unknown-threat",
        "drill-school-rtf-at-the-door",
        "robbery-single-casualty",
        "school-active-threat",
    ]


@pytest.mark.parametrize("path", [*SITES.values(), *SCENARIOS.values()], ids=lambda p: p.name)
def test_a_shipped_file_has_no_problem(path: Path) -> None:
    """The loader finds neither an error nor a warning in what ships."""
    assert [str(problem) for problem in check_path(path)] == []


def test_site_files_are_what_their_plans_draw() -> None:
    """Nobody edits a site file by hand: each equals what its plan draws."""
    assert draw_sites.main(["--check"]) == 0


def test_a_site_is_of_a_size_to_hold_in_mind(plan: Plan) -> None:
    """A shipped site has 30 to 60 areas."""
    assert 30 <= len(plan.areas) <= 60


def test_ids_and_names_are_unique(plan: Plan) -> None:
    """No two features share an id, and no two areas a name said on the radio."""
    features = [feature.properties.id for feature in plan.file.features]
    names = [area.name for area in plan.areas.values()]
    assert len(features) == len(set(features))
    assert len(names) == len(set(names))


def test_a_site_file_is_called_by_its_id(plan: Plan) -> None:
    """A scenario's `site` finds the file of that name."""
    assert SITES[plan.file.warmzone.id].stem == plan.file.warmzone.id


def test_every_area_is_reached_from_every_arrival(plan: Plan) -> None:
    """Whoever arrives anywhere can walk to every area."""
    for mark in plan.marks_of("arrival"):
        assert plan.reached_from(mark.area) == set(plan.areas)


def test_there_are_places_to_choose_among(plan: Plan) -> None:
    """Arrival, staging, command post, three AEP and two CCP candidates are marked."""
    least = {"arrival": 1, "staging": 1, "command_post": 1, "aep": 3, "ccp": 2}
    assert all(len(plan.marks_of(kind)) >= count for kind, count in least.items())
    assert all(plan.areas[mark.area].vehicle for mark in plan.marks_of("aep"))


def test_marks_lie_in_their_areas(plan: Plan) -> None:
    """A mark drawn on the map is in the area it names."""
    assert all(plan.shapes[mark.area].contains(point) for mark, point in plan.marks)


def test_vehicles_come_only_on_roads(plan: Plan) -> None:
    """An ambulance is never led over a lawn or a slope."""
    assert all(area.vehicle == (area.kind == "road") for area in plan.areas.values())


def test_areas_of_a_floor_do_not_overlap(plan: Plan) -> None:
    """No ground belongs to two areas."""
    for one, other in combinations(plan.areas.values(), 2):
        if one.level == other.level:
            assert plan.shapes[one.id].intersection(plan.shapes[other.id]).area < 0.05


def test_openings_lie_on_the_wall_they_go_through(plan: Plan) -> None:
    """An opening on one floor is on the shared wall; a flight of stairs is in both its areas."""
    for told, point in plan.openings:
        for key in told.between:
            shape = plan.shapes[key]
            wall = shape if told.kind == "stairs" else shape.boundary
            assert wall.distance(point) < 0.02, told.id


def test_openings_fit_their_wall(plan: Plan) -> None:
    """An opening is no wider than the wall its two areas share."""
    for told, _ in plan.openings:
        a, b = (plan.shapes[key] for key in told.between)
        if told.kind != "stairs":
            # A corner of a carriage is rounded to a millimetre, hence the thin band.
            shared = a.boundary.intersection(b.buffer(0.01)).length
            assert told.width_m <= shared + 0.05, told.id


def test_doors_have_the_width_of_doors(plan: Plan) -> None:
    """A door is a door: 0.8 to 2 m."""
    assert all(0.8 <= o.width_m <= 2.0 for o, _ in plan.openings if o.kind == "door")


def test_rooms_tile_their_building(building: Plan) -> None:
    """The ground floor has no unmapped space between its rooms."""
    keys = [k for k, a in building.areas.items() if a.kind in INDOORS and a.level == 0]
    whole = union_all([building.shapes[key] for key in keys])
    assert isinstance(whole, Polygon)
    assert list(whole.interiors) == []


def test_corridors_have_the_width_of_corridors(building: Plan) -> None:
    """A corridor is a straight piece of 2.4 to 3.6 m."""
    corridors = [key for key, area in building.areas.items() if area.kind == "corridor"]
    assert corridors
    for key in corridors:
        west, south, east, north = building.shapes[key].bounds
        assert 2.39 <= min(east - west, north - south) <= 3.61, key
        assert building.shapes[key].area == pytest.approx((east - west) * (north - south))


def test_a_building_has_two_floors_stairs_and_exits(building: Plan) -> None:
    """Each building has two staircases that take walking and at least five exits."""
    flights = [told for told, _ in building.openings if told.kind == "stairs"]
    assert {area.level for area in building.areas.values()} == {0, 1}
    assert len(flights) >= 2
    assert all(told.length_m > 0 for told in flights)
    assert len(building.exits()) >= 5


def test_a_building_has_doors_in_several_states(building: Plan) -> None:
    """Some doors stand open, most rooms are closed, some are locked."""
    states = [told.state for told, _ in building.openings if told.kind == "door"]
    assert min(states.count(state) for state in ("open", "closed", "locked")) >= 5


def test_each_carriage_has_a_way_in() -> None:
    """No carriage is sealed, and some of their doors are blocked."""
    site = Plan(SITES["derailment"])
    for number in range(1, 7):
        key = f"carriage-{number}"
        states = [told.state for told, _ in site.openings if key in told.between]
        assert any(state != "blocked" for state in states)
    assert any(told.state == "blocked" for told, _ in site.openings)


def test_the_banks_cost_walking() -> None:
    """Every way between the track and a slope is longer than it looks on the map."""
    site = Plan(SITES["derailment"])
    for told, _ in site.openings:
        track = [key for key in told.between if key.startswith("track-")]
        slope = [key for key in told.between if "slope" in key]
        if track and slope:
            assert told.length_m >= 5, told.id


def test_a_scenario_is_called_by_its_id(scenario: Scenario) -> None:
    """The file's name is the id by which a scenario is asked for."""
    assert SCENARIOS[scenario.id].stem == scenario.id


def test_a_scenario_opens_with_dispatch(scenario: Scenario) -> None:
    """The first thing heard is dispatch at time 0, and it says what the threat is taken to be."""
    first = scenario.reports[0]
    assert (first.source, first.heard_s) == ("dispatch", 0)
    assert first.threat == scenario.threat.reported
    heard = [report.heard_s for report in scenario.reports]
    assert heard == sorted(heard)


def test_a_report_is_short_and_says_nothing_of_weapons_or_attackers(scenario: Scenario) -> None:
    """Texts stay on the response side: no weapon, no description, no aim."""
    weapons = "rifle|pistol|handgun|knife|bomb|ammunition|armed"
    people = "gunman|shooter|attacker|suspect|wears|wearing"
    unwanted = rf"\b({weapons}|{people})\b"
    texts = [report.text for report in scenario.reports]
    texts += [scenario.summary, scenario.start.brief if scenario.start else ""]
    assert [text for text in texts if re.search(unwanted, text, re.IGNORECASE)] == []
    assert all(len(report.text) <= 110 for report in scenario.reports)


def test_sentences_have_no_stray_line_breaks(scenario: Scenario) -> None:
    """Summary and brief are running text for a card."""
    texts = [scenario.summary, scenario.start.brief if scenario.start else "x"]
    assert all("\n" not in text and "  " not in text for text in texts)


def test_one_casualty_and_no_threat_after_the_robbery() -> None:
    """One gunshot casualty, no threat left, a normal patrol, one ambulance, one crew."""
    told = load("robbery-single-casualty")
    assert (told.casualties.hurt.low, told.casualties.hurt.high) == (1, 1)
    assert told.casualties.latent.high == 0
    assert told.threat.state == "over"
    assert told.casualties.wounds == "single-gunshot"
    assert told.ambulances.count == 1
    assert len(medical_crews(told.agencies)) == 1
    assert officers(told.agencies, "high") <= 6


def test_the_derailment_overwhelms_its_crews() -> None:
    """25 to 40 hurt, no threat, few police, crews that come one after another."""
    told = load("derailment-mci")
    assert (told.casualties.hurt.low, told.casualties.hurt.high) == (25, 40)
    assert told.threat.state == told.threat.reported == "none"
    assert told.casualties.wounds == "blunt"
    assert officers(told.agencies, "high") <= 12
    assert len(medical_crews(told.agencies)) >= 5
    assert told.ambulances.count * told.ambulances.capacity < 25


def test_the_school_is_met_by_car_loads() -> None:
    """20 to 40 officers of three services, two crews of four medics, six to eight ambulances."""
    told = load("school-active-threat")
    police = [agency for agency in told.agencies if agency.discipline == "police"]
    firsts = [cars.first_s for agency in police for cars in agency.arrivals]
    assert told.threat.state == "active"
    assert officers(told.agencies, "low") >= 20
    assert officers(told.agencies, "high") <= 40
    assert len(police) == 3
    assert 90 <= min(firsts) <= 300
    assert medical_crews(told.agencies) == [(4, 4), (4, 4)]
    assert 6 <= told.ambulances.count <= 8
    # Not all latent people are hurt, so more of them stand in the way than the 12 to 25 meant.
    assert 4 <= told.casualties.hurt.low <= told.casualties.hurt.high <= 12
    assert told.casualties.hurt.low + told.casualties.latent.low > 12
    assert told.casualties.hurt.high + told.casualties.latent.high > 25


def test_the_thin_shift_is_thin() -> None:
    """Four officers in two cars, aid in 10 to 20 minutes, one ambulance, then more late."""
    told = load("arcade-thin-shift")
    police = [agency for agency in told.agencies if agency.discipline == "police"]
    first, *aid = police
    assert officers([first], "low") == officers([first], "high") == 4
    assert [cars.count for cars in first.arrivals] == [2]
    assert all(600 <= cars.first_s <= 1200 for agency in aid for cars in agency.arrivals)
    assert (told.threat.state, told.threat.reported) == ("silent", "unknown")
    assert told.ambulances.gap_s >= 300


@pytest.mark.parametrize("key", ["drill-school-rtf-at-the-door", "drill-arcade-unknown-threat"])
def test_a_drill_is_short(key: str) -> None:
    """A drill is handed over with a brief of 30 spoken seconds and lasts 7 to 10 minutes."""
    told = load(key)
    assert told.start is not None
    assert 7 <= told.minutes - told.start.minute <= 10
    assert 40 <= len(told.start.brief.split()) <= 90


def test_a_stale_camera_picture_ships() -> None:
    """In one scenario at least a camera shows what is minutes old."""
    ages = [
        report.heard_s - report.observed_s
        for key in SCENARIOS
        for report in load(key).reports
        if report.source == "camera"
    ]
    assert max(ages) >= 240
