"""The words a site plan is written in: areas by their outline, openings by the two areas they join.

Lengths are metres; x runs east and y north of the site's own origin.
"""

from dataclasses import dataclass
from typing import Literal

from shapely import Polygon, box, union_all
from shapely.affinity import rotate, translate
from shapely.geometry.polygon import orient

AreaKind = Literal["room", "corridor", "hall", "stairs", "outdoor", "road"]
OpeningKind = Literal["door", "passage", "stairs", "gate"]
State = Literal["open", "closed", "locked", "blocked"]
MarkKind = Literal["arrival", "staging", "command_post", "aep", "ccp"]

DOOR_M = 0.9
DOUBLE_DOOR_M = 1.8
STAIR_WIDTH_M = 1.5
STAIR_WALK_M = 9.0


@dataclass(frozen=True)
class Area:
    """One area: an id, a name people say on the radio, a kind, a floor and an outline."""

    id: str
    name: str
    kind: AreaKind
    level: int
    shape: Polygon
    vehicle: bool = False


@dataclass(frozen=True)
class Opening:
    """A join of two areas, `along` the longest wall they share (0 to 1 from its west or south end).

    No width means the whole of that wall.
    """

    a: str
    b: str
    kind: OpeningKind
    width_m: float | None
    state: State = "open"
    along: float = 0.5
    length_m: float = 0.0


@dataclass(frozen=True)
class Mark:
    """A place that plans talk of, at a point inside its area."""

    id: str
    kind: MarkKind
    area: str
    name: str
    at: tuple[float, float]


@dataclass(frozen=True)
class Plan:
    """A whole site."""

    id: str
    name: str
    levels: tuple[tuple[int, str], ...]
    areas: tuple[Area, ...]
    openings: tuple[Opening, ...]
    marks: tuple[Mark, ...]
    attribution: str = "Invented for training; resembles no real place on purpose."


def rectangle(west: float, south: float, east: float, north: float) -> Polygon:
    """A box from its south-west to its north-east corner."""
    return tidy(box(west, south, east, north))


def outline(*corners: tuple[float, float]) -> Polygon:
    """Any shape by its corners."""
    return tidy(Polygon(corners))


def tidy(shape: Polygon) -> Polygon:
    """The same shape from the same first corner, anticlockwise, whatever made it."""
    canonical = shape.normalize()
    if not isinstance(canonical, Polygon):
        raise TypeError(f"{canonical.geom_type} is no outline")
    return orient(canonical)


def joined(*shapes: Polygon) -> Polygon:
    """Boxes that touch, as one outline (an L, a U)."""
    whole = union_all(shapes)
    if not isinstance(whole, Polygon):
        raise ValueError(f"shapes do not touch: {[shape.bounds for shape in shapes]}")
    plain = whole.simplify(0)
    if not isinstance(plain, Polygon):
        raise TypeError(f"{plain.geom_type} is no outline")
    return tidy(plain)


def without(shape: Polygon, *others: Polygon) -> Polygon:
    """The ground that is left around things that stand on it."""
    rest = shape.difference(union_all(others))
    if not isinstance(rest, Polygon):
        raise ValueError(f"shape falls apart: {shape.bounds}")
    return tidy(rest)


def turned(x: float, y: float, length: float, width: float, degrees: float) -> Polygon:
    """A box by its centre, turned anticlockwise; corners on whole centimetres."""
    lying = box(-length / 2, -width / 2, length / 2, width / 2)
    placed = translate(rotate(lying, degrees, origin=(0, 0)), x, y)
    return tidy(Polygon([(round(u, 2), round(v, 2)) for u, v in placed.exterior.coords]))


def room(key: str, name: str, shape: Polygon, level: int = 0) -> Area:
    """A room."""
    return Area(key, name, "room", level, shape)


def corridor(key: str, name: str, shape: Polygon, level: int = 0) -> Area:
    """One straight piece of a corridor."""
    return Area(key, name, "corridor", level, shape)


def hall(key: str, name: str, shape: Polygon, level: int = 0) -> Area:
    """A lobby, gallery or other large space people pass through."""
    return Area(key, name, "hall", level, shape)


def stairs(key: str, name: str, shape: Polygon, level: int = 0) -> Area:
    """One floor's part of a staircase."""
    return Area(key, name, "stairs", level, shape)


def ground(key: str, name: str, shape: Polygon) -> Area:
    """Outdoor ground that people walk on."""
    return Area(key, name, "outdoor", 0, shape)


def road(key: str, name: str, shape: Polygon) -> Area:
    """Ground that vehicles reach."""
    return Area(key, name, "road", 0, shape, vehicle=True)


def row(south: float, north: float, west: float, *rooms: tuple[str, str, float]) -> list[Area]:
    """Rooms side by side going east on the ground floor, each (id, name, width)."""
    return upper_row(0, south, north, west, *rooms)


def upper_row(
    level: int, south: float, north: float, west: float, *rooms: tuple[str, str, float]
) -> list[Area]:
    """Rooms side by side going east on one floor, each (id, name, width)."""
    placed: list[Area] = []
    for key, name, width in rooms:
        placed.append(room(key, name, rectangle(west, south, west + width, north), level))
        west += width
    return placed


def door(a: str, b: str, state: State = "closed", along: float = 0.5) -> Opening:
    """A single door."""
    return Opening(a, b, "door", DOOR_M, state, along)


def double_door(a: str, b: str, state: State = "closed", along: float = 0.5) -> Opening:
    """A pair of doors."""
    return Opening(a, b, "door", DOUBLE_DOOR_M, state, along)


def front(a: str, b: str, width_m: float, along: float = 0.5) -> Opening:
    """An open front without doors, of a shop or a staircase."""
    return Opening(a, b, "passage", width_m, "open", along)


def way(a: str, b: str, width_m: float | None = None, climb_m: float = 0.0) -> Opening:
    """Open ground or an undivided corridor between two areas; `climb_m` is extra walking."""
    return Opening(a, b, "passage", width_m, "open", 0.5, climb_m)


def gate(a: str, b: str, width_m: float, state: State = "open", along: float = 0.5) -> Opening:
    """A gate or vehicle door."""
    return Opening(a, b, "gate", width_m, state, along)


def flight(lower: str, upper: str) -> Opening:
    """A flight of stairs between two floors."""
    return Opening(lower, upper, "stairs", STAIR_WIDTH_M, "open", 0.5, STAIR_WALK_M)
