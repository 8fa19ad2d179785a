"""A bare event heap, compiled: what handling an event costs where nothing happens at it."""

import numpy as np

from warmzone.kernel.compiled import compiled
from warmzone.kernel.draws import mixed
from warmzone.studies.bench.clock import best_of

_TURNS = 5
_MEAN_MS = np.uint64(60_000)


@compiled
def push(heap: np.ndarray, count: int, time_ms: int, thing: int) -> None:
    """Put an event behind `count` others of a binary heap. heap: int64[n, 2], (time, thing)."""
    at = count
    while at > 0 and heap[(at - 1) // 2, 0] > time_ms:
        above = (at - 1) // 2
        heap[at, 0], heap[at, 1] = heap[above, 0], heap[above, 1]
        at = above
    heap[at, 0], heap[at, 1] = time_ms, thing


@compiled
def take(heap: np.ndarray, count: int) -> int:
    """Take the first of `count` events away; its thing."""
    thing = heap[0, 1]
    last_ms, last = heap[count - 1, 0], heap[count - 1, 1]
    at = 0
    below = 1
    while below < count - 1:
        if below + 1 < count - 1 and heap[below + 1, 0] < heap[below, 0]:
            below += 1
        if heap[below, 0] >= last_ms:
            break
        heap[at, 0], heap[at, 1] = heap[below, 0], heap[below, 1]
        at = below
        below = 2 * at + 1
    heap[at, 0], heap[at, 1] = last_ms, last
    return int(thing)


@compiled
def churn(heap: np.ndarray, events: int) -> int:
    """Take `events` events one by one, each followed by a new one of the same thing.

    heap: int64[n, 2], n events waiting at any time. Returns the time of the last event.
    """
    count = len(heap)
    for k in range(count):
        push(heap, k, int(mixed(np.uint64(k)) % _MEAN_MS), k)
    now = 0
    for k in range(events):
        now = int(heap[0, 0])
        thing = take(heap, count)
        wait = mixed(np.uint64(k + count)) % _MEAN_MS
        push(heap, count - 1, now + int(wait), thing)
    return now


def bare_heap_ns(waiting: int, events: int) -> float:
    """Nanoseconds of processor time for one event taken and one put in, `waiting` at any time."""
    from warmzone.kernel.compiler import Compiler
    from warmzone.kernel.native import Native

    compiler = Compiler()
    heap = np.zeros((waiting, 2), np.int64)
    int64 = compiler.numba.int64
    symbol = compiler.entry("churn", churn, int64(compiler.type_of(heap), int64))
    call = Native(compiler.code()).entry(symbol)
    return best_of(_TURNS, lambda: call(heap, events)).busy_s / events * 1e9
