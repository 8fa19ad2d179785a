"""What travels of awareness probes, evaluators' notes and who may see what."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from warmzone.vocabulary.ids import CommandId

Small = Annotated[int, Meta(ge=-1, le=100_000)]


class ProbeTeam(Struct):
    """A team whose place a probe asks for."""

    index: int
    callsign: str


class Probe(Struct, tag="probe"):
    """In place of the view: the clock is frozen, and the seat is asked where things stand."""

    now_s: float
    teams: list[ProbeTeam]


class AnswerProbe(Struct, tag="probe_answer", forbid_unknown_fields=True):
    """What the seat believes at a probe; `teams` are pairs of a team and an area."""

    command_id: CommandId
    teams: Annotated[list[tuple[Small, Small]], Meta(max_length=100)]
    reds: Annotated[int, Meta(ge=0, le=999)]
    cleared: Annotated[list[Small], Meta(max_length=1000)]
    threat: Literal["none", "ongoing", "contained", "unknown", "over"]
    threat_area: Small
    command: Literal["nobody", "inside", "post"]


class Freeze(Struct, tag="freeze", forbid_unknown_fields=True):
    """The instructor asks the Tactical seat where things stand, now."""

    command_id: CommandId


class TakeNote(Struct, tag="note", forbid_unknown_fields=True):
    """An evaluator's note; the time is filled in."""

    command_id: CommandId
    text: Annotated[str, Meta(min_length=1, max_length=500)]


class ReleaseFigures(Struct, tag="release", forbid_unknown_fields=True):
    """The instructor lets everybody see the figures in lives of an exercise that is over."""

    command_id: CommandId


class SetRating(Struct, forbid_unknown_fields=True):
    """An evaluator's rating of a task of the guide and a line of why; an empty one takes it back.

    `task` is the name of the measure that speaks of it.
    """

    task: Annotated[str, Meta(max_length=40)]
    rating: Literal["P", "S", "M", "U", ""]
    reason: Annotated[str, Meta(max_length=300)] = ""


class RateTask(Struct, frozen=True):
    """The same with the seat that decides: said within the server, by no browser."""

    command_id: CommandId
    asked: SetRating
    by: str


class Privacy(Struct):
    """Whether an exercise is led, its figures in lives are released, and who asks opened it.

    `rates`: who asks may decide the ratings of the evaluation guide. `keep_days`: after how many
    days without a word an exercise is deleted; None keeps it.
    """

    led: bool
    released: bool
    yours: bool
    rates: bool
    keep_days: int | None = None


class Nothing(Struct, forbid_unknown_fields=True):
    """A request or a reply without content."""
