"""A log replayed once more, keeping the true state at chosen moments."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from warmzone.doctrine.going_on import OrderRow
from warmzone.exercise.evolve import DivergedError, apply
from warmzone.review.rebuild import Rebuilt, fresh_run
from warmzone.review.worth.decisions import Decision
from warmzone.review.worth.replays import Moment
from warmzone.simulation.machine import Machine
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat

_ORDER = ("seat", "verb", "team", "area", "other_team", "value")


@dataclass
class _Keeper:
    """Walks through the log and keeps what is asked for."""

    run: Run
    times: list[int]
    rows: set[int]
    by_time: dict[int, Moment] = field(default_factory=dict)
    by_row: dict[int, Moment] = field(default_factory=dict)

    def until(self, at_ms: int) -> None:
        """Keep every time asked for up to `at_ms`, before anything said at it."""
        while self.times and self.times[0] <= at_ms:
            due = self.times.pop(0)
            self.run.advance(due)
            self.by_time[due] = moment_of(self.run)


def moment_of(run: Run) -> Moment:
    """The state of a run as it is now."""
    state = np.frombuffer(run.snapshot()[8:], np.uint8).copy()
    return Moment(run.now_ms, state, said_until_now(run))


def said_until_now(run: Run) -> tuple[OrderRow, ...]:
    """The Tactical seat's accepted orders so far."""
    rows = run.state.orders[: int(run.state.clock[0]["orders"])]
    found = [tuple(int(row[name]) for name in _ORDER) for row in rows]
    return tuple(
        (one[0], one[1], one[2], one[3], one[4], one[5]) for one in found if one[0] == Seat.TACTICAL
    )


@dataclass(frozen=True)
class Kept:
    """The true state just before each decision, and at chosen times before what was said then."""

    by_decision: dict[Decision, Moment]
    by_time: dict[int, Moment]


def moments(
    rebuilt: Rebuilt, decisions: Iterable[Decision], times: Iterable[int], machine: Machine
) -> Kept:
    """Replay the log and keep what is asked for."""
    wanted = list(decisions)
    keeper = _Keeper(
        fresh_run(rebuilt.prepared, rebuilt.opened, machine),
        sorted({*times, *(one.at_ms for one in wanted if one.sequence < 0)}),
        {one.sequence for one in wanted if one.sequence >= 0},
    )
    for entry in rebuilt.entries:
        keeper.until(entry.sim_ms)
        if entry.sequence in keeper.rows:
            keeper.run.advance(entry.sim_ms)
            keeper.by_row[entry.sequence] = moment_of(keeper.run)
        try:
            apply(keeper.run, entry.sim_ms, entry.seat, entry.event)
        except DivergedError:
            if rebuilt.claim == "same":
                raise
    keeper.until(rebuilt.end_ms)
    found: dict[Decision, Moment] = {}
    for one in wanted:
        kept = (
            keeper.by_time.get(one.at_ms) if one.sequence < 0 else keeper.by_row.get(one.sequence)
        )
        if kept is not None:
            found[one] = kept
    return Kept(found, keeper.by_time)
