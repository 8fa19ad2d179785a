"""The clocks that a drill is about: those which its choices move, with intervals."""

from collections.abc import Mapping

import numpy as np

from warmzone.measures import CLOCKS
from warmzone.measures.definitions import Measure
from warmzone.measures.estimate import estimate
from warmzone.server.wire_drills import ChoiceClock

MOST = 3


def clocks_of(
    outcomes: Mapping[str, np.ndarray], best: str, at_ms: int, end_ms: int
) -> dict[str, list[ChoiceClock]]:
    """By choice, up to three clocks in seconds since the moment, the most moved first.

    `outcomes` are OUTCOME rows of the same luck for every choice. A clock is moved where some
    choice's mean differs from that of `best` by more than its 95 % interval; a replay that never
    reached it counts until the end of the incident.
    """
    moved = []
    for clock in CLOCKS:
        since = {one: _since_s(rows, clock, at_ms, end_ms) for one, rows in outcomes.items()}
        size = max((_difference(one, since[best]) for one in since.values()), default=0.0)
        if size > 0:
            moved.append((size, clock, since))
    moved.sort(key=lambda one: -one[0])
    return {
        choice: [_told(clock, since[choice], outcomes[choice]) for _, clock, since in moved[:MOST]]
        for choice in outcomes
    }


def _since_s(rows: np.ndarray, clock: Measure, at_ms: int, end_ms: int) -> np.ndarray:
    reached = rows[clock.field].astype(np.float64)
    return (np.where(reached < 0, end_ms, reached) - at_ms) / 1000


def _difference(one: np.ndarray, other: np.ndarray) -> float:
    """How many seconds apart two choices are; 0 where that cannot be told from luck."""
    apart = one - other
    found = estimate(apart) if apart.any() else None
    if found is None or found.low <= 0 <= found.high:
        return 0.0
    return abs(found.mean)


def _told(clock: Measure, since: np.ndarray, rows: np.ndarray) -> ChoiceClock:
    found = estimate(since)
    if found is None:
        raise ValueError("no replays")
    reached = float((rows[clock.field] >= 0).mean())
    return ChoiceClock(clock.name, clock.label, found.mean, found.low, found.high, reached)
