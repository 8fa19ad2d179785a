"""What travels between server and browser: JSON shapes, declared once.

Times are seconds of the exercise unless the name says otherwise; `*_age_s` is how long ago.
A seat is sent only what that seat may know; truth goes to the instructor and into the review.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from warmzone.review.shapes import Frame, TeamName
from warmzone.server.wire_plan import PlanView
from warmzone.server.wire_probe import AnswerProbe, Freeze, Probe, ReleaseFigures, TakeNote
from warmzone.server.wire_situation import Situation, ThreatWord
from warmzone.vocabulary.ids import CommandId, ExerciseId

ZoneWord = Literal["undeclared", "hot", "warm", "cold"]
AlarmWord = Literal["", "second attacker", "device"]
SeatWord = Literal["tactical", "observer", "instructor"]


# --- once, on joining -------------------------------------------------------------------------


class VerbView(Struct):
    """One verb of the order bar: which slots it needs, its group and its key.

    `values` are the choices of a verb that carries one (zone, threat status, place of command);
    `preset` is the one that is meant where none is chosen, empty where one must be. `says` is how
    the order sounds with each value (the empty word: none chosen), with {team}, {other}, {area} and
    {value} as gaps.
    """

    code: int
    name: str
    label: str
    group: str
    key: str
    needs_team: Literal["no", "police", "rtf", "any"]
    needs_other: Literal["no", "police", "rtf", "any"]
    needs_area: Literal["no", "any", "vehicle"]
    values: list[str]
    preset: str
    help: str
    says: dict[str, str] = {}


class Hello(Struct, tag="hello"):
    """The first message to a seat; `roster` and `tasks` name the rows of `View.truth`.

    `seed` is None where somebody else leads: with it the incident can be played beforehand.
    """

    exercise: ExerciseId
    code: str
    scenario: str
    scenario_name: str
    summary: str
    brief: str
    seat: SeatWord
    minutes: int
    plan: PlanView
    verbs: tuple[VerbView, ...]
    notice: str
    reasons: dict[str, str] = {}
    profile: str = ""
    seed: int | None = None
    roster: list[TeamName] = []
    tasks: list[str] = []


class Preparing(Struct, tag="preparing"):
    """Before hello, while a drill's opening is played: minutes done of those before hand-over."""

    text: str
    done: int
    total: int


# --- every second ------------------------------------------------------------------------------


class TeamCard(Struct):
    """What the seat believes of one team it has heard of.

    `dim` gives, by verb name, the code of why it cannot be said to this team now; `Hello.reasons`
    has the sentences. `others` is, by verb name, the second team that is meant where none is named.
    `reported_age_s` is the age of the position; `since_s` is how long it has had its task.
    """

    index: int
    callsign: str
    letter: str
    discipline: Literal["police", "medical"]
    size: int
    task: str
    task_text: str
    phase: str
    area: int
    target: int
    since_s: float
    reported_age_s: float
    unassigned: bool
    order_pending: bool
    hurt: int = 0
    dim: dict[str, str] = {}
    others: dict[str, int] = {}


class AreaBelief(Struct):
    """What the seat has been told of one area; areas nobody has spoken of are not sent.

    `seen_age_s` is null where nothing was seen, only declared. `cleared`: a team searched it.
    `claimed` hurt are a caller's word, gone once a team has looked; `uninjured` a team's.
    `zone_pending`: the declaration still waits on the air. `threat` is a team's word; what only
    callers, cameras or dispatch say of a threat there has their name in `threat_said`. `alarm`: a
    second attacker spoken of there whom nobody has looked for, or a device found. `cars`: police
    cars stand in the way of ambulances.
    """

    index: int
    zone: ZoneWord
    zone_age_s: float | None
    zone_by: str
    seen_age_s: float | None
    cleared: bool
    red: int
    yellow: int
    green: int
    grey: int
    threat: bool
    source: str
    claimed: int = 0
    uninjured: int = 0
    zone_pending: bool = False
    threat_said: str = ""
    threat_age_s: float | None = None
    alarm: AlarmWord = ""
    cars: bool = False


class RadioLine(Struct):
    """One line of the radio log. `state`: queued, sent, heard or acknowledged."""

    id: int
    sent_s: float
    observed_s: float
    heard_s: float | None
    speaker: str
    listener: str
    text: str
    state: Literal["queued", "on_air", "heard", "acknowledged"]
    kind: str
    team: int
    area: int
    urgent: bool


class Waiting(Struct):
    """Something that waits on the commander. `answers` are ready-made orders."""

    key: str
    kind: Literal["entry_request", "unassigned", "cannot", "threat", "uncared", "unheard", "counts"]
    text: str
    waiting_s: float
    team: int
    area: int
    answers: list["ReadyOrder"]


class ReadyOrder(Struct):
    """An order that one tap gives."""

    label: str
    verb: str
    team: int = -1
    area: int = -1
    value: str = ""
    other: int = -1


class Corridor(Struct):
    """The corridor as believed."""

    state: Literal["none", "building", "open", "broken"]
    areas: list[int]
    posts: list[int]
    posts_held: int
    posts_needed: int


