"""Events to payload bytes and back, through upcasts where the shape is an older one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

import msgspec

from warmzone.exercise.events import (
    VERSION,
    ClockChanged,
    ClockMarked,
    CommandRefused,
    Ended,
    Event,
    HandedOver,
    Noted,
    Opened,
    OrderReceived,
    ProbeAnswered,
    ProbeAsked,
    Rated,
    Released,
    Resumed,
)
from warmzone.exercise.upcast import UPCASTS, Upcasts, upcast
from warmzone.vocabulary.ids import CommandId

KINDS: dict[str, type[Event]] = {
    "order": OrderReceived,
    "clock": ClockChanged,
    "mark": ClockMarked,
    "refused": CommandRefused,
    "probe": ProbeAsked,
    "probe_answer": ProbeAnswered,
    "note": Noted,
    "released": Released,
    "rated": Rated,
    "handed_over": HandedOver,
    "resumed": Resumed,
    "ended": Ended,
}
AFTERWARDS = ("released", "rated")
"""The kinds of row that are written when an exercise is over: they change no figure."""

_NAMES: dict[type[Event], str] = {shape: kind for kind, shape in KINDS.items()}


class UnreadableError(Exception):
    """A row cannot be read: written by a newer version, or damaged."""


class LoggedRow(Protocol):
    """What the rules read of a log's row; `eventlog.Row` is one."""

    @property
    def sequence(self) -> int:
        """The number in its exercise."""

    @property
    def sim_ms(self) -> int:
        """The simulated time."""

    @property
    def seat(self) -> int:
        """The seat, -1 for the exercise itself."""

    @property
    def command_id(self) -> CommandId | None:
        """The client's id of the command."""

    @property
    def kind(self) -> str:
        """The kind of payload."""

    @property
    def version(self) -> int:
        """The version of the payload's shape."""

    @property
    def payload(self) -> bytes:
        """The event as JSON."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row, read."""

    sequence: int
    sim_ms: int
    seat: int
    command_id: CommandId | None
    event: Event


def kind_of(event: Event) -> str:
    """The name under which an event is kept."""
    return _NAMES[type(event)]


def encode(event: Event) -> bytes:
    """The event's payload, in the shape of `events.VERSION`."""
    return msgspec.json.encode(event)


def decode(kind: str, version: int, payload: bytes, upcasts: Upcasts = UPCASTS) -> Event:
    """The event of a payload; raises UnreadableError."""
    shape = KINDS.get(kind)
    if shape is None:
        raise UnreadableError(f"kind {kind!r} is not allowed; {', '.join(KINDS)}")
    if not 1 <= version <= VERSION:
        raise UnreadableError(f"{kind}: version {version} is not allowed; 1 to {VERSION}")
    try:
        if version == VERSION:
            return msgspec.json.decode(payload, type=shape)
        fields = upcast(kind, version, msgspec.json.decode(payload, type=dict), VERSION, upcasts)
        return msgspec.convert(fields, shape)
    except msgspec.MsgspecError as error:
        raise UnreadableError(f"{kind}: {error}") from error


def read(rows: Iterable[LoggedRow]) -> Sequence[Entry]:
    """Every row of a log, read; raises UnreadableError, naming the row."""
    entries = []
    for row in rows:
        try:
            event = decode(row.kind, row.version, row.payload)
        except UnreadableError as error:
            raise UnreadableError(f"row {row.sequence}: {error}") from error
        entries.append(Entry(row.sequence, row.sim_ms, row.seat, row.command_id, event))
    return entries


def encode_opened(opened: Opened) -> bytes:
    """The opening as JSON, for the log's header."""
    return msgspec.json.encode(opened)


def decode_opened(about: bytes) -> Opened:
    """The opening of a header; raises UnreadableError."""
    try:
        return msgspec.json.decode(about, type=Opened)
    except msgspec.MsgspecError as error:
        raise UnreadableError(f"header: {error}") from error
