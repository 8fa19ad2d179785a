"""Ways that a drawing leaves to be understood: open edges, rooms without a door, missing exits."""

from warmzone.interop.osm_doors import DOOR_WIDTH_M, ENTRANCE_WIDTH_M
from warmzone.interop.osm_plan import Plan, PlanOpening, name_with_level
from warmzone.interop.osm_read import Tags
from warmzone.interop.osm_walls import (
    LEAST_SHARED_M,
    STUB_M,
    SharedWall,
    longest_shared,
    shared_walls,
    wall_of,
)

PUBLIC_ROOMS = ("shop", "restaurant", "fast_food", "cafe", "bar", "disused", "entrance")
OPEN_KINDS = ("corridor", "hall", "stairs")
WIDEST_PASSAGE_M = 12.0


def add_inferred(plan: Plan) -> None:
    """Add passages of open areas, doors of rooms without one, and exits where none is drawn."""
    walls = {level: shared_walls(plan, level) for level in plan.levels()}
    for level, shared in walls.items():
        add_passages(plan, level, shared)
        add_room_doors(plan, level, shared)
    for shared in walls.values():
        add_island_ways(plan, shared)
    add_street_doors(plan, walls.get(0, []))
    add_missing_exits(plan, walls.get(0, []))
    note_rooms_without_door(plan)


def kinds(plan: Plan, wall: SharedWall) -> tuple[str, str]:
    """The kinds of the two areas at a wall."""
    return plan.areas[wall.a].kind, plan.areas[wall.b].kind


def add_passages(plan: Plan, level: int, shared: list[SharedWall]) -> None:
    """Join open areas that share an edge without a door and without a drawn wall."""
    joined = plan.joined()
    has_door = {end for o in plan.openings if o.kind != "stairs" for end in (o.a, o.b)}
    for wall in shared:
        pair = kinds(plan, wall)
        outdoors = pair == ("outdoor", "outdoor")
        inside = all(kind in OPEN_KINDS for kind in pair)
        lift = plan.areas[wall.a].lift or plan.areas[wall.b].lift
        if (wall.a, wall.b) in joined or not (outdoors or inside):
            continue
        if lift and not lift_needs(plan, wall, has_door):
            continue
        free = past_walls(plan, level, wall)
        if free is None:
            continue
        state_closed = lift or (inside and "stairs" in pair)
        add_between(plan, free, "door" if state_closed else "passage")
        if inside:
            note(plan, wall, "joined where they share an edge")


def lift_needs(plan: Plan, wall: SharedWall, has_door: set[int]) -> bool:
    """Whether a wall is where a lift without a door on its level meets a corridor or hall."""
    lift, other = (wall.a, wall.b) if plan.areas[wall.a].lift else (wall.b, wall.a)
    return lift not in has_door and plan.areas[other].kind in ("corridor", "hall")


def past_walls(plan: Plan, level: int, wall: SharedWall) -> SharedWall | None:
    """What is left of a shared edge beside the walls drawn on it."""
    drawn = plan.walls.get(level)
    if drawn is None:
        return wall
    piece = longest_shared(plan.areas[wall.a].polygon, plan.areas[wall.b].polygon, drawn)
    return None if piece is None else wall_of(wall.a, wall.b, piece)


def add_room_doors(plan: Plan, level: int, shared: list[SharedWall]) -> None:
    """Give each room without a way out a door to the corridor or hall it shares most wall with."""
    for room, area in list(plan.on_level(level)):
        if area.kind != "room" or not shut_in(plan, room):
            continue
        best = best_wall(plan, room, shared)
        if best is not None:
            add_between(plan, best, "door")
            note(plan, best, "door inferred in the wall they share")


def shut_in(plan: Plan, room: int) -> bool:
    """Whether a room is joined to nothing but itself on other levels."""
    return all(plan.areas[i].source == plan.areas[room].source for i in plan.reached_from({room}))


