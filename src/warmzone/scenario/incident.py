"""A scenario: one incident before it starts. The file is TOML; these are its shapes."""

from typing import Annotated, Literal

from msgspec import Meta, Struct
from msgspec.structs import replace

from warmzone.scenario.site import Name, Slug

SCENARIO_FORMAT = "warmzone-scenario/1"

Text = Annotated[str, Meta(min_length=1, max_length=2000)]
Seconds = Annotated[float, Meta(ge=0, le=14400)]
Share = Annotated[float, Meta(ge=0, le=1)]
Weight = Annotated[float, Meta(gt=0, le=1000)]

ThreatName = Literal["none", "ongoing", "contained", "unknown", "over"]
WoundMixName = Literal["active-shooter", "single-gunshot", "blunt"]
RadioPlanName = Literal["by-agency", "shared", "by-function"]
ChannelName = Literal["police", "medical", "mutual-aid"]
CommanderName = Literal[
    "nobody",
    "command-post",
    "clear-first",
    "care-first",
    "threat-only",
    "interior",
    "optimised-post",
    "optimised",
]
AgencyProfileName = Literal["rural", "small-town", "suburban", "county", "metro"]
ProfileName = Literal[
    "fifth-officer",
    "second-supervisor",
    "three-echo",
    "rtf-escort",
    "island",
    "inside-out",
    "unified-early",
    "thin-staffing",
]


class Span(Struct, forbid_unknown_fields=True, frozen=True):
    """A whole number drawn evenly between `low` and `high`, both included."""

    low: Annotated[int, Meta(ge=0, le=400)]
    high: Annotated[int, Meta(ge=0, le=400)]


class AreaWeight(Struct, forbid_unknown_fields=True, frozen=True):
    """How likely an area is to be drawn, against the others in the same list."""

    area: Slug
    weight: Weight = 1.0


class Threat(Struct, forbid_unknown_fields=True, frozen=True):
    """The hazard process at the first call (time 0).

    `state` is what is true; `reported` is what the first dispatch says. The hazard starts in one of
    `areas`. `active_s` fixes how long it hurts people (null: drawn from the evidence).
    `contained_p`: chance that, once it falls silent, it stays held in one place instead of moving
    away unseen; `restart_p`: chance that it starts again once. `leaves_p`: chance that it has left
    the site once it is quiet for the first time and goes on elsewhere; `second_report_p`: chance
    that a report of a second attacker comes up unasked, and `second_true_p`: that the first such
    report is true (null: the evidence's).
    """

    state: Literal["none", "active", "silent", "over"]
    reported: ThreatName
    areas: list[AreaWeight] = []
    active_s: Seconds | None = None
    contained_p: Share = 0.3
    restart_p: Share = 0.1
    over_after_active_p: Share = 0.5
    leaves_p: Share | None = None
    second_report_p: Share | None = None
    second_true_p: Share | None = None


class Casualties(Struct, forbid_unknown_fields=True, frozen=True):
    """Who can be hurt: `latent` people lie in the hazard's way; `hurt` are hurt at time 0.

    `savable_share`: of those who die after a published response, the share whom an ideal one would
    have saved; sources give 0.07 to 0.32. It shapes the wounds of `active-shooter` alone.
    """

    areas: list[AreaWeight]
    wounds: WoundMixName
    latent: Span = Span(0, 0)
    hurt: Span = Span(0, 0)
    savable_share: Annotated[float, Meta(ge=0.07, le=0.32)] = 0.15


class Civilians(Struct, forbid_unknown_fields=True, frozen=True):
    """Uninjured people in an area at the start, beside those who can be hurt."""

    area: Slug
    people: Span


class Cars(Struct, forbid_unknown_fields=True, frozen=True):
    """Car-loads that arrive one after another: `count` cars, the first after `first_s`.

    Gaps between cars are drawn with mean `gap_s`; each car brings `officers`. `on_call`: they come
    only when called for, `first_s` after the call. `plain_clothes`: nobody knows them for officers
    until they have linked up. `supervisor`: one comes with the first of these cars.
    """

    count: Annotated[int, Meta(ge=1, le=40)]
    first_s: Seconds
    gap_s: Seconds
    officers: Span = Span(1, 3)
    plain_clothes: bool = False
    on_call: bool = False
    supervisor: bool = False


