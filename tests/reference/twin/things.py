"""The things of an incident as plain objects, the counterpart of `kernel/arrays.py`.

A field has the name that it has in the kernel's table, so that both can be compared by name.
`None` is what the kernel writes as -1: no such thing, or not yet.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.reference.twin.world import Area, Hospital
from warmzone.kernel.codes import Stage, Work
from warmzone.vocabulary.codes import (
    AtWounded,
    Care,
    CorridorState,
    Discipline,
    HazardState,
    Movement,
    Phase,
    RadioPlan,
    Role,
    Task,
    Triage,
    Whereabouts,
    Wound,
)

if TYPE_CHECKING:
    from tests.reference.twin.said import GivenOrder, Report


@dataclass(eq=False, slots=True)
class Hazard:
    """The hazard process: no aims, only a place, a state and luck."""

    id: int
    state: HazardState = HazardState.NONE
    area: Area | None = None
    last_heard_area: Area | None = None
    changes: int = 0
    moves: int = 0
    contact_officers: int = 0
    contact: float = 0.0
    contact_threshold: float = 0.0
    contact_since_ms: int = 0
    active_until_ms: int = 0
    over_ms: int | None = None
    silent_ms: int | None = None
    contained_ms: int | None = None
    pinned: bool = False


@dataclass(eq=False, slots=True)
class Team:
    """A car-load of officers or a crew of medics, on its way or on scene."""

    id: int
    agency: int
    discipline: Discipline
    number: int
    people: int
    able: int
    area: Area
    home_area: Area
    target_area: Area | None
    phase: Phase = Phase.NOT_ARRIVED
    task: Task = Task.UNASSIGNED
    next_area: Area | None = None
    goal_area: Area | None = None
    focus_area: Area | None = None
    last_area: Area | None = None
    via_area: Area | None = None
    contact: list[int] = field(default_factory=lambda: [0, 0])
    in_lane: bool = False
    crossings: int = 0
    leads_out: bool = False
    guards_from: Area | None = None
    guards: Area | None = None
    device_since_ms: int | None = None
    device_ms: int = 0
    partner: "Team | None" = None
    cleared_area: Area | None = None
    held_by: "GivenOrder | None" = None
    held_area: Area | None = None
    movement: Movement = Movement.PROFILE
    waits_for: Area | None = None
    load: "list[Person]" = field(default_factory=list)
    work: Work = Work.NONE
    next_order: "GivenOrder | None" = None
    busy_said: bool = False
    went_on: int = 0
    leg_ms: int = 0
    leg_end_ms: int | None = None
    way: "list[tuple[Area, int]]" = field(default_factory=list)  # legs to come, when they end
    search_ms: int = 0  # how long it will search where its stretch ends
    since_ms: int = 0
    arrived_ms: int | None = None
    asked_ms: int | None = None
    untasked_since_ms: int | None = None
    untasked_officer_ms: int = 0
    exposure: float = 0.0
    exposure_rate_per_min: float = 0.0
    exposure_since_ms: int = 0
    hurt: int = 0
    initiatives: int = 0
    self_directed: bool = False
    waited: bool = False
    called: int = 0
    linked: bool = True
    joins: "Team | None" = None
    merges: bool = False
    merged: "Team | None" = None
    away: int = 0
    works_for: "Team | None" = None
    at_wounded: AtWounded = AtWounded.STEP_PAST
    start_ms: int = 0
    roster: int = 0
    roster_people: int = 0
    roster_hurt: int = 0
    drawn_ms: int | None = None
    works: int = 0
    said_ms: int = 0
    spoken: int = 0
    on_air: "Report | None" = None
    on_air_lane: int = 0
    senior: int = 0  # 1 a supervisor came with it and has no part yet, 2 has one
    role: Role = Role.NONE
    post_area: Area | None = None  # where its leader stands who controls that area alone
    plan_until_ms: int = 0
    plan_area: Area | None = None
    thresholds: list[float] = field(default_factory=list)  # of its people, lowest first

    @property
    def load_count(self) -> int:
        """How many casualties it carries or is lifting."""
        return len(self.load)

    @property
    def is_police(self) -> bool:
        """Whether they are officers."""
        return self.discipline == Discipline.POLICE

    @property
    def is_medical(self) -> bool:
        """Whether they are medics."""
        return self.discipline == Discipline.MEDICAL

    @property
    def on_scene(self) -> bool:
        """Whether they have arrived."""
        return self.phase != Phase.NOT_ARRIVED

    @property
    def stretch_end_ms(self) -> int:
        """When the stretch ends that the team is walking."""
        assert self.leg_end_ms is not None
        return self.way[-1][1] if self.way else self.leg_end_ms

    @property
    def on_leg(self) -> bool:
        """Whether they are between two areas."""
        return self.leg_end_ms is not None


@dataclass(eq=False, slots=True)
class Person:
    """Somebody who can be hurt: in the hazard's way, a casualty, or away."""

    id: int
    area: Area
    wound: Wound
    moderate: bool
    exposure_threshold: float
    death_threshold: float
    exit_area: Area | None
    whereabouts: Whereabouts = Whereabouts.UNHURT
    triage: Triage = Triage.UNSEEN
    seen: Triage = Triage.UNSEEN
    care: Care = Care.NONE
    controlled: bool = False
    treater: Team | None = None
    treatments: int = 0
    carries: int = 0
    walks: bool = False
    walks_to: Area | None = None
    trip: "Ambulance | None" = None
    hospital: Hospital | None = None
    exposure: float = 0.0
    exposure_rate_per_min: float = 0.0
    exposure_since_ms: int = 0
    flee_ms: int | None = None
    death: float = 0.0
    death_early: float = 0.0
    death_rate_per_min: float = 0.0
    death_since_ms: int = 0
    hurt_ms: int | None = None
    seen_ms: int | None = None
    controlled_ms: int | None = None
    moved_ms: int | None = None
    collected_ms: int | None = None
    gathered_ms: int | None = None
    left_ms: int | None = None
    hospital_ms: int | None = None
    dead_ms: int | None = None

    @property
    def is_dead(self) -> bool:
        """Whether death has come, or will have come in hospital."""
        return self.dead_ms is not None

    @property
    def is_on_foot(self) -> bool:
        """Whether they go where they like: they can walk and nobody has them in hand."""
        lies = self.whereabouts == Whereabouts.LYING and not self.is_dead
        return lies and self.is_free and self.carries == 0 and self.walks

    @property
    def is_free(self) -> bool:
        """Whether nobody is at work on them and no ambulance has them."""
        return self.treater is None and self.trip is None


