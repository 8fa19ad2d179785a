"""The calendar: one fixed slot per (kind, entity) under a winner tree.

Rescheduling overwrites, so nothing stale exists. Slots are laid out by kind rank, then entity, so
the earliest slot index wins a tie and the order is (time, kind rank, entity id).
"""

from enum import IntEnum

import numpy as np

from warmzone.kernel.compiled import compiled

NEVER = 2**62


class EventKind(IntEnum):
    """Kinds of event in rank order: at the same millisecond the smaller number happens first."""

    HAZARD = 0
    HAZARD_MOVE = 1
    HAZARD_CONTACT = 2
    PERSON_EXPOSURE = 3
    PERSON_DEATH = 4
    PERSON_MOVE = 5
    TEAM_ARRIVAL = 6
    TEAM_LEG = 7
    TEAM_WORK = 8
    TEAM_HURT = 9
    TEAM_INITIATIVE = 10
    AMBULANCE = 11
    FIRST_REPORT = 12
    RADIO = 13
    RELAY = 14
    OUTSIDE = 15
    DECIDE = 16


KINDS = len(EventKind)


@compiled
def schedule(times: np.ndarray, winners: np.ndarray, slot: int, at_ms: int) -> None:
    """Set the time of a slot (NEVER clears it) and play its matches as far as that matters.

    times: int64[leaves]; winners: int32[2 * leaves], node k has children 2k and 2k+1. A match that
    another slot wins as before changes nothing above it.
    """
    if times[slot] == at_ms:
        return
    times[slot] = at_ms
    leaves = len(times)
    node = (leaves + slot) >> 1
    while node >= 1:
        left = winners[2 * node]
        right = winners[2 * node + 1]
        winner = left if times[left] <= times[right] else right
        if winner == winners[node] and winner != slot:
            return
        winners[node] = winner
        node = node >> 1


@compiled
def clear_calendar(times: np.ndarray, winners: np.ndarray) -> None:
    """Empty every slot and play the whole tree once."""
    leaves = len(times)
    for slot in range(leaves):
        times[slot] = NEVER
        winners[leaves + slot] = slot
    for node in range(leaves - 1, 0, -1):
        winners[node] = winners[2 * node]
