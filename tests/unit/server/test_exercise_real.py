"""A real incident played through a room: the log alone gives it again, digest and all."""

import asyncio
from pathlib import Path

import msgspec
import pytest

from tests.unit.server.house import Ear
from warmzone.eventlog import Derived, SqliteStore
from warmzone.exercise.codec import read
from warmzone.exercise.events import Opened, OrderReceived
from warmzone.exercise.replay import replay
from warmzone.scenario.incident import Scenario
from warmzone.server import wire
from warmzone.server.keepsake import Digests
from warmzone.server.machinery import Start
from warmzone.server.rooms import Rooms
from warmzone.server.simulated import Simulated
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.ids import CommandId, ExerciseId

pytestmark = pytest.mark.usefixtures("quick")


def order(
    number: int, verb: str, team: int = -1, area: int = -1, value: str = ""
) -> wire.GiveOrder:
    """An order with an id of its own."""
    return wire.GiveOrder(CommandId(f"c{number}"), verb, team, area, value)


async def drill(rooms: Rooms) -> tuple[Start, list[str]]:
    """Play a little of a drill: orders while it runs, faster than a person could; end it."""
    exercise = await rooms.create(wire.StartExercise("drill-school-rtf-at-the-door"))
    room = await rooms.room(exercise)
    assert room is not None
    ear, answers = Ear(), []
    await room.enter(ear)
    await ear.until(lambda e: bool(e.views))
    assert ear.views[0].now_s == 480
    await room.ask("tactical", wire.SetClock(CommandId("rate"), "rate", 4.0))
    await room.ask("tactical", wire.SetClock(CommandId("go"), "resume"))
    for number, team in enumerate(ear.views[0].teams):
        answer = await room.ask("tactical", order(number, "hold", team.index, team.area))
        answers.append(answer.code)
        await asyncio.sleep(0.07)
    answers.append((await room.ask("tactical", order(90, "clear", 99, 1))).code)
    answers.append((await room.ask("tactical", order(91, "declare_zone", -1, 4, "warm"))).code)
    assert room._built is not None
    ended = await room.ask("tactical", wire.EndExercise(CommandId("end")))
    assert ended.accepted
    live = room._built.live.run
    return rooms.machinery.start("drill-school-rtf-at-the-door"), [
        live.digest(),
        live.seat_digest(Seat.TACTICAL),
        *answers,
    ]


def test_log_gives_the_same_incident_again(tmp_path: Path) -> None:
    """Live play stopped hundreds of times and its replay from the file have one digest."""
    store = SqliteStore(tmp_path / "log.sqlite")
    machinery = Simulated({})
    rooms = Rooms(store, Derived(), machinery, lambda: wire.KernelProgress("ready", 1, 1))

    async def story() -> tuple[Start, list[str]]:
        try:
            return await drill(rooms)
        finally:
            await rooms.close()

    start, (digest, seat_digest, *answers) = asyncio.run(story())
    assert answers[-2:] == ["unknown_team", "accepted"]
    assert answers.count("accepted") >= 4
    (exercise,) = store.exercises()
    header, rows = store.header(exercise), store.rows(exercise)
    assert header.scenario == msgspec.json.encode(start.scenario)
    assert header.site == msgspec.json.encode(start.site)
    entries = read(rows)
    assert sum(isinstance(entry.event, OrderReceived) for entry in entries) == len(answers)
    again = replay(
        machinery.run(msgspec.json.decode(header.about, type=Opened), start),
        entries,
        written_under=header.results_version,
        results_version=machinery.results_version(),
    )
    assert again.claim == "same"
    assert again.equals(digest)
    assert again.run.seat_digest(Seat.TACTICAL) == seat_digest
    store.close()


def test_minute_digests_are_those_of_a_fresh_run(tmp_path: Path) -> None:
    """The digest kept at a whole minute is the one a run has that never stopped before it."""
    store, derived = SqliteStore(tmp_path / "log.sqlite"), Derived()
    machinery = Simulated({})
    rooms = Rooms(store, derived, machinery, lambda: wire.KernelProgress("ready", 1, 1))

    async def story() -> None:
        room = await rooms.room(
            await rooms.create(wire.StartExercise("robbery-single-casualty", 7))
        )
        assert room is not None
        ear = Ear()
        await room.enter(ear)
        await room.ask("tactical", wire.SetClock(CommandId("rate"), "rate", 4.0))
        assert room._built is not None
        room._built.live.run.advance(59_000)
        await room.ask("tactical", wire.SetClock(CommandId("go"), "resume"))
        await ear.until(lambda e: e.views[-1].now_s > 60.5)
        await rooms.close()

    asyncio.run(story())
    (exercise,) = store.exercises()
    (row,) = derived.rows(exercise, "digest")
    start = machinery.start("robbery-single-casualty")
    fresh = machinery.run(msgspec.json.decode(store.header(exercise).about, type=Opened), start)
    fresh.advance(60_000)
    assert row.sim_ms == 60_000
    assert msgspec.json.decode(row.payload, type=Digests).state == fresh.digest()
    store.close()


@pytest.mark.parametrize("unconfirmed", [False, True])
def test_unconfirmed_rules_stand_in_the_log(unconfirmed: bool, tmp_path: Path) -> None:
    """Who opens an exercise may ask for them: its log keeps it, and the brief names them."""
    store = SqliteStore(tmp_path / "log.sqlite")
    rooms = Rooms(store, Derived(), Simulated({}), lambda: wire.KernelProgress("ready", 1, 1))

    async def story() -> tuple[ExerciseId, str]:
        asked = wire.StartExercise("drill-school-rtf-at-the-door", unconfirmed=unconfirmed)
        try:
            exercise = await rooms.create(asked)
            room = await rooms.room(exercise)
            assert room is not None
            ear = Ear()
            await room.enter(ear)
            await ear.until(lambda e: bool(e.views))
            assert room._built is not None
            hello = room._built.show.hello(exercise, room.opened, "tactical")
            return exercise, hello.profile
        finally:
            await rooms.close()

    exercise, rules = asyncio.run(story())
    kept = msgspec.json.decode(store.header(exercise).scenario, type=Scenario)
    assert kept.unconfirmed is unconfirmed
    assert ("unconfirmed rules" in rules) is unconfirmed
