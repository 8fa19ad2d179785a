"""Decision worth of finished exercises: priced by a worker in the background, told as it grows.

What is done is kept behind the derived port, keyed by a digest of the log and the results version.
"""

import asyncio
import hashlib
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Literal

import msgspec

from warmzone.eventlog import Derived, DerivedRow, LogError, Store
from warmzone.review.worth.shapes import WorthReview
from warmzone.server.faults import Faults
from warmzone.server.jobs import JobFailedError, run_job
from warmzone.server.reviews import review_input, why
from warmzone.vocabulary.ids import ExerciseId

LOG = logging.getLogger("warmzone.worths")

KIND = "worth"

Job = Callable[..., Awaitable[Any]]


class WorthAnswer(msgspec.Struct):
    """How far the pricing is and what there is so far; `text` says what went wrong."""

    state: Literal["working", "ready", "failed"]
    done: int = 0
    total: int = 0
    text: str = ""
    review: WorthReview | None = None


class _Kept(msgspec.Struct):
    log: str
    review: WorthReview


@dataclass(slots=True)
class _Work:
    answer: WorthAnswer
    task: asyncio.Task[None] | None = None


class Worths:
    """Answers at once with what there is; the first to ask starts the work, one at a time."""

    def __init__(
        self,
        store: Store,
        derived: Derived,
        results_version: Callable[[], str],
        job: Job = run_job,
    ) -> None:
        self._store = store
        self._derived = derived
        self._results_version = results_version
        self._job = job
        self._one = asyncio.Lock()
        self._works: dict[ExerciseId, _Work] = {}
        self._faults = Faults[ExerciseId]()

    async def of(self, exercise: ExerciseId, *, again: bool = False) -> WorthAnswer:
        """What is known by now of an exercise that is over; raises LogError.

        What has failed stays failed until somebody asks to try `again`.
        """
        fault = self._faults.of(exercise, again=again)
        if fault is not None:
            return WorthAnswer("failed", text=fault)
        work = self._works.get(exercise)
        if work is None:
            work = _Work(WorthAnswer("working"))
            self._works[exercise] = work
            data = await asyncio.to_thread(review_input, self._store, self._derived, exercise)
            version = await asyncio.to_thread(self._results_version)
            log = hashlib.blake2b(data, digest_size=16).hexdigest()
            kept = await asyncio.to_thread(self._kept, exercise, version, log)
            if kept is not None:
                work.answer = WorthAnswer("ready", kept.done, kept.total, review=kept)
            else:
                made = self._make(exercise, data, (version, log))
                work.task = asyncio.create_task(made, name=f"worth {exercise}")
        return work.answer

    async def kept(self, exercise: ExerciseId) -> WorthReview | None:
        """What is ready, without starting to work; raises LogError."""
        data = await asyncio.to_thread(review_input, self._store, self._derived, exercise)
        version = await asyncio.to_thread(self._results_version)
        log = hashlib.blake2b(data, digest_size=16).hexdigest()
        return await asyncio.to_thread(self._kept, exercise, version, log)

    async def forget(self, exercise: ExerciseId) -> None:
        """Stop working on an exercise that is to be deleted, and drop what there is of it."""
        self._faults.forget(exercise)
        work = self._works.pop(exercise, None)
        if work is not None and work.task is not None:
            work.task.cancel()
            await asyncio.gather(work.task, return_exceptions=True)

    async def close(self) -> None:
        """Stop what is being worked on."""
        tasks = [work.task for work in self._works.values() if work.task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _make(self, exercise: ExerciseId, data: bytes, key: tuple[str, str]) -> None:
        work = self._works[exercise]

        def tell(done: int, total: int, so_far: Any = None) -> None:
            grown = work.answer.review
            if so_far is not None:
                grown = msgspec.convert(so_far, WorthReview)
            work.answer = WorthAnswer("working", done, total, review=grown)

        async with self._one:
            try:
                made = msgspec.convert(await self._job(KIND, data, tell), WorthReview)
            except JobFailedError as error:
                LOG.error("worth of %s: %s", exercise, error)
                self._faults.note(exercise, why(error))
                self._works.pop(exercise, None)
                return
        payload = msgspec.json.encode(_Kept(key[1], made))
        await asyncio.to_thread(self._keep, DerivedRow(exercise, KIND, 0, key[0], payload))
        work.answer = WorthAnswer("ready", made.done, made.total, review=made)

    def _kept(self, exercise: ExerciseId, version: str, log: str) -> WorthReview | None:
        try:
            rows = self._derived.rows(exercise, KIND)
        except LogError as error:
            LOG.warning("%s", error)
            return None
        for row in rows:
            if row.results_version == version:
                try:
                    kept = msgspec.json.decode(row.payload, type=_Kept)
                except msgspec.MsgspecError:
                    return None
                return kept.review if kept.log == log else None
        return None

    def _keep(self, row: DerivedRow) -> None:
        try:
            self._derived.put(row)
        except LogError as error:
            LOG.warning("%s", error)
