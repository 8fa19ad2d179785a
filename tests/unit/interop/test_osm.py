"""Floor plans from OpenStreetMap Simple Indoor Tagging."""

import re
import time
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest

from warmzone.interop.osm import import_osm
from warmzone.interop.osm_report import ImportReport
from warmzone.scenario.load import parse_site
from warmzone.scenario.problems import Invalid
from warmzone.scenario.site import Site

PLANS = Path(__file__).resolve().parents[4] / "shared" / "plans"

Tags = dict[str, str]


def needs(name: str) -> bytes:
    """The bytes of a plan beside the project; the test is skipped where it is absent."""
    path = PLANS / name
    if not path.is_file():
        pytest.skip(f"{name} is not in ../shared/plans beside the repository")
    return path.read_bytes()


class Drawing:
    """A small plan being drawn in metres around a fixed place."""

    def __init__(self) -> None:
        self.nodes: dict[tuple[float, float], tuple[int, Tags]] = {}
        self.ways: list[tuple[list[int], Tags]] = []

    def node(self, x: float, y: float, **tags: str) -> int:
        """A point; the same place is the same node."""
        number, told = self.nodes.get((x, y), (len(self.nodes) + 1, {}))
        self.nodes[x, y] = (number, {**told, **{k.replace("__", ":"): v for k, v in tags.items()}})
        return number

    def box(self, x0: float, y0: float, x1: float, y1: float, **tags: str) -> None:
        """A rectangle as a closed way, through the nodes that lie on its sides already."""
        sides = [((x0, y0), (x1, y0)), ((x1, y0), (x1, y1)), ((x1, y1), (x0, y1)),
                 ((x0, y1), (x0, y0))]  # fmt: skip
        refs: list[int] = []
        for (ax, ay), (bx, by) in sides:
            on = [(x, y) for x, y in self.nodes
                  if min(ax, bx) <= x <= max(ax, bx) and min(ay, by) <= y <= max(ay, by)
                  and (x - ax) * (by - ay) == (y - ay) * (bx - ax)]  # fmt: skip
            start = (ax, ay)
            on = list({start, *on} - {(bx, by)})
            on.sort(key=lambda p, a=start: abs(p[0] - a[0]) + abs(p[1] - a[1]))
            refs += [self.node(x, y) for x, y in on]
        self.ways.append(([*refs, refs[0]], tags))

    def line(self, *points: tuple[float, float], **tags: str) -> None:
        """An open way."""
        self.ways.append(([self.node(x, y) for x, y in points], tags))

    def xml(self) -> bytes:
        """The file."""
        root = ElementTree.Element("osm", version="0.6")
        for (x, y), (number, tags) in self.nodes.items():
            place = {
                "id": str(number),
                "lat": f"{y / 111195.08:.9f}",
                "lon": f"{x / 111195.08:.9f}",
            }
            write_tags(ElementTree.SubElement(root, "node", place), tags)
        for number, (refs, tags) in enumerate(self.ways, start=1):
            way = ElementTree.SubElement(root, "way", {"id": str(number)})
            for ref in refs:
                ElementTree.SubElement(way, "nd", {"ref": str(ref)})
            write_tags(way, tags)
        return ElementTree.tostring(root)


def write_tags(element: ElementTree.Element, tags: Tags) -> None:
    """Add tags to an element."""
    for key, value in tags.items():
        ElementTree.SubElement(element, "tag", {"k": key, "v": value})


def imported(drawing: Drawing) -> tuple[Site, ImportReport]:
    """The site and the report of a drawing."""
    data, report = import_osm(drawing.xml(), "plan.osm")
    return parse_site(data, "plan.geojson"), report


def joins(site: Site) -> set[tuple[str, str, str]]:
    """Each opening as its two names in order, and its kind."""
    found = set()
    for o in site.openings:
        first, second = sorted((site.areas[o.a].name, site.areas[o.b].name))
        found.add((first, second, o.kind))
    return found


def clinic() -> Drawing:
    """A corridor with an entrance, two rooms, one of them with a door."""
    drawing = Drawing()
    drawing.node(0, 1.5, entrance="main", door="yes", width="1.6")
    drawing.node(5, 3, door="yes")
    drawing.box(0, 0, 20, 3, indoor="corridor", level="0", ref="A")
    drawing.box(0, 3, 10, 8, indoor="room", level="0", ref="1")
    drawing.box(10, 3, 20, 8, indoor="room", level="0", ref="2")
    return drawing