class Clock(Struct):
    """One benchmark clock; `at_s` null while it has not happened.

    `due_s` is when it is called overdue, null while nothing calls for it.
    """

    name: str
    label: str
    at_s: float | None
    due_s: float | None


class KernelProgress(Struct):
    """How far the compiled kernel is; live play does not wait for it."""

    state: Literal["waiting", "compiling", "ready", "failed"]
    done: int
    total: int


class View(Struct, tag="view"):
    """Everything a seat may know now.

    `dim` gives the code of why a verb, or a "verb value", cannot be said to anybody now; `standing`
    is what is in force, in words. `truth`, for the instructor alone, is how it truly stands;
    `asking`: everybody else's screen is hidden, and Tactical is asked where things stand.
    """

    now_s: float
    running: bool
    rate: float
    ended: bool
    resumed_text: str
    command: str
    command_since_s: float | None
    in_command: bool
    situation: Situation
    teams: list[TeamCard]
    areas: list[AreaBelief]
    ccp: int
    aep: int
    corridor: Corridor
    radio: list[RadioLine]
    radio_queue: int
    waiting: list[Waiting]
    clocks: list[Clock]
    kernel: KernelProgress
    dim: dict[str, str] = {}
    standing: list[str] = []
    ccp_pending: bool = False
    aep_pending: bool = False
    truth: Frame | None = None
    asking: bool = False


# --- answers ------------------------------------------------------------------------------------


class Answer(Struct, tag="answer"):
    """The answer to one command; a repeated command id gets the first answer again."""

    command_id: CommandId
    accepted: bool
    code: str
    text: str
    sentence: str = ""


class Fault(Struct, tag="fault"):
    """Something was wrong with a message, or the exercise stopped on a defect."""

    code: str
    text: str
    stopped: bool = False


# --- from the browser ---------------------------------------------------------------------------


class GiveOrder(Struct, tag="order", forbid_unknown_fields=True):
    """An order; `value` is a word of the verb's `values`.

    `other` is the second team of a verb that names one; -1 leaves it to the server, which takes the
    likeliest. `why` is why, and what is expected of it: not sent on, kept for the review.
    """

    command_id: CommandId
    verb: str
    team: int = -1
    area: int = -1
    value: str = ""
    other: int = -1
    why: str = ""


class SetClock(Struct, tag="clock", forbid_unknown_fields=True):
    """Pause, resume, or change the tempo (1, 2 or 4)."""

    command_id: CommandId
    action: Literal["pause", "resume", "rate"]
    rate: float = 1.0


class EndExercise(Struct, tag="end", forbid_unknown_fields=True):
    """Finish the exercise now and open the review."""

    command_id: CommandId


ServerMessage = Preparing | Hello | View | Probe | Answer | Fault
BrowserMessage = (
    GiveOrder | SetClock | AnswerProbe | Freeze | TakeNote | ReleaseFigures | EndExercise
)


# --- over http ----------------------------------------------------------------------------------


class ScenarioCard(Struct):
    """One shipped or stored scenario on the start page."""

    id: str
    name: str
    summary: str
    site: str
    minutes: int
    drill: bool
    threat: ThreatWord
    start_minute: int


class StartExercise(Struct, forbid_unknown_fields=True):
    """Ask for a new exercise; `tempo` makes bodies run faster or slower, for teaching.

    `led`: who asks is its instructor and others join by code. `probes` are minutes at which the
    clock freezes and the seat is asked where things stand, `random_probes` how many more at times
    that nobody knows before. `label` puts it into a series: a class, or a pseudonym. `unconfirmed`
    adds the rules of the scenario's profile that no text was found for.
    """

    scenario: str
    seed: int | None = None
    physiology: Literal["hazard", "rpm", "flat"] = "hazard"
    tempo: Annotated[float, Meta(ge=0.25, le=4)] = 1.0
    led: bool = False
    probes: Annotated[list[Annotated[float, Meta(ge=0, le=600)]], Meta(max_length=20)] = []
    random_probes: Annotated[int, Meta(ge=0, le=10)] = 0
    label: Annotated[str, Meta(max_length=40)] = ""
    unconfirmed: bool = False


class ForkExercise(Struct, forbid_unknown_fields=True):
    """Play on from a moment of a finished exercise: before row `sequence`, 0 before all of then."""

    at_s: Annotated[float, Meta(ge=0, le=86_400)]
    sequence: Annotated[int, Meta(ge=0)] = 0


class JoinExercise(Struct, forbid_unknown_fields=True):
    """Join by room code."""

    code: str


class Joined(Struct):
    """A place in an exercise; `token` opens the socket `/ws/{exercise}?token=...`."""

    exercise: ExerciseId
    code: str
    token: str
    seat: SeatWord


class ExerciseCard(Struct):
    """One exercise kept in the data directory."""

    exercise: ExerciseId
    scenario: str
    scenario_name: str
    started_at: str
    now_s: float
    ended: bool


class Health(Struct):
    """Whether the server is up and how far the kernel is."""

    version: str
    kernel: KernelProgress


class Problem(Struct):
    """An HTTP error."""

    code: str
    text: str
