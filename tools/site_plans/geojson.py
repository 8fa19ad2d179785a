"""From a plan to the site file: where openings lie, what is wrong with a plan, the text written."""

import json
from itertools import combinations

from shapely import LineString, MultiLineString, Point, Polygon, get_parts, line_merge
from shapely.geometry.base import BaseGeometry

from tools.site_plans.plan import Area, Opening, Plan

FORMAT = "warmzone-site/1"
SLACK_M = 0.01
SLACK_M2 = 0.05


def shared_wall(a: Area, b: Area) -> LineString | None:
    """The longest straight or bent line on which two areas of one floor touch."""
    common = a.shape.boundary.intersection(b.shape.boundary)
    pieces = [part for part in get_parts(common) if isinstance(part, LineString)]
    if not pieces:
        return None
    merged = line_merge(MultiLineString(pieces))
    lines = [line for line in get_parts(merged) if isinstance(line, LineString)]
    longest = max(lines, key=lambda line: float(line.length))
    if longest.is_closed:
        # One stands inside the other: go round the inner one from its own first corner.
        inner = a if a.shape.area < b.shape.area else b
        return LineString(inner.shape.exterior.coords)
    ends = sorted([longest.coords[0], longest.coords[-1]])
    return longest if longest.coords[0] == ends[0] else LineString(longest.coords[::-1])


def place(opening: Opening, a: Area, b: Area) -> tuple[Point, float]:
    """The point and the width of an opening, in metres."""
    if opening.kind == "stairs":
        return a.shape.intersection(b.shape).representative_point(), opening.width_m or 0.0
    wall = shared_wall(a, b)
    if wall is None:
        raise ValueError(f"{opening.a} and {opening.b} share no wall")
    width = min(wall.length, 400.0) if opening.width_m is None else opening.width_m
    if width > wall.length + SLACK_M:
        raise ValueError(f"{opening.a} to {opening.b}: {width} m does not fit {wall.length:.2f} m")
    slack = wall.length - width
    return wall.interpolate(width / 2 + slack * opening.along), width


def problems(plan: Plan) -> list[str]:
    """Everything that is wrong with a plan, in words."""
    found = _repeats([area.id for area in plan.areas] + [mark.id for mark in plan.marks])
    found += _repeats([area.name for area in plan.areas])
    by_id = {area.id: area for area in plan.areas}
    for area in plan.areas:
        if not area.shape.is_valid:
            found.append(f"{area.id}: outline crosses itself")
    for one, other in combinations(plan.areas, 2):
        if one.level == other.level:
            common = one.shape.intersection(other.shape).area
            if common > SLACK_M2:
                found.append(f"{one.id} and {other.id} overlap by {common:.2f} m2")
    for mark in plan.marks:
        if not by_id[mark.area].shape.contains(Point(mark.at)):
            found.append(f"mark {mark.id}: {mark.at} is not inside {mark.area}")
    return found + _unreachable(plan)


def _repeats(words: list[str]) -> list[str]:
    return [f"{word}: used twice" for word in sorted(set(words)) if words.count(word) > 1]


def _unreachable(plan: Plan) -> list[str]:
    """Areas that nobody can walk to from the first arrival mark."""
    first = next(mark.area for mark in plan.marks if mark.kind == "arrival")
    reached = {first}
    frontier = [first]
    while frontier:
        here = frontier.pop()
        for opening in plan.openings:
            if opening.state != "blocked" and here in (opening.a, opening.b):
                there = opening.b if here == opening.a else opening.a
                if there not in reached:
                    reached.add(there)
                    frontier.append(there)
    return [f"{area.id}: cannot be reached" for area in plan.areas if area.id not in reached]


def _number(value: float) -> float | int:
    rounded = round(value, 3)
    return int(rounded) if rounded == int(rounded) else rounded


def _position(x: float, y: float) -> list[float | int]:
    return [_number(x), _number(y)]


def _rings(shape: Polygon) -> list[list[list[float | int]]]:
    rings = [shape.exterior, *shape.interiors]
    return [[_position(x, y) for x, y in ring.coords] for ring in rings]


def _feature(properties: dict[str, object], shape: BaseGeometry) -> dict[str, object]:
    if isinstance(shape, Polygon):
        geometry: dict[str, object] = {"type": "Polygon", "coordinates": _rings(shape)}
    elif isinstance(shape, Point):
        geometry = {"type": "Point", "coordinates": _position(shape.x, shape.y)}
    else:
        raise TypeError(f"{shape.geom_type} has no place in a site")
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def _area(area: Area) -> dict[str, object]:
    properties: dict[str, object] = {"feature": "area", "id": area.id, "name": area.name}
    properties |= {"kind": area.kind, "level": area.level}
    if area.vehicle:
        properties["vehicle"] = True
    return _feature(properties, area.shape)


def _openings(plan: Plan) -> list[dict[str, object]]:
    by_id = {area.id: area for area in plan.areas}
    used: dict[str, int] = {}
    rows: list[dict[str, object]] = []
    for opening in plan.openings:
        point, width = place(opening, by_id[opening.a], by_id[opening.b])
        pair = f"{opening.a}.{opening.b}"
        used[pair] = used.get(pair, 0) + 1
        name = pair if used[pair] == 1 else f"{pair}.{used[pair]}"
        properties: dict[str, object] = {"feature": "opening", "id": name}
        properties |= {"between": [opening.a, opening.b], "kind": opening.kind}
        properties |= {"width_m": _number(round(width, 2)), "state": opening.state}
        if opening.length_m:
            properties["length_m"] = _number(opening.length_m)
        rows.append(_feature(properties, point))
    return rows


def text(plan: Plan) -> str:
    """The site file: one feature a line, the same bytes for the same plan."""
    header = {
        "format": FORMAT,
        "id": plan.id,
        "name": plan.name,
        "levels": [{"number": number, "name": name} for number, name in plan.levels],
        "attribution": plan.attribution,
    }
    rows = [_area(area) for area in plan.areas] + _openings(plan)
    for mark in plan.marks:
        properties: dict[str, object] = {"feature": "mark", "id": mark.id, "kind": mark.kind}
        properties |= {"area": mark.area, "name": mark.name}
        rows.append(_feature(properties, Point(mark.at)))
    lines = ",\n".join("    " + json.dumps(row, ensure_ascii=False) for row in rows)
    return (
        '{\n  "type": "FeatureCollection",\n'
        f'  "warmzone": {json.dumps(header, ensure_ascii=False)},\n'
        f'  "features": [\n{lines}\n  ]\n}}\n'
    )
