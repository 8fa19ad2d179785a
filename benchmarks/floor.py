"""`python -m benchmarks.floor`: what the events of an incident cost where nothing happens at them.

An incident is played plain, and what each event puts into the calendar is written down. Then the
calendar alone is taken through the same events again, compiled: every handler is empty. Beside it,
from the same run, a bare heap and the whole kernel.
"""

import importlib
import json
import pkgutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, NamedTuple

import numpy as np

import warmzone.kernel
from warmzone.doctrine.commanders import automatic
from warmzone.doctrine.shipped import shipped_machine
from warmzone.kernel.compiled import compiled
from warmzone.kernel.events import clear_calendar, schedule
from warmzone.kernel.stretch import walk_on
from warmzone.scenario.library import open_scenario
from warmzone.simulation.lower import prepare
from warmzone.simulation.machine import PLAIN
from warmzone.studies.bench.bench import waiting_events
from warmzone.studies.bench.clock import best_of
from warmzone.studies.bench.heap import bare_heap_ns
from warmzone.studies.execute import Engine, outcomes

SCHOOL, COMMANDER = "school-active-threat", "interior"
INCIDENTS, REPEATS, WHOLE, TURNS = 6, 400, 40, 5
HEAP_EVENTS = 1_000_000


class Trace(NamedTuple):
    """What events put into the calendar: entries `first[k]` up to `first[k + 1]` belong to event k.

    entries: int64[n, 2], (slot, when); first: int64[events + 1]. Before event 0 the start of the
    incident fills the calendar, which has so many leaves.
    """

    entries: np.ndarray
    first: np.ndarray
    leaves: int


@contextmanager
def replaced(real: Callable[..., Any], by: Callable[..., Any], where: str = "") -> Iterator[None]:
    """Let every plain module of the kernel (that `where` ends) call another function instead."""
    name = real.__name__
    parts = pkgutil.iter_modules(warmzone.kernel.__path__, "warmzone.kernel.")
    names = [one.name for one in parts if not one.name.endswith(("compiler", "twins", "pointers"))]
    modules = [importlib.import_module(name) for name in names if name.endswith(where)]
    callers = [one for one in modules if getattr(one, name, None) is real]
    for module in callers:
        setattr(module, name, by)
    try:
        yield
    finally:
        for module in callers:
            setattr(module, name, real)


def traced(seed: int) -> Trace:
    """What the events of one incident put into the calendar."""
    prepared = prepare(*open_scenario(SCHOOL))
    entries: list[tuple[int, int]] = []
    first: list[int] = []

    def written(times: np.ndarray, winners: np.ndarray, slot: int, due_ms: int) -> None:
        entries.append((int(slot), int(due_ms)))
        schedule(times, winners, slot, due_ms)

    def begun(state: Any, world: Any, now: int) -> None:  # the first thing that every event does
        first.append(len(entries))
        walk_on(state, world, now)

    with replaced(schedule, written), replaced(walk_on, begun, "advance"):
        outcomes(prepared, automatic(COMMANDER), [seed], Engine(PLAIN, 1))
    leaves = len(prepared.layout.slot_kind)
    return Trace(np.array(entries), np.array([*first, len(entries)]), leaves)


@compiled
def replay(
    times: np.ndarray, winners: np.ndarray, entries: np.ndarray, first: np.ndarray, often: int
) -> int:
    """Take the calendar `often` through every event of a trace; the sum of the slots handled."""
    total = 0
    for _ in range(often):
        clear_calendar(times, winners)
        for entry in range(first[0]):
            schedule(times, winners, int(entries[entry, 0]), int(entries[entry, 1]))
        for k in range(len(first) - 1):
            total += int(winners[1])
            for entry in range(first[k], first[k + 1]):
                schedule(times, winners, int(entries[entry, 0]), int(entries[entry, 1]))
    return total


def empty_events_ns(traces: list[Trace]) -> float:
    """Nanoseconds of processor time of one event of these incidents, its handler empty."""
    from warmzone.kernel.compiler import Compiler
    from warmzone.kernel.native import Native

    compiler = Compiler()
    int64 = compiler.numba.int64
    kinds = [
        compiler.type_of(one)
        for one in (np.zeros(1, np.int64), np.zeros(1, np.int32), np.zeros((1, 2), np.int64))
    ]
    symbol = compiler.entry("replay", replay, int64(*kinds, kinds[0], int64))
    call = Native(compiler.code()).entry(symbol)
    busy_s, events = 0.0, 0
    for trace in traces:
        times, winners = np.zeros(trace.leaves, np.int64), np.zeros(2 * trace.leaves, np.int32)
        play = partial(call, times, winners, trace.entries, trace.first, REPEATS)
        took = best_of(TURNS, play)
        busy_s += took.busy_s / REPEATS
        events += len(trace.first) - 1
    return busy_s / events * 1e9


def whole_events_ns() -> float:
    """Nanoseconds of processor time of one event of the same incidents, as they are."""
    prepared, engine = prepare(*open_scenario(SCHOOL)), Engine(shipped_machine(), 1)
    seeds = [*range(1, INCIDENTS + 1)] * WHOLE
    play = partial(outcomes, prepared, automatic(COMMANDER), seeds, engine)
    return best_of(TURNS, play).busy_s / float(play()["events"].sum()) * 1e9


def main() -> None:
    """Measure and print."""
    traces = [traced(seed) for seed in range(1, INCIDENTS + 1)]
    events = sum(len(trace.first) - 1 for trace in traces)
    entries = sum(len(trace.entries) for trace in traces)
    found = {
        "incidents": INCIDENTS,
        "events_per_incident": events / INCIDENTS,
        "calendar_entries_per_event": entries / events,
        "bare_heap_ns_per_event": bare_heap_ns(
            waiting_events(prepare(*open_scenario(SCHOOL))), HEAP_EVENTS
        ),
        "empty_ns_per_event": empty_events_ns(traces),
        "whole_ns_per_event": whole_events_ns(),
    }
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main()
