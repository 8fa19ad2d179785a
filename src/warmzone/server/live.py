"""A live exercise: decide, commit, apply, in that order and nothing between."""

import asyncio

from warmzone.exercise.codec import read
from warmzone.exercise.commands import Command, GiveOrder
from warmzone.exercise.decide import decide
from warmzone.exercise.events import Event
from warmzone.exercise.evolve import apply, evolve
from warmzone.exercise.run_port import RunPort
from warmzone.exercise.state import State
from warmzone.server.journal import Journal
from warmzone.vocabulary.ids import CommandId
from warmzone.vocabulary.orders import Refusal


class BrokenError(Exception):
    """The exercise cannot go on: its run failed (`code` is `defect`), or it cannot be continued."""

    def __init__(self, found: str, code: str = "defect") -> None:
        super().__init__(found)
        self.code = code


class Live:
    """The run, the rules' state and the log of one exercise; used by one task only."""

    def __init__(self, run: RunPort, state: State, journal: Journal) -> None:
        self.run = run
        self.state = state
        self._journal = journal

    async def do(
        self, command: Command, seat: int, command_id: CommandId | None = None
    ) -> Event | None:
        """Carry out a command at the run's time; the event that answers it, or None for nothing.

        A command id that was answered before gets that answer again and changes nothing. Raises
        LogError where it could not be kept (nothing is applied then), BrokenError where a kept
        event could not be applied.
        """
        if command_id is not None:
            first = await self._journal.answered(command_id)
            if first is not None:
                return read([first])[0].event
        at_ms = self.run.now_ms
        events = decide(self.state, command, await self._check(command))
        if not events:
            return None
        rows, repeated = await self._journal.append(at_ms, seat, command_id, events)
        if repeated:
            return read(rows)[0].event
        for event in events:
            await self._apply(at_ms, seat, event)
        return events[0]

    async def advance(self, until_ms: int) -> None:
        """Move the run; raises BrokenError."""
        try:
            await asyncio.to_thread(self.run.advance, until_ms)
        except Exception as error:
            raise BrokenError(f"advance to {until_ms} ms: {error!r}") from error

    async def _check(self, command: Command) -> Refusal:
        if not isinstance(command, GiveOrder) or command.order is None or self.state.ended:
            return Refusal.ACCEPTED
        try:
            return await asyncio.to_thread(self.run.check, command.order)
        except Exception as error:
            raise BrokenError(f"check of {command.order}: {error!r}") from error

    async def _apply(self, at_ms: int, seat: int, event: Event) -> None:
        try:
            await asyncio.to_thread(apply, self.run, at_ms, seat, event)
        except Exception as error:
            raise BrokenError(f"apply of {event} at {at_ms} ms: {error!r}") from error
        self.state = evolve(self.state, at_ms, event)
