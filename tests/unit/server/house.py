"""A server's rooms without a server, for tests: who listens, what is asked, what the log holds."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from tests.fake_machinery import FakeMachinery
from warmzone.eventlog import Derived, MemoryStore, Store
from warmzone.exercise.codec import read
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
        room = await self.rooms.room(await self.rooms.create(wire.StartExercise(scenario)))
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
