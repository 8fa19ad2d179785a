"""What an incident is laid on: ground, openings, hospitals, who will come, what is first told.

The counterpart of `kernel/world_arrays.py`, made from the scenario and the site themselves and not
from the kernel's tables.
"""

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import TYPE_CHECKING

from warmzone.evidence.mixes import wound_mix
from warmzone.evidence.profiles import Profile, profile_of
from warmzone.evidence.rows import world_rows, wound_rows
from warmzone.kernel.codes import Lane
from warmzone.scenario.incident import Agency, Casualties, Scenario
from warmzone.scenario.routes import routes
from warmzone.scenario.site import Site
from warmzone.vocabulary.codes import (
    AreaKind,
    Discipline,
    OpeningKind,
    OpeningState,
    Physiology,
    Source,
    ThreatStatus,
    Triage,
    Wound,
    Zone,
)

if TYPE_CHECKING:
    from tests.reference.twin.things import Team


@dataclass(eq=False, slots=True)
class Declaration:
    """What an area has been declared to be, and what medics have heard of it."""

    zone: Zone = Zone.UNDECLARED
    medics_zone: Zone = Zone.UNDECLARED
    owner: int = 0
    device: bool = False
    since_ms: int = 0
    heard_ms: int | None = None


@dataclass(eq=False, slots=True)
class Area:
    """A piece of ground: the floor plan, what is true there now, what has been declared."""

    id: int
    kind: AreaKind
    level: int
    outdoor: bool
    vehicle: bool
    floor_m2: float
    locked: bool = False  # the plan shows a locked door into it
    exit_area: "Area | None" = None
    road_area: "Area | None" = None
    ways: "list[Way]" = field(default_factory=list)
    exposure: float = 0.0
    reach: list[float] = field(default_factory=lambda: [0.0, 0.0])  # exposure to each hazard
    held_officers: int = 0
    held_ms: int | None = None
    lane: bool = False
    device: bool = False
    cars: int = 0
    blocking: int = 0
    entry_ms: int = 0
    entry_team: "Team | None" = None
    entry_from: "Area | None" = None
    uninjured: int = 0
    sheltering: bool = False
    alarmed_ms: int | None = None
    crowded_ms: int = 0
    searched_ms: int | None = None
    tended: bool = False
    said_counts: list[int] | None = None  # casualty counts last put on the air
    declared: Declaration = field(default_factory=Declaration)


@dataclass(eq=False, slots=True)
class Opening:
    """Where two areas join; its state changes when a door is breached."""

    id: int
    state: OpeningState
    kind: OpeningKind
    width_m: float


@dataclass(eq=False, slots=True)
class Way:
    """A way out of an area: the opening and the area behind it, and teams who guard it there."""

    opening: Opening
    to: Area
    guards: int = 0


