"""`python -m benchmarks.simpy_open_ground`: how both differ, how long each took."""

import argparse
import json
import sys
import time
from dataclasses import asdict

from benchmarks.distributions import differences
from benchmarks.simpy_open_ground.incident import prepared as open_ground
from benchmarks.simpy_open_ground.play import NAMES, play, play_kernel, table


def main() -> None:
    """Play, test and print."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.simpy_open_ground", description=__doc__
    )
    parser.add_argument("--incidents", type=int, default=400)
    asked = parser.parse_args()
    prepared = open_ground()
    begun = time.process_time()
    twin = table([play(prepared, seed) for seed in range(asked.incidents)])
    simpy_ms = (time.process_time() - begun) / asked.incidents * 1e3
    begun = time.process_time()
    kernel = table([play_kernel(prepared, 10_000 + seed) for seed in range(asked.incidents)])
    plain_ms = (time.process_time() - begun) / asked.incidents * 1e3
    found: dict[str, object] = {
        "incidents": asked.incidents,
        "simpy_ms": simpy_ms,
        "plain_ms": plain_ms,
    }
    for one in differences(NAMES, twin, kernel):
        told = asdict(one)
        found[told.pop("name")] = told
    sys.stdout.write(json.dumps(found, indent=1) + "\n")


if __name__ == "__main__":
    main()
