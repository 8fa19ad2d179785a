"""What goes wrong in a room stays there, is told, and loses nothing that was answered."""

import asyncio
from collections.abc import Sequence

import pytest

from tests.fake_machinery import FakeMachinery
from tests.fake_run import FakeRun
from tests.unit.server.house import RESUME, TAKE, Ear, House, events, play
from warmzone.eventlog import Draft, FullDiskError, MemoryStore, Row
from warmzone.eventlog.store import Appended
from warmzone.exercise.events import Resumed
from warmzone.server import wire
from warmzone.vocabulary.ids import CommandId, ExerciseId

pytestmark = pytest.mark.usefixtures("quick")


def test_crash_resumes_paused_at_the_last_mark_and_says_so() -> None:
    """After the process dies the exercise stands where its log ends, and the view says it."""

    async def story(house: House) -> None:
        ear, room = Ear(), await house.room()
        await room.enter(ear)
        await room.ask("tactical", TAKE)
        await room.ask("tactical", RESUME)
        await ear.until(lambda e: e.views[-1].now_s > 0.2)
        assert room._task is not None
        room._task.cancel()
        await asyncio.gather(room._task, return_exceptions=True)
        last = house.store.last(room.exercise)
        assert last is not None

        house.rooms = house.open()
        again = await house.rooms.room(room.exercise)
        assert again is not None
        new_ear = Ear()
        await again.enter(new_ear)
        await new_ear.until(lambda e: len(e.views) > 2)
        view = new_ear.views[-1]
        assert (view.running, view.now_s) == (False, last.sim_ms / 1000)
        assert view.now_s >= ear.views[-1].now_s
        assert "was stopped" in view.resumed_text
        assert Resumed() in events(house, room.exercise)
        assert house.machinery.runs[1].given == house.machinery.runs[0].given
        assert (await again.ask("tactical", TAKE)).accepted
        await again.ask("tactical", wire.SetClock(CommandId("again"), "resume"))
        await new_ear.until(lambda e: e.views[-1].running)
        assert new_ear.views[-1].resumed_text == ""

    play(story)


def test_failing_apply_stops_that_exercise_only() -> None:
    """A defect behind one order stops its exercise with an error; another goes on."""

    async def story(house: House) -> None:
        bad, good = await house.room(), await house.room()
        ear, other = Ear(), Ear()
        await bad.enter(ear)
        await good.enter(other)
        await good.ask("tactical", RESUME)
        await bad.ready.wait()
        house.machinery.runs[0].fails = True
        answer = await bad.ask("tactical", TAKE)
        assert (answer.accepted, answer.code) == (False, "exercise_stopped")
        fault = ear.heard[-1]
        assert isinstance(fault, wire.Fault)
        assert fault.stopped
        assert "defect" in fault.text
        later = await bad.ask("tactical", RESUME)
        assert later.code == "exercise_stopped"
        seen = len(other.views)
        await other.until(lambda e: len(e.views) > seen + 3)
        assert (await good.ask("tactical", TAKE)).accepted

    play(story)


def test_other_results_version_is_not_played_on() -> None:
    """An exercise begun under another version is stopped with the reason, not continued wrongly."""

    async def story(house: House) -> None:
        room = await house.room()
        await room.ask("tactical", TAKE)
        await house.rooms.close()
        house.machinery.version = "r2"
        house.rooms = house.open()
        again = await house.rooms.room(room.exercise)
        assert again is not None
        ear = Ear()
        await again.enter(ear)
        fault = ear.heard[-1]
        assert isinstance(fault, wire.Fault)
        assert fault.code == "other_version"

    play(story)


class FullStore(MemoryStore):
    """A store whose disk is full from some moment on."""

    full = False

    def append(self, exercise: ExerciseId, after: int, drafts: Sequence[Draft]) -> Appended:
        """Fail when full."""
        if self.full:
            raise FullDiskError("memory", "full")
        return super().append(exercise, after, drafts)


def test_full_disk_refuses_the_order_and_keeps_nothing() -> None:
    """What cannot be kept is not done; once there is room again it can be."""
    store = FullStore()

    async def story(house: House) -> None:
        room = await house.room()
        await room.ready.wait()
        store.full = True
        answer = await room.ask("tactical", TAKE)
        assert (answer.accepted, answer.code) == (False, "log_disk_full")
        assert house.machinery.runs[0].given == []
        store.full = False
        assert (await room.ask("tactical", TAKE)).accepted

    play(story, House(store))


class ForgetfulStore(MemoryStore):
    """A store that fails once between commit and acknowledge."""

    armed = True

    def append(self, exercise: ExerciseId, after: int, drafts: Sequence[Draft]) -> Appended:
        """Commit, then fail."""
        done = super().append(exercise, after, drafts)
        if self.armed:
            self.armed = False
            raise FullDiskError("memory", "the answer was lost")
        return done


def test_answer_lost_after_commit_is_found_again() -> None:
    """A row that was committed takes effect, although the store did not say so."""

    async def story(house: House) -> None:
        room = await house.room()
        assert (await room.ask("tactical", TAKE)).accepted
        rows: list[Row] = house.store.rows(room.exercise)
        assert len(rows) == 1
        assert len(house.machinery.runs[0].given) == 1
        assert (await room.ask("tactical", RESUME)).accepted

    play(story, House(ForgetfulStore()))


def test_run_that_cannot_be_built_is_told() -> None:
    """A defect while building stops that room with a fault."""

    def fail(_run: FakeRun) -> None:
        raise RuntimeError("no")

    async def story(house: House) -> None:
        ear, room = Ear(), await house.room()
        await room.enter(ear)
        fault = ear.heard[-1]
        assert isinstance(fault, wire.Fault)
        assert fault.stopped

    play(story, House(machinery=FakeMachinery(on_run=fail)))
