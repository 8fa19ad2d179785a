"""A room: one exercise in real time, answered once, kept before it is shown."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

import pytest

from tests.fake_machinery import FakeMachinery
from tests.fake_run import FakeRun
from warmzone.eventlog import Derived, Draft, FullDiskError, MemoryStore, Row, Store
from warmzone.eventlog.store import Appended
from warmzone.exercise.codec import read
from warmzone.exercise.events import ClockChanged, ClockMarked, Ended, HandedOver, Resumed
from warmzone.server import room as room_module
from warmzone.server import wire
from warmzone.server.auth import SeatName
from warmzone.server.room import Room
from warmzone.server.rooms import Rooms
from warmzone.vocabulary.ids import CommandId, ExerciseId

TAKE = wire.GiveOrder(CommandId("c1"), "take_command", value="inside")
RESUME = wire.SetClock(CommandId("run"), "resume")


@dataclass
class Ear:
    """A listener that keeps what it hears."""

    seat: SeatName = "tactical"
    heard: list[wire.ServerMessage] = field(default_factory=list)

    def send(self, message: wire.ServerMessage) -> None:
        """Keep it."""
        self.heard.append(message)

    @property
    def views(self) -> list[wire.View]:
        """The views among it."""
        return [one for one in self.heard if isinstance(one, wire.View)]

    async def until(self, done: Callable[["Ear"], bool]) -> None:
        """Wait until something has been heard."""
        async with asyncio.timeout(5):
            while not done(self):
                await asyncio.sleep(0.005)


class House:
    """A server's rooms without a server."""

    def __init__(self, store: Store | None = None, machinery: FakeMachinery | None = None) -> None:
        self.machinery = machinery or FakeMachinery()
        self.store: Store = store or MemoryStore()
        self.derived = Derived()
        self.rooms = self.open()

    def open(self) -> Rooms:
        """Rooms over the same log, as a new process would have."""
        progress = wire.KernelProgress("waiting", 0, 0)
        return Rooms(self.store, self.derived, self.machinery, lambda: progress)

    async def room(self, scenario: str = "yard") -> Room:
        """A new exercise's room, entered by nobody."""
        room = await self.rooms.room(await self.rooms.create(scenario, None))
        assert room is not None
        return room


def play(story: Callable[[House], Awaitable[None]], house: House | None = None) -> None:
    """Run a story in an event loop and close the rooms afterwards."""
    there = house or House()

    async def whole() -> None:
        try:
            await story(there)
        finally:
            await there.rooms.close()

    asyncio.run(whole())


def events(house: House, exercise: ExerciseId) -> list[object]:
    """What the log holds of an exercise."""
    return [entry.event for entry in read(house.store.rows(exercise))]


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seconds on the wall are short."""
    monkeypatch.setattr(room_module, "TICK_S", 0.02)
    monkeypatch.setattr(room_module, "SHOW_S", 0.05)


def test_hello_comes_first_and_the_clock_stands() -> None:
    """A new seat hears hello, then the view; nothing moves until somebody starts the clock."""

    async def story(house: House) -> None:
        ear, room = Ear(), await house.room()
        await room.enter(ear)
        await ear.until(lambda e: len(e.views) > 2)
        assert isinstance(ear.heard[0], wire.Hello)
        assert {view.now_s for view in ear.views} == {0.0}
        assert events(house, room.exercise) == []

    play(story)


def test_repeated_command_id_gets_the_first_answer() -> None:
    """The same id again, even with another content, changes nothing and is answered the same."""

    async def story(house: House) -> None:
        room = await house.room()
        first = await room.ask("tactical", TAKE)
        again = await room.ask("tactical", TAKE)
        other = await room.ask("tactical", wire.GiveOrder(TAKE.command_id, "hold", 1, 1))
        assert first.accepted
        assert first == again == other
        assert len(house.store.rows(room.exercise)) == 1
        assert len(house.machinery.runs[0].given) == 1

    play(story)


def test_refused_orders_are_kept_with_their_reason() -> None:
    """An impossible order is answered with a reason and is in the log; the run does not see it."""

    async def story(house: House) -> None:
        room = await house.room()
        await room.ask("tactical", TAKE)
        answer = await room.ask("tactical", wire.GiveOrder(CommandId("c2"), "clear", 99, 1))
        dance = await room.ask("tactical", wire.GiveOrder(CommandId("c3"), "dance"))
        assert (answer.accepted, answer.code) == (False, "unknown_team")
        assert (dance.accepted, dance.code) == (False, "unknown_verb")
        assert len(house.store.rows(room.exercise)) == 3
        assert len(house.machinery.runs[0].given) == 1

    play(story)


def test_watchers_may_not_order() -> None:
    """Only the Tactical seat is obeyed."""

    async def story(house: House) -> None:
        room = await house.room()
        answer = await room.ask("observer", TAKE)
        assert answer.code == "not_your_seat"
        assert events(house, room.exercise) == []

    play(story)


def test_nothing_is_shown_before_it_is_marked() -> None:
    """Every view's time is at or before a committed row's time at the moment it is sent."""

    async def story(house: House) -> None:
        room = await house.room()
        late: list[float] = []

        class Checking(Ear):
            def send(self, message: wire.ServerMessage) -> None:
                super().send(message)
                if isinstance(message, wire.View) and message.now_s > 0:
                    last = house.store.last(room.exercise)
                    late.append(message.now_s - (last.sim_ms if last else 0) / 1000)

        ear = Checking()
        await room.enter(ear)
        await room.ask("tactical", RESUME)
        await ear.until(lambda e: len(e.views) > 6)
        assert len(late) > 3
        assert max(late) <= 0
        assert ClockMarked() in events(house, room.exercise)

    play(story)


def test_tempo_and_pause() -> None:
    """At 4 the clock runs four times as fast as on the wall; paused it stands."""

    async def story(house: House) -> None:
        ear, room = Ear(), await house.room()
        await room.enter(ear)
        await room.ask("tactical", wire.SetClock(CommandId("r"), "rate", 4.0))
        loop = asyncio.get_running_loop()
        start_s = loop.time()
        await room.ask("tactical", RESUME)
        await asyncio.sleep(0.4)
        await room.ask("tactical", wire.SetClock(CommandId("p"), "pause"))
        passed_s = loop.time() - start_s
        stood_s = room.now_s
        assert 0.5 * 4 * passed_s < stood_s <= 4 * passed_s
        await asyncio.sleep(0.1)
        assert room.now_s == stood_s

    play(story)


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


def test_two_rooms_do_not_disturb_each_other() -> None:
    """Orders and clocks of one exercise are not seen in another."""

    async def story(house: House) -> None:
        one, two = await house.room(), await house.room()
        assert one.opened.code != two.opened.code
        await one.ask("tactical", TAKE)
        await one.ask("tactical", RESUME)
        await asyncio.sleep(0.15)
        assert one.now_s > 0
        assert two.now_s == 0
        assert events(house, two.exercise) == []
        assert (await two.ask("tactical", TAKE)).accepted

    play(story)


def test_drill_is_played_up_to_its_minute_and_handed_over() -> None:
    """The automatic commander plays the opening; the first view is at the drill's minute."""

    async def story(house: House) -> None:
        ear, room = Ear(), await house.room("door")
        await room.enter(ear)
        await ear.until(lambda e: bool(e.views))
        assert ear.views[0].now_s == 480
        assert events(house, room.exercise) == [HandedOver()]
        assert house.machinery.runs[0].is_person

    play(story)


