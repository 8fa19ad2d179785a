"""Agency profiles in a scenario: who comes is taken from the evidence in place of the file."""

from typing import Literal, cast, get_args

import msgspec

from warmzone.evidence.agencies import Stream, streams
from warmzone.scenario.incident import (
    Agency,
    AgencyProfileName,
    Ambulances,
    Cars,
    Scenario,
    Span,
)
from warmzone.scenario.site import Site


def agency_profile_named(name: str) -> AgencyProfileName | None:
    """The name as a profile's, or None where there is no such profile."""
    return cast("AgencyProfileName", name) if name in get_args(AgencyProfileName) else None


def with_agencies(scenario: Scenario, site: Site, name: AgencyProfileName) -> Scenario:
    """The scenario with the agencies and ambulances of a profile.

    Agencies arrive at the site's marks for arrivals in turn, medics where the first of them does;
    ambulances where the scenario says.
    """
    police = [row for row in streams()[name] if row.kind == "police"]
    medics = [row for row in streams()[name] if row.kind == "medical"]
    places = [mark.id for mark in site.marks if mark.kind == "arrival"]
    names = list(dict.fromkeys(row.agency for row in police))
    agencies = [
        _agency([row for row in police if row.agency == agency], places[at % len(places)])
        for at, agency in enumerate(names)
    ]
    if medics:
        agencies.append(_agency(medics, places[0]))
    return msgspec.structs.replace(
        scenario,
        agencies=agencies,
        ambulances=_ambulances(streams()[name], scenario.ambulances),
        agency_profile=name,
    )


def _agency(rows: list[Stream], place: str) -> Agency:
    first = rows[0]
    cars = [
        Cars(
            row.cars,
            row.first_s,
            row.gap_s,
            Span(row.people_low, row.people_high),
            plain_clothes=row.plain_clothes,
            on_call=row.on_call,
        )
        for row in rows
    ]
    discipline: Literal["police", "medical"] = "medical" if first.kind == "medical" else "police"
    return Agency(first.agency, first.name, discipline, first.callsign, place, cars)


def _ambulances(rows: tuple[Stream, ...], own: Ambulances) -> Ambulances:
    at_once = [row for row in rows if row.kind == "ambulance" and not row.on_call]
    called = [row for row in rows if row.kind == "ambulance" and row.on_call]
    return msgspec.structs.replace(
        own,
        count=sum(row.cars for row in at_once),
        first_s=at_once[0].first_s if at_once else own.first_s,
        gap_s=at_once[0].gap_s if at_once else own.gap_s,
        capacity=at_once[0].people_high if at_once else own.capacity,
        on_call=sum(row.cars for row in called),
        on_call_s=called[0].first_s if called else own.on_call_s,
    )
