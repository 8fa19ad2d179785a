"""What is kept beside the log because it can be made again: digests each minute, views shown."""

import asyncio
import logging

import msgspec

from warmzone.eventlog import Derived, DerivedRow, LogError
from warmzone.exercise.run_port import RunPort
from warmzone.server import wire
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.ids import ExerciseId

LOG = logging.getLogger("warmzone.keepsake")

VIEW_EVERY_MS = 10_000
DIGEST = "digest"
SHOWN = "shown"


class Digests(msgspec.Struct, frozen=True):
    """The digests at one time: of the whole state, and of what the Tactical seat was told."""

    state: str
    tactical: str


class Keepsake:
    """Writes the derived rows of one exercise.

    A failure is noted and nothing else: they can be made again.
    """

    def __init__(self, derived: Derived, exercise: ExerciseId, results_version: str) -> None:
        self._derived = derived
        self._exercise = exercise
        self._results_version = results_version
        self._view_ms = -VIEW_EVERY_MS

    async def keep_digest(self, run: RunPort) -> None:
        """Keep the digests of a run that stands at a whole minute."""
        digests = Digests(run.digest(), run.seat_digest(Seat.TACTICAL))
        await self._put(DIGEST, run.now_ms, msgspec.json.encode(digests))

    async def keep_view(self, view: wire.View) -> None:
        """Keep what was shown, at most every ten simulated seconds."""
        at_ms = int(view.now_s * 1000)
        if at_ms >= self._view_ms + VIEW_EVERY_MS:
            self._view_ms = at_ms
            await self._put(SHOWN, at_ms, msgspec.json.encode(view))

    async def _put(self, kind: str, at_ms: int, payload: bytes) -> None:
        row = DerivedRow(self._exercise, kind, at_ms, self._results_version, payload)
        try:
            await asyncio.to_thread(self._derived.put, row)
        except LogError as error:
            LOG.warning("%s", error)
