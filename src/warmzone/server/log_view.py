"""A log as it travels: JSON rows of a finished exercise."""

from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec import Struct

from warmzone.eventlog import Header, Row
from warmzone.exercise.codec import decode_opened
from warmzone.review.evaluation import KINDS


def seen(rows: Sequence[Row], *, lives: bool) -> list[Row]:
    """The rows that may be seen: without `lives` no evaluator's word, which may tell of them."""
    return [row for row in rows if lives or row.kind not in KINDS]


class LogRow(Struct):
    """One row; `payload` is the event."""

    sequence: int
    sim_ms: int
    wall: str
    seat: int
    command_id: str | None
    kind: str
    version: int
    payload: dict[str, Any]


class LogView(Struct):
    """A whole log; the bytes of scenario and site are left out."""

    exercise: str
    format: str
    results_version: str
    started_at: str
    opened: dict[str, Any]
    rows: list[LogRow]


def log_view(header: Header, rows: Sequence[Row], *, lives: bool) -> LogView:
    """A log as it is sent; without `lives` it has no evaluator's word, nor the seed of the luck."""
    opened: Any = msgspec.to_builtins(decode_opened(header.about))
    if not lives:
        del opened["seed"]
    return LogView(
        exercise=header.exercise,
        format=header.format,
        results_version=header.results_version,
        started_at=header.wall,
        opened=opened,
        rows=[_row(row) for row in seen(rows, lives=lives)],
    )


def _row(row: Row) -> LogRow:
    return LogRow(
        sequence=row.sequence,
        sim_ms=row.sim_ms,
        wall=row.wall,
        seat=row.seat,
        command_id=row.command_id,
        kind=row.kind,
        version=row.version,
        payload=msgspec.json.decode(row.payload, type=dict[str, Any]),
    )