def test_a_tagged_door_joins_the_two_areas_that_share_its_node() -> None:
    """Doors come from nodes shared by outlines; an entrance leads to the ground outside."""
    site, report = imported(clinic())
    assert ("Corridor A", "Room 1", "door") in joins(site)
    assert report.exits == 1
    entrance = next(o for o in site.openings if o.width_m == 1.6)
    assert {site.areas[entrance.a].kind, site.areas[entrance.b].kind} == {"corridor", "outdoor"}


def test_a_room_without_a_door_gets_one_to_its_corridor_and_it_is_told() -> None:
    """A door is inferred in the wall that a room shares with a corridor, and listed."""
    site, report = imported(clinic())
    assert ("Corridor A", "Room 2", "door") in joins(site)
    line = "Corridor A and Room 2 (ground floor): door inferred in the wall they share"
    assert line in report.inferred
    assert report.rooms_reached == report.rooms == 2


def test_a_room_with_no_door_and_no_corridor_is_reported() -> None:
    """A gap is told, not papered over."""
    drawing = clinic()
    drawing.box(0, 8, 10, 12, indoor="room", level="0", name="Vault")
    site, report = imported(drawing)
    assert report.rooms_without_door == ("Vault (ground floor)",)
    assert report.unreachable == ("Vault (ground floor)",)
    assert report.rooms_reached_share == pytest.approx(2 / 3)
    assert "Vault" in [area.name for area in site.areas]


def test_stairs_on_several_levels_link_them() -> None:
    """A staircase gives one area a level and a flight between each two; so does a corridor."""
    drawing = clinic()
    drawing.node(20, 1, door="no", level="0-2")
    drawing.box(20, 0, 24, 3, indoor="room", stairs="yes", level="0-2", ref="T")
    drawing.box(0, 0, 20, 3, indoor="corridor", level="1;2", ref="U")
    site, report = imported(drawing)
    flights = [o for o in site.openings if o.kind == "stairs"]
    pairs = Counter((site.areas[o.a].level, site.areas[o.b].level) for o in flights)
    assert pairs == {(0, 1): 1, (1, 2): 2}
    assert all(o.length_m > 0 for o in flights)
    assert [area.level for area in site.areas if area.kind == "stairs"] == [0, 1, 2]
    assert report.unreachable == ()


def test_repeat_on_puts_a_room_on_further_levels_without_joining_them() -> None:
    """A repeated room is another room, not a shaft."""
    drawing = clinic()
    drawing.box(30, 0, 36, 4, indoor="room", level="0", repeat_on="1-2", ref="9")
    site, _ = imported(drawing)
    rooms = [i for i, area in enumerate(site.areas) if area.name.startswith("Room 9")]
    assert [site.areas[i].level for i in rooms] == [0, 1, 2]
    assert not any({o.a, o.b} <= set(rooms) for o in site.openings)


def test_a_lift_node_and_a_stairs_line_link_the_levels_at_their_points() -> None:
    """Lifts drawn as points and stairs drawn as lines join the areas at their ends."""
    drawing = clinic()
    drawing.box(0, 0, 20, 3, indoor="corridor", level="1", ref="U")
    drawing.node(18, 1, highway="elevator", level="0;1")
    drawing.box(0, 0, 8, 3, indoor="corridor", level="-1", ref="B")
    drawing.line((2, 1), (6, 1), highway="steps", level="-1;0")
    _, report = imported(drawing)
    assert (report.lifts, report.stairs) == (1, 1)
    assert report.unreachable == ()


def test_open_areas_that_share_an_edge_are_joined_unless_a_wall_is_drawn() -> None:
    """Corridors run into each other; a drawn wall keeps them apart."""
    drawing = clinic()
    drawing.box(20, 0, 30, 3, indoor="corridor", level="0", ref="B")
    assert ("Corridor A", "Corridor B", "passage") in joins(imported(drawing)[0])
    drawing.line((20, 0), (20, 3), indoor="wall", level="0")
    assert ("Corridor A", "Corridor B", "passage") not in joins(imported(drawing)[0])


def test_names_are_distinct_and_plain() -> None:
    """Rooms of the same name are told apart by their level, then by a number."""
    drawing = clinic()
    drawing.box(40, 0, 44, 4, indoor="room", level="0", amenity="toilets")
    drawing.box(44, 0, 48, 4, indoor="room", level="0", amenity="toilets")
    drawing.box(44, 0, 48, 4, indoor="room", level="1", amenity="toilets")
    names = [area.name for area in imported(drawing)[0].areas]
    assert len(names) == len(set(names))
    assert {"Toilets, ground floor (1)", "Toilets, ground floor (2)", "Toilets, floor 1"} <= set(
        names
    )


