"""All figures of speed, from one run: each with what is wanted of it."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from warmzone.doctrine.commanders import automatic
from warmzone.scenario.library import open_scenario
from warmzone.simulation.lower import Prepared, prepare
from warmzone.simulation.machine import Machine
from warmzone.studies.bench.clock import best_of, surroundings
from warmzone.studies.bench.grown import grown
from warmzone.studies.bench.heap import bare_heap_ns
from warmzone.studies.bench.kinds import events_by_kind
from warmzone.studies.bench.memory import peak_mb
from warmzone.studies.bench.twins import checkout, time_twins
from warmzone.studies.execute import Engine, outcomes

GROWTH = 10
_TURNS = 5
_COUNTED = 32
_HEAP_EVENTS = 2_000_000


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted of a figure: at least, or at most."""

    at_least: float | None = None
    at_most: float | None = None

    def reached(self, value: float) -> bool:
        """Whether a value is what is wanted."""
        above = self.at_least is None or value >= self.at_least
        return above and (self.at_most is None or value <= self.at_most)


WISHES = {
    "incidents_per_s": Wish(at_least=10_000),
    "events_per_incident": Wish(at_most=800),
    "ns_per_event": Wish(at_most=250),
    "simpy_ratio": Wish(at_least=500),
    "growth_10x": Wish(at_most=15),
    "peak_mb": Wish(at_most=500),
}
"""Of the school scenario under interior command, on two cores; peak_mb of a million incidents."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What to measure: a scenario and a commander, how many incidents, on how many threads."""

    scenario: str
    commander: str
    incidents: int
    threads: int
    memory_incidents: int
    twins: bool = True


@dataclass(frozen=True, slots=True)
class Bench:
    """What was measured; a ratio is None where what it compares with is missing.

    `incidents_per_s` is by the clock on all threads; the times and ratios are processor time of
    one thread, which other work disturbs less.
    """

    asked: Asked
    incidents_per_s: float
    incidents_per_s_one_thread: float
    events_per_incident: float
    most_events: int
    ns_per_event: float
    bare_heap_ns_per_event: float
    growth_10x: float | None
    simpy_ratio: float | None
    simpy_open_ground_ratio: float | None
    slow_twin_ratio: float | None
    peak_mb: float
    events_by_kind: dict[str, float]
    missing: tuple[str, ...]
    surroundings: dict[str, object]


def measure(asked: Asked, machine: Machine, report: Callable[[str], None]) -> Bench:
    """Measure everything; `report` is told what is measured next."""
    around = surroundings()
    scenario, site = open_scenario(asked.scenario)
    prepared = prepare(scenario, site)
    crew = automatic(asked.commander)
    seeds = range(1, asked.incidents + 1)
    report("incidents on all threads")
    many = best_of(_TURNS, lambda: outcomes(prepared, crew, seeds, Engine(machine, asked.threads)))
    report("incidents on one thread")
    one = best_of(_TURNS, lambda: outcomes(prepared, crew, seeds, Engine(machine, 1)))
    events = outcomes(prepared, crew, seeds, Engine(machine, 1))["events"].astype(np.float64)
    report("events by kind")
    kinds = events_by_kind(prepared, crew, machine, range(1, _COUNTED + 1))
    report("a bare heap")
    heap_ns = bare_heap_ns(waiting_events(prepared), _HEAP_EVENTS)
    report(f"{GROWTH} times as many officers and casualties")
    growth, why = _growth(asked, machine, one.busy_s / asked.incidents)
    report("memory")
    memory = peak_mb(asked.scenario, asked.commander, asked.memory_incidents, asked.threads)
    report("the twins")
    twins = time_twins(checkout() if asked.twins else None)
    return Bench(
        asked=asked,
        incidents_per_s=asked.incidents / many.wall_s,
        incidents_per_s_one_thread=asked.incidents / one.wall_s,
        events_per_incident=float(events.mean()),
        most_events=int(events.max()),
        ns_per_event=one.busy_s / float(events.sum()) * 1e9,
        bare_heap_ns_per_event=heap_ns,
        growth_10x=growth,
        simpy_ratio=twins.simpy_ratio,
        simpy_open_ground_ratio=twins.simpy_open_ground_ratio,
        slow_twin_ratio=twins.slow_twin_ratio,
        peak_mb=memory,
        events_by_kind=kinds,
        missing=(*why, *(twins.missing if asked.twins else ())),
        surroundings=around,
    )


def waiting_events(prepared: Prepared) -> int:
    """How many events wait in the calendar at the start, about as many as at any time after."""
    sizes = prepared.layout.sizes
    return sizes.teams + sizes.ambulances + sizes.told + 8


def _growth(asked: Asked, machine: Machine, one_s: float) -> tuple[float | None, tuple[str, ...]]:
    """How many times as long the grown incident takes; where it cannot be played, why."""
    scenario, site = open_scenario(asked.scenario)
    prepared = prepare(grown(scenario, GROWTH), site)
    crew = automatic(asked.commander)
    seeds = range(1, max(4, asked.incidents // 16) + 1)
    try:
        took = best_of(2, lambda: outcomes(prepared, crew, seeds, Engine(machine, 1)))
    except RuntimeError as error:
        return None, (f"growth_10x: {error}",)
    return took.busy_s / len(seeds) / one_s, ()
