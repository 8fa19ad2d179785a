"""One incident in SimPy: `play(prepared, seed)`, and the kernel's answer to the same question."""

from dataclasses import astuple, dataclass, fields

import numpy as np
import simpy

from benchmarks.simpy_open_ground.luck import Luck, World, world_of
from benchmarks.simpy_open_ground.scene import Scene
from warmzone.doctrine.commanders import automatic
from warmzone.evidence.rows import world_rows
from warmzone.simulation.lower import Prepared
from warmzone.simulation.machine import PLAIN, Machine
from warmzone.simulation.run import Run

_worlds: dict[int, tuple[Prepared, World]] = {}


@dataclass(frozen=True)
class Outcome:
    """What became of one incident; clocks in seconds, -1 not reached."""

    casualties: float
    deaths: float
    first_contact_s: float
    first_red_s: float
    last_red_s: float
    messages: float


NAMES = tuple(field.name for field in fields(Outcome))
"""The columns of a table of outcomes."""


def play(prepared: Prepared, seed: int) -> Outcome:
    """One incident of `incident.prepared()`, told by SimPy."""
    env = simpy.Environment()
    scene = Scene(env, _world(prepared), Luck(seed))
    end_s = prepared.end_ms / 1000
    env.run(until=end_s)
    p = scene.world.parameters
    deaths = 0
    for one in scene.people:
        if one.dead or one.admitted:
            deaths += one.dead
        else:
            arrives = one.arrives if one.arrives >= 0 else end_s + p["after_play_s"]
            deaths += one.dies_after(arrives, p["surgery_delay_s"])
    return Outcome(
        len(scene.people),
        deaths,
        scene.first_contact_s,
        scene.first_red_s,
        scene.last_red_s,
        scene.channel.messages,
    )


def play_kernel(prepared: Prepared, seed: int, machine: Machine = PLAIN) -> Outcome:
    """The same of the kernel, under nobody in command."""
    run = Run(prepared, seed, automatic("nobody"), machine=machine)
    run.advance(prepared.end_ms)
    row, record = run.outcome_row()[0], run.state.record[0]
    clocks = ("rtf_contact_ms", "first_red_out_ms", "last_red_out_ms")
    times = [float(record[clock]) / 1000 if record[clock] >= 0 else -1.0 for clock in clocks]
    counts = float(row["casualties"]), float(row["deaths"])
    return Outcome(*counts, *times, float(record["messages"]))


def table(outcomes: list[Outcome]) -> np.ndarray:
    """Outcomes as columns: float64[n, 6]."""
    return np.array([astuple(one) for one in outcomes], np.float64)


def _world(prepared: Prepared) -> World:
    """The plain values of a prepared incident, read once."""
    kept = _worlds.get(id(prepared))
    if kept is None or kept[0] is not prepared:
        kept = (prepared, world_of(prepared, world_rows()["ask_again_s"].value))
        _worlds[id(prepared)] = kept
    return kept[1]
