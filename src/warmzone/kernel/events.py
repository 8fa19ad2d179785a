"""The calendar: one fixed slot per (kind, entity) under a flat winner tree.

Rescheduling overwrites, so nothing stale exists. Slots are laid out by kind rank, then entity, so
the earliest slot index wins a tie and the order is (time, kind rank, entity id).
"""

from enum import IntEnum

import numpy as np

from warmzone.kernel.compiled import compiled

NEVER = 2**62
MS_PER_MIN = 60_000.0  # times are in milliseconds, rates per minute


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
ROUND = 2  # levels of a binary tree that are played as one match


@compiled
def schedule(times: np.ndarray, winners: np.ndarray, slot: int, at_ms: int) -> None:
    """Set the time of a slot (NEVER clears it) and play its matches as far as that matters.

    times: int64[leaves]; winners: int32[2 * leaves], of which every second level of a binary tree
    is in use: four play one match, two or four the last one. What comes earlier meets only the
    winner of each match; what comes later plays those again that it had won.
    """
    before = int(times[slot])
    if at_ms == before:
        return
    times[slot] = at_ms
    node = len(times) + slot
    if at_ms > before:
        while node > 1 and winners[max(1, node >> ROUND)] == slot:
            node = play_again(times, winners, node)
        return
    while node > 1:
        node = max(1, node >> ROUND)
        other = int(winners[node])
        due = int(times[other])
        if due < at_ms or (due == at_ms and other < slot):
            return
        winners[node] = slot


@compiled
def play_again(times: np.ndarray, winners: np.ndarray, node: int) -> int:
    """Play the match in which a node takes part; returns the node of its winner."""
    match = node >> ROUND
    first = match << ROUND
    count = 1 << ROUND
    if match == 0:  # in the last one are as many as are left
        match = 1
        first = len(times)
        while first >= 1 << ROUND:
            first = first >> ROUND
        count = first
    winner = int(winners[first])
    soonest = int(times[winner])
    for k in range(first + 1, first + count):
        other = int(winners[k])
        due = int(times[other])
        winner = other if due < soonest else winner
        soonest = min(soonest, due)
    winners[match] = winner
    return match


@compiled
def clear_calendar(times: np.ndarray, winners: np.ndarray) -> None:
    """Empty every slot and play the whole tree once."""
    leaves = len(times)
    for slot in range(leaves):
        times[slot] = NEVER
        winners[leaves + slot] = slot
    for node in range(leaves - 1, 0, -1):
        winners[node] = winners[2 * node]
