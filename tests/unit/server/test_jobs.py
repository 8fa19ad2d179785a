"""Workers: their death is one failed job, never the server's."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from warmzone.eventlog import Derived, Header, LogError, MemoryStore
from warmzone.server import jobs, worker
from warmzone.server.jobs import JobFailedError, KernelJob, run_job
from warmzone.server.pipe import Step
from warmzone.server.reviews import ReviewFailedError, Reviews
from warmzone.vocabulary.ids import ExerciseId

ONE = ExerciseId("one")


def test_unknown_job_is_refused() -> None:
    """A worker that has no such job says which there are."""
    with pytest.raises(JobFailedError, match=r"'dance' is not allowed; audit, compile, .*worth"):
        asyncio.run(run_job("dance"))


def test_failing_job_tells_why() -> None:
    """A review of nonsense fails with the worker's own words."""
    with pytest.raises(JobFailedError, match="DecodeError"):
        asyncio.run(run_job("review", b"nonsense"))


def test_worker_ends_without_a_sound_and_with_its_parent() -> None:
    """A worker that is done leaves nothing on standard error; one whose parent goes ends too."""

    async def story() -> tuple[int | None, bytes, int | None]:
        process = await jobs._spawn("dance", stderr=asyncio.subprocess.PIPE)
        assert process.stderr is not None
        noise = await process.stderr.read()
        await process.wait()
        orphan = await jobs._spawn("review")
        assert orphan.stdin is not None
        orphan.stdin.close()
        async with asyncio.timeout(20):
            return process.returncode, noise, await orphan.wait()

    done, noise, orphaned = asyncio.run(story())
    assert (done, noise) == (2, b"")
    assert orphaned in (1, worker.ORPHANED)


def test_killed_worker_is_a_failed_job(monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that dies without a word is noticed."""
    spawn = jobs._spawn

    async def killed(name: str) -> Any:
        process = await spawn(name)
        process.kill()
        return process

    monkeypatch.setattr(jobs, "_spawn", killed)
    with pytest.raises(JobFailedError, match="worker"):
        asyncio.run(run_job("review", b"{}"))


def test_kernel_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compiling goes from waiting to ready, or to failed, which play does not mind."""
    seen: list[tuple[str, int, int]] = []

    def see(job: KernelJob) -> None:
        seen.append((job.progress.state, job.progress.done, job.progress.total))

    async def compiled(name: str, report: Callable[[int, int], None]) -> Any:
        see(job)
        report(3, 9)
        see(job)
        return True

    async def broken(name: str, report: Callable[[int, int], None]) -> Any:
        report(3, 9)
        raise JobFailedError("no compiler")

    async def whole(job: KernelJob) -> None:
        see(job)
        job.start()
        assert job._task is not None
        await job._task
        see(job)

    for way in (compiled, broken):
        monkeypatch.setattr(jobs, "run_job", way)
        job = KernelJob()
        asyncio.run(whole(job))
    assert seen == [
        ("waiting", 0, 0),
        ("compiling", 0, 0),
        ("compiling", 3, 9),
        ("ready", 9, 9),
        ("waiting", 0, 0),
        ("failed", 3, 9),
    ]


def test_a_failed_review_stays_failed_until_a_person_tries_again() -> None:
    """Asking alone starts nothing; tried again it is made, then kept under its version."""
    store, derived = MemoryStore(), Derived()
    store.create(Header(ONE, "", "r1", b"", b"", b"{}"))
    tries: list[str] = []

    async def job(name: str, data: bytes) -> Any:
        tries.append(name)
        if len(tries) == 1:
            raise JobFailedError("died")
        return {"n": len(tries)}

    version = ["r1"]
    reviews = Reviews(store, derived, lambda: version[0], job)

    async def story() -> list[bytes]:
        for _ in range(3):
            with pytest.raises(ReviewFailedError, match="try again"):
                await reviews.of(ONE)
        assert len(tries) == 1
        made = [await reviews.of(ONE, again=True), await reviews.of(ONE)]
        version[0] = "r2"
        return [*made, await reviews.of(ONE)]

    assert asyncio.run(story()) == [b'{"n":2}', b'{"n":2}', b'{"n":3}']


def test_lost_cache_does_not_stop_a_review() -> None:
    """Derived rows that cannot be read or written cost time only."""

    class Gone(Derived):
        def rows(self, *_args: object) -> Any:
            raise LogError("derived", "gone")

        put = rows  # type: ignore[assignment]

    store = MemoryStore()
    store.create(Header(ONE, "", "r1", b"", b"", b"{}"))

    async def job(name: str, data: bytes) -> Any:
        return "made"

    assert asyncio.run(Reviews(store, Gone(), lambda: "r1", job).of(ONE)) == b'"made"'


@pytest.mark.skipif(not hasattr(os, "nice"), reason="no priorities here")
@pytest.mark.parametrize(("job", "lower"), [("audit", 0), ("drill_moment", 0), ("plan", 10)])
def test_what_a_person_waits_for_is_not_put_last(job: str, lower: int) -> None:
    """Long work gives way to everything; a few seconds' work that somebody waits for does not."""
    tell = (
        "import os, sys; from warmzone.server import worker as one; "
        "one.JOBS[sys.argv[1]] = lambda data, report: str(os.nice(0)); one.main(sys.argv[1:])"
    )
    with subprocess.Popen(
        [sys.executable, "-c", tell, job], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as made:
        assert made.stdin is not None
        assert made.stdout is not None
        made.stdin.write(bytes(8))
        made.stdin.flush()
        found = msgspec.json.decode(made.stdout.readline(), type=Step)
    assert int(found.result) == min(19, os.nice(0) + lower)


def test_jobs_are_those_that_are_asked_for() -> None:
    """The server asks for no job that the worker does not have."""
    asked = {"audit", "compile", "drill_moment", "drill_worth", "levers", "plan", "review", "study"}
    assert set(worker.JOBS) == asked | {"plan_pace", "worth"}


@pytest.mark.parametrize(
    ("failed", "told"),
    [
        ("DigestError: minute 3", "does not replay to what was played"),
        ("DivergedError: row 7", "does not replay to what was played"),
        ("MemoryError: ", "try again"),
    ],
)
def test_a_failed_review_says_why(failed: str, told: str) -> None:
    """A log that another program played is told apart from a fault that may pass."""
    store = MemoryStore()
    store.create(Header(ONE, "", "r1", b"", b"", b"{}"))

    async def job(_name: str, _data: bytes) -> object:
        raise JobFailedError(failed)

    with pytest.raises(ReviewFailedError, match=told):
        asyncio.run(Reviews(store, Derived(), lambda: "r1", job).of(ONE))
