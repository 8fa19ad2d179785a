"""Fire and EMS as an agency says them: in its own words, and as the model has them."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from warmzone.doctrine.rules import Rule
from warmzone.scenario.ems import Ems
from warmzone.scenario.incident import Cars, Hospital, Span
from warmzone.scenario.site import Name
from warmzone.vocabulary.codes import Movement

MINUTE_S = 60.0
LONGEST_S = 14_400.0
CENTRE_ROW, HOSPITAL_ROW = "trauma_centre_per_hour", "hospital_per_hour"

Minutes = Annotated[float, Meta(ge=0, le=240)]
Entry = Literal["with-police", "when-clear"]
"""Trained as a rescue task force and let in with police; or outside, and police carry to them.

`when-clear` is the rule police-carry of the model: crews go in once nothing is about.
"""


class OwnHospital(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """A hospital and how long an ambulance drives to it."""

    name: Name
    drive_min: Minutes
    trauma_centre: bool = False


class OwnEms(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """What comes of Fire and EMS: how many, when after the call, and what they may do.

    `crews` of `medics` people each and `ambulances` that carry `carries` casualties a trip: the
    first after so many minutes, the others `gap_min` apart on the mean. `more_ambulances` come
    when called for, `more_min` after that.
    """

    crews: Annotated[int, Meta(ge=0, le=40)]
    crew_min: Minutes
    crew_gap_min: Minutes
    medics: Annotated[int, Meta(ge=1, le=12)]
    enters: Entry
    ambulances: Annotated[int, Meta(ge=0, le=40)]
    ambulance_min: Minutes
    ambulance_gap_min: Minutes
    carries: Annotated[int, Meta(ge=1, le=4)]
    more_ambulances: Annotated[int, Meta(ge=0, le=40)]
    more_min: Minutes
    hospitals: Annotated[list[OwnHospital], Meta(min_length=1, max_length=12)]


def as_played(own: OwnEms, later: float, *, one_hurt: bool) -> Ems:
    """As it is played, every arrival `later` times as late; one crew and car where one is hurt."""
    most = 1 if one_hurt else 40
    crews = min(most, own.crews)
    arrivals = Cars(
        count=max(1, crews),
        first_s=_seconds(own.crew_min, later),
        gap_s=_seconds(own.crew_gap_min),
        officers=Span(own.medics, own.medics),
    )
    return Ems(
        crews=[arrivals] if crews else [],
        ambulances=min(most, own.ambulances),
        first_s=_seconds(own.ambulance_min, later),
        gap_s=_seconds(own.ambulance_gap_min),
        capacity=own.carries,
        more=own.more_ambulances,
        more_s=_seconds(own.more_min, later),
        hospitals=[
            Hospital(each.name, _seconds(each.drive_min), each.trauma_centre)
            for each in own.hospitals
        ],
    )


def rules_of(own: OwnEms | None) -> dict[str, float]:
    """What of it is a rule of whoever commands: crews that wait have casualties carried to them."""
    if own is None or own.enters == "with-police":
        return {}
    return {Rule.MOVEMENT.name.lower(): float(Movement.POLICE_CARRY)}


def _seconds(minutes: float, later: float = 1.0) -> float:
    return min(LONGEST_S, MINUTE_S * minutes * later)
