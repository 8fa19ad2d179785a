"""Walls that two areas share: where they touch, and how wide a way between them could be."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from warmzone.interop.osm_plan import Plan
from warmzone.interop.osm_read import Xy

if TYPE_CHECKING:
    from shapely import LineString, Polygon
    from shapely.geometry.base import BaseGeometry

WALL_M = 0.35
"""Areas drawn up to this far apart are taken to share a wall."""
LEAST_SHARED_M = 0.8
STUB_M = 2 * WALL_M


@dataclass(frozen=True, slots=True)
class SharedWall:
    """The longest piece of wall between two areas."""

    a: int
    b: int
    length_m: float
    middle: Xy


def shared_walls(plan: Plan, level: int) -> list[SharedWall]:
    """All pairs of areas of a level that share a wall wide enough for a door."""
    from shapely import STRtree

    members = list(plan.on_level(level))
    if len(members) < 2:
        return []
    shapes = [area.polygon for _, area in members]
    pairs = STRtree(shapes).query(shapes, predicate="dwithin", distance=WALL_M)
    shared = []
    for i, j in sorted(zip(pairs[0].tolist(), pairs[1].tolist(), strict=True)):
        if i < j:
            piece = longest_shared(shapes[i], shapes[j], None)
            if piece is not None:
                shared.append(wall_of(members[i][0], members[j][0], piece))
    return shared


def wall_of(a: int, b: int, piece: "LineString") -> SharedWall:
    """Describe a piece of wall between two areas."""
    middle = piece.interpolate(0.5, normalized=True)
    return SharedWall(a, b, float(piece.length), (float(middle.x), float(middle.y)))


def longest_shared(
    first: "Polygon", second: "Polygon", barrier: "BaseGeometry | None"
) -> "LineString | None":
    """The longest piece of the first outline that lies along the second, less what is barred."""
    from shapely import get_parts
    from shapely.ops import linemerge

    near = second.buffer(WALL_M, quad_segs=2)
    if first.intersection(second).area > 0.3 * min(first.area, second.area):
        return None
    along = first.boundary.intersection(near)
    if barrier is not None:
        along = along.difference(barrier.buffer(WALL_M))
    lines = [
        part for part in get_parts(along) if part.geom_type == "LineString" and not part.is_empty
    ]
    if not lines:
        return None
    merged = list(get_parts(linemerge(lines)))
    best: LineString = max(merged, key=lambda line: line.length)
    # A wall that meets the other area at a right angle gives a stub as long as the reach.
    return best if best.length >= LEAST_SHARED_M + STUB_M else None
