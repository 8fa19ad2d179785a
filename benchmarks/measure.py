"""Timing incidents: the compiled kernel on one and two threads, and the plain one beside it."""

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass

from warmzone.doctrine.commanders import automatic
from warmzone.doctrine.shipped import shipped_machine
from warmzone.scenario.library import open_scenario
from warmzone.simulation.lower import Prepared, prepare
from warmzone.simulation.machine import PLAIN, Machine
from warmzone.simulation.signatures import Progress
from warmzone.studies.bench.clock import best_of
from warmzone.studies.execute import Engine, outcomes


@dataclass(frozen=True, slots=True)
class Timing:
    """One scenario under one commander. Every figure comes from the same run of this program.

    Incidents a second are by the clock; `ns_per_event`, `plain_ms_per_incident` and `plain_ratio`
    (plain against compiled) are processor time of one thread, which other work disturbs less.
    """

    scenario: str
    commander: str
    incidents: int
    events_per_incident: float
    most_events: int
    incidents_per_s: dict[str, float]
    ns_per_event: float
    plain_ms_per_incident: float
    plain_ratio: float


def time_scenario(name: str, commander: str, machine: Machine, incidents: int) -> Timing:
    """Play the same seeds on one and two threads, some of them plain."""
    prepared = prepare(*open_scenario(name))
    crew = automatic(commander)
    seeds = range(1, incidents + 1)
    rows = outcomes(prepared, crew, seeds, Engine(machine, 1))
    events = rows["events"].astype(float)
    took = {
        threads: best_of(5, lambda n=threads: outcomes(prepared, crew, seeds, Engine(machine, n)))
        for threads in (1, 2)
    }
    busy_s = took[1].busy_s
    plain_s = time_plain(prepared, commander)
    return Timing(
        scenario=name,
        commander=commander,
        incidents=incidents,
        events_per_incident=float(events.mean()),
        most_events=int(events.max()),
        incidents_per_s={str(threads): incidents / one.wall_s for threads, one in took.items()},
        ns_per_event=busy_s / float(events.sum()) * 1e9,
        plain_ms_per_incident=plain_s * 1e3,
        plain_ratio=plain_s / (busy_s / incidents),
    )


def time_plain(prepared: Prepared, commander: str) -> float:
    """Seconds of processor time that the plain kernel takes for one of three incidents."""
    engine = Engine(PLAIN, 1)
    return (
        best_of(1, lambda: outcomes(prepared, automatic(commander), range(1, 4), engine)).busy_s / 3
    )


def ready(report: Callable[[Progress], None]) -> tuple[Machine, float, bool]:
    """The compiled machine, the seconds until it was ready, and whether it came from the cache."""
    begun = time.perf_counter()
    machine = shipped_machine(report)
    return machine, time.perf_counter() - begun, machine.cached


def as_json(timings: list[Timing]) -> list[dict[str, object]]:
    """The timings as plain values."""
    return [asdict(timing) for timing in timings]
