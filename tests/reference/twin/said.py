"""What is said and what is believed: reports, orders, messages and the seats that hear them.

Fields are named as in `kernel/arrays.py`; `None` is what the kernel writes as -1.
"""

from dataclasses import dataclass, field

from tests.reference.twin.things import Caller, Team
from tests.reference.twin.world import Area, Told
from warmzone.kernel.arrays import CHANNELS
from warmzone.kernel.codes import Item, Lane
from warmzone.vocabulary.codes import (
    Alarm,
    CommandPlace,
    CorridorState,
    Priority,
    Reply,
    Role,
    Source,
    Task,
    ThreatStatus,
)
from warmzone.vocabulary.orders import Verb
from warmzone.vocabulary.reports import CannotReason, ReportKind


@dataclass(eq=False, slots=True)
class Report:
    """What somebody said to command, numbered as said."""

    id: int
    kind: ReportKind
    team: Team | None
    area: Area | None
    observed_ms: int
    sent_ms: int
    source: Source = Source.TEAM
    status: ThreatStatus | Task | CannotReason | CorridorState | ReportKind | None = None
    counts: list[int] = field(default_factory=lambda: [0, 0, 0, 0])
    uninjured: int = 0
    able: int = 0
    flag: int = 0
    channel: Lane | None = None
    spoken_ms: int | None = None
    heard_ms: list[int | None] = field(default_factory=lambda: [None, None])  # by seat
    told: Told | None = None
    about: "Report | None" = None
    aged_ms: int | None = None
    misplaced: bool = False
    tries: int = 0
    then: "Report | None" = None


@dataclass(eq=False, slots=True)
class GivenOrder:
    """An order that was accepted, numbered as given."""

    id: int
    seat: int
    verb: Verb
    team: Team | None
    area: Area | None
    other_team: Team | None
    value: int
    given_ms: int
    rides: bool = False
    ack_task: Task | None = None
    tries: int = 0
    channel: Lane | None = None
    spoken_ms: int | None = None
    heard_ms: int | None = None
    acked_ms: int | None = None
    word: "Report | None" = None
    on_foot_ms: int = 0
    then: "GivenOrder | None" = None


@dataclass(eq=False, slots=True)
class Message:
    """Something on its way: a report, an order, or word that it was heard.

    `to` is the seat or the channel it is for. `rank` is its precedence on a channel; of what is
    handed on, when it is due.
    """

    kind: Item
    what: Report | GivenOrder | Area | Team | Caller
    to: int = 0
    rank: int = 0


@dataclass(eq=False, slots=True)
class Waiting:
    """Messages in the order in which they go, and how many have gone."""

    capacity: int
    waiting: list[Message] = field(default_factory=list)
    head: int = 0
    speaking: bool = False
    quiet_until_ms: int = 0

    @property
    def tail(self) -> int:
        """How many have ever been put in."""
        return self.head + len(self.waiting)


@dataclass(eq=False, slots=True)
class AreaBelief:
    """What a seat believes of an area."""

    report: Report | None = None
    counted: Report | None = None
    seen_ms: int | None = None
    counts: list[int] = field(default_factory=lambda: [0, 0, 0, 0])
    searched_ms: int | None = None
    threat_ms: int | None = None
    source: Source = Source.TEAM
    claimed: int = 0
    blocked: bool = False
    alarm: Alarm = Alarm.NONE
    alarm_ms: int = 0
    listed: bool = False
    latest: Report | None = None
    asked_ms: int | None = None
    told_count: int | None = None
    uninjured: int | None = None
    differs: bool = False


@dataclass(eq=False, slots=True)
class TeamBelief:
    """What a seat believes of a team."""

    known: bool = False
    able: int = 0
    area: Area | None = None
    observed_ms: int | None = None
    task: Task = Task.UNASSIGNED
    target_area: Area | None = None
    busy: bool = False
    task_since_ms: int = 0
    pending_order: GivenOrder | None = None
    asked_ms: int | None = None
    reply: Reply = Reply.NONE
    cannot_ms: int | None = None
    cannot: CannotReason = CannotReason.NOTHING_TO_DO
    heard_ms: int | None = None
    plain: bool = False
    works_for: Team | None = None
    gone: bool = False
    by_plan: bool = False
    role: Role = Role.NONE
    post_area: Area | None = None


@dataclass(eq=False, slots=True)
class CommandSeat:
    """A seat: where it commands from and all that it believes."""

    id: int
    automatic: bool
    threat: ThreatStatus
    areas: list[AreaBelief]
    teams: list[TeamBelief]
    digest: int = 0
    delivered: int = 0
    place: CommandPlace = CommandPlace.NOBODY
    place_area: Area | None = None
    since_ms: int | None = None
    threat_area: Area | None = None
    threat_ms: int = 0
    threat_heard_ms: int = 0
    threat_by: Source | None = Source.DISPATCH
    threat_report: Report | None = None
    quiet_until_ms: int = 0
    reconciled_ms: int | None = None
    reconciled: list[int] = field(default_factory=lambda: [0, 0, 0, 0])
    unconfirmed: int = 0
    free_entry: bool = False
    ccp: Area | None = None
    aep: Area | None = None
    priority: Priority = Priority.NEAREST
    walking_area: Area | None = None
    ccp_ms: int = 0
    aep_ms: int = 0
    decisions: int = 0
    busy_ms: int = 0
    again_ms: int = 0
    lapse_ms: int = 0
    wishes: int = 0
    spoken: int = 0
    on_air: list[GivenOrder | None] = field(default_factory=lambda: [None] * CHANNELS)
    arrivals_staged: bool = False
    alarms: int = 0
    blocked: int = 0
    device_area: Area | None = None
    warned_ms: int | None = None
    commander: Team | None = None
    overall: Team | None = None
    senior: Team | None = None
    unified: bool = False
    asked_unified_ms: int | None = None
    ready_ms: int = 0
    called_ms: int = 0
    sized_up_ms: int | None = None
    roll_ms: int | None = None
    plan_ms: int | None = None
    asked_together_ms: int | None = None
    together: bool = False
    corridor: CorridorState = CorridorState.NONE
    corridor_posts: int = 0
    walked_out: int = 0
    people_out: int = 0
    heard_of: list[Area] = field(default_factory=list)  # where casualties are, as heard

    @property
    def differences(self) -> int:
        """Of how many places unequal counts were told, since they were last reconciled."""
        return sum(area.differs for area in self.areas)

    @property
    def places(self) -> int:
        """In how many areas it has heard of casualties."""
        return len(self.heard_of)
