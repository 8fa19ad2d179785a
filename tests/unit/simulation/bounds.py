"""Play incidents on the bounds-checked kernel and print their digests; run as a script."""

import json
import sys

from tests import tiny
from warmzone.doctrine.commanders import NAMES, automatic
from warmzone.doctrine.shipped import shipped_machine
from warmzone.scenario.library import open_scenario
from warmzone.simulation.lower import prepare
from warmzone.simulation.run import Run


def main() -> None:
    """Every commander on the shipped scenarios named and on the small ones; one JSON object."""
    machine = shipped_machine(boundscheck=True)
    worlds = {name: prepare(*open_scenario(name)) for name in sys.argv[1:]}
    worlds |= {f"tiny-{threat}": tiny.prepared(threat) for threat in ("active", "silent", "none")}
    digests = {}
    for name, prepared in worlds.items():
        for commander in NAMES:
            run = Run(prepared, 31, automatic(commander), machine=machine)
            run.advance(prepared.end_ms)
            digests[f"{name}/{commander}"] = run.digest()
    sys.stdout.write(json.dumps(digests))


if __name__ == "__main__":
    main()
