"""What a site must satisfy beyond its shape: ids, levels, geometry, references, ways in."""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from warmzone.scenario.geometry import distance_to, is_place, polygon_of, rings_fault
from warmzone.scenario.problems import Problem, nearest, one_of, path
from warmzone.scenario.site_draft import AreaDraft, OpeningDraft, SiteDraft

if TYPE_CHECKING:
    from shapely import Polygon

MOST_AREAS = 2000
MOST_OPENINGS = 6000
DOOR_REACH_M = 1.0
STAIRS_REACH_M = 6.0
MARK_REACH_M = 1.0
OVERLAP_SHARE = 0.05
MOST_WARNINGS = 20

Polygons = dict[str, "Polygon"]


def site_problems(draft: SiteDraft) -> list[Problem]:
    """All problems of a site beyond its shape, warnings last."""
    polygons: Polygons = {}
    problems = [
        *check_sizes(draft),
        *check_words(draft),
        *check_ids(draft),
        *check_levels(draft),
        *check_polygons(draft, polygons),
        *check_openings(draft, polygons),
        *check_marks(draft, polygons),
        *check_ways_in(draft),
    ]
    if problems or not draft.whole:
        return problems
    checks = (check_flights(draft), check_overlaps(draft, polygons), check_reach(draft))
    return [warning for check in checks for warning in islice(check, MOST_WARNINGS)]


def check_sizes(draft: SiteDraft) -> Iterator[Problem]:
    """A site has areas, and not more than the product is made for."""
    if draft.whole and not draft.areas:
        yield draft.problem(["features"], "no area", "", "at least one area")
    counts = [
        (len(draft.areas), MOST_AREAS, "areas"),
        (len(draft.openings), MOST_OPENINGS, "openings"),
    ]
    for count, most, word in counts:
        if count > most:
            yield draft.problem(["features"], f"{count} {word}", "", f"at most {most}")


def check_words(draft: SiteDraft) -> Iterator[Problem]:
    """Names can be read out and shown on one line."""
    named = [(area.at, area.properties.name) for area in draft.areas]
    named += [(mark.at, mark.properties.name) for mark in draft.marks]
    for at, name in named:
        if not name.strip() or not name.isprintable():
            steps = path("features", at, "properties", "name")
            yield draft.problem(
                steps, "a name that cannot be shown", "", "printable text on one line"
            )
    for at, text in draft.ids:
        if text.endswith("\n"):
            steps = path("features", at, "properties", "id")
            yield draft.problem(steps, "an id with a line break", "", "an id on one line")


def check_ids(draft: SiteDraft) -> Iterator[Problem]:
    """An id belongs to one feature."""
    first: dict[str, int] = {}
    for at, text in draft.ids:
        if text in first:
            steps = path("features", at, "properties", "id")
            verdict = f" is already the id of features[{first[text]}]"
            yield draft.problem(steps, f'"{text}"', verdict, "an id of its own")
        else:
            first[text] = at


def check_levels(draft: SiteDraft) -> Iterator[Problem]:
    """Each level is declared once and each area is on one."""
    if draft.header is None:
        return
    declared: set[int] = set()
    for at, level in enumerate(draft.header.levels):
        if level.number in declared:
            steps = path("warmzone", "levels", at, "number")
            yield draft.problem(steps, str(level.number), " is declared twice", "each level once")
        declared.add(level.number)
    if not draft.header.levels:
        yield draft.problem(["warmzone", "levels"], "an empty list", "", "at least one level")
        return
    for area in draft.areas:
        number = area.properties.level
        if number not in declared:
            steps = path("features", area.at, "properties", "level")
            found, known = f"{number}", one_of(str(n) for n in sorted(declared)).replace('"', "")
            verdict = f' (area "{area.properties.id}") is not a declared level'
            yield draft.problem(steps, found, verdict, known)


