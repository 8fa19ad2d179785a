"""All exercises of one server: made, found by code, taken up again from their log."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from secrets import choice
from uuid import uuid4

import msgspec

from warmzone.eventlog import Derived, Header, LogError, Store, older_than
from warmzone.eventlog.envelope import NO_SEAT, Draft
from warmzone.exercise.codec import (
    AFTERWARDS,
    UnreadableError,
    decode_opened,
    encode,
    encode_opened,
    kind_of,
    read,
)
from warmzone.exercise.commands import Resume
from warmzone.exercise.events import VERSION, ClockMarked, Event, Opened, Rated, Released
from warmzone.exercise.replay import replay
from warmzone.exercise.state import State
from warmzone.scenario.incident import Scenario, by_unconfirmed_rules
from warmzone.scenario.site import Site
from warmzone.server import wire
from warmzone.server.auth import SeatName, new_room_code
from warmzone.server.ids import new_exercise_id
from warmzone.server.journal import Journal, wall_now
from warmzone.server.keepsake import Keepsake
from warmzone.server.live import BrokenError, Live
from warmzone.server.machinery import Machinery, Start
from warmzone.server.picture import Built
from warmzone.server.room import Room
from warmzone.server.wire_probe import RateTask, ReleaseFigures, SetRating
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.ids import CommandId, ExerciseId
from warmzone.vocabulary.units import MS_PER_MIN

LOG = logging.getLogger("warmzone.rooms")

PERSON_COMMANDER = "interior"
"""Who plays the automatic seats where a person holds the Tactical seat from the start."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the server keeps at hand of one exercise."""

    opened: Opened
    wall: str


