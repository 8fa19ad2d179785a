"""Timing incidents: the compiled kernel on one and two threads, and the plain one beside it."""

import os
import platform
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass

from warmzone.doctrine.commanders import automatic
from warmzone.doctrine.shipped import shipped_machine
from warmzone.kernel.compiled import cache_directory
from warmzone.scenario.library import open_scenario
from warmzone.simulation.lower import Prepared, prepare
from warmzone.simulation.machine import PLAIN, Machine, Progress
from warmzone.studies.execute import Engine, outcomes


@dataclass(frozen=True, slots=True)
class Timing:
    """One scenario under one commander. Every figure comes from the same run of this program.

    `ns_per_event` is processor time of one thread; `plain_ratio` is how many times longer the
    plain kernel takes for an incident than the compiled one on one thread.
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


def best_of(turns: int, play: Callable[[], object]) -> float:
    """The shortest wall time of some turns, in seconds: other work on the machine only adds."""
    found = []
    for _ in range(turns):
        begun = time.perf_counter()
        play()
        found.append(time.perf_counter() - begun)
    return min(found)


def time_scenario(name: str, commander: str, machine: Machine, incidents: int) -> Timing:
    """Play the same seeds on one and two threads, some of them plain."""
    prepared = prepare(*open_scenario(name))
    crew = automatic(commander)
    seeds = range(1, incidents + 1)
    rows = outcomes(prepared, crew, seeds, Engine(machine, 1))
    events = rows["events"].astype(float)
    wall = {
        threads: best_of(3, lambda n=threads: outcomes(prepared, crew, seeds, Engine(machine, n)))
        for threads in (1, 2)
    }
    plain_s = time_plain(prepared, commander)
    one_s = wall[1] / incidents
    return Timing(
        scenario=name,
        commander=commander,
        incidents=incidents,
        events_per_incident=float(events.mean()),
        most_events=int(events.max()),
        incidents_per_s={str(threads): incidents / wall_s for threads, wall_s in wall.items()},
        ns_per_event=wall[1] / float(events.sum()) * 1e9,
        plain_ms_per_incident=plain_s * 1e3,
        plain_ratio=plain_s / one_s,
    )


def time_plain(prepared: Prepared, commander: str) -> float:
    """Seconds that the plain kernel takes for one of three incidents."""
    seeds = range(1, 4)
    return best_of(1, lambda: outcomes(prepared, automatic(commander), seeds, Engine(PLAIN, 1))) / 3


def ready(report: Callable[[Progress], None]) -> tuple[Machine, float, bool]:
    """The compiled machine, the seconds until it was ready, and whether it came from the cache."""
    cached = cache_directory().exists()
    begun = time.perf_counter()
    machine = shipped_machine(report)
    return machine, time.perf_counter() - begun, cached


def surroundings() -> dict[str, object]:
    """What the figures depend on beside the code."""
    return {
        "python": platform.python_version(),
        "machine": platform.machine(),
        "cores": os.cpu_count(),
        "load_average": round(os.getloadavg()[0], 2),
    }


def as_json(timings: list[Timing]) -> list[dict[str, object]]:
    """The timings as plain values."""
    return [asdict(timing) for timing in timings]
