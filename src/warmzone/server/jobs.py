"""Starting workers and listening to them, from the event loop."""

import asyncio
import logging
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from warmzone.server import wire
from warmzone.server.pipe import Report, Step

LOG = logging.getLogger("warmzone.jobs")

LINE_BYTES = 64 * 1024 * 1024
PACKAGE_ROOT = Path(__file__).parents[2]


class JobFailedError(Exception):
    """A worker ended without a result; the text says what it last said."""


def _nothing(done: int, total: int, so_far: Any = None) -> None:
    """Nobody wants to know."""


async def run_job(name: str, data: bytes = b"", report: Report = _nothing) -> Any:
    """Have a worker do a job; its result as plain values. Cancelling it ends the worker.

    Raises JobFailedError.
    """
    worker = await _spawn(name)
    try:
        step = await _listen(worker, data, report)
    finally:
        if worker.returncode is None:
            worker.kill()
        await worker.wait()
    if step.error:
        raise JobFailedError(step.error)
    return step.result


async def _spawn(name: str, stderr: int | None = None) -> Process:
    path = os.pathsep.join(filter(None, (str(PACKAGE_ROOT), os.environ.get("PYTHONPATH"))))
    try:
        return await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "warmzone.server.worker",
            name,
            stdin=PIPE,
            stdout=PIPE,
            stderr=stderr,
            limit=LINE_BYTES,
            # Ctrl+C is the server's to answer; it ends its workers itself.
            start_new_session=True,
            env={**os.environ, "PYTHONPATH": path},
        )
    except OSError as error:
        raise JobFailedError(f"the worker cannot be started: {error}") from error


async def _listen(worker: Process, data: bytes, report: Report) -> Step:
    """Feed the worker and follow its lines to the last."""
    if worker.stdin is None or worker.stdout is None:
        raise JobFailedError("the worker has no pipes")
    step = Step(error="the worker died before it said anything")
    try:
        worker.stdin.write(len(data).to_bytes(8, "big") + data)
        await worker.stdin.drain()
        while line := await worker.stdout.readline():
            step = msgspec.json.decode(line, type=Step)
            if step.error or step.result is not None:
                return step
            report(step.done, step.total, step.so_far)
    except (OSError, ValueError) as error:
        return Step(error=f"the worker cannot be heard: {error}")
    return Step(error=step.error or f"the worker died at {step.done} of {step.total}")


class KernelJob:
    """Compiles the kernel in the background and says how far it is."""

    def __init__(self, on_ready: Callable[[], None] = lambda: None) -> None:
        self.progress = wire.KernelProgress("waiting", 0, 0)
        self._on_ready = on_ready
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin."""
        self._task = asyncio.create_task(self._run(), name="kernel")

    async def close(self) -> None:
        """Stop, the worker too."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        self.progress = wire.KernelProgress("compiling", 0, 0)
        try:
            await run_job("compile", report=self._report)
        except JobFailedError as error:
            LOG.warning("the kernel is not compiled, play goes on without: %s", error)
            self.progress = wire.KernelProgress("failed", self.progress.done, self.progress.total)
            return
        total = max(1, self.progress.total)
        self.progress = wire.KernelProgress("ready", total, total)
        self._on_ready()

    def _report(self, done: int, total: int, so_far: Any = None) -> None:  # noqa: ARG002
        self.progress = wire.KernelProgress("compiling", done, total)