class Agency(Struct, forbid_unknown_fields=True, frozen=True):
    """A service and when its people come; medical crews arrive as RTFs of `officers` medics.

    `channel` is its radio channel under the plan by-agency (null: its discipline's).
    """

    id: Slug
    name: Name
    discipline: Literal["police", "medical"]
    callsign: Annotated[str, Meta(pattern=r"^[A-Z]{1,6}$", description="1 to 6 capital letters")]
    arrives_at: Slug
    arrivals: list[Cars]
    channel: ChannelName | None = None


class Ambulances(Struct, forbid_unknown_fields=True, frozen=True):
    """Ambulances that shuttle to hospital, each for up to `capacity` casualties a trip.

    `on_call` more come when called for, the first `on_call_s` after the call.
    """

    count: Annotated[int, Meta(ge=0, le=40)]
    first_s: Seconds
    gap_s: Seconds
    arrives_at: Slug
    capacity: Annotated[int, Meta(ge=1, le=4)] = 2
    on_call: Annotated[int, Meta(ge=0, le=40)] = 0
    on_call_s: Seconds = 900.0


class Hospital(Struct, forbid_unknown_fields=True, frozen=True):
    """A hospital and the drive to it.

    `per_hour` is how many casualties in danger it takes an hour with what it has at once (null: by
    the evidence, a trauma centre more).
    """

    name: Name
    drive_s: Seconds
    trauma_centre: bool = False
    per_hour: Annotated[float, Meta(gt=0, le=60)] | None = None


class FirstReport(Struct, forbid_unknown_fields=True, frozen=True):
    """What a caller, a camera or dispatch says of an area, and when it is heard.

    `observed_s` before `heard_s` is how old the picture is. `threat` is what it claims.
    `second`: it speaks of a second attacker there.
    """

    heard_s: Seconds
    source: Literal["dispatch", "caller", "camera"]
    area: Slug
    text: Annotated[str, Meta(min_length=1, max_length=160)]
    observed_s: Seconds = 0.0
    threat: ThreatName | None = None
    casualties: Annotated[int, Meta(ge=0, le=200)] = 0
    second: bool = False


class Device(Struct, forbid_unknown_fields=True, frozen=True):
    """A device in `area`, there with `chance`, that teams can find from `from_s` on."""

    area: Slug
    from_s: Seconds = 0.0
    chance: Share = 1.0


class Start(Struct, forbid_unknown_fields=True, frozen=True):
    """A drill: `commander` plays up to `minute`, then the seat is handed over with `brief`."""

    minute: Annotated[int, Meta(ge=1, le=60)]
    commander: CommanderName
    brief: Text


class Scenario(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """One incident. `site` is the id of a shipped site or a path beside the scenario file.

    `profile` names the agency's rules; `unconfirmed` adds those rules of the profile that no text
    was found for. `agency_profile` takes who comes, and when, from the evidence; the file then
    lists no agencies, and of its ambulances only the place counts.
    `callers` are those of the uninjured people inside who will call.
    `radio` is the channel plan at the start: one for each agency, one for all, or by function.
    """

    format: Literal["warmzone-scenario/1"]
    id: Slug
    name: Name
    summary: Text
    site: str
    minutes: Annotated[int, Meta(ge=5, le=120)]
    threat: Threat
    casualties: Casualties
    civilians: list[Civilians] = []
    callers: Span = Span(0, 0)
    agencies: list[Agency] = []
    agency_profile: AgencyProfileName | None = None
    ambulances: Ambulances
    hospitals: list[Hospital]
    reports: list[FirstReport] = []
    radio: RadioPlanName = "by-agency"
    device: Device | None = None
    start: Start | None = None
    profile: ProfileName = "fifth-officer"
    unconfirmed: bool = False
    seed: Annotated[int, Meta(ge=0, le=2**32 - 1)] = 1


def by_unconfirmed_rules(scenario: Scenario) -> Scenario:
    """The same incident, played by the rules of its profile that no text was found for as well."""
    return replace(scenario, unconfirmed=True)
