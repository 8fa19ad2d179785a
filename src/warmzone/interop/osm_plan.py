"""The plan while it is being made: areas with polygons, openings, marks, and what was noted."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from warmzone.interop.osm_read import Tags, Xy
from warmzone.interop.osm_tags import level_name
from warmzone.scenario.site import AreaKindName, MarkKindName, OpeningKindName, OpeningStateName

if TYPE_CHECKING:
    from shapely import MultiLineString, Polygon


@dataclass(slots=True)
class PlanArea:
    """One area on one level; `nodes` are the ids of the nodes of its outline."""

    source: str
    name: str
    kind: AreaKindName
    level: int
    polygon: "Polygon"
    nodes: frozenset[str] = frozenset()
    tags: Tags = field(default_factory=dict)
    lift: bool = False
    vehicle: bool = False
    id: str = ""


@dataclass(slots=True)
class PlanOpening:
    """An opening between two areas, by index."""

    a: int
    b: int
    kind: OpeningKindName
    xy: Xy
    width_m: float
    state: OpeningStateName
    length_m: float = 0.0
    exit: bool = False
    main: bool = False


@dataclass(slots=True)
class PlanMark:
    """A mark in an area, by index."""

    kind: MarkKindName
    area: int
    name: str
    xy: Xy


@dataclass(slots=True)
class Notes:
    """What had to be inferred, and what was left out, one plain line each."""

    inferred: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    no_door: list[str] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class Plan:
    """Everything made of a file so far."""

    areas: list[PlanArea] = field(default_factory=list)
    openings: list[PlanOpening] = field(default_factory=list)
    marks: list[PlanMark] = field(default_factory=list)
    notes: Notes = field(default_factory=Notes)
    walls: "dict[int, MultiLineString]" = field(default_factory=dict)

    def on_level(self, level: int) -> Iterator[tuple[int, PlanArea]]:
        """The areas of one level with their index."""
        return ((i, area) for i, area in enumerate(self.areas) if area.level == level)

    def levels(self) -> list[int]:
        """The levels that hold an area, lowest first."""
        return sorted({area.level for area in self.areas})

    def joined(self) -> set[tuple[int, int]]:
        """The pairs of areas that have an opening, smaller index first."""
        return {(min(o.a, o.b), max(o.a, o.b)) for o in self.openings}

    def with_opening(self) -> set[int]:
        """The areas that have an opening."""
        return {end for o in self.openings for end in (o.a, o.b)}

    def reached_from(self, start: set[int]) -> set[int]:
        """The areas that can be walked to from some areas, these included."""
        beside: dict[int, list[int]] = {}
        for o in self.openings:
            beside.setdefault(o.a, []).append(o.b)
            beside.setdefault(o.b, []).append(o.a)
        seen, todo = set(start), list(start)
        while todo:
            for area in beside.get(todo.pop(), []):
                if area not in seen:
                    seen.add(area)
                    todo.append(area)
        return seen


def name_with_level(area: PlanArea) -> str:
    """An area's name, with its level where the name does not say it."""
    level = level_name(area.level).lower()
    return area.name if level in area.name.lower() else f"{area.name} ({level})"
