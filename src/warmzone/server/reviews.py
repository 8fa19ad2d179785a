"""Reviews of finished exercises: made by a worker, one at a time, and kept."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

import msgspec

from warmzone.eventlog import Derived, DerivedRow, LogError, Store
from warmzone.exercise.codec import AFTERWARDS
from warmzone.review.form import form
from warmzone.server.faults import Faults
from warmzone.server.jobs import JobFailedError, run_job
from warmzone.server.keepsake import DIGEST, Digests
from warmzone.server.pipe import ReviewInput
from warmzone.vocabulary.ids import ExerciseId

LOG = logging.getLogger("warmzone.reviews")

KIND = "review"


class ReviewFailedError(Exception):
    """The review could not be made; the text is for the person who asked."""


class Reviews:
    """Gives reviews, or another `kind` of what a worker makes, as JSON bytes.

    A kept one is used only under the results version, and by the program, that made it.
    """

    def __init__(
        self,
        store: Store,
        derived: Derived,
        results_version: Callable[[], str],
        job: Callable[[str, bytes], Awaitable[Any]] = run_job,
        kind: str = KIND,
    ) -> None:
        self._store = store
        self._derived = derived
        self._version = lambda: f"{results_version()}/{form()}"
        self._job = job
        self._kind = kind
        self._one = asyncio.Lock()
        self._faults = Faults[ExerciseId]()

    async def of(self, exercise: ExerciseId, *, again: bool = False) -> bytes:
        """The review of an exercise that is over; raises ReviewFailedError, LogError.

        What has failed stays failed until somebody asks to try `again`.
        """
        async with self._one:
            fault = self._faults.of(exercise, again=again)
            if fault is not None:
                raise ReviewFailedError(fault)
            version = await asyncio.to_thread(self._version)
            kept = await asyncio.to_thread(self._kept, exercise, version)
            if kept is not None:
                return kept
            data = await asyncio.to_thread(review_input, self._store, self._derived, exercise)
            try:
                made = msgspec.json.encode(await self._job(self._kind, data))
            except JobFailedError as error:
                LOG.error("review of %s: %s", exercise, error)
                self._faults.note(exercise, why(error))
                raise ReviewFailedError(why(error)) from error
            row = DerivedRow(exercise, self._kind, 0, version, made)
            await asyncio.to_thread(self._keep, row)
            return made

    async def kept(self, exercise: ExerciseId) -> bytes | None:
        """What was made before under the version now, without making it."""
        version = await asyncio.to_thread(self._version)
        return await asyncio.to_thread(self._kept, exercise, version)

    def _kept(self, exercise: ExerciseId, version: str) -> bytes | None:
        try:
            rows = self._derived.rows(exercise, self._kind)
        except LogError as error:
            LOG.warning("%s", error)
            return None
        return next((row.payload for row in rows if row.results_version == version), None)

    def _keep(self, row: DerivedRow) -> None:
        try:
            self._derived.put(row)
        except LogError as error:
            LOG.warning("%s", error)


def review_input(store: Store, derived: Derived, exercise: ExerciseId) -> bytes:
    """What a worker makes reviews of: the log, and the digests kept while it was played."""
    header = store.header(exercise)
    # What is said afterwards changes no figure: what is made of the log stays what it was.
    rows = msgspec.json.encode([row for row in store.rows(exercise) if row.kind not in AFTERWARDS])
    return msgspec.json.encode(
        ReviewInput(
            msgspec.Raw(msgspec.json.encode(header)),
            msgspec.Raw(rows),
            _digests(derived, exercise, header.results_version),
        )
    )


def _digests(derived: Derived, exercise: ExerciseId, version: str) -> dict[int, str]:
    """The digests of whole minutes that were kept while it was played, if they still are."""
    try:
        kept = derived.rows(exercise, DIGEST)
    except LogError as error:
        LOG.warning("%s", error)
        return {}
    return {
        row.sim_ms: msgspec.json.decode(row.payload, type=Digests).state
        for row in kept
        if row.results_version == version
    }


def why(error: JobFailedError) -> str:
    """What the person who asked is told; the log says more."""
    if any(name in str(error) for name in _OTHER_RUN):
        return (
            "The log does not replay to what was played: this program differs from the one that "
            "played it. The log is kept."
        )
    return "The review could not be made. The log is kept; try again."


_OTHER_RUN = ("DigestError", "DivergedError")
