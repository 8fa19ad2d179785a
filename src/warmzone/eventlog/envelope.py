"""The envelope: what every row of a log carries, whatever is inside.

The log knows exercises and payload bytes only; what a payload means is the affair of `exercise`.
"""

from msgspec import Struct

from warmzone.vocabulary.ids import CommandId, ExerciseId

LOG_FORMAT = "warmzone-log/1"
NO_SEAT = -1


class Header(Struct, frozen=True):
    """The row that opens a log: everything needed to build the same incident again.

    `about` is the opening event as JSON (scenario id, seed, ...). `wall` is information only.
    """

    exercise: ExerciseId
    wall: str
    results_version: str
    scenario: bytes
    site: bytes
    about: bytes
    format: str = LOG_FORMAT


class Draft(Struct, frozen=True):
    """A row before the log has given it its sequence number.

    `seat` is a `vocabulary.codes.Seat` number, or NO_SEAT for what the exercise itself records.
    `command_id` is None where no client asked. `version` is the version of the payload's shape.
    """

    sim_ms: int
    wall: str
    seat: int
    command_id: CommandId | None
    kind: str
    version: int
    payload: bytes


class Row(Struct, frozen=True):
    """One committed row. `sequence` counts from 1 in each exercise without a gap."""

    sequence: int
    sim_ms: int
    wall: str
    seat: int
    command_id: CommandId | None
    kind: str
    version: int
    payload: bytes


def number(draft: Draft, sequence: int) -> Row:
    """The draft as a row with its sequence number."""
    return Row(
        sequence,
        draft.sim_ms,
        draft.wall,
        draft.seat,
        draft.command_id,
        draft.kind,
        draft.version,
        draft.payload,
    )
