"""The numbers of the world and the luck of one incident, drawn in order of need."""

import random
from dataclasses import dataclass
from math import exp
from typing import Any

from warmzone.simulation.lower import Prepared


@dataclass(frozen=True)
class World:
    """The same evidence, wounds, hospitals and routes that the kernel has, as plain values."""

    parameters: dict[str, float]
    wounds: list[dict[str, float]]
    hospitals: list[dict[str, float]]
    vehicles: list[dict[str, float]]
    crews: list[dict[str, float]]
    told: list[dict[str, float]]
    places: list[dict[str, float]]
    distance_m: list[list[float]]
    next_area: list[list[int]]
    setting: dict[str, float]
    ask_again_s: float


def _rows(table: Any) -> list[dict[str, float]]:
    return [dict(zip(table.dtype.names, row, strict=True)) for row in table.tolist()]


def world_of(prepared: Prepared, ask_again_s: float) -> World:
    """The world of a prepared incident, read once for all seeds."""
    world = prepared.world
    return World(
        _rows(world.parameters)[0],
        _rows(world.wounds),
        _rows(world.hospitals),
        _rows(world.vehicles),
        _rows(world.units),
        _rows(world.told),
        _rows(world.people_places),
        world.distance_m.tolist(),
        world.next_area.tolist(),
        _rows(world.setting)[0],
        ask_again_s,
    )


class Luck(random.Random):
    """One stream of random numbers: like the kernel's keyed draws in distribution, not in bits."""

    def lognormal(self, median: float, sigma: float) -> float:
        """A lognormal time around a median."""
        return median * exp(sigma * self.gauss(0.0, 1.0))

    def happens(self, p: float) -> bool:
        """Whether something of that chance happens."""
        return self.random() < p
