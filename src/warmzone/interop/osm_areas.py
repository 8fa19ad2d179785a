"""Areas of a plan: one sound polygon per element and level, and the links between levels."""

from itertools import pairwise
from typing import TYPE_CHECKING

from warmzone.interop.osm_plan import Plan, PlanArea, PlanOpening
from warmzone.interop.osm_read import OsmPlan, OsmWay, Tags, Xy
from warmzone.interop.osm_tags import (
    clean,
    has_half_level,
    is_lift,
    is_stairs,
    kind_of,
    level_name,
    levels_of,
    name_of,
    repeats_of,
)
from warmzone.scenario.geometry import LEAST_FLOOR_M2, inside_point

if TYPE_CHECKING:
    from shapely import Polygon
    from shapely.geometry.base import BaseGeometry

FLIGHT_M = 10.0
LIFT_M = 40.0
"""Metres of walking that one storey counts: a flight there and back; a wait for a lift."""
STAIR_WIDTH_M = 1.5
LINK_REACH_M = 2.0


def add_areas(osm: OsmPlan, plan: Plan) -> None:
    """Make the areas of all ways and multipolygons, and the links of those on several levels."""
    members = {
        ref for relation in osm.relations for ref in relation.outer if "indoor" in relation.tags
    }
    for way in osm.ways.values():
        if way.id not in members or "indoor" in way.tags:
            add_way(osm, way, plan)
    for relation in osm.relations:
        if kind_of(relation.tags) is not None:
            polygon = assemble(osm, relation.outer, relation.inner)
            refs = [*relation.outer, *relation.inner]
            nodes = frozenset(n for ref in refs if ref in osm.ways for n in osm.ways[ref].nodes)
            add_element(plan, f"relation {relation.id}", relation.tags, polygon, nodes)
    add_walls(osm, plan)


def add_way(osm: OsmPlan, way: OsmWay, plan: Plan) -> None:
    """Make the areas of one way, or note why there are none."""
    label = f"way {way.id}"
    if kind_of(way.tags) is None:
        if way.tags.get("indoor") not in (None, "wall", "no"):
            plan.notes.skipped[f"indoor={clean(way.tags['indoor'])}, no ground to stand on"] += 1
        return
    if not way.closed:
        if way.tags["indoor"] != "yes":
            plan.notes.left_out.append(
                f"{label}: {name_of(way.tags, 'room')} has no closed outline"
            )
        else:
            plan.notes.skipped["indoor=yes drawn as a line, not an area"] += 1
        return
    polygon = sound([osm.nodes[n].xy for n in way.nodes], [])
    add_element(plan, label, way.tags, polygon, frozenset(way.nodes))


def assemble(osm: OsmPlan, outer: tuple[str, ...], inner: tuple[str, ...]) -> "Polygon | None":
    """The polygon of a multipolygon relation: its largest outer ring less the inner ones."""
    from shapely import LineString
    from shapely.ops import polygonize, unary_union

    def shape(refs: tuple[str, ...]) -> "BaseGeometry | None":
        """All ground inside the rings of some ways."""
        found = [osm.ways[ref].nodes for ref in refs if ref in osm.ways]
        lines = [LineString([osm.nodes[n].xy for n in nodes]) for nodes in found if len(nodes) > 1]
        rings = list(polygonize(unary_union(lines))) if lines else []
        return unary_union(rings) if rings else None

    ground, holes = shape(outer), shape(inner)
    if ground is None:
        return None
    return largest(ground.difference(holes) if holes is not None else ground)


def sound(outer: list[Xy], holes: list[list[Xy]]) -> "Polygon | None":
    """A valid polygon on a grid of centimetres, or None where there is no floor."""
    from shapely import Polygon

    if len(outer) < 4:
        return None
    return largest(Polygon(outer, holes))


def largest(shape: "BaseGeometry") -> "Polygon | None":
    """The largest sound polygon of a shape, on a grid of centimetres; None below a least floor."""
    from shapely import Polygon, get_parts, make_valid, set_precision

    parts = get_parts(set_precision(make_valid(shape), 0.01))
    polygons = [part for part in parts if isinstance(part, Polygon)]
    best = max(polygons, key=lambda part: part.area, default=None)
    return best if best is not None and best.area >= LEAST_FLOOR_M2 else None


