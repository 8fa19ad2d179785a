"""Solo drills for the browser: moments and worths made by workers and kept; no record is kept."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import msgspec

from warmzone.eventlog import Derived, DerivedRow, LogError
from warmzone.evidence.decisions import point_rows
from warmzone.server import sentences
from warmzone.server.faults import Faults
from warmzone.server.jobs import JobFailedError, run_job
from warmzone.server.pipe import DrillInput
from warmzone.server.wire_drills import (
    ChoiceTold,
    ChoiceWorth,
    DrillFeedback,
    DrillMoment,
    DrillStanding,
    DrillWorth,
    NextDrill,
    PointProgress,
)
from warmzone.training.drills.drill import VARIANTS, Drill, drills
from warmzone.training.drills.record import Record, judge
from warmzone.vocabulary.ids import ExerciseId

LOG = logging.getLogger("warmzone.drills")

Job = Callable[..., Awaitable[Any]]
PATIENCE_S = 900.0
"""A moment is a second's work; only a machine that is very busy comes near this."""
AT_ONCE = 1

HOW = (
    "The interval holds 90 % of what your answers leave possible: a Bayesian estimate for each "
    "decision point, guessing counted, half of an answer's weight gone after each half-life "
    "(an assumption of the evidence table). What is due is asked first, the weakest and least "
    "certain of it before the rest; when a point is due again comes from FSRS, an open scheduler "
    "fitted to other people's flash cards, 90 days at most."
)


class DrillRefusedError(Exception):
    """What was asked for cannot be done; `code` is stable, the text is for people."""

    def __init__(self, status: int, code: str, text: str) -> None:
        super().__init__(text)
        self.status = status
        self.code = code


@dataclass(slots=True)
class _Work:
    answer: DrillWorth
    task: asyncio.Task[None] | None = None