def check_polygons(draft: SiteDraft, polygons: Polygons) -> Iterator[Problem]:
    """Each area has one sound polygon; the sound ones are put into `polygons` by id."""
    for area in draft.areas:
        named = f' (area "{area.properties.id}")'
        if area.rings is None:
            steps = path("features", area.at, "geometry", "type")
            yield draft.problem(
                steps, '"Point"', f"{named} is not allowed", '"Polygon" for an area'
            )
            continue
        fault = rings_fault(area.rings)
        if fault:
            steps = path("features", area.at, "geometry", "coordinates")
            yield draft.problem(steps, fault[0], named, fault[1])
            continue
        polygons.setdefault(area.properties.id, polygon_of(area.rings))


def check_openings(draft: SiteDraft, polygons: Polygons) -> Iterator[Problem]:
    """Each opening joins two areas that exist, touch it, and lie on one level or have stairs."""
    areas = {area.properties.id: area for area in draft.areas}
    for opening in draft.openings:
        yield from check_between(draft, opening)
        yield from check_same_level(draft, opening, areas)
        yield from check_opening_point(draft, opening, polygons)


def check_between(draft: SiteDraft, opening: OpeningDraft) -> Iterator[Problem]:
    """Both ends of an opening are areas, and not the same one."""
    first, second = opening.properties.between
    for end, text in enumerate((first, second)):
        if text not in draft.area_ids:
            steps = path("features", opening.at, "properties", "between", end)
            verdict = f' (opening "{opening.properties.id}") is not an area of this site'
            yield draft.problem(steps, f'"{text}"', verdict, nearest(text, sorted(draft.area_ids)))
    if first == second:
        steps = path("features", opening.at, "properties", "between")
        found = f'"{first}" twice (opening "{opening.properties.id}")'
        yield draft.problem(steps, found, "", "two different areas")


def check_same_level(
    draft: SiteDraft, opening: OpeningDraft, areas: dict[str, AreaDraft]
) -> Iterator[Problem]:
    """Only stairs join areas on different levels."""
    first, second = (areas.get(text) for text in opening.properties.between)
    if first is None or second is None or opening.properties.kind == "stairs":
        return
    if first.properties.level != second.properties.level:
        steps = path("features", opening.at, "properties", "kind")
        levels = f"levels {first.properties.level} and {second.properties.level}"
        verdict = f' (opening "{opening.properties.id}") cannot join {levels}'
        yield draft.problem(steps, f'"{opening.properties.kind}"', verdict, '"stairs"')


def check_opening_point(
    draft: SiteDraft, opening: OpeningDraft, polygons: Polygons
) -> Iterator[Problem]:
    """An opening is a point near both of its areas."""
    named = f' (opening "{opening.properties.id}")'
    if opening.point is None:
        steps = path("features", opening.at, "geometry", "type")
        yield draft.problem(steps, '"Polygon"', f"{named} is not allowed", '"Point" for an opening')
        return
    reach = STAIRS_REACH_M if opening.properties.kind == "stairs" else DOOR_REACH_M
    for text in dict.fromkeys(opening.properties.between):
        if text not in polygons or not is_place(opening.point):
            continue
        away = distance_to(polygons[text], opening.point)
        if away > reach:
            steps = path("features", opening.at, "geometry", "coordinates")
            found = f'{away:.1f} m from area "{text}"'
            yield draft.problem(steps, found, named, f"at most {reach:g} m")