@dataclass(slots=True)
class Rooms:
    """The exercises in a store, and a room for each that somebody has entered."""

    store: Store
    derived: Derived
    machinery: Machinery
    kernel: Callable[[], wire.KernelProgress]
    _rooms: dict[ExerciseId, Room] = field(default_factory=dict)
    _known: dict[ExerciseId, Known] | None = None
    _version: str = ""

    async def create(self, asked: wire.StartExercise) -> ExerciseId:
        """Open a new exercise of a scenario and begin to build its room.

        Raises UnknownScenarioError, UnsoundScenarioError, LogError.
        """
        known = await self._index()
        start = await asyncio.to_thread(self.machinery.start, asked.scenario)
        scenario = start.scenario
        if asked.unconfirmed:
            scenario = by_unconfirmed_rules(scenario)
        opened = _opened(scenario, self._new_code(known), asked)
        header = Header(
            new_exercise_id(),
            wall_now(),
            self._version,
            msgspec.json.encode(scenario),
            msgspec.json.encode(start.site),
            encode_opened(opened),
        )
        await asyncio.to_thread(self.store.create, header)
        known[header.exercise] = Known(opened, header.wall)
        self._room_of(header.exercise, opened).start()
        return header.exercise

    async def fork(self, exercise: ExerciseId, before_ms: int, sequence: int) -> ExerciseId:
        """Open a new exercise that has gone as another did, up to a moment of it.

        It takes the rows with a simulated time before `before_ms`, and those at it that come before
        row `sequence` (0: none of them). Raises LogError.
        """
        known = await self._index()
        header = await asyncio.to_thread(self.store.header, exercise)
        rows = await asyncio.to_thread(self.store.rows, exercise)
        opened = msgspec.structs.replace(decode_opened(header.about), code=self._new_code(known))
        forked = msgspec.structs.replace(
            header,
            exercise=new_exercise_id(),
            wall=wall_now(),
            about=encode_opened(opened),
        )
        drafts = [
            Draft(
                row.sim_ms, row.wall, row.seat, row.command_id, row.kind, row.version, row.payload
            )
            for row in rows
            if (row.sim_ms < before_ms or (row.sim_ms == before_ms and row.sequence < sequence))
            and row.kind not in ("ended", *AFTERWARDS)
        ]
        here = ClockMarked()
        drafts.append(
            Draft(before_ms, wall_now(), NO_SEAT, None, kind_of(here), VERSION, encode(here))
        )
        await asyncio.to_thread(self.store.create, forked)
        for length, draft in enumerate(drafts):
            await asyncio.to_thread(self.store.append, forked.exercise, length, [draft])
        known[forked.exercise] = Known(opened, forked.wall)
        self._room_of(forked.exercise, opened).start()
        return forked.exercise

    async def release(self, exercise: ExerciseId) -> None:
        """Let everybody see the figures in lives of an exercise that is over; raises LogError."""
        if await self.released(exercise):
            return
        asked = ReleaseFigures(CommandId(f"release-{uuid4().hex}"))
        await self._afterwards(exercise, "instructor", asked, Released())

    async def rate(self, exercise: ExerciseId, seat: SeatName, asked: SetRating) -> None:
        """Write down what an evaluator decided of an exercise that is over; raises LogError."""
        asked = msgspec.structs.replace(asked, reason=" ".join(asked.reason.split()))
        message = RateTask(CommandId(f"rate-{uuid4().hex}"), asked, seat)
        said = Rated(asked.task, asked.rating, asked.reason, seat)
        await self._afterwards(exercise, seat, message, said)

    async def _afterwards(
        self, exercise: ExerciseId, seat: SeatName, asked: ReleaseFigures | RateTask, said: Event
    ) -> None:
        """Say something of an exercise that is over: in its room, else straight into the log."""
        room = self._rooms.get(exercise)
        if room is not None and room.fault is None:
            await room.ready.wait()
            if (await room.ask(seat, asked)).accepted:
                return
        last = await asyncio.to_thread(self.store.last, exercise)
        draft = Draft(
            0 if last is None else last.sim_ms,
            wall_now(),
            Seat.TACTICAL if seat == "tactical" else NO_SEAT,
            asked.command_id,
            kind_of(said),
            VERSION,
            encode(said),
        )
        length = 0 if last is None else last.sequence
        await asyncio.to_thread(self.store.append, exercise, length, [draft])

    async def released(self, exercise: ExerciseId) -> bool:
        """Whether everybody may see the figures in lives: nobody leads it, or they let them go."""
        opened = await self.opened(exercise)
        if opened is not None and not opened.led:
            return True
        return await asyncio.to_thread(self.store.last, exercise, "released") is not None

    async def forget(self, exercise: ExerciseId) -> None:
        """Close an exercise and delete it and all that was made of it; raises LogError."""
        room = self._rooms.pop(exercise, None)
        if room is not None:
            await room.close()
        await asyncio.to_thread(self.store.forget, exercise)
        await asyncio.to_thread(self.derived.forget, exercise)
        (await self._index()).pop(exercise, None)

    async def forget_old(self, days: int) -> None:
        """Delete what was last written to longer ago than so many days; a failure is noted."""
        try:
            for exercise in await asyncio.to_thread(older_than, self.store, days):
                await self.forget(exercise)
                LOG.warning("exercise %s is deleted: older than %d days", exercise, days)
        except LogError as error:
            LOG.error("old exercises are not deleted: %s", error)

    async def all_opened(self) -> dict[ExerciseId, Opened]:
        """How every exercise was opened."""
        return {exercise: one.opened for exercise, one in (await self._index()).items()}

    async def opened(self, exercise: ExerciseId) -> Opened | None:
        """How an exercise was opened, or None where there is none."""
        known = (await self._index()).get(exercise)
        return None if known is None else known.opened

    async def by_code(self, code: str) -> ExerciseId | None:
        """The exercise with this room code."""
        known = await self._index()
        return next((exercise for exercise, one in known.items() if one.opened.code == code), None)

    async def room(self, exercise: ExerciseId) -> Room | None:
        """The room of an exercise, taken up from its log where need be; None where unknown.

        A room that has stopped on a fault is taken up anew: the log may be well again.
        """
        room = self._rooms.get(exercise)
        if room is not None and room.fault is None:
            return room
        opened = await self.opened(exercise)
        if opened is None:
            return None
        if self._rooms.get(exercise) is room:
            self._room_of(exercise, opened).start()
        return self._rooms[exercise]

    def is_taken(self, exercise: ExerciseId, seat: SeatName) -> bool:
        """Whether somebody is connected to a seat of an exercise."""
        room = self._rooms.get(exercise)
        return room is not None and room.held(seat)

    async def cards(self) -> list[wire.ExerciseCard]:
        """Every exercise kept, the newest first."""
        known = await self._index()
        cards = [await self._card(exercise, one) for exercise, one in known.items()]
        return [card for card in reversed(cards) if card is not None]

    async def ended(self, exercise: ExerciseId) -> bool:
        """Whether the exercise is over."""
        return await asyncio.to_thread(self.store.last, exercise, "ended") is not None

    async def close(self) -> None:
        """Stop every room, its clock stopped in the log."""
        await asyncio.gather(*(room.close() for room in self._rooms.values()))

    @staticmethod
    def _new_code(known: dict[ExerciseId, Known]) -> str:
        codes = {one.opened.code for one in known.values()}
        return next(code for code in iter(new_room_code, "") if code not in codes)

    async def _index(self) -> dict[ExerciseId, Known]:
        if self._known is None:
            self._version = await asyncio.to_thread(self.machinery.results_version)
            self._known = await asyncio.to_thread(self._read_index)
        return self._known

    def _read_index(self) -> dict[ExerciseId, Known]:
        known = {}
        for exercise in self.store.exercises():
            header = self.store.header(exercise)
            try:
                known[exercise] = Known(decode_opened(header.about), header.wall)
            except UnreadableError as error:
                LOG.warning("exercise %s is left out: %s", exercise, error)
        return known

    async def _card(self, exercise: ExerciseId, known: Known) -> wire.ExerciseCard | None:
        try:
            last = await asyncio.to_thread(self.store.last, exercise)
            ended = await self.ended(exercise)
        except LogError as error:
            LOG.warning("exercise %s is left out: %s", exercise, error)
            return None
        return wire.ExerciseCard(
            exercise=exercise,
            scenario=known.opened.scenario,
            scenario_name=known.opened.scenario_name,
            started_at=known.wall,
            now_s=0.0 if last is None else last.sim_ms / 1000,
            ended=ended,
        )

    def _room_of(self, exercise: ExerciseId, opened: Opened) -> Room:
        async def build() -> Built:
            return await self._build(exercise, opened)

        keepsake = Keepsake(self.derived, exercise, self._version)
        room = Room(exercise, opened, build, self.kernel, keepsake)
        self._rooms[exercise] = room
        return room

    async def _build(self, exercise: ExerciseId, opened: Opened) -> Built:
        """Make the run of an exercise and bring it to where its log ends."""
        header = await asyncio.to_thread(self.store.header, exercise)
        start = Start(
            msgspec.json.decode(header.scenario, type=Scenario),
            msgspec.json.decode(header.site, type=Site),
        )
        run = await asyncio.to_thread(self.machinery.run, opened, start)
        rows = await asyncio.to_thread(self.store.rows, exercise)
        show = await asyncio.to_thread(self.machinery.show, start)
        if header.results_version != self._version and rows:
            found = f"written under results version {header.results_version}"
            raise BrokenError(f"{found}, this is {self._version}", code="other_version")
        live = Live(run, State(), Journal(self.store, exercise, len(rows)))
        if rows:
            entries = read(rows)
            again = await asyncio.to_thread(
                replay,
                run,
                entries,
                written_under=header.results_version,
                results_version=self._version,
            )
            live.state = again.state
            await live.do(Resume(), NO_SEAT)
        return Built(live, show)


