"""What happened in an exercise: the payloads of its log. A shape that changes gets an upcast."""

from enum import StrEnum

from msgspec import Struct

from warmzone.exercise.commands import EndReason

VERSION = 1


class Rule(StrEnum):
    """The answer to a command that is not an order; orders answer with a `Refusal`."""

    ACCEPTED = "accepted"
    EXERCISE_ENDED = "exercise_ended"
    BAD_RATE = "bad_rate"
    PROBE_OPEN = "probe_open"
    NO_PROBE = "no_probe"
    NOT_OVER = "not_over"


class Opened(Struct, frozen=True, kw_only=True):
    """The exercise was opened; together with the scenario and site bytes it is the whole start.

    `commander` plays every automatic seat; it also plays the Tactical seat up to `hand_over_ms`
    in a drill. `hand_over_ms` is 0 where a person holds the seat from the start. `tempo` is how
    much faster than in the evidence bodies run, for teaching. `led`: an instructor leads it, and
    figures in lives are the instructor's until released. `probes_ms` are the times of probes.
    `label` puts it into a series: a class, or a pseudonym.
    """

    scenario: str
    scenario_name: str
    code: str
    seed: int
    commander: str
    minutes: int
    hand_over_ms: int = 0
    physiology: str = "hazard"
    tempo: float = 1.0
    led: bool = False
    probes_ms: tuple[int, ...] = ()
    label: str = ""


class OrderReceived(Struct, frozen=True):
    """An order was received and accepted or refused; the numbers are those of `vocabulary`.

    `verb` is -1 where the message named none that exists; `said` keeps its words then. `why` is
    what the person said they expected of it; rows from before it could be said have none.
    """

    verb: int
    team: int
    area: int
    other_team: int
    value: int
    refusal: int
    said: str = ""
    why: str = ""


class ClockChanged(Struct, frozen=True):
    """The clock runs or stands, at a tempo."""

    running: bool
    rate: float


class ClockMarked(Struct, frozen=True):
    """The clock stood at the row's time and nothing later had been shown."""


class CommandRefused(Struct, frozen=True):
    """A command other than an order was refused."""

    command: str
    code: str


class ProbeAsked(Struct, frozen=True):
    """The clock froze and the screen was hidden; `due` where its time had been set before."""

    due: bool


class ProbeAnswered(Struct, frozen=True):
    """What the seat believed at a probe.

    `teams` are pairs of a team and the area it was said to be in; `cleared` areas; `threat` a
    `ThreatStatus`, `threat_area` its area or -1; `command` a `CommandPlace`.
    """

    teams: tuple[tuple[int, int], ...]
    reds: int
    cleared: tuple[int, ...]
    threat: int
    threat_area: int
    command: int


class Noted(Struct, frozen=True):
    """An evaluator wrote something down."""

    text: str


class Released(Struct, frozen=True):
    """The instructor has released the figures in lives to everybody."""


class Rated(Struct, frozen=True):
    """An evaluator has decided a rating of the evaluation guide, and why.

    `task` is the measure that speaks of it; an empty `rating` takes back what was decided. `by` is
    the name of the seat that decided, never a person's.
    """

    task: str
    rating: str
    reason: str
    by: str


class HandedOver(Struct, frozen=True):
    """The Tactical seat became a person's."""


class Resumed(Struct, frozen=True):
    """A new process took the exercise up from its log, paused."""


class Ended(Struct, frozen=True):
    """The exercise is over."""

    reason: EndReason


Event = (
    OrderReceived
    | ClockChanged
    | ClockMarked
    | CommandRefused
    | ProbeAsked
    | ProbeAnswered
    | Noted
    | Released
    | Rated
    | HandedOver
    | Resumed
    | Ended
)
