"""One exercise's writer: events in, committed rows out, from the event loop."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

from warmzone.eventlog import Draft, LogError, Row, Store
from warmzone.exercise.codec import encode, kind_of
from warmzone.exercise.events import VERSION, Event
from warmzone.vocabulary.ids import CommandId, ExerciseId


def wall_now() -> str:
    """The time on the wall, for information."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


class Journal:
    """Appends to the log of one exercise and knows how long it is."""

    def __init__(self, store: Store, exercise: ExerciseId, length: int = 0) -> None:
        self._store = store
        self._exercise = exercise
        self._length = length

    async def answered(self, command_id: CommandId) -> Row | None:
        """The row that first answered a command id, or None."""
        return await asyncio.to_thread(self._store.answered, self._exercise, command_id)

    async def append(
        self, at_ms: int, seat: int, command_id: CommandId | None, events: Sequence[Event]
    ) -> tuple[tuple[Row, ...], bool]:
        """Commit the events; gives the rows and whether the command id was known.

        Where the store fails between commit and acknowledge the rows are found again in the log.
        Raises LogError where nothing is known to have been kept.
        """
        drafts = self._drafts(at_ms, seat, command_id, events)
        try:
            appended = await asyncio.to_thread(
                self._store.append, self._exercise, self._length, drafts
            )
        except LogError:
            rows = tuple(await asyncio.to_thread(self._store.rows, self._exercise, self._length))
            if not _are(rows, drafts):
                raise
            self._length += len(rows)
            return rows, False
        if not appended.repeated:
            self._length += len(appended.rows)
        return appended.rows, appended.repeated

    def _drafts(
        self, at_ms: int, seat: int, command_id: CommandId | None, events: Sequence[Event]
    ) -> list[Draft]:
        """The events as rows; the first one carries the command id."""
        wall = wall_now()
        return [
            Draft(
                at_ms,
                wall,
                seat,
                command_id if i == 0 else None,
                kind_of(event),
                VERSION,
                encode(event),
            )
            for i, event in enumerate(events)
        ]


def _are(rows: Sequence[Row], drafts: Sequence[Draft]) -> bool:
    """Whether the rows are what the drafts became."""
    return len(rows) == len(drafts) and all(
        (row.kind, row.payload, row.wall, row.command_id)
        == (draft.kind, draft.payload, draft.wall, draft.command_id)
        for row, draft in zip(rows, drafts, strict=True)
    )
