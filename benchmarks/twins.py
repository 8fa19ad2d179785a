"""`python -m benchmarks.twins`: how many times as long the twins take as the kernel, per core.

SimPy's twin and the slow twin tell the school; the telling of `benchmarks.simpy_open_ground`, which
shares no rules with either, its own incident (open ground, no threat). Each is timed against the
compiled kernel playing the same incident in the same run.
"""

import json
import sys
import time
from collections.abc import Callable
from functools import cache

from warmzone.doctrine.commanders import automatic
from warmzone.doctrine.shipped import shipped_machine
from warmzone.scenario.library import open_scenario
from warmzone.simulation.lower import Prepared, prepare
from warmzone.simulation.machine import Machine
from warmzone.studies.bench.clock import best_of
from warmzone.studies.execute import Engine, outcomes

SIMPY_INCIDENTS, OPEN_GROUND_INCIDENTS, TURNS = 12, 40, 3
KERNEL_OPEN_GROUND, KERNEL_SCHOOL = 2000, 256
SCHOOL, COMMANDER = "school-active-threat", "interior"


def kernel_s(prepared: Prepared, commander: str, machine: Machine, incidents: int) -> float:
    """Seconds of processor time of one incident on the compiled kernel."""
    seeds, engine = range(1, incidents + 1), Engine(machine, 1)
    took = best_of(TURNS, lambda: outcomes(prepared, automatic(commander), seeds, engine))
    return took.busy_s / incidents


def telling_s(play: Callable[[int], object], incidents: int) -> float:
    """Seconds of processor time of one incident that `play` tells by its seed."""
    play(0)
    seeds = range(1, incidents + 1)
    return best_of(TURNS, lambda: [play(seed) for seed in seeds]).busy_s / incidents


def simpy_s() -> float:
    """Seconds of processor time of one school incident told by SimPy."""
    from benchmarks.simpy_twin.play import play
    from tests.reference.twin.world import make_plan

    plan, crew = make_plan(*open_scenario(SCHOOL)), automatic(COMMANDER)
    return telling_s(lambda seed: play(plan, crew, seed), SIMPY_INCIDENTS)


def open_ground_s() -> float:
    """Seconds of processor time of one incident on open ground told by SimPy."""
    from benchmarks.simpy_open_ground.incident import prepared as open_ground
    from benchmarks.simpy_open_ground.play import play

    prepared = open_ground()
    return telling_s(lambda seed: play(prepared, seed), OPEN_GROUND_INCIDENTS)


def slow_twin_s() -> float:
    """Seconds of processor time of one school incident told by the slow twin."""
    from tests.reference.twin.rollout import Twin
    from tests.reference.twin.setup import begin
    from tests.reference.twin.world import make_plan
    from warmzone.vocabulary.codes import Physiology

    scenario, site = open_scenario(SCHOOL)
    twin = Twin(
        begin(make_plan(scenario, site, Physiology.HAZARD, 1.0), 1, automatic=True),
        automatic(COMMANDER),
    )
    begun = time.process_time()
    twin.advance(scenario.minutes * 60_000)
    return time.process_time() - begun


def ratio(
    twin: Callable[[], float], kernel: Callable[[], float], missing: list[str]
) -> float | None:
    """A twin's time over the kernel's; None where a package that it needs is not installed."""
    try:
        return twin() / kernel()
    except ModuleNotFoundError as error:
        missing.append(f"{error.name} is not installed: `make bench` sets it up")
        return None


def main() -> None:
    """Time all and print one JSON object."""
    from benchmarks.simpy_open_ground.incident import prepared as open_ground

    machine = shipped_machine()
    missing: list[str] = []
    school = prepare(*open_scenario(SCHOOL))

    @cache
    def kernel_school() -> float:
        return kernel_s(school, COMMANDER, machine, KERNEL_SCHOOL)

    def kernel_open_ground() -> float:
        return kernel_s(open_ground(), "nobody", machine, KERNEL_OPEN_GROUND)

    found = {
        "simpy_ratio": ratio(simpy_s, kernel_school, missing),
        "simpy_open_ground_ratio": ratio(open_ground_s, kernel_open_ground, missing),
        "slow_twin_ratio": ratio(slow_twin_s, kernel_school, missing),
        "missing": missing,
    }
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main()
