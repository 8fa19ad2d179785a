"""Doctrine profiles: what agencies do differently, as data with their sources."""

import tomllib
from functools import cache
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from warmzone.evidence.table import text

TacticalName = Literal["first-in", "fifth-officer", "second-supervisor"]
ClearanceName = Literal["tactical", "law-enforcement-branch", "incident-command"]
MovementName = Literal["escort", "island", "corridor", "police-carry"]
AtWoundedName = Literal["step-past", "tourniquet", "stop"]
Count = Annotated[int, Meta(ge=1, le=20)]


class Profile(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """One agency's rules.

    `officers_to_command` officers on scene, or `wait_s` after the first, and somebody takes
    command. `movement` is how medics move where an order leaves it open, `movements` how they may.
    `go_in`: the first officers go in unasked; else they wait at the door. `posts_every`: a corridor
    has a post in every so many indoor areas. `stage_arrivals`: whoever comes waits at staging from
    the start. `size_up_sends`: on a size-up dispatch sends the next of what is on call.
    `treat_first`: escorted crews treat wherever they may go before they carry anybody.
    `forbidden`: verbs that nobody may say, as orders are written (`secure-rtf`).
    `unconfirmed` holds rules that apply only where that switch is on.
    """

    id: str
    name: str
    summary: str
    tactical: TacticalName
    officers_to_command: Count
    wait_s: Annotated[float, Meta(ge=0, le=1800)]
    clearance: ClearanceName
    unified_early: bool
    movement: MovementName
    movements: list[MovementName]
    ccp_inside: bool
    solo_entry: bool
    go_in: bool
    at_wounded: AtWoundedName
    police_transport: bool
    area_control: bool
    posts_every: Count
    size_up_sends: bool
    sources: list[str]
    forbidden: list[str] = []
    stage_arrivals: bool = False
    treat_first: bool = False
    unconfirmed: dict[str, Any] = {}


def profile_text() -> str:
    """The table as it ships."""
    return text("profiles.toml")


@cache
def profiles() -> dict[str, Profile]:
    """Every profile by id, in the order of the table."""
    rows = tomllib.loads(profile_text())["profile"]
    read = [msgspec.convert(row, Profile) for row in rows]
    return {profile.id: profile for profile in read}


def profile_of(name: str, *, unconfirmed: bool = False) -> Profile:
    """The profile of that id; with `unconfirmed`, the rules that no text was found for as well.

    Raises KeyError for an id that there is not.
    """
    profile = profiles()[name]
    if not unconfirmed:
        return profile
    values = msgspec.to_builtins(profile) | profile.unconfirmed
    return msgspec.convert(values, Profile)
