"""OpenStreetMap Simple Indoor Tagging to the project's site format: bytes in, bytes out."""

from collections import Counter

import msgspec

from warmzone.interop.osm_areas import add_areas, add_links
from warmzone.interop.osm_doors import add_doors
from warmzone.interop.osm_ground import add_ground, add_marks
from warmzone.interop.osm_infer import add_inferred
from warmzone.interop.osm_plan import Plan, PlanArea, PlanMark, PlanOpening
from warmzone.interop.osm_read import OsmPlan, read_osm, stop
from warmzone.interop.osm_report import ImportReport, make_report
from warmzone.interop.osm_tags import clean, level_name, slug
from warmzone.scenario.site import (
    Anchor,
    AreaProperties,
    Feature,
    Level,
    MarkProperties,
    OpeningProperties,
    Point,
    Polygon,
    SiteFile,
    SiteHeader,
)

ATTRIBUTION = "© OpenStreetMap contributors, Open Database Licence 1.0"


def import_osm(data: bytes, file: str) -> tuple[bytes, ImportReport]:
    """Make a site file of OpenStreetMap XML called `file`; raise Invalid where that cannot be done.

    The site's id is the file's name without its ending. Names, doors and ways that the file leaves
    open are inferred and listed in the report, as is everything that was left out.
    """
    osm = read_osm(data, file)
    plan = Plan()
    add_areas(osm, plan)
    if not plan.areas:
        stop(file, "no room, corridor or area that can be read", "closed ways with an indoor tag")
    add_ground(osm, plan)
    give_names(plan)
    add_links(osm, plan)
    add_doors(osm, plan)
    add_inferred(plan)
    add_marks(plan)
    site_id = slug(file.rsplit("/", 1)[-1].rsplit(".", 1)[0])
    return encode_site(osm, plan, site_id), make_report(plan, site_id)


def give_names(plan: Plan) -> None:
    """Make names and ids distinct: the level where that tells areas apart, then a number."""
    told = Counter(area.name for area in plan.areas)
    for area in plan.areas:
        if told[area.name] > 1 and len({a.level for a in plan.areas if a.name == area.name}) > 1:
            area.id = f"{area.name}, {level_name(area.level).lower()}"
        else:
            area.id = area.name
    for area in plan.areas:
        area.name, area.id = area.id, ""
    number(plan.areas)


def number(areas: list[PlanArea]) -> None:
    """Number areas that still have the same name, and give each its id."""
    told = Counter(area.name for area in areas)
    next_number: Counter[str] = Counter()
    taken: set[str] = set()
    for area in areas:
        if told[area.name] > 1:
            base = area.name
            next_number[base] += 1
            while next_number[base] > 1 and f"{base} ({next_number[base]})" in told:
                next_number[base] += 1
            area.name = f"{base} ({next_number[base]})"
        area.id = unique_id(f"{level_code(area.level)}-{slug(area.name.split(',')[0])}", taken)


def level_code(level: int) -> str:
    """The level as the beginning of an id."""
    return f"l{level}" if level >= 0 else f"b{-level}"


def unique_id(wanted: str, taken: set[str]) -> str:
    """An id that is not taken yet, near to the one wanted."""
    text, at = wanted, 1
    while text in taken:
        at += 1
        text = f"{wanted}.{at}"
    taken.add(text)
    return text


def encode_site(osm: OsmPlan, plan: Plan, site_id: str) -> bytes:
    """The bytes of the site file."""
    levels = [Level(number, level_name(number)) for number in plan.levels()]
    name = clean(site_id.replace("-", " ").replace("_", " ").capitalize())
    anchor = Anchor(osm.latitude, osm.longitude)
    header = SiteHeader("warmzone-site/1", site_id, name, levels, anchor, ATTRIBUTION)
    taken = {area.id for area in plan.areas}
    features = [area_feature(area) for area in plan.areas]
    features += [opening_feature(plan, opening, taken) for opening in plan.openings]
    features += [mark_feature(plan, mark, taken) for mark in plan.marks]
    data = msgspec.json.encode(SiteFile(header, features))
    return msgspec.json.format(data, indent=1) if len(features) < 50 else data + b"\n"


def area_feature(area: PlanArea) -> Feature:
    """An area as a feature, on a grid of centimetres."""
    outlines = [area.polygon.exterior, *area.polygon.interiors]
    rings = [[(round(x, 2), round(y, 2)) for x, y in line.coords] for line in outlines]
    told = AreaProperties(area.id, area.name, area.kind, area.level, area.vehicle)
    return Feature(told, Polygon(rings))


def opening_feature(plan: Plan, opening: PlanOpening, taken: set[str]) -> Feature:
    """An opening as a feature."""
    first, second = plan.areas[opening.a].id, plan.areas[opening.b].id
    told = OpeningProperties(
        unique_id(f"{opening.kind}-{first[:26]}-{second[:26]}".strip("-."), taken),
        (first, second),
        opening.kind,
        opening.width_m,
        opening.state,
        opening.length_m,
    )
    return Feature(told, Point((round(opening.xy[0], 2), round(opening.xy[1], 2))))


def mark_feature(plan: Plan, mark: PlanMark, taken: set[str]) -> Feature:
    """A mark as a feature."""
    told = MarkProperties(
        unique_id(slug(mark.name), taken), mark.kind, plan.areas[mark.area].id, mark.name[:60]
    )
    return Feature(told, Point((round(mark.xy[0], 2), round(mark.xy[1], 2))))