@dataclass(eq=False, slots=True)
class Hospital:
    """A hospital, the drive to it, and how taken up it is."""

    id: int
    drive_ms: int
    trauma_centre: bool
    teams: int
    per_hour: float
    team_free_ms: list[int] = field(default_factory=lambda: [0] * 8)
    promised_ms: int = 0
    received: int = 0
    waited_ms: int = 0
    full_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """A car-load or crew that will come; `before` are the cars of its stream that come first."""

    agency: int
    discipline: Discipline
    number: int
    arrival_area: int
    channel: Lane
    burst: int
    before: int
    first_ms: int
    gap_ms: int
    people_low: int
    people_high: int
    supervisor: bool
    plain_clothes: bool
    on_call: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A first report: what dispatch, a caller or a camera says."""

    id: int
    heard_ms: int
    observed_ms: int
    source: Source
    area: int
    threat: ThreatStatus | None
    casualties: int
    second: bool


@dataclass(frozen=True, slots=True)
class WoundClass:
    """What the evidence says of a class of wounds."""

    share_p: float
    rate_per_min: float
    moderate_p: float
    officer_factor: float
    medic_factor: float
    officer_success_p: float
    medic_success_p: float
    hospital_total: float
    walks_p: float
    triage_severe: Triage
    triage_moderate: Triage


@dataclass(frozen=True)
class Plan:
    """A scenario on its site, made ready once; every incident of it begins from here.

    distance_m[a][b], next_area[a][b] and next_opening[a][b] are the shortest ways on foot.
    """

    scenario: Scenario
    site: Site
    distance_m: list[list[float]]
    next_area: list[list[int]]
    next_opening: list[list[int]]
    units: list[Unit]
    told: list[Told]
    wounds: dict[Wound, WoundClass]
    p: SimpleNamespace
    profile: Profile
    physiology: Physiology
    tempo: float

    @property
    def end_ms(self) -> int:
        """When play ends."""
        return self.scenario.minutes * 60_000

    @property
    def most_people(self) -> int:
        """How many people there can be."""
        return max(1, self.scenario.casualties.latent.high + self.scenario.casualties.hurt.high)


def make_plan(
    scenario: Scenario,
    site: Site,
    physiology: Physiology = Physiology.HAZARD,
    tempo: float = 1.0,
) -> Plan:
    """Make a checked scenario ready."""
    ways = routes(site)
    mark_area = {mark.id: mark.area for mark in site.marks}
    return Plan(
        scenario,
        site,
        ways.distance_m.tolist(),
        ways.next_area.tolist(),
        ways.via_opening.tolist(),
        _units(scenario, mark_area),
        _told(scenario, site),
        {wound: _wound_class(wound, scenario.casualties) for wound in Wound},
        SimpleNamespace(**{name: row.value for name, row in world_rows().items()}),
        profile_of(scenario.profile, unconfirmed=scenario.unconfirmed),
        physiology,
        tempo,
    )


def milliseconds(seconds: float) -> int:
    """Seconds of a scenario file in milliseconds."""
    return round(seconds * 1000)


def _units(scenario: Scenario, mark_area: dict[str, int]) -> list[Unit]:
    units = []
    streams = [(k, agency, cars) for k, agency in enumerate(scenario.agencies)
               for cars in agency.arrivals]  # fmt: skip
    numbers = dict.fromkeys(range(len(scenario.agencies)), 0)
    for burst, (k, agency, cars) in enumerate(streams):
        for before in range(cars.count):
            numbers[k] += 1
            units.append(
                Unit(
                    agency=k,
                    discipline=Discipline[agency.discipline.upper()],
                    number=numbers[k],
                    arrival_area=mark_area[agency.arrives_at],
                    channel=_channel(agency),
                    burst=burst,
                    before=before,
                    first_ms=milliseconds(cars.first_s),
                    gap_ms=milliseconds(cars.gap_s),
                    people_low=cars.officers.low,
                    people_high=cars.officers.high,
                    supervisor=cars.supervisor and before == 0,
                    plain_clothes=cars.plain_clothes,
                    on_call=cars.on_call,
                )
            )
    return units


def _channel(agency: Agency) -> Lane:
    """The channel an agency names, else that of its discipline."""
    named = agency.channel or agency.discipline
    return {"medical": Lane.MEDICAL, "mutual-aid": Lane.AID}.get(named, Lane.POLICE)


def _told(scenario: Scenario, site: Site) -> list[Told]:
    number = {area.id: index for index, area in enumerate(site.areas)}
    return [
        Told(
            k,
            milliseconds(said.heard_s),
            milliseconds(said.observed_s),
            Source[said.source.upper()],
            number[said.area],
            None if said.threat is None else ThreatStatus[said.threat.upper()],
            said.casualties,
            said.second,
        )
        for k, said in enumerate(scenario.reports)
    ]


def _wound_class(wound: Wound, casualties: Casualties) -> WoundClass:
    row = wound_rows()[wound.name.lower()]
    severe, moderate = Triage.RED, Triage.YELLOW
    if wound == Wound.KILLED:
        severe = moderate = Triage.GREY
    elif wound == Wound.MINOR:
        severe = moderate = Triage.GREEN
    elif wound in (Wound.TORSO, Wound.CHEST) and casualties.wounds != "blunt":
        moderate = Triage.RED
    numbers = {name: row.numbers[name] for name in row.numbers if name in WoundClass.__slots__}
    mix = wound_mix(casualties.wounds, casualties.savable_share)
    numbers["share_p"], numbers["moderate_p"] = mix[wound.name.lower()]
    return WoundClass(triage_severe=severe, triage_moderate=moderate, **numbers)
