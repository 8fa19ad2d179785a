"""Fire and EMS as an agency says them itself, in place of a scenario's own."""

from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from warmzone.scenario.incident import Agency, Ambulances, Cars, Hospital, Scenario, Seconds
from warmzone.scenario.site import Site

OWN_ID, OWN_NAME, OWN_CALLSIGN = "fire-ems", "Fire and EMS", "MED"


class Ems(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """Crews, ambulances and hospitals; `more` ambulances come when called for, after `more_s`.

    Without crews nobody comes to work on casualties; without hospitals the scenario's own are
    driven to.
    """

    crews: Annotated[list[Cars], Meta(max_length=8)] = []
    ambulances: Annotated[int, Meta(ge=0, le=40)]
    first_s: Seconds
    gap_s: Seconds
    capacity: Annotated[int, Meta(ge=1, le=4)] = 2
    more: Annotated[int, Meta(ge=0, le=40)] = 0
    more_s: Seconds = 900.0
    hospitals: Annotated[list[Hospital], Meta(max_length=12)] = []


def with_ems(scenario: Scenario, site: Site, ems: Ems) -> Scenario:
    """The scenario with these crews, ambulances and hospitals; each arrives where its own did."""
    others = [each for each in scenario.agencies if each.discipline != "medical"]
    medical = [_medical(scenario, site, ems)] if ems.crews else []
    ambulances = Ambulances(
        count=ems.ambulances,
        first_s=ems.first_s,
        gap_s=ems.gap_s,
        arrives_at=scenario.ambulances.arrives_at,
        capacity=ems.capacity,
        on_call=ems.more,
        on_call_s=ems.more_s,
    )
    hospitals = ems.hospitals or scenario.hospitals
    return msgspec.structs.replace(
        scenario, agencies=others + medical, ambulances=ambulances, hospitals=hospitals
    )


def _medical(scenario: Scenario, site: Site, ems: Ems) -> Agency:
    own = [each for each in scenario.agencies if each.discipline == "medical"]
    if own:
        return msgspec.structs.replace(own[0], arrivals=ems.crews)
    place = next(mark.id for mark in site.marks if mark.kind == "arrival")
    return Agency(OWN_ID, OWN_NAME, "medical", OWN_CALLSIGN, place, ems.crews)
