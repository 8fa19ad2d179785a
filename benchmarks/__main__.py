"""`python -m benchmarks`: incidents a second, time per event, compiled against plain."""

import argparse
import json
import sys

from rich.console import Console
from rich.table import Table

from benchmarks.measure import Timing, as_json, ready, time_scenario
from warmzone.doctrine.names import NAMES
from warmzone.scenario.library import scenario_ids
from warmzone.simulation.signatures import Progress
from warmzone.studies.bench.clock import surroundings

WANTED = (
    ("school-active-threat", "interior"),
    ("school-active-threat", "command-post"),
    ("school-active-threat", "nobody"),
    ("arcade-thin-shift", "interior"),
    ("derailment-mci", "interior"),
    ("robbery-single-casualty", "interior"),
)


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--incidents", type=int, default=512, help="for each line of the table")
    parser.add_argument("--scenario", choices=scenario_ids(), help="this one alone")
    parser.add_argument("--commander", choices=NAMES, default="interior", help="with --scenario")
    return parser.parse_args()


def say(progress: Progress) -> None:
    """How far compiling is, on standard error."""
    sys.stderr.write(f"kernel {progress.done}/{progress.total} {progress.part}\n")


def table_of(timings: list[Timing]) -> Table:
    """The figures for people."""
    table = Table(title="Compiled incidents", title_justify="left")
    table.add_column("scenario, commander")
    heads = (
        "incidents/s, 2 threads",
        "1 thread",
        "events",
        "most",
        "ns/event",
        "plain ms",
        "ratio",
    )
    for head in heads:
        table.add_column(head, justify="right")
    for timing in timings:
        table.add_row(
            f"{timing.scenario}, {timing.commander}",
            f"{timing.incidents_per_s['2']:.0f}",
            f"{timing.incidents_per_s['1']:.0f}",
            f"{timing.events_per_incident:.0f}",
            f"{timing.most_events}",
            f"{timing.ns_per_event:.0f}",
            f"{timing.plain_ms_per_incident:.0f}",
            f"{timing.plain_ratio:.0f}",
        )
    return table


def main() -> None:
    """Measure and print."""
    asked = arguments()
    before = surroundings()
    machine, ready_s, cached = ready(say)
    wanted = WANTED if asked.scenario is None else ((asked.scenario, asked.commander),)
    timings = [
        time_scenario(name, commander, machine, asked.incidents) for name, commander in wanted
    ]
    if asked.json:
        found = {**before, "ready_s": ready_s, "cached": cached, "timings": as_json(timings)}
        sys.stdout.write(json.dumps(found) + "\n")
        return
    console = Console()
    console.print(table_of(timings))
    source = "read from the cache" if cached else "compiled"
    console.print(f"Kernel {source} in {ready_s:.1f} s; {before}.")


if __name__ == "__main__":
    main()
