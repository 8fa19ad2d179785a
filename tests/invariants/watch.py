"""Watching a run: every promise is looked at again and again while it is played."""

from typing import Any

import numpy as np

from tests.invariants import ground, people, said, teams, times
from tests.invariants.promise import Broken, Promise
from warmzone.simulation.layout import new_buffer, view_state
from warmzone.simulation.run import Run

PROMISES: tuple[Promise, ...] = (
    *people.PROMISES,
    *teams.PROMISES,
    *ground.PROMISES,
    *said.PROMISES,
    *times.PROMISES,
)


class Watch:
    """Asserts every promise of a run, also against how it was when last shown."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self._kept = new_buffer(run.prepared.layout)
        self.was = view_state(run.prepared.layout, self._kept)
        self._remember()

    def _remember(self) -> None:
        self._kept[:] = np.frombuffer(self.run.snapshot(), np.uint8, offset=8)

    def look(self) -> None:
        """Assert everything; the first promise that does not hold raises Broken."""
        for promise in PROMISES:
            self.assert_one(promise)
        self._remember()

    def assert_one(self, promise: Promise) -> None:
        """Assert one promise; Broken names it."""
        try:
            promise.holds(self.was, self.run)
        except Broken as broken:
            raise Broken(f"{promise.name} at {self.run.now_ms} ms: {broken}") from None

    def broken(self) -> dict[str, str]:
        """Every promise that does not hold now, and why; then go on from here."""
        found = {}
        for promise in PROMISES:
            try:
                self.assert_one(promise)
            except Broken as broken:
                found[promise.name] = str(broken)
        self._remember()
        return found


def each_event(run: Run) -> Any:
    """Move a run from one event's time to the next, to the end; yields after each."""
    while True:
        due = int(run.state.times[run.state.winners[1]])
        if due > run.prepared.end_ms:
            run.advance(run.prepared.end_ms)
            return
        run.advance(due)
        yield due
