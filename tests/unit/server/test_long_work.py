"""Long work: it tells how far it is, is stopped without loss, gone on with, and found again."""

import asyncio
from pathlib import Path
from typing import Any

import msgspec
import pytest

from warmzone.server import wire
from warmzone.server.jobs import JobFailedError
from warmzone.server.long_work import RESULT, LongWork, NoWorkError
from warmzone.server.pipe import WorkInput


def ready() -> wire.KernelProgress:
    """A kernel that is there."""
    return wire.KernelProgress("ready", 1, 1)


class Player:
    """Plays ten incidents, and is held at the fifth while told to."""

    def __init__(self) -> None:
        self.held = asyncio.Event()
        self.at_five = asyncio.Event()
        self.begun: list[WorkInput] = []

    async def __call__(self, _kind: str, data: bytes, tell: Any) -> Any:
        given = msgspec.json.decode(data, type=WorkInput)
        self.begun.append(given)
        tell(0, 10)
        tell(5, 10)
        self.at_five.set()
        await self.held.wait()
        tell(10, 10)
        (Path(given.folder) / RESULT).write_bytes(b'{"found": 1}')
        return True


def work_in(folder: Path, player: Any) -> LongWork:
    """Long work of a kind over a folder."""
    return LongWork("plan", folder, ready, asyncio.Lock(), player)


def test_it_is_stopped_gone_on_with_and_read(tmp_path: Path) -> None:
    """Half done it is stopped; another server finds it stopped, goes on and has the result."""

    async def story() -> None:
        player = Player()
        works = work_in(tmp_path, player)
        started = await works.start("A plan", {"size": 1})
        await player.at_five.wait()
        now = await works.of(started.id)
        assert (now.state, now.done, now.total) == ("working", 5, 10)
        assert works.per_s is not None
        assert works.per_s > 0.0
        assert (await works.stop(started.id)).state == "stopped"
        with pytest.raises(NoWorkError):
            await works.result(started.id)
        player.held.set()
        again = work_in(tmp_path, player)
        (found,) = await again.all()
        assert (found.name, found.state) == ("A plan", "stopped")
        assert (await again.go_on(started.id)).state in ("waiting", "working")
        while (await again.of(started.id)).state != "ready":
            await asyncio.sleep(0.005)
        assert await again.result(started.id) == b'{"found": 1}'
        assert player.begun[0] == player.begun[1]
        assert player.begun[0].fast
        await again.delete(started.id)
        assert await again.all() == []
        await again.close()

    asyncio.run(story())


def test_one_is_played_at_a_time(tmp_path: Path) -> None:
    """The second waits its turn, and can be stopped while it waits."""

    async def story() -> None:
        player = Player()
        works = work_in(tmp_path, player)
        await works.start("one", {})
        await player.at_five.wait()
        second = await works.start("two", {})
        await asyncio.sleep(0)
        assert (await works.of(second.id)).state == "waiting"
        assert (await works.stop(second.id)).state == "stopped"
        await works.close()
        assert len(player.begun) == 1

    asyncio.run(story())


def test_what_fails_says_so_and_can_be_tried_again(tmp_path: Path) -> None:
    """The sentence names the reason."""

    async def fails(_kind: str, _data: bytes, _tell: Any) -> Any:
        raise JobFailedError("no room on the disk")

    async def story() -> None:
        works = work_in(tmp_path, fails)
        work = await works.start("one", {})
        while (await works.of(work.id)).state != "failed":
            await asyncio.sleep(0.005)
        assert "no room" in (await works.of(work.id)).text
        assert (await works.go_on(work.id)).state == "waiting"
        await works.close()

    asyncio.run(story())


@pytest.mark.parametrize("work_id", ["", "..", "0123456789ab", "../../../etc", "0123456789AB"])
def test_only_its_own_folders_are_read(tmp_path: Path, work_id: str) -> None:
    """An id that is none, or a name that leads elsewhere, is nothing."""

    async def story() -> None:
        works = work_in(tmp_path / "plans", Player())
        with pytest.raises(NoWorkError):
            await works.of(work_id)
        started = await works.start("one", {})
        for name in ("ask.json", "../ask.json", ".hidden", "none.pdf"):
            with pytest.raises(NoWorkError):
                await works.file(started.id, name)
        await works.close()

    asyncio.run(story())
