"""The compiled kernel with every commander that ships."""

from collections.abc import Callable
from typing import Any

from warmzone.doctrine.commanders import POLICIES
from warmzone.scenario.library import open_scenario, scenario_ids
from warmzone.simulation.lower import prepare
from warmzone.simulation.machine import Machine, Progress, compile_machine


def shipped_machine(
    report: Callable[[Progress], None] = lambda _progress: None, **flags: Any
) -> Machine:
    """Compile the kernel, or read it from the cache; one signature fits every scenario.

    `report` is told of each part; `flags` go to the compiler (`boundscheck=True`).
    """
    prepared = prepare(*open_scenario(scenario_ids()[0]))
    return compile_machine(prepared, POLICIES, report, **flags)
