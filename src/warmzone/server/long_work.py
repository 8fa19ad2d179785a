"""Long work that a person can leave, stop and go on with: plans and studies, each in a folder.

What is asked for lies in `ask.json`, what came out in `result.json`, what is played beside them; a
worker that is stopped loses at most the part it was in, and the same folder goes on from there.
"""

import asyncio
import logging
import secrets
import shutil
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Any, Literal

import msgspec

from warmzone.server import sentences, wire
from warmzone.server.jobs import JobFailedError, run_job
from warmzone.server.pipe import WorkInput

LOG = logging.getLogger("warmzone.long_work")

ASK, RESULT = "ask.json", "result.json"
MOST = 50
ASK_AGAIN_S = 1.0

Job = Callable[..., Awaitable[Any]]
WorkState = Literal["waiting", "working", "stopped", "ready", "failed"]


class Work(msgspec.Struct):
    """One piece of long work and how far it is; `left_s` null while nobody can tell."""

    id: str
    name: str
    begun: str
    state: WorkState
    done: int = 0
    total: int = 0
    left_s: float | None = None
    text: str = ""


class Ask(msgspec.Struct):
    """What was asked for: a name for lists, when, and the rest as the worker reads it."""

    name: str
    begun: str
    what: dict[str, Any]


class NoWorkError(LookupError):
    """There is no such work, or no such file of it."""


class TooMuchWorkError(RuntimeError):
    """So many are kept that one has to be deleted first."""


@dataclass(slots=True)
class _Running:
    work: Work
    task: asyncio.Task[None] | None = None
    first: tuple[float, int] | None = field(default=None)


