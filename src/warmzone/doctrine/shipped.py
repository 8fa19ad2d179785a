"""The compiled kernel with every commander that ships."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from warmzone.doctrine.commanders import POLICIES
from warmzone.scenario.library import open_scenario, scenario_ids
from warmzone.simulation.lower import Prepared, prepare
from warmzone.simulation.machine import Machine, compile_machine, machine_directory
from warmzone.simulation.signatures import Progress


def shipped_machine(
    report: Callable[[Progress], None] = lambda _progress: None, **flags: Any
) -> Machine:
    """Compile the kernel, or read it from the cache; one signature fits every scenario.

    `report` is told of each part; `flags` go to the compiler (`boundscheck=True`).
    """
    return compile_machine(_example(), POLICIES, report, **flags)


def shipped_directory(**flags: Any) -> Path:
    """Where the compiled kernel is kept, whether it is there yet or not."""
    return machine_directory(_example(), POLICIES, **flags)


def _example() -> Prepared:
    return prepare(*open_scenario(scenario_ids()[0]))
