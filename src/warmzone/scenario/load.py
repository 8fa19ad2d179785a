"""Loading sites and scenarios: a sound one comes back, else all its problems at once."""

from pathlib import Path
from typing import Any

import msgspec

from warmzone.scenario.agencies import with_agencies
from warmzone.scenario.geometry import inside_point, polygon_of
from warmzone.scenario.incident import Scenario
from warmzone.scenario.problems import Invalid, Problem, errors_of, nearest, one_of, shown
from warmzone.scenario.read import (
    MOST_SCENARIO_BYTES,
    MOST_SITE_BYTES,
    decode_text,
    parse_json,
    parse_toml,
    read_bytes,
)
from warmzone.scenario.scenario_rules import ScenarioCheck
from warmzone.scenario.schema import scenario_schema, site_schema
from warmzone.scenario.shapes import finite_everywhere, shape_problems
from warmzone.scenario.shipped import shipped_sites
from warmzone.scenario.site import Area, Mark, Opening, Site, SiteFile
from warmzone.scenario.site_draft import SiteDraft, draft_of_file, draft_of_values
from warmzone.scenario.site_rules import site_problems

__all__ = [
    "Invalid",
    "Problem",
    "check_path",
    "files_of",
    "load_scenario",
    "load_site",
    "parse_scenario",
    "parse_site",
]

SITE_ENDINGS = (".geojson", ".json")


def load_site(path: str | Path) -> Site:
    """Load a site file; raise Invalid with all its problems."""
    path = Path(path)
    return parse_site(read_bytes(path, MOST_SITE_BYTES, "site"), path.name)


def parse_site(data: bytes, file: str) -> Site:
    """Make a site of the bytes of a site file called `file`; raise Invalid with all problems."""
    draft, problems = examine_site(data, file)
    if errors_of(problems):
        raise Invalid(errors_of(problems))
    return build_site(draft)


def load_scenario(path: str | Path) -> tuple[Scenario, Site]:
    """Load a scenario and the site it names; raise Invalid with the problems of both."""
    path = Path(path)
    scenario, site, problems = examine_scenario(path)
    if scenario is None or site is None or errors_of(problems):
        raise Invalid(errors_of(problems))
    return scenario, site


def files_of(path: str | Path) -> tuple[bytes, bytes]:
    """The bytes of a scenario file and of the site file it names."""
    path = Path(path)
    data = read_bytes(path, MOST_SCENARIO_BYTES, "scenario")
    values = parse_toml(data, path.name)
    place = find_site(values.get("site"), path.parent, path.name)
    return data, read_bytes(place, MOST_SITE_BYTES, "site")


def parse_scenario(data: bytes, file: str, site: Site) -> Scenario:
    """Make a scenario on a loaded site from its file's bytes; raise Invalid with all problems."""
    values = parse_toml(data, file)
    scenario, problems = examine_values(values, site, file)
    if scenario is None or errors_of(problems):
        raise Invalid(errors_of(problems))
    return scenario


def check_path(path: str | Path) -> list[Problem]:
    """All problems, warnings included, of a scenario (.toml) or site (.geojson) file."""
    path = Path(path)
    try:
        if path.suffix.lower() in SITE_ENDINGS:
            return examine_site(read_bytes(path, MOST_SITE_BYTES, "site"), path.name)[1]
        if path.suffix.lower() == ".toml":
            return examine_scenario(path)[2]
        read_bytes(path, MOST_SITE_BYTES, "scenario or site")
    except Invalid as invalid:
        return list(invalid.problems)
    found = f'the ending "{path.suffix}"' if path.suffix else "a name without an ending"
    allowed = '".toml" for a scenario, ".geojson" for a site'
    return [Problem(path.name, "", found, allowed)]


def examine_site(data: bytes, file: str) -> tuple[SiteDraft, list[Problem]]:
    """Read a site file as far as it can be read, with all its problems.

    The quick way is tried first; only a file that fails it is checked against the schema.
    """
    draft = quick_draft(data, file)
    if draft is not None:
        return draft, site_problems(draft)
    document = parse_json(data, file)
    problems = shape_problems(document, site_schema(), file)
    draft = draft_of_values(document, file)
    problems += site_problems(draft)
    if not errors_of(problems):
        raise Invalid(
            [Problem(file, "", "not a site file", "a site in the format warmzone-site/1")]
        )
    return draft, problems


def quick_draft(data: bytes, file: str) -> SiteDraft | None:
    """Draft of a file whose shape is right, else None."""
    try:
        return draft_of_file(msgspec.json.decode(decode_text(data, file), type=SiteFile), file)
    except (msgspec.DecodeError, RecursionError):
        return None


