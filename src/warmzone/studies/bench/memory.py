"""How much memory many incidents take, measured in a process of its own."""

import json
import subprocess
import sys

_PLAYED = """
import json, sys
from warmzone.doctrine.commanders import automatic
from warmzone.doctrine.shipped import shipped_machine
from warmzone.scenario.library import open_scenario
from warmzone.simulation.lower import prepare
from warmzone.studies.execute import Engine, outcomes
name, commander, incidents, threads = sys.argv[1:]
prepared = prepare(*open_scenario(name))
seeds = range(1, int(incidents) + 1)
rows = outcomes(prepared, automatic(commander), seeds, Engine(shipped_machine(), int(threads)))
with open("/proc/self/status") as status:
    peak_kb = next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))
print(json.dumps({"incidents": len(rows), "peak_mb": peak_kb / 1024}))
"""


def peak_mb(scenario: str, commander: str, incidents: int, threads: int) -> float:
    """The most memory, in mebibytes, that a process held while it played so many incidents.

    Every incident's row is held to the end. Raises RuntimeError where that cannot be measured.
    """
    words = (scenario, commander, str(incidents), str(threads))
    done = subprocess.run(  # noqa: S603 (this interpreter, words of our own)
        [sys.executable, "-c", _PLAYED, *words], capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise RuntimeError(done.stderr.strip().splitlines()[-1] if done.stderr else "no answer")
    return float(json.loads(done.stdout)["peak_mb"])
