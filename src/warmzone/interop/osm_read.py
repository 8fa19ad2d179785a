"""OpenStreetMap XML into plain elements in local metres; nothing in it is trusted."""

import math
from dataclasses import dataclass, field
from typing import Any, NoReturn

from warmzone.scenario.problems import Invalid, Problem, cut

EARTH_RADIUS_M = 6_371_008.8
MOST_OSM_BYTES = 64 * 1024 * 1024
FARTHEST_DEGREES = 0.1
"""A plan wider than this (about 11 km) is not one site."""

Tags = dict[str, str]
Xy = tuple[float, float]


@dataclass(frozen=True, slots=True)
class OsmNode:
    """A point with its tags, in metres."""

    id: str
    xy: Xy
    tags: Tags


@dataclass(frozen=True, slots=True)
class OsmWay:
    """A line or ring of nodes; only nodes that the file holds are listed."""

    id: str
    nodes: tuple[str, ...]
    tags: Tags

    @property
    def closed(self) -> bool:
        """Whether it is a ring."""
        return len(self.nodes) >= 4 and self.nodes[0] == self.nodes[-1]


@dataclass(frozen=True, slots=True)
class OsmRelation:
    """A multipolygon: ids of outer and inner ways."""

    id: str
    outer: tuple[str, ...]
    inner: tuple[str, ...]
    tags: Tags


@dataclass(slots=True)
class OsmPlan:
    """All elements of a file; the origin is the middle of its indoor elements, in degrees."""

    latitude: float = 0.0
    longitude: float = 0.0
    nodes: dict[str, OsmNode] = field(default_factory=dict)
    ways: dict[str, OsmWay] = field(default_factory=dict)
    relations: list[OsmRelation] = field(default_factory=list)
    missing_nodes: int = 0


def stop(file: str, found: str, allowed: str, verdict: str = "") -> NoReturn:
    """Raise Invalid with one problem of the whole file."""
    raise Invalid([Problem(file, "", found, allowed, verdict)])


def read_osm(data: bytes, file: str) -> OsmPlan:
    """Read OpenStreetMap XML; raise Invalid where it is none or holds nothing indoors."""
    root = parse_xml(data, file)
    if root.tag != "osm":
        stop(file, f"<{cut(str(root.tag))}> as the outermost element", "<osm>", " is not allowed")
    places = read_places(root)
    plan = OsmPlan()
    read_ways(root, places, plan)
    read_relations(root, plan)
    used = [places[ref] for way in plan.ways.values() if "indoor" in way.tags for ref in way.nodes]
    if not used:
        stop(file, "no way with an indoor tag", "a plan in Simple Indoor Tagging (indoor=room, …)")
    set_origin(plan, used, file)
    for element in root.iter("node"):
        node_id = element.get("id", "")
        if node_id in places:
            xy = metres(plan, *places[node_id])
            plan.nodes[node_id] = OsmNode(node_id, xy, tags_of(element))
    return plan


def parse_xml(data: bytes, file: str) -> Any:
    """Parse XML without entities, document types or outside references."""
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    if len(data) > MOST_OSM_BYTES:
        allowed = f"at most {MOST_OSM_BYTES // 2**20} MB"
        stop(file, f"{len(data) / 2**20:.1f} MB", allowed, " is too large")
    try:
        return fromstring(data, forbid_dtd=True)
    except ParseError as error:
        line, column = error.position
        reason = str(error).split(":", 1)[0]
        problem = Problem(
            file,
            f"line {line}, column {column + 1}",
            f"bad syntax ({reason})",
            "OpenStreetMap XML",
            "",
        )
        raise Invalid([problem]) from None
    except DefusedXmlException:
        stop(file, "a document type or entity declaration", "plain OpenStreetMap XML")
    except (ValueError, LookupError, RecursionError):
        stop(file, "text that cannot be read", "OpenStreetMap XML in UTF-8")


def read_places(root: Any) -> dict[str, Xy]:
    """Latitude and longitude of each node that has both."""
    places: dict[str, Xy] = {}
    for element in root.iter("node"):
        latitude, longitude = number(element.get("lat")), number(element.get("lon"))
        if latitude is None or longitude is None or abs(latitude) > 85 or abs(longitude) > 180:
            continue
        places[element.get("id", "")] = (latitude, longitude)
    return places


def read_ways(root: Any, places: dict[str, Xy], plan: OsmPlan) -> None:
    """Read the ways, with the nodes that are there."""
    for element in root.iter("way"):
        told = [nd.get("ref", "") for nd in element.findall("nd")]
        known = tuple(ref for ref in told if ref in places)
        plan.missing_nodes += len(told) - len(known)
        way = OsmWay(element.get("id", ""), known, tags_of(element))
        plan.ways[way.id] = way


def read_relations(root: Any, plan: OsmPlan) -> None:
    """Read the multipolygons."""
    for element in root.iter("relation"):
        tags = tags_of(element)
        if tags.get("type") != "multipolygon":
            continue
        members = [m for m in element.findall("member") if m.get("type") == "way"]
        inner = tuple(m.get("ref", "") for m in members if m.get("role") == "inner")
        outer = tuple(m.get("ref", "") for m in members if m.get("role") != "inner")
        plan.relations.append(OsmRelation(element.get("id", ""), outer, inner, tags))


def tags_of(element: Any) -> Tags:
    """The tags of one element."""
    return {tag.get("k", ""): tag.get("v", "") for tag in element.findall("tag")}


def number(text: str | None) -> float | None:
    """A finite number, or None."""
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def set_origin(plan: OsmPlan, used: list[Xy], file: str) -> None:
    """Put the origin in the middle of the indoor elements."""
    latitudes, longitudes = [lat for lat, _ in used], [lon for _, lon in used]
    span = max(max(latitudes) - min(latitudes), max(longitudes) - min(longitudes))
    if span > FARTHEST_DEGREES:
        stop(
            file, f"a plan {span:.1f} degrees wide", f"one site, at most {FARTHEST_DEGREES} degrees"
        )
    plan.latitude = round((max(latitudes) + min(latitudes)) / 2, 6)
    plan.longitude = round((max(longitudes) + min(longitudes)) / 2, 6)


def metres(plan: OsmPlan, latitude: float, longitude: float) -> Xy:
    """Metres east and north of the origin (equirectangular: exact enough for one site)."""
    scale = math.radians(1.0) * EARTH_RADIUS_M
    east = (longitude - plan.longitude) * scale * math.cos(math.radians(plan.latitude))
    return (round(east, 3), round((latitude - plan.latitude) * scale, 3))