def build_site(draft: SiteDraft) -> Site:
    """Make the site of a draft without errors."""
    if draft.header is None:
        raise AssertionError("a draft without errors has a header")
    index = {area.properties.id: at for at, area in enumerate(draft.areas)}
    return Site(
        id=draft.header.id,
        name=draft.header.name,
        levels=tuple(sorted(draft.header.levels, key=lambda level: level.number)),
        areas=build_areas(draft),
        openings=build_openings(draft, index),
        marks=build_marks(draft, index),
        anchor=draft.header.anchor,
        attribution=draft.header.attribution,
    )


def build_areas(draft: SiteDraft) -> tuple[Area, ...]:
    """The areas in file order, each with its inside point and floor."""
    built = []
    for area in draft.areas:
        rings, told = area.rings or [], area.properties
        polygon = polygon_of(rings)
        x_m, y_m = inside_point(polygon)
        built.append(
            Area(
                id=told.id,
                name=told.name,
                kind=told.kind,
                level=told.level,
                vehicle=told.vehicle,
                rings=tuple(tuple(ring) for ring in rings),
                x_m=x_m,
                y_m=y_m,
                floor_m2=float(polygon.area),
            )
        )
    return tuple(built)


def build_openings(draft: SiteDraft, index: dict[str, int]) -> tuple[Opening, ...]:
    """The openings in file order, with areas as indexes."""
    built = []
    for opening in draft.openings:
        told, (x_m, y_m) = opening.properties, opening.point or (0.0, 0.0)
        built.append(
            Opening(
                id=told.id,
                a=index[told.between[0]],
                b=index[told.between[1]],
                kind=told.kind,
                width_m=told.width_m,
                state=told.state,
                length_m=told.length_m,
                x_m=x_m,
                y_m=y_m,
            )
        )
    return tuple(built)


def build_marks(draft: SiteDraft, index: dict[str, int]) -> tuple[Mark, ...]:
    """The marks in file order, with areas as indexes."""
    built = []
    for mark in draft.marks:
        told, (x_m, y_m) = mark.properties, mark.point or (0.0, 0.0)
        built.append(Mark(told.id, told.kind, index[told.area], told.name, x_m, y_m))
    return tuple(built)


def examine_scenario(path: Path) -> tuple[Scenario | None, Site | None, list[Problem]]:
    """Read a scenario and its site as far as they can be read, with all problems of both."""
    data = read_bytes(path, MOST_SCENARIO_BYTES, "scenario")
    values = parse_toml(data, path.name)
    site, site_found = examine_named_site(values.get("site"), path)
    scenario, problems = examine_values(values, site, path.name)
    return scenario, site, sorted(problems + site_found, key=lambda problem: problem.severity)


def examine_values(
    values: dict[str, Any], site: Site | None, file: str
) -> tuple[Scenario | None, list[Problem]]:
    """Check plain values of a scenario: its shape, then the rules wherever they can be applied."""
    scenario: Scenario | None = None
    problems: list[Problem] = []
    try:
        scenario = msgspec.convert(values, Scenario)
    except msgspec.ValidationError:
        scenario = None
    if scenario is None or not finite_everywhere(values):
        problems = shape_problems(values, scenario_schema(), file)
        if not problems:
            problems = [Problem(file, "", "not a scenario", "the format warmzone-scenario/1")]
    problems += ScenarioCheck(values, site, file).problems()
    if scenario is not None and scenario.agency_profile is not None and site is not None:
        if not errors_of(problems):
            scenario = with_agencies(scenario, site, scenario.agency_profile)
    return scenario, problems


def examine_named_site(named: object, path: Path) -> tuple[Site | None, list[Problem]]:
    """Load the site that a scenario names; problems of the site file keep that file's name."""
    if not isinstance(named, str):
        return None, []
    try:
        place = find_site(named, path.parent, path.name)
        draft, problems = examine_site(read_bytes(place, MOST_SITE_BYTES, "site"), place.name)
    except Invalid as invalid:
        return None, list(invalid.problems)
    return (None if errors_of(problems) else build_site(draft)), problems


def find_site(named: object, beside: Path, file: str) -> Path:
    """The file of a site named by the id of a shipped one or by a path beside the scenario."""
    shipped = shipped_sites()
    if isinstance(named, str) and named in shipped:
        return shipped[named]
    if isinstance(named, str) and named.lower().endswith(SITE_ENDINGS) and "\0" not in named:
        place = beside / named
        if place.is_file():
            return place
        allowed = f"a path beside the scenario, or {one_of(shipped)}"
        raise Invalid([Problem(file, "site", shown(named), allowed, " is no file")])
    near = nearest(named, shipped) if isinstance(named, str) else one_of(shipped)
    allowed = f"the path of a .geojson file, or a shipped site ({near})"
    raise Invalid([Problem(file, "site", shown(named), allowed, " is not a site that ships")])
