"""The drill without command: a fixed chain of delays, fitted to the same numbers.

It knows when people arrive and how long work takes, and nothing of asking, answering, searching,
declaring, waiting for an escort or a radio that is in use. If it does as well as the world with
command in it, command has explained nothing of these numbers.
"""

from dataclasses import dataclass

import numpy as np

from warmzone.evidence.rows import world_rows
from warmzone.simulation.lower import Prepared
from warmzone.vocabulary.codes import Discipline


@dataclass(frozen=True, slots=True)
class Works:
    """What a chain is made of, in minutes, from the same scenario and evidence as the drill."""

    police: float
    crews: float
    walk_in: float
    care: float
    carry: float
    casualties_per_crew: float
    sigma: float


def works_of(prepared: Prepared) -> Works:
    """Arrival, forming up, walking and care as the drill's world has them, without command."""
    rows = world_rows()
    units = prepared.world.units
    medical = units["discipline"] == Discipline.MEDICAL
    places = prepared.world.people_places
    arrival = int(units[medical][0]["arrival_area"])
    way_m = float(
        sum(p["weight"] * prepared.world.distance_m[arrival, int(p["area"])] for p in places)
    )
    walk_s = way_m / rows["walk_m_per_s"].value
    care_s = rows["medic_care_s"].value + rows["triage_s"].value
    carry_s = rows["lift_s"].value + 2.0 * way_m / rows["stretcher_m_per_s"].value
    casualties = int(prepared.world.setting[0]["hurt_high"])
    return Works(
        float(units[~medical]["first_ms"].min()) / 60_000.0,
        float(units[medical]["first_ms"].min()) / 60_000.0 + rows["rtf_assemble_s"].value / 60.0,
        walk_s / 60.0,
        care_s / 60.0,
        carry_s / 60.0,
        casualties / int(medical.sum()),
        rows["arrival_sigma"].value,
    )


def three_parts(works: Works, factors: np.ndarray, luck: np.ndarray) -> np.ndarray:
    """The chain with three factors (police, crews, work): float64[n, 5], minutes.

    As in the drill's world all are treated before anybody is carried.

    `luck`: float64[n, 2], standard normal, of the two arrivals.
    """
    command = works.police * factors[0] * np.exp(works.sigma * luck[:, 0])
    formed = works.crews * factors[1] * np.exp(works.sigma * luck[:, 1])
    contact = formed + works.walk_in * factors[2]
    treated = contact + works.care * factors[2] * works.casualties_per_crew
    first = treated + works.carry * factors[2]
    last = treated + works.carry * factors[2] * works.casualties_per_crew
    return np.stack([command, formed, contact, first, last], axis=1)


def five_delays(numbers: np.ndarray, luck: np.ndarray) -> np.ndarray:
    """The chain with every delay free: two arrivals, three gaps, and one spread (the sixth)."""
    command = numbers[0] * np.exp(numbers[5] * luck[:, 0])
    formed = numbers[1] * np.exp(numbers[5] * luck[:, 1])
    contact = formed + numbers[2]
    first = contact + numbers[3]
    return np.stack([command, formed, contact, first, first + numbers[4]], axis=1)


def luck_of(seed: int, count: int) -> np.ndarray:
    """The chain's own luck: float64[count, 2], standard normal."""
    return np.random.default_rng(seed).standard_normal((count, 2))