def test_exercise_ends_at_its_minutes() -> None:
    """The last view says that it is over; the log does too; later orders are refused."""

    async def story(house: House) -> None:
        ear, room = Ear(), await house.room("door")
        await room.enter(ear)
        await ear.until(lambda e: bool(e.views))
        house.machinery.runs[0].now_ms = 599_900
        await room.ask("tactical", RESUME)
        await ear.until(lambda e: e.views[-1].ended)
        assert ear.views[-1].now_s == 600
        assert events(house, room.exercise)[-1] == Ended("settled")
        answer = await room.ask("tactical", TAKE)
        assert answer.code == "incident_over"
        assert (await room.ask("tactical", wire.EndExercise(CommandId("e")))).accepted is False
        assert await house.rooms.ended(room.exercise)

    play(story)


def test_person_may_end_it() -> None:
    """Ending by hand is kept and shown."""

    async def story(house: House) -> None:
        ear, room = Ear(), await house.room()
        await room.enter(ear)
        assert (await room.ask("tactical", wire.EndExercise(CommandId("e")))).accepted
        await ear.until(lambda e: e.views[-1].ended)
        assert events(house, room.exercise) == [Ended("asked")]
        (card,) = await house.rooms.cards()
        assert card.ended

    play(story)


def test_clock_stops_when_everybody_has_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is played to an empty room."""
    monkeypatch.setattr(room_module, "AWAY_S", 0.1)

    async def story(house: House) -> None:
        ear, room = Ear(), await house.room()
        await room.enter(ear)
        await room.ask("tactical", RESUME)
        await ear.until(lambda e: e.views[-1].running)
        room.leave(ear)
        async with asyncio.timeout(3):
            while ClockChanged(running=False, rate=1.0) not in events(house, room.exercise):
                await asyncio.sleep(0.02)

    play(story)


def test_seat_that_left_while_arriving_is_not_kept() -> None:
    """A connection lost before hello does not hold the seat."""

    async def story(house: House) -> None:
        ear, room = Ear(), await house.room()
        await room.enter(ear)
        room.leave(ear)
        await room.ask("tactical", TAKE)
        assert not room.held("tactical")
        assert ear.heard == []

    play(story)


def test_closing_stops_the_clock_in_the_log() -> None:
    """A server that is stopped leaves its exercises standing, not running."""
    house = House()

    async def story(house: House) -> None:
        room = await house.room()
        await room.ask("tactical", RESUME)

    play(story, house)
    (exercise,) = house.store.exercises()
    assert events(house, exercise)[-1] == ClockChanged(running=False, rate=1.0)


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


def test_digests_and_views_are_kept_beside_the_log() -> None:
    """Each whole minute has its digest; what was shown is kept; neither is in the log."""

    async def story(house: House) -> None:
        ear, room = Ear(), await house.room()
        await room.enter(ear)
        await ear.until(lambda e: bool(e.views))
        house.machinery.runs[0].now_ms = 59_950
        await room.ask("tactical", RESUME)
        await ear.until(lambda e: e.views[-1].now_s > 60.1)
        digests = house.derived.rows(room.exercise, "digest")
        assert [row.sim_ms for row in digests] == [60_000]
        assert len(house.derived.rows(room.exercise, "shown")) >= 1

    play(story)
