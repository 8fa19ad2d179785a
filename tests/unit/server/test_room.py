"""A room: one exercise in real time, answered once, kept before it is shown."""

import asyncio
import time

import pytest

from tests.fake_machinery import FakeMachinery
from tests.fake_run import FakeRun
from tests.unit.server.house import RESUME, TAKE, Ear, House, events, play
from warmzone.exercise.events import ClockChanged, ClockMarked, Ended, HandedOver
from warmzone.server import room as room_module
from warmzone.server import wire
from warmzone.vocabulary.ids import CommandId
from warmzone.vocabulary.units import MS_PER_MIN

pytestmark = pytest.mark.usefixtures("quick")


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


def slow(run: FakeRun) -> None:
    """Let a run take its time."""
    advance = run.advance

    def advance_slowly(until_ms: int) -> None:
        time.sleep(0.005)
        advance(until_ms)

    run.advance = advance_slowly  # type: ignore[method-assign]


def test_who_waits_for_a_drill_is_told_how_far_it_is() -> None:
    """Minutes of the opening are counted up to the hand-over; then comes hello."""

    async def story(house: House) -> None:
        ear, room = Ear(), await house.room("door")
        await room.enter(ear)
        await ear.until(lambda e: len(e.views) > 0)
        told = [one for one in ear.heard if isinstance(one, wire.Preparing)]
        total = room.opened.hand_over_ms // MS_PER_MIN
        assert [one.done for one in told] == list(range(told[0].done, total))
        assert {one.total for one in told} == {total}
        assert f"minutes 0 to {total}" in told[0].text
        assert isinstance(ear.heard[len(told)], wire.Hello)
        again = Ear()
        await room.enter(again)
        await again.until(lambda e: len(e.views) > 0)
        assert isinstance(again.heard[0], wire.Hello)

    play(story, House(machinery=FakeMachinery(on_run=slow)))


def test_closing_before_it_is_ready_lets_nobody_wait() -> None:
    """A server that stops while a drill is prepared tells who waits at the door."""

    async def story(house: House) -> None:
        ear, room = Ear(), await house.room("door")
        entering = asyncio.create_task(room.enter(ear))
        await asyncio.sleep(0)
        await room.close()
        await asyncio.wait_for(entering, 5)
        last = ear.heard[-1]
        assert isinstance(last, wire.Fault)
        assert last.stopped

    play(story, House(machinery=FakeMachinery(on_run=slow)))


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
