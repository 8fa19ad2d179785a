"""Decision worth grows while it is priced, is kept for its log and version, and fails alone."""

import asyncio
from typing import Any

import msgspec

from warmzone.eventlog import Derived, Header, MemoryStore
from warmzone.review.worth.shapes import NOTICE, WorthReview
from warmzone.server.jobs import JobFailedError
from warmzone.server.worths import Worths
from warmzone.vocabulary.ids import ExerciseId

ONE = ExerciseId("one")


def review(done: int) -> Any:
    """A review as a worker sends it."""
    made = WorthReview(NOTICE, "how", "same", "r1", [], [], done=done, total=4)
    return msgspec.to_builtins(made)


def store() -> MemoryStore:
    """A log of one exercise."""
    kept = MemoryStore()
    kept.create(Header(ONE, "w", "r1", b"{}", b"{}", b"{}"))
    return kept


def test_it_is_told_as_it_grows_and_kept() -> None:
    """The first answer has nothing, a later one a part, the last all; another server keeps it."""
    derived, log, jobs = Derived(), store(), []

    async def story() -> list[tuple[str, int]]:
        grown, done = asyncio.Event(), asyncio.Event()

        async def job(name: str, _data: bytes, tell: Any) -> Any:
            jobs.append(name)
            tell(1, 4, review(1))
            grown.set()
            await done.wait()
            return review(4)

        worths = Worths(log, derived, lambda: "r1", job)
        seen = [await worths.of(ONE)]
        await grown.wait()
        seen.append(await worths.of(ONE))
        done.set()
        while seen[-1].state != "ready":
            await asyncio.sleep(0.005)
            seen.append(await worths.of(ONE))
        await worths.close()
        again = Worths(log, derived, lambda: "r1", job)
        seen.append(await again.of(ONE))
        return [(one.state, one.review.done if one.review else 0) for one in seen]

    told = asyncio.run(story())
    assert told[:2] == [("working", 0), ("working", 1)]
    assert told[-2:] == [("ready", 4), ("ready", 4)]
    assert jobs == ["worth"]


def test_another_version_is_priced_anew() -> None:
    """What was kept under another results version is not shown."""
    derived, log, jobs = Derived(), store(), []

    async def job(name: str, _data: bytes, _tell: Any) -> Any:
        jobs.append(name)
        return review(4)

    async def ready(version: str) -> None:
        worths = Worths(log, derived, lambda: version, job)
        while (await worths.of(ONE)).state != "ready":
            await asyncio.sleep(0.005)
        await worths.close()

    for version in ("r1", "r1", "r2"):
        asyncio.run(ready(version))
    assert len(jobs) == 2


def test_a_failure_is_kept_until_somebody_asks_to_try_again() -> None:
    """A worker that dies leaves a sentence; polling starts nothing, a person's wish does."""
    tries = []

    async def job(name: str, _data: bytes, _tell: Any) -> Any:
        tries.append(name)
        if len(tries) == 1:
            raise JobFailedError("gone")
        return review(4)

    async def until(worths: Worths, state: str) -> None:
        while (await worths.of(ONE)).state != state:
            await asyncio.sleep(0.005)

    async def story() -> list[str]:
        worths = Worths(store(), Derived(), lambda: "r1", job)
        await until(worths, "failed")
        polled = [await worths.of(ONE) for _ in range(3)]
        told = [one.state for one in polled if one.text]
        assert len(tries) == 1
        told.append((await worths.of(ONE, again=True)).state)
        await until(worths, "ready")
        return told

    assert asyncio.run(story()) == ["failed"] * 3 + ["working"]
    assert len(tries) == 2
