"""Rebuild an incident from its log: the same rows give the same run, digest and all."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from warmzone.exercise.codec import Entry
from warmzone.exercise.evolve import DivergedError, apply, evolve
from warmzone.exercise.run_port import RunPort
from warmzone.exercise.state import State

Claim = Literal["same", "recomputed"]


@dataclass(frozen=True, slots=True)
class Replayed:
    """A run rebuilt from a log.

    `claim` is `same` only where the log was written under this results version; otherwise the run
    is `recomputed`, need not equal what was played, and whoever shows it must say so.
    `dropped` are the sequence numbers of orders that a recomputed run no longer accepts.
    """

    run: RunPort
    state: State
    claim: Claim
    dropped: tuple[int, ...] = ()

    def equals(self, digest: str) -> bool:
        """Whether the run is the one with this digest; never claimed for a recomputed run."""
        return self.claim == "same" and self.run.digest() == digest


def look_at_nothing(_entry: Entry) -> None:
    """Look at nothing on the way."""


def replay(
    run: RunPort,
    entries: Iterable[Entry],
    *,
    written_under: str,
    results_version: str,
    after: Callable[[Entry], None] = look_at_nothing,
) -> Replayed:
    """Play a log's rows into a fresh run; `after` is called once each row has taken effect.

    Under the results version that wrote it a row that no longer fits raises DivergedError.
    """
    same = written_under == results_version
    state = State()
    dropped: list[int] = []
    for entry in entries:
        try:
            apply(run, entry.sim_ms, entry.seat, entry.event)
        except DivergedError:
            if same:
                raise
            dropped.append(entry.sequence)
        state = evolve(state, entry.sim_ms, entry.event)
        after(entry)
    return Replayed(run, state, "same" if same else "recomputed", tuple(dropped))
