"""One incident as an object: time moves, orders are given, snapshots are taken."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from warmzone.kernel.arrays import ORDERS_AT_ONCE
from warmzone.kernel.codes import Stop
from warmzone.kernel.digest import digest
from warmzone.kernel.outcomes import OUTCOME
from warmzone.simulation.layout import new_buffer, view_state
from warmzone.simulation.lower import Prepared
from warmzone.simulation.machine import PLAIN, Machine
from warmzone.simulation.rollout import Crew, Decide
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.orders import Order, Refusal


@dataclass(frozen=True)
class Automatic:
    """Who decides in the automatic seats: two policies and their parameters."""

    name: str
    tactical: Decide
    medical: Decide
    crew: Crew


class Defect(RuntimeError):
    """The kernel stopped on a defect of its own (a table too small, a runaway)."""


class Run:
    """One incident of a prepared scenario under one seed.

    `now_ms` is a property of this object, not of the state: stopping leaves no trace.
    """

    def __init__(
        self,
        prepared: Prepared,
        seed: int,
        automatic: Automatic,
        *,
        tactical_is_person: bool = False,
        machine: Machine = PLAIN,
    ) -> None:
        self.prepared = prepared
        self.seed = seed
        self.automatic = automatic
        self.machine = machine
        self.now_ms = 0
        self._buffer = new_buffer(prepared.layout)
        self.state = view_state(prepared.layout, self._buffer)
        self.state.openings[:] = prepared.world.openings
        with np.errstate(over="ignore"):
            machine.begin(*self._tables(), np.uint64(seed), 0 if tactical_is_person else 1)

    def _tables(self) -> tuple[Any, Any]:
        return self.machine.tables(self.state), self.machine.tables(self.prepared.world)

    @property
    def ended(self) -> bool:
        """Whether play is over."""
        return self.now_ms >= self.prepared.end_ms

    def advance(self, until_ms: int) -> None:
        """Move time to `until_ms`, never beyond the end of play and never back."""
        until = min(until_ms, self.prepared.end_ms)
        if until < self.now_ms:
            return
        machine, automatic = self.machine, self.automatic
        with np.errstate(over="ignore"):
            stop = machine.play(
                *self._tables(),
                machine.policy(automatic.tactical),
                machine.policy(automatic.medical),
                automatic.crew,
                until,
            )
        if stop == Stop.DEFECT:
            raise Defect(f"defect {int(self.state.clock[0]['defect'])} at {until} ms")
        self.now_ms = until

    def check(self, order: Order) -> Refusal:
        """Whether the order may be given now, and if not, why. Changes nothing."""
        if self.ended:
            return Refusal.INCIDENT_OVER
        row = _row(order)
        if row is None:
            return Refusal.BAD_VALUE
        return Refusal(int(self.machine.check_order(*self._tables(), row)))

    def give(self, order: Order) -> Refusal:
        """Give the order now, if it may be given; the answer says whether it was."""
        refusal = self.check(order)
        row = _row(order)
        if refusal == Refusal.ACCEPTED and row is not None:
            with np.errstate(over="ignore"):
                self.machine.give(*self._tables(), row, self.now_ms)
        return refusal

    def hand_over(self) -> None:
        """A person takes the Tactical seat from now on; the automatic commander lets go."""
        from warmzone.kernel.events import NEVER, EventKind, schedule

        self.state.seats[Seat.TACTICAL]["automatic"] = 0
        thought_of = self.state.orders[-ORDERS_AT_ONCE * (Seat.TACTICAL + 1) :][:ORDERS_AT_ONCE]
        thought_of["verb"] = -1
        slot = int(self.prepared.world.layout[0]["slot"][EventKind.DECIDE]) + Seat.TACTICAL
        schedule(self.state.times, self.state.winners, slot, int(NEVER))

    def snapshot(self) -> bytes:
        """The whole state and the time, as bytes."""
        return self.now_ms.to_bytes(8, "little") + self._buffer.tobytes()

    def restore(self, saved: bytes) -> None:
        """Go back to a snapshot of this scenario. Raises ValueError for bytes of another size."""
        body = np.frombuffer(saved[8:], np.uint8)
        if len(body) != len(self._buffer):
            raise ValueError(f"snapshot of {len(body)} bytes; {len(self._buffer)} expected")
        self._buffer[:] = body
        self.now_ms = int.from_bytes(saved[:8], "little")

    def digest(self) -> str:
        """Digest of the whole state; independent of where time was stopped."""
        return digest(self._buffer[: self.prepared.layout.counted_at])

    def seat_digest(self, seat: Seat) -> str:
        """Digest of everything that was delivered to a seat."""
        return f"{int(self.state.seats[seat]['digest']):016x}"

    def outcome_row(self) -> np.ndarray:
        """What became of everybody if play ended now: OUTCOME[1]."""
        row = np.zeros(1, OUTCOME)
        with np.errstate(over="ignore"):
            self.machine.settle(*self._tables(), self.now_ms, row[0])
        return row


def _row(order: Order) -> tuple[int, int, int, int, int, int] | None:
    values = (order.seat, order.verb, order.team, order.area, order.other_team, order.value)
    row = tuple(int(value) for value in values)
    if any(abs(value) > 2**31 - 1 for value in row):
        return None
    return row[0], row[1], row[2], row[3], row[4], row[5]