def test_what_cannot_be_read_is_left_out_and_told() -> None:
    """Lines, flat shapes and unreadable levels are named in the report."""
    drawing = clinic()
    drawing.line((50, 0), (55, 0), indoor="room", name="Half drawn")
    drawing.box(60, 0, 64, 4, indoor="room", level="mezzanine", name="Loft")
    drawing.line((50, 5), (55, 5), indoor="pathway", level="0")
    _, report = imported(drawing)
    assert "way 4: Half drawn has no closed outline" in report.left_out
    assert "1 × indoor=pathway, no ground to stand on" in report.left_out
    assert "way 5: Loft put on the ground floor, as level is 'mezzanine'" in report.inferred


def test_the_ground_outside_has_what_an_incident_needs() -> None:
    """Vehicles reach the ring, and arrival, staging, command post and AEP are marked on it."""
    site, _ = imported(clinic())
    assert {mark.kind for mark in site.marks} == {
        "arrival",
        "staging",
        "command_post",
        "aep",
        "ccp",
    }
    assert all(site.areas[m.area].vehicle for m in site.marks if m.kind != "ccp")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "plan.osm: line 1, column 1: bad syntax (no element found); OpenStreetMap XML"),
        (b"<osm>", "plan.osm: line 1, column 6: bad syntax (no element found); OpenStreetMap XML"),
        (
            b"<html/>",
            "plan.osm: <html> as the outermost element is not allowed; <osm>",
        ),
        (
            b"<osm/>",
            "plan.osm: no way with an indoor tag; a plan in Simple Indoor Tagging (indoor=room, …)",
        ),
        (
            b'<!DOCTYPE x [<!ENTITY a "b">]><osm>&a;</osm>',
            "plan.osm: a document type or entity declaration; plain OpenStreetMap XML",
        ),
    ],
)
def test_a_file_that_is_no_plan_is_refused_plainly(data: bytes, message: str) -> None:
    """Broken XML, other XML and declarations of entities are problems, not tracebacks."""
    with pytest.raises(Invalid) as refused:
        import_osm(data, "plan.osm")
    assert str(refused.value) == message


def test_broken_references_and_numbers_are_survived() -> None:
    """Nodes that are missing or have no place are left out of their ways."""
    text = clinic().xml().decode()
    text = re.sub(r'lat="[^"]*"', 'lat="nan"', text, count=1)
    text = text.replace("<nd ", '<nd ref="9999" /><nd ', 1)
    site, _ = imported_text(text)
    assert site.areas


def imported_text(text: str) -> tuple[Site, ImportReport]:
    """The site and report of the text of a file."""
    data, report = import_osm(text.encode(), "plan.osm")
    return parse_site(data, "plan.geojson"), report


def test_the_same_bytes_give_the_same_site() -> None:
    """Importing is repeatable."""
    assert import_osm(clinic().xml(), "plan.osm") == import_osm(clinic().xml(), "plan.osm")


def test_a_university_imports_with_every_room_on_its_level_in_time() -> None:
    """400 rooms on four levels, at least 95 % reachable from an exit, in under ten seconds."""
    data = needs("university.osm")
    before = time.perf_counter()
    site_bytes, report = import_osm(data, "university.osm")
    site = parse_site(site_bytes, "university.geojson")
    assert time.perf_counter() - before < 10
    made = Counter(
        (area.level, round(area.floor_m2, 1)) for area in site.areas if area.kind == "room"
    )
    drawn = Counter(level for level in rooms_drawn(data))
    assert report.drawn_rooms == 400
    assert Counter(level for level, _ in made.elements()) == drawn
    assert report.rooms_reached_share >= 0.95


def rooms_drawn(data: bytes) -> list[int]:
    """The level of each room way that is no staircase or lift, read independently."""
    levels = []
    for way in ElementTree.fromstring(data).iter("way"):
        tags = {tag.get("k"): tag.get("v") for tag in way.iter("tag")}
        shaft = "stairs" in tags or tags.get("highway") == "elevator"
        if tags.get("indoor") == "room" and not shaft:
            levels.append(int(str(tags["level"])))
    return levels


def test_an_arcade_imports_with_its_gaps_reported() -> None:
    """A sparse plan loads; inferred doors and rooms left without one are listed."""
    site_bytes, report = import_osm(needs("arcade.osm"), "arcade.osm")
    assert parse_site(site_bytes, "arcade.geojson").areas
    assert sum("inferred" in line for line in report.inferred) >= 20
    assert report.rooms_without_door
    assert any("has no closed outline" in line for line in report.left_out)
    assert report.rooms_reached_share >= 0.8
