"""What an import understood, inferred and left out."""

from msgspec import Struct

from warmzone.interop.osm_plan import Plan, name_with_level
from warmzone.interop.osm_tags import level_name


class LevelRow(Struct, frozen=True):
    """One line of the table: a level, its areas by kind and its openings."""

    level: int
    name: str
    rooms: int
    corridors: int
    halls: int
    stairs: int
    outdoor: int
    openings: int
    exits: int
    rooms_reached: int


class ImportReport(Struct, frozen=True):
    """What came of a file. `unreachable` are areas without a way to an exit.

    `drawn_rooms` counts the elements tagged as rooms, stairwells and lifts drawn so included.
    `rooms_reached_share` is the share of rooms from which an exit can be reached.
    """

    site_id: str
    levels: tuple[LevelRow, ...]
    areas: int
    drawn_rooms: int
    rooms: int
    rooms_reached: int
    rooms_reached_share: float
    openings: int
    stairs: int
    lifts: int
    exits: int
    inferred: tuple[str, ...]
    left_out: tuple[str, ...]
    rooms_without_door: tuple[str, ...]
    unreachable: tuple[str, ...]


def make_report(plan: Plan, site_id: str) -> ImportReport:
    """Count and list everything once the plan is done."""
    ground = {i for i, area in enumerate(plan.areas) if area.vehicle}
    reached = plan.reached_from(ground)
    rows = tuple(level_row(plan, level, reached) for level in plan.levels())
    rooms = sum(row.rooms for row in rows)
    rooms_reached = sum(row.rooms_reached for row in rows)
    skipped = [f"{count} × {what}" for what, count in sorted(plan.notes.skipped.items())]
    lost = [area_line(plan, i) for i in range(len(plan.areas)) if i not in reached]
    return ImportReport(
        site_id=site_id,
        levels=rows,
        areas=len(plan.areas),
        drawn_rooms=len({a.source for a in plan.areas if a.tags.get("indoor") == "room"}),
        rooms=rooms,
        rooms_reached=rooms_reached,
        rooms_reached_share=rooms_reached / rooms if rooms else 1.0,
        openings=len(plan.openings),
        stairs=vertical_links(plan, lift=False),
        lifts=vertical_links(plan, lift=True),
        exits=sum(opening.exit for opening in plan.openings),
        inferred=tuple(plan.notes.inferred),
        left_out=(*plan.notes.left_out, *skipped),
        rooms_without_door=tuple(plan.notes.no_door),
        unreachable=tuple(lost),
    )


def level_row(plan: Plan, level: int, reached: set[int]) -> LevelRow:
    """The table's line of one level."""
    members = {i: area.kind for i, area in plan.on_level(level)}
    kinds = list(members.values())
    openings = [o for o in plan.openings if o.a in members or o.b in members]
    return LevelRow(
        level=level,
        name=level_name(level),
        rooms=kinds.count("room"),
        corridors=kinds.count("corridor"),
        halls=kinds.count("hall"),
        stairs=kinds.count("stairs"),
        outdoor=kinds.count("outdoor"),
        openings=len(openings),
        exits=sum(o.exit for o in openings),
        rooms_reached=sum(kind == "room" and i in reached for i, kind in members.items()),
    )


def vertical_links(plan: Plan, *, lift: bool) -> int:
    """How many times two levels are joined by stairs, or by lifts."""
    levels = [area.level for area in plan.areas]
    return sum(
        levels[o.a] != levels[o.b]
        and (plan.areas[o.a].lift or (o.state == "closed" and not o.exit)) is lift
        for o in plan.openings
    )


def area_line(plan: Plan, index: int) -> str:
    """An area as a line of a list."""
    return name_with_level(plan.areas[index])