def check_marks(draft: SiteDraft, polygons: Polygons) -> Iterator[Problem]:
    """Each mark is a point in its area; an AEP and an arrival lie where vehicles come."""
    areas = {area.properties.id: area for area in draft.areas}
    for mark in draft.marks:
        named, text = f' (mark "{mark.properties.id}")', mark.properties.area
        if text not in draft.area_ids:
            steps = path("features", mark.at, "properties", "area")
            verdict = f"{named} is not an area of this site"
            yield draft.problem(steps, f'"{text}"', verdict, nearest(text, sorted(draft.area_ids)))
        if mark.point is None:
            steps = path("features", mark.at, "geometry", "type")
            yield draft.problem(steps, '"Polygon"', f"{named} is not allowed", '"Point" for a mark')
        elif (
            text in polygons
            and is_place(mark.point)
            and (away := distance_to(polygons[text], mark.point)) > MARK_REACH_M
        ):
            steps = path("features", mark.at, "geometry", "coordinates")
            found = f'{away:.1f} m from area "{text}"'
            yield draft.problem(steps, found, named, f"at most {MARK_REACH_M:g} m")
        driven_to = mark.properties.kind in ("aep", "arrival") and text in areas
        if driven_to and not areas[text].properties.vehicle:
            steps = path("features", mark.at, "properties", "area")
            verdict = f"{named} is not a place for vehicles"
            known = [a.properties.id for a in draft.areas if a.properties.vehicle]
            yield draft.problem(steps, f'"{text}"', verdict, one_of(known))


def check_ways_in(draft: SiteDraft) -> Iterator[Problem]:
    """Somebody can arrive: a vehicle place, an arrival mark and a candidate AEP."""
    if not draft.whole or not draft.areas:
        return
    if not any(area.properties.vehicle for area in draft.areas):
        allowed = 'at least one area with "vehicle": true'
        yield draft.problem(["features"], "no place for vehicles", "", allowed)
    kinds = {mark.properties.kind for mark in draft.marks}
    for kind in ("arrival", "aep"):
        if kind not in kinds:
            yield draft.problem(["features"], f'no mark of kind "{kind}"', "", "at least one")


def check_flights(draft: SiteDraft) -> Iterator[Problem]:
    """Warn of stairs between levels that take no time to walk."""
    levels = {area.properties.id: area.properties.level for area in draft.areas}
    for opening in draft.openings:
        first, second = opening.properties.between
        if levels[first] != levels[second] and opening.properties.length_m == 0:
            steps = path("features", opening.at, "properties", "length_m")
            named = f' (opening "{opening.properties.id}" between levels)'
            yield draft.warning(steps, "0", named, "the metres walked on the stairs")


def check_overlaps(draft: SiteDraft, polygons: Polygons) -> Iterator[Problem]:
    """Warn of areas of one level that lie on each other by more than a little."""
    from shapely import STRtree

    on_level: dict[int, list[AreaDraft]] = {}
    for area in draft.areas:
        on_level.setdefault(area.properties.level, []).append(area)
    for areas in on_level.values():
        shapes = [polygons[area.properties.id] for area in areas]
        pairs = STRtree(shapes).query(shapes, predicate="intersects")
        for i, j in sorted(zip(pairs[0].tolist(), pairs[1].tolist(), strict=True)):
            if i >= j:
                continue
            shared = shapes[i].intersection(shapes[j]).area
            if shared > OVERLAP_SHARE * min(shapes[i].area, shapes[j].area):
                steps = path("features", areas[j].at, "geometry")
                found = f'{shared:.1f} m² of area "{areas[j].properties.id}"'
                verdict = f' lie on area "{areas[i].properties.id}"'
                yield draft.warning(steps, found, verdict, "areas of a level beside each other")


def check_reach(draft: SiteDraft) -> Iterator[Problem]:
    """Warn of areas that nobody can walk to from where vehicles arrive."""
    joined: dict[str, list[str]] = {}
    for opening in draft.openings:
        first, second = opening.properties.between
        if opening.properties.state != "blocked":
            joined.setdefault(first, []).append(second)
            joined.setdefault(second, []).append(first)
    seen = {mark.properties.area for mark in draft.marks if mark.properties.kind == "arrival"}
    todo = list(seen)
    while todo:
        for text in joined.get(todo.pop(), []):
            if text not in seen:
                seen.add(text)
                todo.append(text)
    for area in draft.areas:
        if area.properties.id not in seen:
            found = f'area "{area.properties.id}"'
            verdict = " cannot be reached from any arrival"
            yield draft.warning(["features", area.at], found, verdict, "a way in through openings")
