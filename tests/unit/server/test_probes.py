"""Awareness probes live: the clock freezes, the screen is hidden, the answer lets both go on."""

import pytest

from tests.unit.server.house import RESUME, Ear, House, events, play
from warmzone.exercise.events import Noted, ProbeAnswered, ProbeAsked
from warmzone.server import wire, wire_probe
from warmzone.server.rooms import probe_times
from warmzone.vocabulary.ids import CommandId

pytestmark = pytest.mark.usefixtures("quick")

ANSWER = wire_probe.AnswerProbe(CommandId("a"), [(0, 1)], 2, [3, 3], "unknown", -1, "nobody")
FREEZE = wire_probe.Freeze(CommandId("f"))


def test_a_probe_hides_the_screen_until_it_is_answered() -> None:
    """At its time only the instructor sees a view; then the clock goes on."""

    async def story(house: House) -> None:
        exercise = await house.rooms.create(wire.StartExercise("yard", led=True, probes=[1 / 60]))
        room = await house.rooms.room(exercise)
        assert room is not None
        ear, leader = Ear(), Ear("instructor")
        await room.enter(ear)
        await room.enter(leader)
        await room.ask("tactical", RESUME)
        await ear.until(lambda e: isinstance(e.heard[-1], wire_probe.Probe))
        assert ear.heard[-1] == wire_probe.Probe(1.0, [])
        late = Ear()
        await room.enter(late)
        await late.until(lambda e: len(e.heard) > 1)
        assert late.views == []
        await leader.until(lambda e: e.views[-1].now_s == 1.0)
        assert (await room.ask("tactical", ANSWER)).accepted
        await ear.until(lambda e: isinstance(e.heard[-1], wire.View) and e.heard[-1].now_s > 1)
        kept = events(house, exercise)
        assert ProbeAsked(due=True) in kept
        assert ProbeAnswered(((0, 1),), 2, (3,), 3, -1, 0) in kept
        assert sum(isinstance(one, ProbeAsked) for one in kept) == 1

    play(story)


def test_the_truth_is_the_instructors_alone() -> None:
    """Whoever leads is sent how it truly stands with every view; no other seat ever is."""

    async def story(house: House) -> None:
        exercise = await house.rooms.create(wire.StartExercise("yard", led=True))
        room = await house.rooms.room(exercise)
        assert room is not None
        ears = [Ear(), Ear("observer"), Ear("instructor")]
        for ear in ears:
            await room.enter(ear)
        await room.ask("tactical", RESUME)
        for ear in ears:
            await ear.until(lambda e: len(e.views) > 2)
        for ear in ears[:2]:
            assert all(view.truth is None for view in ear.views)
        for view in ears[2].views:
            assert view.truth is not None
            assert view.truth.at_s == int(view.now_s)

    play(story)


def test_each_seat_asks_what_is_its_own() -> None:
    """The instructor freezes and leads, evaluators write notes, neither gives orders."""

    async def story(house: House) -> None:
        room = await house.room()
        ear = Ear()
        await room.enter(ear)
        await room.ready.wait()
        order = wire.GiveOrder(CommandId("o"), "take_command", value="inside")
        for seat in ("observer", "instructor"):
            assert (await room.ask(seat, order)).code == "not_your_seat"
        for seat in ("observer", "tactical"):
            assert (await room.ask(seat, FREEZE)).code == "not_your_seat"
        note = wire_probe.TakeNote(CommandId("n"), " saw  it ")
        assert (await room.ask("observer", note)).accepted
        assert (await room.ask("instructor", FREEZE)).accepted
        assert events(house, room.exercise) == [Noted("saw it"), ProbeAsked(due=False)]

    play(story)


def test_times_left_to_chance_keep_apart_and_inside() -> None:
    """As many as asked for, in whole seconds, after the first and before the last minute."""
    for _ in range(20):
        times = probe_times(wire.StartExercise("yard", random_probes=3), 120_000, 600_000)
        assert len(times) == 3
        assert times == tuple(sorted(times))
        assert times[0] >= 180_000
        assert times[-1] < 540_000
        assert all(at % 1000 == 0 for at in times)
        beside = wire.StartExercise("yard", probes=[5], random_probes=1)
        first, second = probe_times(beside, 120_000, 600_000)
        assert second - first >= 60_000
    asked = wire.StartExercise("yard", probes=[1, 5, 5, 99])
    assert probe_times(asked, 120_000, 600_000) == (300_000,)