@dataclass(eq=False, slots=True)
class Caller:
    """An uninjured person inside who calls."""

    id: int
    area: Area | None = None
    calls: int = 0
    claimed: int = 0
    danger: bool = False


@dataclass(eq=False, slots=True)
class Ambulance:
    """One ambulance on its rounds. `hospital` is the one of its latest trip."""

    id: int
    arrival_area: Area
    capacity: int
    hospital: Hospital
    area: Area | None = None
    stage: Stage = Stage.COMING
    load: list[Person] = field(default_factory=list)
    trips: int = 0
    called: int = 0
    on_call: bool = False
    first_ms: int = 0
    blocked: bool = False
    since_ms: int = 0

    @property
    def load_count(self) -> int:
        """How many casualties are in it or being loaded."""
        return len(self.load)


@dataclass(eq=False, slots=True)
class CorridorPost:
    """A place in the corridor that officers must hold, and who was given it."""

    area: Area
    team: Team | None = None


@dataclass(eq=False, slots=True)
class Corridor:
    """The chain of areas from the CCP to the AEP and its posts."""

    state: CorridorState = CorridorState.NONE
    chain: list[Area] = field(default_factory=list)
    posts: list[CorridorPost] = field(default_factory=list)
    posts_held: int = 0
    since_ms: int = 0
    owner: Team | None = None
    gap_ms: int = 0
    free_ms: int = 0


@dataclass(eq=False, slots=True)
class Record:
    """When each benchmark was reached."""

    interior_command_ms: int | None = None
    threat_over_ms: int | None = None
    first_warm_ms: int | None = None
    rtf_formed_ms: int | None = None
    rtf_in_ms: int | None = None
    rtf_contact_ms: int | None = None
    corridor_open_ms: int | None = None
    first_ccp_ms: int | None = None
    first_red_out_ms: int | None = None
    last_red_out_ms: int | None = None
    first_contact_ms: int | None = None
    responders_hurt: int = 0
    down_area: Area | None = None
    down_ms: int | None = None
    near_misses: int = 0
    by_police: int = 0
    self_transported: int = 0
    came_out: int = 0
    uninjured_out: int = 0
    led_out: int = 0
    blocked_ms: int = 0
    flips: int = 0
    left_ms: int | None = None
    warned_ms: int | None = None
    elsewhere_ms: int | None = None
    device_found_ms: int | None = None
    lane_wait_ms: int = 0
    two_commands_ms: int = 0
    pulled: int = 0
    messages: int = 0
    lost: int = 0
    clipped: int = 0
    overlooked: int = 0
    misplaced: int = 0


@dataclass(eq=False, slots=True)
class Command:
    """By what means command is held."""

    radio_plan: RadioPlan
    switching_until_ms: int = 0
    unified_ms: int | None = None
    together_ms: int | None = None
    commander: Team | None = None
    heir: Team | None = None
    accepted: "GivenOrder | None" = None
    answers: int = 0
    rival: Team | None = None
    returns: Team | None = None
    two_since_ms: int | None = None
    uniting: bool = False
    sized_up_ms: int | None = None
    walking_area: Area | None = None


@dataclass(eq=False, slots=True)
class Alarm:
    """What is true beyond the first threat: where a second is claimed, and a device."""

    claimed_area: Area | None = None
    device: bool = False
    device_area: Area | None = None
    device_from_ms: int = 0
