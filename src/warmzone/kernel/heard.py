"""What a seat has been told, as one word: equal where it heard the same, in whatever order."""

import numpy as np

from warmzone.kernel.arrays import State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.draws import word

BIN_MS = 20_000
"""Times of hearing count as the same within bins of this width: the one approximation."""

_REPORT, _COUNTS, _ANSWER = 1, 2, 3


@compiled
def heard_word(state: State, seat: int, first_ms: int, end_ms: int) -> np.uint64:
    """All reports heard and orders answered from a time until before another."""
    total = np.uint64(0)
    for r in range(int(state.clock[0]["reports"])):
        heard_ms = int(state.reports[r]["heard_ms"][seat])
        if first_ms <= heard_ms and heard_ms < end_ms and heard_ms >= 0:
            total += report_word(state, r, heard_ms // BIN_MS)
    for k in range(int(state.clock[0]["orders"])):
        order = state.orders[k]
        acked_ms = int(order["acked_ms"])
        if int(order["seat"]) == seat and first_ms <= acked_ms and acked_ms < end_ms:
            total += order_word(state, k, acked_ms // BIN_MS)
    return total


@compiled
def report_word(state: State, r: int, when: int) -> np.uint64:
    """A report with the bin in which it was heard."""
    said = state.reports[r]
    about = (int(said["kind"]) + 2, int(said["team"]) + 2, int(said["area"]) + 2, _REPORT)
    start = word(np.uint64(when), about)
    more = (int(said["source"]) + 2, int(said["status"]) + 2, int(said["able"]) + 2, _COUNTS)
    middle = word(start, more)
    counts = said["counts"]
    seen = (int(counts[0]) + 2, int(counts[1]) + 2, int(counts[2]) + 2, int(counts[3]) + 2)
    return word(word(middle, seen), (int(said["flag"]) + 2, 0, 0, 0))


@compiled
def order_word(state: State, k: int, when: int) -> np.uint64:
    """An order of the seat with the bin in which it was answered, -1 for one that was not."""
    order = state.orders[k]
    about = (int(order["verb"]) + 2, int(order["team"]) + 2, int(order["ack_task"]) + 2, _ANSWER)
    return word(word(np.uint64(when + 2), about), (int(order["given_ms"]), 0, 0, 0))


@compiled
def open_orders(state: State, seat: int) -> np.uint64:
    """The seat's orders that have not been answered."""
    total = np.uint64(0)
    for k in range(int(state.clock[0]["orders"])):
        if int(state.orders[k]["seat"]) == seat and int(state.orders[k]["acked_ms"]) < 0:
            total += order_word(state, k, -1)
    return total