def add_element(
    plan: Plan, label: str, tags: Tags, polygon: "Polygon | None", nodes: frozenset[str]
) -> None:
    """Put an element on each of its levels and link the levels where people can walk between."""
    kind = kind_of(tags) or "room"
    name = name_of(tags, kind)
    if polygon is None:
        plan.notes.left_out.append(f"{label}: {name} has no floor that can be read")
        return
    told = levels_of(tags.get("level"))
    if told is None:
        plan.notes.inferred.append(
            f"{label}: {name} put on the ground floor, as level is {tags.get('level', 'missing')!r}"
        )
    elif has_half_level(tags.get("level")):
        plan.notes.inferred.append(f"{label}: {name} between floors put on the floor below")
    own = told or [0]
    levels = sorted({*own, *repeats_of(tags)})
    made: dict[int, int] = {}
    for level in levels:
        made[level] = len(plan.areas)
        plan.areas.append(
            PlanArea(label, name, kind, level, polygon, nodes, tags, lift=is_lift(tags))
        )
    linked = levels if kind == "stairs" else own
    if kind != "stairs" and len(own) > 1:
        names = " and ".join(level_name(level).lower() for level in own)
        plan.notes.inferred.append(f"{name}: stairs inside between {names}")
    for low, high in pairwise(linked):
        link(plan, made[low], made[high], inside_point(polygon), lift=is_lift(tags))


def link(plan: Plan, low: int, high: int, xy: Xy, *, lift: bool) -> None:
    """Join two areas on different levels by stairs, or by a lift, whose doors are closed."""
    storeys = max(abs(plan.areas[high].level - plan.areas[low].level), 1)
    plan.openings.append(
        PlanOpening(
            low,
            high,
            "stairs",
            xy,
            STAIR_WIDTH_M,
            "closed" if lift else "open",
            (LIFT_M if lift else FLIGHT_M) * storeys,
        )
    )


def add_walls(osm: OsmPlan, plan: Plan) -> None:
    """Keep the walls of each level: nothing is inferred through them."""
    from shapely import MultiLineString

    lines: dict[int, list[list[Xy]]] = {}
    for way in osm.ways.values():
        if way.tags.get("indoor") == "wall" and len(way.nodes) > 1:
            for level in [*(levels_of(way.tags.get("level")) or [0]), *repeats_of(way.tags)]:
                lines.setdefault(level, []).append([osm.nodes[n].xy for n in way.nodes])
    plan.walls = {level: MultiLineString(found) for level, found in lines.items()}


def add_links(osm: OsmPlan, plan: Plan) -> None:
    """Join levels by lifts drawn as nodes and stairs drawn as lines."""
    for node in osm.nodes.values():
        if node.tags.get("highway") == "elevator":
            levels = levels_of(node.tags.get("level")) or []
            link_points(
                plan, [(level, node.xy) for level in levels], f"lift node {node.id}", lift=True
            )
    for way in osm.ways.values():
        if "indoor" in way.tags or len(way.nodes) < 2:
            continue
        levels = levels_of(way.tags.get("level")) or []
        if is_stairs(way.tags) and len(levels) > 1:
            first, last = osm.nodes[way.nodes[0]].xy, osm.nodes[way.nodes[-1]].xy
            ends = [(levels[0], first), (levels[-1], last)]
            turned = [(levels[0], last), (levels[-1], first)]
            downward = way.tags.get("incline") == "down"
            label = f"stairs way {way.id}"
            best = max((turned, ends) if downward else (ends, turned), key=lambda e: found(plan, e))
            link_points(plan, best, label, lift=False)


def found(plan: Plan, ends: list[tuple[int, Xy]]) -> int:
    """How many of some points lie in an area of their level."""
    return sum(area_at(plan, level, xy) is not None for level, xy in ends)


def link_points(plan: Plan, ends: list[tuple[int, Xy]], label: str, *, lift: bool) -> None:
    """Join the areas at points on successive levels, or note that there are none."""
    for (low, from_xy), (high, to_xy) in pairwise(ends):
        a, b = area_at(plan, low, from_xy), area_at(plan, high, to_xy)
        if a is None or b is None:
            names = f"{level_name(low).lower()} and {level_name(high).lower()}"
            plan.notes.left_out.append(f"{label}: no area at both ends ({names})")
        elif (min(a, b), max(a, b)) not in plan.joined():
            middle = ((from_xy[0] + to_xy[0]) / 2, (from_xy[1] + to_xy[1]) / 2)
            link(plan, a, b, near_both(plan, a, b, middle), lift=lift)


def near_both(plan: Plan, a: int, b: int, xy: Xy) -> Xy:
    """The point between two areas of different levels that lies nearest to both."""
    from shapely import Point
    from shapely.ops import nearest_points

    first, second = plan.areas[a].polygon, plan.areas[b].polygon
    if max(first.distance(Point(xy)), second.distance(Point(xy))) < LINK_REACH_M:
        return xy
    p, q = nearest_points(first, second)
    return ((p.x + q.x) / 2, (p.y + q.y) / 2)


def area_at(plan: Plan, level: int, xy: Xy) -> int | None:
    """The area of a level at a point, the smallest where several are; None where none is near."""
    from shapely import Point

    point = Point(xy)
    near = [
        (round(area.polygon.distance(point), 2), area.polygon.area, index)
        for index, area in plan.on_level(level)
        if area.polygon.distance(point) <= LINK_REACH_M
    ]
    return min(near)[2] if near else None