def _opened(scenario: Scenario, code: str, asked: wire.StartExercise) -> Opened:
    """The opening event of a new exercise of a scenario."""
    drill = scenario.start
    begins = 0 if drill is None else drill.minute
    return Opened(
        scenario=scenario.id,
        scenario_name=scenario.name,
        code=code,
        seed=scenario.seed if asked.seed is None else asked.seed,
        commander=PERSON_COMMANDER if drill is None else drill.commander,
        minutes=scenario.minutes,
        hand_over_ms=begins * MS_PER_MIN,
        physiology=asked.physiology,
        tempo=asked.tempo,
        led=asked.led,
        label=" ".join(asked.label.split()),
        probes_ms=probe_times(asked, begins * MS_PER_MIN, scenario.minutes * MS_PER_MIN),
    )


def probe_times(asked: wire.StartExercise, begin_ms: int, end_ms: int) -> tuple[int, ...]:
    """The times of probes in whole seconds: those chosen, and as many more as are left to chance.

    Chance is not the exercise's seed: who plays the same luck again shall not know the times. Each
    falls into a stretch of its own, none into the first or last minute of play, nor within a minute
    of another where there is room.
    """
    times = [round(minute * MS_PER_MIN / 1000) * 1000 for minute in asked.probes]
    first, last = begin_ms + MS_PER_MIN, end_ms - MS_PER_MIN
    stretch = (last - first) // max(1, asked.random_probes)
    for k in range(asked.random_probes if stretch >= 1000 else 0):
        begun = -(-(first + k * stretch) // 1000)
        there = [second * 1000 for second in range(begun, begun + stretch // 1000)]
        apart = [at for at in there if all(abs(at - one) >= MS_PER_MIN for one in times)]
        times.append(choice(apart or there))
    return tuple(sorted({at for at in times if begin_ms < at < end_ms}))