class LongWork:
    """Starts, watches, stops and keeps work of one kind; one runs, the others wait their turn."""

    def __init__(
        self,
        kind: str,
        folder: Path,
        kernel: Callable[[], wire.KernelProgress],
        turn: asyncio.Lock,
        job: Job = run_job,
    ) -> None:
        """`turn` may be shared with other kinds: the machine has so many cores only once."""
        self._kind = kind
        self._folder = folder
        self._kernel = kernel
        self._turn = turn
        self._job = job
        self._running: dict[str, _Running] = {}
        self.per_s: float | None = None
        """Incidents a second of what was played last; None while nothing was."""

    @property
    def kernel(self) -> wire.KernelProgress:
        """How far the fast kernel is."""
        return self._kernel()

    async def start(self, name: str, what: dict[str, Any]) -> Work:
        """Begin new work. Raises TooMuchWorkError, OSError."""
        if len(await self.all()) >= MOST:
            raise TooMuchWorkError(sentences.TOO_MUCH_KEPT)
        work_id = secrets.token_hex(6)
        ask = Ask(name, datetime.now(UTC).isoformat(timespec="seconds"), what)
        await asyncio.to_thread(self._write_ask, work_id, ask)
        return self._go(work_id, ask)

    async def go_on(self, work_id: str) -> Work:
        """Go on with what was stopped or has failed. Raises NoWorkError."""
        work = await self.of(work_id)
        if work.state in ("stopped", "failed"):
            return self._go(work_id, await asyncio.to_thread(self._ask, work_id))
        return work

    async def stop(self, work_id: str) -> Work:
        """Stop it; what is played is kept. Raises NoWorkError."""
        running = self._running.get(work_id)
        if running is not None and running.task is not None and not running.task.done():
            running.task.cancel()
            await asyncio.gather(running.task, return_exceptions=True)
            running.work.state, running.work.left_s = "stopped", None
        return await self.of(work_id)

    async def delete(self, work_id: str) -> None:
        """Delete it with all that was played. Raises NoWorkError."""
        await self.stop(work_id)
        self._running.pop(work_id, None)
        await asyncio.to_thread(shutil.rmtree, self._place(work_id))

    async def of(self, work_id: str) -> Work:
        """How far it is. Raises NoWorkError."""
        running = self._running.get(work_id)
        if running is not None:
            return running.work
        ask = await asyncio.to_thread(self._ask, work_id)
        ready = (self._place(work_id) / RESULT).is_file()
        return Work(work_id, ask.name, ask.begun, "ready" if ready else "stopped")

    async def all(self) -> list[Work]:
        """Everything kept, the newest first."""
        found = []
        for path in await asyncio.to_thread(lambda: list(self._folder.glob(f"*/{ASK}"))):
            try:
                found.append(await self.of(path.parent.name))
            except NoWorkError as error:
                LOG.warning("%s", error)
        return sorted(found, key=lambda one: (one.begun, one.id), reverse=True)

    async def result(self, work_id: str) -> bytes:
        """What came out, as JSON. Raises NoWorkError."""
        return await asyncio.to_thread(self._read, work_id, RESULT)

    async def ask(self, work_id: str) -> Ask:
        """What was asked for. Raises NoWorkError."""
        return await asyncio.to_thread(self._ask, work_id)

    async def file(self, work_id: str, name: str) -> bytes:
        """A file that was made beside the result. Raises NoWorkError."""
        if name in (ASK, RESULT) or "/" in name or "\\" in name or name.startswith("."):
            raise NoWorkError(sentences.NO_FILE)
        return await asyncio.to_thread(self._read, work_id, name)

    async def has(self, work_id: str, name: str) -> bool:
        """Whether such a file was made. Raises NoWorkError."""
        return await asyncio.to_thread((self._place(work_id) / name).is_file)

    async def close(self) -> None:
        """Stop what is being worked on; it can be gone on with."""
        tasks = [one.task for one in self._running.values() if one.task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _go(self, work_id: str, ask: Ask) -> Work:
        running = _Running(Work(work_id, ask.name, ask.begun, "waiting"))
        self._running[work_id] = running
        running.task = asyncio.create_task(self._do(work_id, running), name=f"work {work_id}")
        return running.work

    async def _do(self, work_id: str, running: _Running) -> None:
        work = running.work
        async with self._turn:
            while (kernel := self._kernel()).state == "compiling":
                work.text = sentences.WAITS_FOR_KERNEL
                await asyncio.sleep(ASK_AGAIN_S)
            work.state, work.text = "working", ""
            data = msgspec.json.encode(
                WorkInput(str(self._place(work_id)), fast=kernel.state == "ready")
            )
            try:
                await self._job(self._kind, data, lambda *said: self._hear(running, *said))
            except JobFailedError as error:
                LOG.error("%s %s: %s", self._kind, work_id, error)
                work.state, work.text = "failed", sentences.work_failed(str(error))
                return
        work.state, work.done, work.left_s = "ready", work.total, None

    def _hear(self, running: _Running, done: int, total: int, so_far: Any = None) -> None:
        """Count on, and keep how fast it goes."""
        _tell(running, done, total, so_far)
        left_s = running.work.left_s
        if left_s and total > done:
            self.per_s = (total - done) / left_s

    def _place(self, work_id: str) -> Path:
        if len(work_id) != 12 or not all(letter in "0123456789abcdef" for letter in work_id):
            raise NoWorkError(sentences.NO_WORK)
        return self._folder / work_id

    def _write_ask(self, work_id: str, ask: Ask) -> None:
        place = self._place(work_id)
        place.mkdir(parents=True)
        (place / ASK).write_bytes(msgspec.json.encode(ask))

    def _ask(self, work_id: str) -> Ask:
        try:
            return msgspec.json.decode(self._read(work_id, ASK), type=Ask)
        except msgspec.MsgspecError as error:
            raise NoWorkError(sentences.NO_WORK) from error

    def _read(self, work_id: str, name: str) -> bytes:
        try:
            return (self._place(work_id) / name).read_bytes()
        except OSError as error:
            raise NoWorkError(sentences.NO_WORK if name == ASK else sentences.NO_FILE) from error


def _tell(running: _Running, done: int, total: int, _so_far: Any = None) -> None:
    """Count on, and reckon how long the rest will take by what was done since the first word."""
    work, now = running.work, monotonic()
    work.done, work.total = done, total
    if running.first is None:
        running.first = (now, done)
    began, before = running.first
    made = done - before
    work.left_s = (total - done) * (now - began) / made if made > 0 else None
