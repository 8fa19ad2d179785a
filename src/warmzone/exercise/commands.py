"""What an exercise can be asked to do, by a person or by its own clock."""

from dataclasses import dataclass
from typing import Literal

from warmzone.vocabulary.ids import CommandId
from warmzone.vocabulary.orders import Order, Refusal

ClockAction = Literal["pause", "resume", "rate"]
EndReason = Literal["asked", "minutes", "settled"]

RATES = (1.0, 2.0, 4.0)


@dataclass(frozen=True, slots=True)
class GiveOrder:
    """A person's order.

    `order` is None where the message could not be read as one; then `unreadable` says why and
    `said` keeps its words. `why` is what the person expects of it, in their own words.
    """

    command_id: CommandId
    order: Order | None
    unreadable: Refusal = Refusal.ACCEPTED
    said: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class SetClock:
    """Pause, resume or change the tempo. `rate` is simulated seconds for each second."""

    command_id: CommandId
    action: ClockAction
    rate: float = 1.0


@dataclass(frozen=True, slots=True)
class End:
    """A person finishes the exercise."""

    command_id: CommandId


@dataclass(frozen=True, slots=True)
class Probe:
    """Freeze, hide the screen and ask where things stand; `command_id` is None where it was due."""

    command_id: CommandId | None = None


@dataclass(frozen=True, slots=True)
class AnswerProbe:
    """A person's answer to an open probe; see `events.ProbeAnswered`."""

    command_id: CommandId
    teams: tuple[tuple[int, int], ...]
    reds: int
    cleared: tuple[int, ...]
    threat: int
    threat_area: int
    command: int


@dataclass(frozen=True, slots=True)
class Note:
    """An evaluator's note, with the time filled in."""

    command_id: CommandId
    text: str


@dataclass(frozen=True, slots=True)
class Release:
    """The instructor lets everybody see the figures in lives."""

    command_id: CommandId


@dataclass(frozen=True, slots=True)
class Rate:
    """An evaluator decides a rating of the evaluation guide; see `events.Rated`."""

    command_id: CommandId
    task: str
    rating: str
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class HandOver:
    """The drill's opening is over: a person holds the Tactical seat from now."""


@dataclass(frozen=True, slots=True)
class ClockMark:
    """A second has gone by on the wall."""


@dataclass(frozen=True, slots=True)
class Resume:
    """The exercise was read back from its log by a new process."""


@dataclass(frozen=True, slots=True)
class Finish:
    """The exercise has come to its end by itself."""

    reason: EndReason


Command = (
    GiveOrder
    | SetClock
    | End
    | Probe
    | AnswerProbe
    | Note
    | Release
    | Rate
    | HandOver
    | ClockMark
    | Resume
    | Finish
)
