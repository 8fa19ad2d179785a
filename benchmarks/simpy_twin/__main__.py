"""`python -m benchmarks.simpy_twin`: how both differ, and how long each took for an incident."""

import argparse
import json
import sys
import time
from dataclasses import asdict

from benchmarks.distributions import differences
from benchmarks.simpy_twin.compare import NAMES, kernel_table, simpy_table
from tests.reference.twin.world import make_plan
from warmzone.doctrine.commanders import automatic
from warmzone.doctrine.shipped import shipped_machine
from warmzone.scenario.library import open_scenario
from warmzone.simulation.lower import prepare
from warmzone.studies.execute import Engine, outcomes

KERNEL_INCIDENTS = 2000


def main() -> None:
    """Play, compare and print one JSON object."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.simpy_twin", description=__doc__)
    parser.add_argument("--incidents", type=int, default=100)
    parser.add_argument("--scenario", default="school-active-threat")
    parser.add_argument("--commander", default="interior")
    asked = parser.parse_args()
    scenario, site = open_scenario(asked.scenario)
    crew, plan = automatic(asked.commander), make_plan(scenario, site)
    begun = time.process_time()
    simpy = simpy_table(plan, crew, range(asked.incidents))
    simpy_s = (time.process_time() - begun) / asked.incidents
    prepared, engine = prepare(scenario, site), Engine(shipped_machine(), 1)
    begun = time.process_time()
    rows = outcomes(prepared, crew, range(1, KERNEL_INCIDENTS + 1), engine)
    kernel_s = (time.process_time() - begun) / KERNEL_INCIDENTS
    found = {
        "simpy_ms": simpy_s * 1e3,
        "kernel_ms": kernel_s * 1e3,
        "ratio": simpy_s / kernel_s,
        "differences": [asdict(one) for one in differences(NAMES, simpy, kernel_table(rows))],
    }
    sys.stdout.write(json.dumps(found, indent=1) + "\n")


if __name__ == "__main__":
    main()
