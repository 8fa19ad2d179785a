"""A room: one running exercise as one task with a queue, in real time."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from time import monotonic
from uuid import uuid4

from warmzone.eventlog import LogError
from warmzone.eventlog.envelope import NO_SEAT
from warmzone.exercise.commands import (
    ClockMark,
    EndReason,
    Finish,
    HandOver,
    Probe,
    SetClock,
)
from warmzone.exercise.events import Event, Opened
from warmzone.server import sentences, wire, wire_probe
from warmzone.server.auth import SeatName
from warmzone.server.keepsake import Keepsake
from warmzone.server.live import BrokenError
from warmzone.server.pace import Pace
from warmzone.server.picture import Built, Listener, look, picture
from warmzone.server.rights import Message, command_of, may_ask
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.ids import CommandId, ExerciseId
from warmzone.vocabulary.units import MS_PER_MIN

LOG = logging.getLogger("warmzone.room")

TICK_S = 0.25
SHOW_S = 1.0
AWAY_S = 10.0
CLOSE_S = 5.0
WAITING_MOST = 100


@dataclass(slots=True)
class _Ask:
    """A message of a seat that waits for its answer."""

    seat: SeatName
    message: Message
    answer: asyncio.Future[wire.Answer]


@dataclass(slots=True)
class _Enter:
    """A connection that wants to see."""

    listener: Listener


@dataclass(slots=True)
class _Close:
    """The last thing that a room is asked."""


@dataclass(slots=True)
class _Times:
    """When, on the monotonic clock, the next things are due."""

    tick_s: float
    show_s: float
    away_since_s: float | None = None


@dataclass(slots=True)
class Room:
    """One exercise: builds itself, then takes messages one at a time and keeps the clock.

    `build` reads or makes the exercise; it may be slow. A defect stops this room only: `fault`
    then says what everybody in it is told.
    """

    exercise: ExerciseId
    opened: Opened
    build: Callable[[], Awaitable[Built]]
    kernel: Callable[[], wire.KernelProgress]
    keepsake: Keepsake
    now: Callable[[], float] = monotonic
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    fault: wire.Fault | None = None
    _built: Built | None = None
    _preparing: wire.Preparing | None = None
    _arriving: list[Listener] = field(default_factory=list)
    _listeners: list[Listener] = field(default_factory=list)
    _queue: asyncio.Queue[_Ask | _Enter | _Close] = field(default_factory=asyncio.Queue)
    _task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin: build, then run until closed or broken."""
        self._task = asyncio.create_task(self._main(), name=f"room {self.exercise}")

    async def close(self) -> None:
        """Finish what is at hand, stop the clock in the log, and end the task."""
        if self._task is None:
            return
        if self._built is None or self.fault is not None:
            self._task.cancel()
        self._queue.put_nowait(_Close())
        await asyncio.wait([self._task], timeout=CLOSE_S)
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        self.ready.set()
        self._refuse_waiting()

    @property
    def ended(self) -> bool:
        """Whether the exercise is over."""
        return self._built is not None and self._built.live.state.ended

    @property
    def now_s(self) -> float:
        """The simulated time in seconds."""
        return 0.0 if self._built is None else self._built.live.run.now_ms / 1000

    def held(self, seat: SeatName) -> bool:
        """Whether somebody is connected to this seat."""
        return any(listener.seat == seat for listener in self._listeners)

    async def enter(self, listener: Listener) -> None:
        """Add a connection once the room is ready: it gets hello and the view, or the fault.

        Until then it is told how far the preparation is.
        """
        self._arriving.append(listener)
        if self._preparing is not None:
            listener.send(self._preparing)
        await self.ready.wait()
        if self.fault is not None or self._built is None:
            self.leave(listener)
            listener.send(self.fault or sentences.stopped("closing"))
            return
        self._queue.put_nowait(_Enter(listener))

    def leave(self, listener: Listener) -> None:
        """Forget a connection."""
        for those in (self._arriving, self._listeners):
            if listener in those:
                those.remove(listener)

    async def ask(self, seat: SeatName, message: Message) -> wire.Answer:
        """Have a message carried out, and its answer."""
        if not may_ask(seat, message):
            return sentences.refused(message.command_id, "not_your_seat")
        if self.fault is not None:
            return sentences.refused(message.command_id, "exercise_stopped")
        if self._queue.qsize() >= WAITING_MOST:
            return sentences.refused(message.command_id, "too_many")
        ask = _Ask(seat, message, asyncio.get_running_loop().create_future())
        self._queue.put_nowait(ask)
        return await ask.answer

    async def _main(self) -> None:
        try:
            built = await self.build()
            await self._hand_over(built)
            self._built = built
            self.ready.set()
            await self._loop(built)
        except (BrokenError, LogError) as error:
            self._break(error)
        except Exception as error:  # noqa: BLE001 - a defect of one exercise must not end the server
            self._break(error)

    async def _hand_over(self, built: Built) -> None:
        """Play a drill's opening, a little at a time, and give the seat to the person."""
        live, until_ms = built.live, self.opened.hand_over_ms
        if until_ms == 0 or live.state.handed_over:
            return
        while live.run.now_ms < until_ms:
            if live.run.now_ms % MS_PER_MIN == 0:
                self._tell_preparing(live.run.now_ms // MS_PER_MIN)
            await live.advance(min(until_ms, live.run.now_ms + MS_PER_MIN // 4))
        self._preparing = None
        await live.do(HandOver(), NO_SEAT)

    def _tell_preparing(self, minutes: int) -> None:
        """Tell those who wait at the door how many minutes of the opening have been played."""
        total = self.opened.hand_over_ms // MS_PER_MIN
        self._preparing = wire.Preparing(sentences.preparing(total), minutes, total)
        for listener in self._arriving:
            listener.send(self._preparing)

    async def _loop(self, built: Built) -> None:
        live, wall_s = built.live, self.now()
        pace = Pace(live.run.now_ms, wall_s, live.state.rate, live.state.running)
        times = _Times(wall_s + TICK_S, wall_s + SHOW_S)
        while True:
            wait_s = max(0.0, times.tick_s - self.now())
            try:
                item = await asyncio.wait_for(self._queue.get(), wait_s)
            except TimeoutError:
                await self._tick(built, pace, times)
                continue
            if isinstance(item, _Close):
                await self._stand(built)
                return
            if isinstance(item, _Enter):
                await self._admit(built, item.listener)
            else:
                await self._take(built, pace, item)

    async def _admit(self, built: Built, listener: Listener) -> None:
        """Send a new connection hello and the view as it is, unless it has left again."""
        if listener not in self._arriving:
            return
        self._arriving.remove(listener)
        listener.send(built.show.hello(self.exercise, self.opened, listener.seat))
        self._listeners.append(listener)
        listener.send(await self._first(built, listener))

    async def _tick(self, built: Built, pace: Pace, times: _Times) -> None:
        """Bring the run up to the clock; each second mark the time, then show it."""
        wall_s = self.now()
        times.tick_s = wall_s + TICK_S
        await self._catch_up(built, pace)
        if wall_s < times.show_s:
            return
        times.show_s = max(times.show_s + SHOW_S, wall_s + SHOW_S / 2)
        if built.live.state.running:
            await built.live.do(ClockMark(), NO_SEAT)
        await self._away(built, pace, times)
        if not built.live.state.ended:
            await self._show(built)

    async def _catch_up(self, built: Built, pace: Pace) -> None:
        """Advance to where the clock should be, stopping at whole minutes for their digests."""
        live = built.live
        end_ms = self.opened.minutes * MS_PER_MIN
        begun_ms = live.run.now_ms
        asked_ms = min((at for at in self.opened.probes_ms if at > begun_ms), default=end_ms)
        until_ms = min(pace.due_ms(self.now()), end_ms, asked_ms)
        while live.run.now_ms < until_ms:
            minute_ms = (live.run.now_ms // MS_PER_MIN + 1) * MS_PER_MIN
            await live.advance(min(until_ms, minute_ms))
            if live.run.now_ms == minute_ms:
                await self.keepsake.keep_digest(live.run)
        pace.reach(live.run.now_ms, self.now())
        if live.state.running and begun_ms < live.run.now_ms == asked_ms < end_ms:
            await live.do(Probe(), NO_SEAT)
            self._follow(built, pace)
            await self._show(built)
        if live.state.running and (live.run.ended or live.run.now_ms >= end_ms):
            await self._finish(built, pace, "settled" if live.run.ended else "minutes")

    async def _finish(self, built: Built, pace: Pace, reason: EndReason) -> None:
        await built.live.do(Finish(reason), NO_SEAT)
        self._follow(built, pace)
        await self._show(built)

    async def _away(self, built: Built, pace: Pace, times: _Times) -> None:
        """Stop the clock when nobody has been connected for a while: nobody would see it."""
        if self._listeners or not built.live.state.running:
            times.away_since_s = None
        elif times.away_since_s is None:
            times.away_since_s = self.now()
        elif self.now() - times.away_since_s >= AWAY_S:
            await self._stand(built)
            self._follow(built, pace)

    async def _stand(self, built: Built) -> None:
        """Stop the clock in the log."""
        if not built.live.state.running:
            return
        command_id = CommandId(f"room-{uuid4().hex}")
        try:
            await built.live.do(SetClock(command_id, "pause"), NO_SEAT, command_id)
        except (LogError, BrokenError) as error:
            LOG.error("exercise %s: %s", self.exercise, error)

    async def _take(self, built: Built, pace: Pace, ask: _Ask) -> None:
        """Carry one message out at the present moment, answer it and show what came of it."""
        command_id = ask.message.command_id
        try:
            await self._catch_up(built, pace)
            command = command_of(ask.message, built.show, built.live.run)
            seat = Seat.TACTICAL if ask.seat == "tactical" else NO_SEAT
            event = await built.live.do(command, seat, command_id)
        except LogError as error:
            LOG.error("exercise %s: %s", self.exercise, error)
            _reply(ask, sentences.refused(command_id, error.code))
            return
        except BaseException:
            _reply(ask, sentences.refused(command_id, "exercise_stopped"))
            raise
        self._follow(built, pace)
        answer = self._words(built, command_id, event)
        _reply(ask, answer)
        if answer.accepted:
            await self._show(built)

    def _words(self, built: Built, command_id: CommandId, event: Event | None) -> wire.Answer:
        if event is None:
            return sentences.refused(command_id, "nothing_to_do")
        return built.show.answer(command_id, event)

    def _follow(self, built: Built, pace: Pace) -> None:
        """Let the clock do what the state says."""
        state = built.live.state
        if (state.running, state.rate) != (pace.running, pace.rate):
            pace.reach(built.live.run.now_ms, self.now())
            pace.change(running=state.running, rate=state.rate)

    async def _show(self, built: Built) -> None:
        if self._listeners:
            view = await self._view(built)
            await self.keepsake.keep_view(view)
            led = self.held("instructor")
            truth = await look(built, built.show.truth, built.live.run) if led else None
            for listener in list(self._listeners):
                listener.send(picture(built, listener, view, truth))

    async def _first(self, built: Built, listener: Listener) -> wire.View | wire_probe.Probe:
        """What a new connection is to see."""
        led = listener.seat == "instructor"
        truth = await look(built, built.show.truth, built.live.run) if led else None
        return picture(built, listener, await self._view(built), truth)

    async def _view(self, built: Built) -> wire.View:
        live = built.live
        return await look(built, built.show.view, live.run, live.state, self.kernel())

    def _break(self, error: Exception) -> None:
        """Stop this exercise and tell everybody in it; the log keeps what was done."""
        LOG.error("exercise %s stopped: %s", self.exercise, error, exc_info=error)
        code = error.code if isinstance(error, (LogError, BrokenError)) else "defect"
        self.fault = sentences.stopped(code)
        self.ready.set()
        for listener in self._listeners:
            listener.send(self.fault)
        self._refuse_waiting()

    def _refuse_waiting(self) -> None:
        """Answer whoever waits: nothing more is done here."""
        while not self._queue.empty():
            item = self._queue.get_nowait()
            if isinstance(item, _Ask):
                _reply(item, sentences.refused(item.message.command_id, "exercise_stopped"))
            elif isinstance(item, _Enter):
                item.listener.send(self.fault or sentences.stopped("closing"))


def _reply(ask: _Ask, answer: wire.Answer) -> None:
    if not ask.answer.done():
        ask.answer.set_result(answer)
