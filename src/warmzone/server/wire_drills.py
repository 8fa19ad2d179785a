"""What travels for solo drills. The record itself is `training.drills.record.Record`.

The server keeps no record: the browser does, and sends it along with what it asks.
"""

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

from warmzone.server import wire
from warmzone.training.drills.drill import Verdict
from warmzone.training.drills.record import Record


class PointProgress(Struct):
    """One decision point: chance of deciding it rightly with its 90 % interval, and when due.

    `due` is null where it was never tried.
    """

    point: int
    title: str
    tries: int
    right: int
    mean: float
    low: float
    high: float
    due: datetime | None
    last: datetime | None
    is_due: bool


class NextDrill(Struct):
    """The next drill, by what is due, weak and uncertain, and why it is this one."""

    drill: str
    variant: int
    point: int
    title: str
    seconds: int
    why: str
    due: bool


class DrillStanding(Struct):
    """Where a trainee stands: every point, what is weakest and least certain first."""

    points: list[PointProgress]
    next: NextDrill
    due: int
    how: str
    notice: str


class DrillChoice(Struct):
    """One thing that could be said."""

    id: str
    text: str


class DrillMoment(Struct):
    """A situation at a moment, one decision to take, and what can be said."""

    drill: str
    variant: int
    point: int
    title: str
    question: str
    seconds: int
    choices: list[DrillChoice]
    hello: wire.Hello
    view: wire.View


class DrillAnswer(Struct, forbid_unknown_fields=True):
    """What was chosen, empty where nothing was said in time."""

    choice: Annotated[str, Meta(max_length=40)]


class ChoiceTold(Struct):
    """What doctrine says of one choice."""

    id: str
    verdict: Verdict
    why: str


class DrillFeedback(Struct):
    """The verdict on a choice, and on all the others. `accepted` choices would have done."""

    verdict: Verdict
    accepted: int
    choices: list[ChoiceTold]
    point_title: str
    source: str
    status: str


class ChoiceClock(Struct):
    """When a clock is reached after a choice: seconds since the moment, and in which share at all.

    Replays that never reach it count until the end of the incident.
    """

    name: str
    label: str
    mean_s: float
    low_s: float
    high_s: float
    reached: float


class ChoiceWorth(Struct):
    """What one choice costs against the best one: lives, the mean null where not distinguishable.

    `deaths` is null where the choice cannot be played; `best` marks the one compared with;
    `clocks` are those that the drill's choices move.
    """

    id: str
    deaths: float | None = None
    mean: float | None = None
    low: float = 0.0
    high: float = 0.0
    pairs: int = 0
    best: bool = False
    clocks: list[ChoiceClock] = []


class DrillWorth(Struct):
    """What each choice is worth, as far as it has been played."""

    state: Literal["working", "ready", "failed"]
    done: int = 0
    total: int = 0
    text: str = ""
    how: str = ""
    choices: list[ChoiceWorth] = []


class XapiActor(Struct, forbid_unknown_fields=True):
    """Who the statements are of: a name, and where that name is from (an http address)."""

    name: Annotated[str, Meta(min_length=1, max_length=120)]
    home: Annotated[str, Meta(min_length=1, max_length=300)]


class XapiAsk(Struct, forbid_unknown_fields=True):
    """A record to be made into xAPI statements."""

    record: Record
    actor: XapiActor


class XapiSend(Struct, forbid_unknown_fields=True):
    """The same, to be sent to a learning record store. Nothing of this is kept."""

    record: Record
    actor: XapiActor
    address: Annotated[str, Meta(min_length=1, max_length=500)]
    key: Annotated[str, Meta(max_length=300)] = ""
    secret: Annotated[str, Meta(max_length=300)] = ""


class XapiSent(Struct):
    """How many statements the store has taken."""

    sent: int
