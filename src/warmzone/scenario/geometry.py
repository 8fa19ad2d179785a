"""Polygons of a site: whether they are sound, where their inside is, how far things are apart.

shapely is imported inside the functions, so that reading a command's help stays quick.
"""

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shapely import Polygon

Xy = tuple[float, float]
Rings = list[list[Xy]]

LEAST_FLOOR_M2 = 0.25
FARTHEST_M = 20_000.0


def ring_fault(ring: list[Xy]) -> tuple[str, str] | None:
    """What is wrong with a ring by itself: (what was found, what is allowed), or None."""
    if not all(is_place(point) for point in ring):
        return "a position that is not a number", "finite metres"
    if any(abs(x) > FARTHEST_M or abs(y) > FARTHEST_M for x, y in ring):
        return "a position too far away", f"metres, at most {FARTHEST_M:.0f} from the origin"
    if len(ring) < 4:
        return f"a ring of {len(ring)} positions", "at least 4, the last equal to the first"
    if ring[0] != ring[-1]:
        return "a ring that is not closed", "a last position equal to the first"
    return None


def rings_fault(rings: Rings) -> tuple[str, str] | None:
    """What is wrong with a polygon: (what was found, what is allowed), or None."""
    from shapely import Polygon, is_valid_reason

    if not rings:
        return "a polygon without a ring", "one outer ring, then holes"
    for ring in rings:
        fault = ring_fault(ring)
        if fault:
            return fault
    polygon = Polygon(rings[0], rings[1:])
    flat = polygon.convex_hull.area < LEAST_FLOOR_M2
    if not flat and not polygon.is_valid:
        reason = plain_reason(is_valid_reason(polygon))
        return f"a polygon that {reason}", "an outline that does not cross itself, holes inside it"
    if flat or polygon.area < LEAST_FLOOR_M2:
        return f"a floor of {polygon.area:.2g} m²", f"at least {LEAST_FLOOR_M2} m² (metres)"
    return None


def plain_reason(reason: str) -> str:
    """Say in plain words why a polygon is not sound."""
    where = reason[reason.find("[") :].strip("[]") if "[" in reason else ""
    at = f" at {', '.join(f'{float(number):.2f}' for number in where.split())}" if where else ""
    if reason.startswith(("Self-intersection", "Ring Self-intersection")):
        return f"crosses or touches itself{at}"
    if reason.startswith("Hole lies outside"):
        return f"has a hole outside its outline{at}"
    return f"is not sound{at}"


def polygon_of(rings: Rings) -> "Polygon":
    """The polygon of rings that are known to be sound."""
    from shapely import Polygon

    return Polygon(rings[0], rings[1:])


def inside_point(polygon: "Polygon") -> Xy:
    """A point well inside: the centroid where it is inside, else the middle of the widest part."""
    from shapely import Point, maximum_inscribed_circle

    middle = polygon.centroid
    if polygon.contains(middle):
        return (float(middle.x), float(middle.y))
    line = maximum_inscribed_circle(polygon, tolerance=0.25)
    x, y = line.coords[0]
    if not polygon.contains(Point(x, y)):
        point = polygon.representative_point()
        x, y = point.x, point.y
    return (float(x), float(y))


def distance_to(polygon: "Polygon", point: Xy) -> float:
    """Metres from a point to a polygon; 0 inside."""
    from shapely import Point

    return float(polygon.distance(Point(point)))


def is_place(point: Xy) -> bool:
    """Whether a position is made of finite numbers."""
    return math.isfinite(point[0]) and math.isfinite(point[1])
