"""The ground around a building: outdoor areas that exits lead to, and the marks on them."""

import math
from typing import TYPE_CHECKING

from warmzone.interop.osm_areas import assemble, largest, sound
from warmzone.interop.osm_plan import Plan, PlanArea, PlanMark
from warmzone.interop.osm_read import OsmPlan, Xy
from warmzone.interop.osm_tags import levels_of
from warmzone.scenario.geometry import inside_point
from warmzone.scenario.site import AreaKindName, MarkKindName

if TYPE_CHECKING:
    from shapely import Polygon
    from shapely.geometry.base import BaseGeometry

RING_M = 14.0
WALL_GAP_M = 0.6
LEAST_PIECE_M2 = 4.0
AEP_DISTANCE_M = 5.0
LARGE_M = 80.0
POINTS = ("east", "north-east", "north", "north-west", "west", "south-west", "south", "south-east")


def add_ground(osm: OsmPlan, plan: Plan) -> None:
    """Add a ring of outdoor ground in sectors, and the courts and gaps that a door leads into."""
    from shapely import get_parts, unary_union

    inside = [area.polygon for _, area in plan.on_level(0)]
    everything = [area.polygon for area in plan.areas]
    hull = unary_union(everything).convex_hull
    built = unary_union(inside or everything).buffer(WALL_GAP_M, join_style="mitre")
    built = built.buffer(-WALL_GAP_M, join_style="mitre")
    pieces = list(get_parts(hull.buffer(RING_M, join_style="mitre").difference(built)))
    outer = max(pieces, key=lambda piece: piece.envelope.area)
    for name, shape in sectors(outer, hull):
        add_piece(plan, f"Outside {name}", shape, vehicle=True)
    doors = [
        node.xy
        for node in osm.nodes.values()
        if "door" in node.tags or "entrance" in node.tags
        if 0 in (levels_of(node.tags.get("level")) or [0])
    ]
    buildings = building_shapes(osm)
    for piece in pieces:
        if piece is not outer and piece.area >= LEAST_PIECE_M2 and touched(piece, doors):
            covered = any(shape.contains(piece.representative_point()) for shape in buildings)
            name = "Unmapped space" if covered else "Courtyard"
            add_piece(plan, name, piece, vehicle=False, indoors=covered)
    plan.notes.inferred.append(
        f"ground outside: {RING_M:.0f} m around the building, passable and open to vehicles"
    )


def add_piece(
    plan: Plan, name: str, shape: "Polygon", *, vehicle: bool, indoors: bool = False
) -> None:
    """Add one piece of ground on level 0."""
    polygon = largest(shape)
    if polygon is not None and polygon.area >= LEAST_PIECE_M2:
        kind: AreaKindName = "hall" if indoors else "outdoor"
        plan.areas.append(PlanArea("ground", name, kind, 0, polygon, vehicle=vehicle))


def sectors(ring: "Polygon", hull: "BaseGeometry") -> list[tuple[str, "Polygon"]]:
    """Cut the ring into four or eight pieces by direction, so that walks around it are not cut."""
    from shapely import Polygon, get_parts

    low_x, low_y, high_x, high_y = hull.bounds
    middle = ((low_x + high_x) / 2, (low_y + high_y) / 2)
    half = ((high_x - low_x) / 2, (high_y - low_y) / 2)
    count = 8 if max(high_x - low_x, high_y - low_y) > LARGE_M else 4
    names = POINTS if count == 8 else POINTS[::2]
    cut: list[tuple[str, Polygon]] = []
    for at, name in enumerate(names):
        edges = [
            wedge_corner(middle, half, (at + side) * 2 * math.pi / count)
            for side in (-0.5, 0.0, 0.5)
        ]
        wedge = Polygon([middle, *edges])
        parts = [p for p in get_parts(ring.intersection(wedge)) if isinstance(p, Polygon)]
        cut += [(name, part) for part in sorted(parts, key=lambda p: -p.area)]
    return cut


def wedge_corner(middle: Xy, half: Xy, angle: float) -> Xy:
    """A point far out in a direction; directions are stretched with the building's sides."""
    far = 10.0 + 8 * RING_M / min(half[0] + 1, half[1] + 1)
    return (
        middle[0] + math.cos(angle) * (half[0] + 1) * far,
        middle[1] + math.sin(angle) * (half[1] + 1) * far,
    )


def building_shapes(osm: OsmPlan) -> list["Polygon"]:
    """The outlines of buildings, less the courts of multipolygons."""
    found = [
        sound([osm.nodes[n].xy for n in way.nodes], [])
        for way in osm.ways.values()
        if way.closed and way.tags.get("building", "no") not in ("no", "roof")
    ]
    found += [
        assemble(osm, relation.outer, relation.inner)
        for relation in osm.relations
        if "building" in relation.tags
    ]
    return [shape for shape in found if shape is not None]


def touched(piece: "Polygon", doors: list[Xy]) -> bool:
    """Whether a door lies on the edge of a piece of ground."""
    from shapely import MultiPoint

    return bool(doors) and bool(piece.distance(MultiPoint(doors)) <= WALL_GAP_M)


def add_marks(plan: Plan) -> None:
    """Mark arrival, staging, command post, candidate AEPs at the exits and a candidate CCP."""
    ground = [i for i, area in plan.on_level(0) if area.vehicle]
    exits = {i: [o for o in plan.openings if o.exit and i in (o.a, o.b)] for i in ground}
    front = max(
        ground,
        key=lambda i: (any(o.main for o in exits[i]), len(exits[i]), plan.areas[i].polygon.area),
    )
    reached = [i for i in ground if i in plan.reached_from({front})]
    at = ground.index(front)
    beside = [i for i in (*ground[at + 1 :], *ground[:at]) if i in reached]
    staging, post = (beside[0], beside[-1]) if beside else (front, front)
    add_mark(plan, "arrival", front, "Arrival")
    if beside:
        add_mark(plan, "arrival", beside[len(beside) // 2], "Second arrival")
    add_mark(plan, "staging", staging, "Staging")
    add_mark(plan, "command_post", post, "Command post")
    for i in ground:
        if exits[i]:
            best = max(exits[i], key=lambda o: (o.main, o.width_m))
            name = f"AEP {plan.areas[i].name.removeprefix('Outside ')}"
            plan.marks.append(PlanMark("aep", i, name, outward(plan.areas[i].polygon, best.xy)))
            inner = best.b if best.a == i else best.a
            if not any(m.kind == "ccp" and m.area == inner for m in plan.marks):
                add_mark(plan, "ccp", inner, f"CCP {plan.areas[inner].name}")
    if not any(mark.kind == "aep" for mark in plan.marks):
        add_mark(plan, "aep", front, "AEP")


def add_mark(plan: Plan, kind: MarkKindName, area: int, name: str) -> None:
    """Put a mark well inside an area."""
    plan.marks.append(PlanMark(kind, area, name, inside_point(plan.areas[area].polygon)))


def outward(polygon: "Polygon", door: Xy) -> Xy:
    """The point of some ground nearest to a door that keeps a little away from its edges."""
    from shapely import Point
    from shapely.ops import nearest_points

    for distance in (AEP_DISTANCE_M, 2.0, 1.0):
        room = polygon.buffer(-distance)
        if not room.is_empty:
            point = nearest_points(room, Point(door))[0]
            return (float(point.x), float(point.y))
    return inside_point(polygon)