def best_wall(plan: Plan, room: int, shared: list[SharedWall]) -> SharedWall | None:
    """The longest wall that a room shares with a corridor or hall."""
    fitting = [
        wall
        for wall in shared
        if room in (wall.a, wall.b)
        and plan.areas[wall.b if wall.a == room else wall.a].kind in ("corridor", "hall")
    ]
    return max(fitting, key=lambda wall: (wall.length_m, -wall.a, -wall.b), default=None)


def add_island_ways(plan: Plan, shared: list[SharedWall]) -> None:
    """Join a corridor, hall or staircase that has no opening at all to a corridor beside it."""
    have = plan.with_opening()
    for wall in sorted(shared, key=lambda wall: -wall.length_m):
        pair = kinds(plan, wall)
        lonely = [end for end in (wall.a, wall.b) if end not in have]
        if lonely and all(kind in OPEN_KINDS for kind in pair):
            add_between(plan, wall, "door")
            note(plan, wall, "door inferred in the wall they share")
            have |= {wall.a, wall.b}


def add_street_doors(plan: Plan, shared: list[SharedWall]) -> None:
    """Give shops and the like that touch no corridor a door to the street they stand at."""
    for room, area in list(plan.on_level(0)):
        if not shut_in(plan, room) or not is_public(area.tags):
            continue
        best = longest_front(plan, {room}, shared)
        if best is not None:
            add_between(plan, best, "door", is_exit=True)
            note(plan, best, "street door inferred, as it shares no wall with a corridor")


def is_public(tags: Tags) -> bool:
    """Whether a room is one that people enter from the street."""
    return "shop" in tags or tags.get("room") in PUBLIC_ROOMS or tags.get("amenity") in PUBLIC_ROOMS


def add_missing_exits(plan: Plan, shared: list[SharedWall]) -> None:
    """Give each group of joined areas with a corridor or hall at the street a way out."""
    ground = {i for i, area in enumerate(plan.areas) if area.vehicle}
    done = plan.reached_from(ground)
    for start, area in list(plan.on_level(0)):
        if start in done or area.kind not in ("corridor", "hall"):
            continue
        group = plan.reached_from({start})
        done |= group
        open_ground = {i for i in group if plan.areas[i].kind in ("corridor", "hall")}
        best = longest_front(plan, open_ground, shared)
        if best is not None:
            add_between(plan, best, "door", is_exit=True)
            note(plan, best, "exit inferred, as none is drawn for this part")


def longest_front(plan: Plan, inside: set[int], shared: list[SharedWall]) -> SharedWall | None:
    """The longest wall between some areas and ground that vehicles reach."""
    fronts = [
        wall
        for wall in shared
        if (wall.a in inside and plan.areas[wall.b].vehicle)
        or (wall.b in inside and plan.areas[wall.a].vehicle)
    ]
    return max(fronts, key=lambda wall: (wall.length_m, -wall.a, -wall.b), default=None)


def add_between(plan: Plan, wall: SharedWall, kind: str, *, is_exit: bool = False) -> None:
    """Add an opening in the middle of a shared wall."""
    if kind == "passage":
        width = min(max(wall.length_m - STUB_M, LEAST_SHARED_M), WIDEST_PASSAGE_M)
        opening = PlanOpening(wall.a, wall.b, "passage", wall.middle, round(width, 2), "open")
    else:
        width = ENTRANCE_WIDTH_M if is_exit else DOOR_WIDTH_M
        opening = PlanOpening(wall.a, wall.b, "door", wall.middle, width, "closed", exit=is_exit)
    plan.openings.append(opening)


def note(plan: Plan, wall: SharedWall, what: str) -> None:
    """Note an opening that was inferred."""
    first, second = plan.areas[wall.a], plan.areas[wall.b]
    plan.notes.inferred.append(f"{first.name} and {name_with_level(second)}: {what}")


def note_rooms_without_door(plan: Plan) -> None:
    """List the rooms that still have no opening."""
    have = plan.with_opening()
    for index, area in enumerate(plan.areas):
        if area.kind not in ("outdoor", "road") and index not in have:
            plan.notes.no_door.append(name_with_level(area))
