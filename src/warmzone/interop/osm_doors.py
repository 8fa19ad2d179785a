"""Doors and entrances: nodes shared by the outlines of areas, each joining two of them."""

from typing import TYPE_CHECKING

from warmzone.interop.osm_plan import Plan, PlanArea, PlanOpening, name_with_level
from warmzone.interop.osm_read import OsmNode, OsmPlan, Tags
from warmzone.interop.osm_tags import level_name, levels_of, repeats_of, width_m
from warmzone.scenario.site import AreaKindName, OpeningStateName

if TYPE_CHECKING:
    from shapely import Point

DOOR_WIDTH_M = 0.9
ENTRANCE_WIDTH_M = 1.8
TOUCH_M = 0.5
OUTSIDE_REACH_M = 1.0
RANK: dict[AreaKindName, int] = {
    "corridor": 0, "hall": 1, "stairs": 2, "outdoor": 3, "road": 3, "room": 4
}  # fmt: skip


def add_doors(osm: OsmPlan, plan: Plan) -> None:
    """Make an opening of each door or entrance node on each level where it joins two areas."""
    for node in osm.nodes.values():
        if is_door(node.tags):
            for level in door_levels(plan, node):
                add_door(plan, node, level)


def is_door(tags: Tags) -> bool:
    """Whether a node is a way through a wall."""
    return "door" in tags or tags.get("entrance", "no") not in ("no", "")


def door_levels(plan: Plan, node: OsmNode) -> list[int]:
    """The levels of a door: as told, else those of the areas whose outline holds the node."""
    told = levels_of(node.tags.get("level"))
    if told is None:
        told = sorted({area.level for area in plan.areas if node.id in area.nodes})
        if "entrance" in node.tags and (0 in told or not told):
            told = [0]
    return sorted({*told, *repeats_of(node.tags)})


def add_door(plan: Plan, node: OsmNode, level: int) -> None:
    """Join the areas of a level that touch a door; note a door that joins nothing."""
    touching = touching_areas(plan, node, level)
    if not touching:
        plan.notes.left_out.append(
            f"door node {node.id}: touches no area of the {level_name(level).lower()}"
        )
        return
    hub = touching[0]
    others = touching[1:]
    outside = [i for i in touching if plan.areas[i].kind == "outdoor"]
    if "entrance" in node.tags and outside and plan.areas[hub].kind != "outdoor":
        others = outside[:1]
    for other in others:
        add_opening(plan, node, hub, other)
    if not others:
        add_exit_elsewhere(plan, node, hub)


def touching_areas(plan: Plan, node: OsmNode, level: int) -> list[int]:
    """The areas of a level that a door lies on: by shared node, else by nearness; open ones first.

    A room that only meets the door at a corner is left out where two others hold it.
    """
    from shapely import Point

    point = Point(node.xy)
    held = [i for i, area in plan.on_level(level) if node.id in area.nodes]
    if len(held) < 2:
        near = [
            (round(area.polygon.boundary.distance(point), 2), i)
            for i, area in plan.on_level(level)
            if i not in held and area.polygon.boundary.distance(point) <= reach_of(area)
        ]
        held += [i for _, i in sorted(near)][: 2 - len(held)]
    if len(held) > 2:
        along = [i for i in held if not is_corner(plan.areas[i], point)]
        held = along if len(along) >= 2 else held
    return sorted(held, key=lambda i: (RANK[plan.areas[i].kind], i))


def reach_of(area: PlanArea) -> float:
    """How far from a door an area may be drawn and still be joined by it."""
    return OUTSIDE_REACH_M if area.kind == "outdoor" else TOUCH_M


def is_corner(area: PlanArea, point: "Point") -> bool:
    """Whether an outline turns sharply at a point."""
    ring = area.polygon.exterior
    at = ring.project(point)
    before = ring.interpolate((at - 0.3) % ring.length)
    after = ring.interpolate((at + 0.3) % ring.length)
    return bool(before.distance(after) < 0.5)


def add_opening(plan: Plan, node: OsmNode, a: int, b: int) -> None:
    """Add the opening of a door node between two areas."""
    outside = "outdoor" in (plan.areas[a].kind, plan.areas[b].kind)
    passage = node.tags.get("door") == "no"
    default = (
        ENTRANCE_WIDTH_M if outside and "emergency" not in node.tags.values() else DOOR_WIDTH_M
    )
    plan.openings.append(
        PlanOpening(
            a,
            b,
            "passage" if passage else "door",
            node.xy,
            width_m(node.tags, default),
            "open" if passage else state_of(node.tags),
            exit=outside,
            main=node.tags.get("entrance") == "main",
        )
    )


def state_of(tags: Tags) -> OpeningStateName:
    """Whether a door is locked; a door of which nothing is said is closed, not locked."""
    if tags.get("locked") == "yes" or tags.get("access") == "no":
        return "locked"
    return "closed"


def add_exit_elsewhere(plan: Plan, node: OsmNode, area: int) -> None:
    """Lead an entrance of another level to the ground outside by steps; note other lone doors."""
    from shapely import Point

    told = plan.areas[area]
    point = Point(node.xy)
    if "entrance" in node.tags and told.level != 0 and told.kind != "outdoor":
        ground = [
            (other.polygon.distance(point), i)
            for i, other in plan.on_level(0)
            if other.kind == "outdoor" and other.polygon.distance(point) <= 5.0
        ]
        if ground:
            storeys = abs(told.level)
            plan.openings.append(
                PlanOpening(area, min(ground)[1], "stairs", node.xy, ENTRANCE_WIDTH_M,
                            state_of(node.tags), 10.0 * storeys, exit=True)
            )  # fmt: skip
            plan.notes.inferred.append(
                f"{told.name}: entrance on the {level_name(told.level).lower()} "
                "led to the ground outside by steps"
            )
            return
    plan.notes.left_out.append(
        f"door node {node.id}: nothing drawn on its other side, seen from {name_with_level(told)}"
    )