class Drills:
    """Offers, shows and judges drills; one worker at a time prices what was chosen."""

    def __init__(
        self,
        derived: Derived,
        results_version: Callable[[], str],
        fast: Callable[[], bool],
        job: Job = run_job,
    ) -> None:
        self._derived = derived
        self._results_version = results_version
        self._fast = fast
        self._job = job
        self._moments = asyncio.Lock()
        self._worths = asyncio.Lock()
        self._works: dict[tuple[str, int], _Work] = {}
        self._faults = Faults[tuple[str, int]]()

    async def standing(self, record: Record) -> DrillStanding:
        """Where a trainee stands and what comes next."""
        return await asyncio.to_thread(standing_of, record, datetime.now(UTC))

    async def moment(self, drill: str, variant: str) -> DrillMoment:
        """The situation of a drill. Raises DrillRefusedError."""
        key = _known(drill, variant)
        kept = await self._kept("drill-moment", key)
        if kept is not None:
            return msgspec.json.decode(kept, type=DrillMoment)
        async with self._moments:
            data = msgspec.json.encode(DrillInput(*key))
            try:
                made = await asyncio.wait_for(self._job("drill_moment", data), PATIENCE_S)
            except (TimeoutError, JobFailedError) as error:
                LOG.error("drill %s: %r", key, error)
                raise DrillRefusedError(500, "no_moment", sentences.NO_DRILL_MOMENT) from error
        moment = msgspec.convert(made, DrillMoment)
        await self._keep("drill-moment", key, msgspec.json.encode(moment))
        return moment

    def feedback(self, drill: str, choice: str) -> DrillFeedback:
        """The verdict on a choice and on all others. Raises DrillRefusedError."""
        found = _drill(drill)
        row = point_rows()[found.point]
        return DrillFeedback(
            judge(drill, choice),
            found.accepted,
            [ChoiceTold(one.id, one.verdict, one.why) for one in found.choices],
            row.title,
            row.source,
            row.status,
        )

    async def worth(self, drill: str, variant: str, *, again: bool = False) -> DrillWorth:
        """What each choice is worth as far as it is played; the first to ask starts the work.

        What has failed stays failed until somebody asks to try `again`.
        """
        key = _known(drill, variant)
        fault = self._faults.of(key, again=again)
        if fault is not None:
            return DrillWorth("failed", text=fault)
        work = self._works.get(key)
        if work is None:
            work = _Work(DrillWorth("working"))
            self._works[key] = work
            kept = await self._kept("drill-worth", key)
            if kept is not None:
                work.answer = msgspec.json.decode(kept, type=DrillWorth)
            else:
                work.task = asyncio.create_task(self._price(key), name=f"drill {key}")
        return work.answer

    async def close(self) -> None:
        """Stop what is being worked on."""
        tasks = [work.task for work in self._works.values() if work.task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _price(self, key: tuple[str, int]) -> None:
        work = self._works[key]

        def tell(done: int, total: int, _so_far: Any = None) -> None:
            work.answer = DrillWorth("working", done, total)

        async with self._worths:
            data = msgspec.json.encode(DrillInput(*key, fast=self._fast()))
            try:
                made = await self._job("drill_worth", data, tell)
            except JobFailedError as error:
                LOG.error("worth of drill %s: %s", key, error)
                self._faults.note(key, sentences.NO_DRILL_WORTH)
                self._works.pop(key, None)
                return
        work.answer = DrillWorth(
            "ready", how=made["how"], choices=msgspec.convert(made["choices"], list[ChoiceWorth])
        )
        await self._keep("drill-worth", key, msgspec.json.encode(work.answer))

    async def _kept(self, kind: str, key: tuple[str, int]) -> bytes | None:
        version = await asyncio.to_thread(self._results_version)
        try:
            rows = await asyncio.to_thread(self._derived.rows, _row_id(key[0]), kind)
        except LogError as error:
            LOG.warning("%s", error)
            return None
        for row in rows:
            if row.sim_ms == key[1] and row.results_version == version:
                return row.payload
        return None

    async def _keep(self, kind: str, key: tuple[str, int], payload: bytes) -> None:
        version = await asyncio.to_thread(self._results_version)
        row = DerivedRow(_row_id(key[0]), kind, key[1], version, payload)
        try:
            await asyncio.to_thread(self._derived.put, row)
        except LogError as error:
            LOG.warning("%s", error)


def standing_of(record: Record, now: datetime) -> DrillStanding:
    """Where a trainee stands at a time."""
    from warmzone.training.drills.spacing import next_drill, standing

    states = standing(record.attempts, now)
    coming = next_drill(record.attempts, now)
    return DrillStanding(
        points=[
            PointProgress(
                one.estimate.point,
                one.title,
                one.estimate.tries,
                one.estimate.right,
                one.estimate.mean,
                one.estimate.low,
                one.estimate.high,
                one.due,
                one.last,
                one.is_due(now),
            )
            for one in states
        ],
        next=NextDrill(
            coming.drill.id,
            coming.variant,
            coming.drill.point,
            coming.drill.title,
            coming.drill.seconds,
            coming.why,
            coming.due,
        ),
        due=sum(one.is_due(now) for one in states),
        how=HOW,
        notice=sentences.NOTICE,
    )


def _row_id(drill: str) -> ExerciseId:
    """The derived rows of drills lie beside those of exercises, under names of their own."""
    return ExerciseId(f"drill:{drill}")


def _drill(drill: str) -> Drill:
    found = drills().get(drill)
    if found is None:
        raise DrillRefusedError(404, "unknown_drill", "There is no such drill here.")
    return found


def _known(drill: str, variant: str) -> tuple[str, int]:
    if not variant.isdecimal() or int(variant) >= VARIANTS:
        text = f"variant: {variant[:20]} is not allowed; 0 to {VARIANTS - 1}"
        raise DrillRefusedError(404, "unknown_variant", text)
    return _drill(drill).id, int(variant)
