"""An agency as the plan needs it: people, hours, how often what happens, how far help is."""

import datetime
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from warmzone.scenario.incident import AgencyProfileName
from warmzone.scenario.problems import Invalid, Problem
from warmzone.scenario.read import parse_toml, read_bytes
from warmzone.scenario.schema import titled
from warmzone.scenario.shapes import finite_everywhere, shape_problems
from warmzone.scenario.site import Name
from warmzone.studies.study import Factor
from warmzone.training.plan.ems import OwnEms

AGENCY_FORMAT = "warmzone-agency/1"
MOST_BYTES = 1024 * 1024
Rate = Annotated[float, Meta(ge=0, le=1000)]
Hours = Annotated[float, Meta(ge=0, le=500)]
Clock = Annotated[str, Meta(pattern="^([01][0-9]|2[0-3]):[0-5][0-9]$", description="as 06:45")]


class Rates(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """How many incidents of each kind the agency meets in a year. No default: nobody else knows."""

    single: Rate
    many: Rate
    active: Rate


class Now(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """Hours a year that an officer has today."""

    medical_h: Hours
    movement_h: Hours
    command_h: Hours


class Place(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """A building where an active threat may be: a shipped scenario or a file beside the agency's.

    `share` of the active threats against the other places'; `arrival` multiplies every time of
    arrival there, beside the agency's own.
    """

    scenario: str
    share: Annotated[float, Meta(gt=0, le=1000)] = 1.0
    arrival: Factor = 1.0


class Officer(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """One who is trained: name and shift, and the number that a credit board knows them by."""

    name: Name
    shift: Name
    number: Annotated[str, Meta(max_length=40)] = ""


class Agency(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """One agency. `hours` a year an officer may train; `sessions` over which each skill is spread.

    `agencies` says who else comes (a profile of the evidence), `cars` and `arrival` multiply its
    police cars and every time of arrival, `medics` those of Fire and EMS once more; `ems` says Fire
    and EMS in the agency's own terms instead, and neither factor touches its minutes.
    `active_scenario` is its own building, or a shipped one; `sites` takes its place where there are
    several. `roster` names who signs in, where it is known. `shifts` train on their own days, from
    their `roll_calls` on, of which there is one a shift or none; the first of the 52 weeks is that
    of `start`.
    """

    format: str
    name: Name
    officers: Annotated[int, Meta(ge=1, le=100_000)]
    hours: Annotated[float, Meta(ge=1, le=500)]
    sessions: Annotated[int, Meta(ge=1, le=52)] = 12
    start: datetime.date
    shifts: Annotated[list[Name], Meta(min_length=1, max_length=12)]
    roll_calls: Annotated[list[Clock], Meta(max_length=12)] = []
    incidents_per_year: Rates
    now: Now
    agencies: AgencyProfileName | None = None
    cars: Factor = 1.0
    arrival: Factor = 1.0
    medics: Factor = 1.0
    ems: OwnEms | None = None
    active_scenario: str = "school-active-threat"
    sites: Annotated[list[Place], Meta(max_length=40)] = []
    roster: Annotated[list[Officer], Meta(max_length=5000)] = []


def open_agency(path: Path) -> Agency:
    """Load an agency file; raise Invalid with everything wrong with it."""
    return agency_of(parse_toml(read_bytes(path, MOST_BYTES, "agency"), path.name), path.name)


def agency_of(values: dict[str, Any], file: str) -> Agency:
    """An agency of plain values; raise Invalid with everything wrong with them."""
    plain = {name: _plain(value) for name, value in values.items()}
    try:
        agency = msgspec.convert(values, Agency)
    except msgspec.ValidationError:
        agency = None
    if agency is None or not finite_everywhere(plain):
        found = shape_problems(plain, agency_schema(), file)
        raise Invalid(found or [Problem(file, "start", "no date", "a date as 2027-01-04")])
    problems = []
    if agency.format != AGENCY_FORMAT:
        problems.append(Problem(file, "format", repr(agency.format), repr(AGENCY_FORMAT)))
    if sum(msgspec.structs.astuple(agency.incidents_per_year)) <= 0.0:
        allowed = "at least one rate above 0"
        problems.append(Problem(file, "incidents_per_year", "no incident at all", allowed))
    if agency.ems is not None and agency.medics != 1.0:
        allowed = "1, or no ems: ems says its own minutes"
        problems.append(Problem(file, "medics", f"{agency.medics:g} beside ems", allowed))
    if agency.roll_calls and len(agency.roll_calls) != len(agency.shifts):
        allowed = f"one for each of the {len(agency.shifts)} shifts"
        problems.append(Problem(file, "roll_calls", f"{len(agency.roll_calls)} times", allowed))
    problems += _roster_problems(agency, file)
    if problems:
        raise Invalid(problems)
    return agency


def _roster_problems(agency: Agency, file: str) -> list[Problem]:
    """Shifts that are none, people named twice, more people than officers."""
    problems = []
    named: set[Officer] = set()
    for k, one in enumerate(agency.roster):
        if one.shift not in agency.shifts:
            allowed = ", ".join(agency.shifts)
            problems.append(Problem(file, f"roster[{k}].shift", repr(one.shift), allowed))
        if one in named:
            problems.append(Problem(file, f"roster[{k}].name", f"{one.name!r} again", "once each"))
        named.add(one)
    if len(agency.roster) > agency.officers:
        found, allowed = f"{len(agency.roster)} people", f"at most the {agency.officers} officers"
        problems.append(Problem(file, "roster", found, allowed))
    return problems


def agency_schema() -> dict[str, Any]:
    """The schema of an agency file."""
    return titled(msgspec.json.schema(Agency), "Warmzone agency, format warmzone-agency/1")


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime.date) else value
