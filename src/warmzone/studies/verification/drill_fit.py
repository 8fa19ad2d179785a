"""Fitting the drill and the chains to the same five medians, and what each makes of all ten."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from warmzone.studies.verification.chain import (
    five_delays,
    luck_of,
    three_parts,
    works_of,
)
from warmzone.studies.verification.drill import (
    CARS,
    CLOCKS,
    OFFICERS_IN_A_CAR,
    Free,
    open_drill,
    play_drills,
)
from warmzone.studies.verification.lookup import interval_of, target_of
from warmzone.studies.verification.playing import Setup
from warmzone.studies.verification.result import Fit

FAMILY = "bachman-2019"
CHAIN_DRAWS = 4000
TRIES = 20
"""Drill sets played for each number of cars."""

LOW, HIGH = 0.2, 5.0
"""A factor beyond these would say that the world is another one."""


@dataclass(frozen=True, slots=True)
class Printed:
    """The ten printed numbers and their standard errors: float64[5, 2], medians then 90th."""

    values: np.ndarray
    errors: np.ndarray


@dataclass(frozen=True, slots=True)
class Fitted:
    """What was fitted and what came out of it: the numbers, the clocks (float64[n, 5]), how well.

    `rows` are drills that were not used for fitting.
    """

    numbers: tuple[float, ...]
    rows: np.ndarray
    fit: Fit


def printed_drill() -> Printed:
    """The drill's ten targets as an array, with the standard errors of their intervals."""
    kinds = ("median", "p90")
    rows = [[target_of(f"{FAMILY}.{clock}.{kind}") for kind in kinds] for clock in CLOCKS]
    values = np.array([[target.value for target in row] for row in rows])
    errors = np.array([[interval_of(target).standard_error for target in row] for row in rows])
    return Printed(values, errors)


def quantiles(rows: np.ndarray) -> np.ndarray:
    """Median and 90th percentile of each clock: float64[5, 2]."""
    found: np.ndarray = np.quantile(rows, [0.5, 0.9], axis=0)
    return found.T


def distances(rows: np.ndarray, drill: Printed) -> np.ndarray:
    """How far each of the ten numbers is from the printed one, in standard errors: [5, 2]."""
    apart: np.ndarray = (quantiles(rows) - drill.values) / drill.errors
    return apart


def medians_apart(rows: np.ndarray, drill: Printed) -> float:
    """What is made small: squared distances of the five medians."""
    return float(np.sum(distances(rows, drill)[:, 0] ** 2))


def all_apart(rows: np.ndarray, drill: Printed) -> float:
    """Squared distances of all ten numbers, for the chain that has a spread to fit."""
    return float(np.sum(distances(rows, drill) ** 2))


def search(play: Callable[[np.ndarray], float], start: np.ndarray, tries: int) -> tuple[float, ...]:
    """The positive numbers that make `play` smallest, by Nelder and Mead on their logarithms."""
    from scipy.optimize import minimize

    def of_logs(logs: np.ndarray) -> float:
        beyond = np.maximum(0.0, np.abs(logs - np.log(start)) - math.log(HIGH))
        return play(np.exp(logs)) + 1e3 * float(np.sum(beyond))

    first = np.log(start)
    corners = np.vstack([first, first + 0.25 * np.eye(len(first))])
    found = minimize(
        of_logs,
        first,
        method="Nelder-Mead",
        options={"maxfev": tries, "initial_simplex": corners, "xatol": 0.005, "fatol": 0.01},
    )
    return tuple(float(value) for value in np.exp(found.x))


def scored(name: str, numbers: tuple[float, ...], rows: np.ndarray, drill: Printed) -> Fitted:
    """The fit's distances, those of the medians and those of the 90th percentiles apart."""
    squares = distances(rows, drill) ** 2
    sums = squares.sum(axis=0)
    return Fitted(numbers, rows, Fit(name, len(numbers), float(sums[0]), float(sums[1])))


def fit_world(setup: Setup, commander: str) -> Fitted:
    """Fit the three free numbers on some drills, then play others with them.

    For each number of cars the two arrivals are searched; the number that does best is kept.
    """
    drill = printed_drill()
    count = setup.scaled(0.06)
    found = []
    for cars in CARS:

        def apart(numbers: np.ndarray, cars: int = cars) -> float:
            free = Free(float(numbers[0]), float(numbers[1]), cars)
            return medians_apart(play_drills(free, commander, setup, count), drill)

        police, crews = search(apart, np.ones(2), TRIES)
        found.append((apart(np.array([police, crews])), Free(police, crews, cars)))
    best = min(found, key=lambda pair: pair[0])[1]
    others = Setup(setup.machine, setup.incidents, setup.seed + count)
    rows = play_drills(best, commander, others, setup.scaled(1.0))
    numbers = (best.police, best.crews, float(best.cars * OFFICERS_IN_A_CAR))
    return scored(f"the world, commander {commander}", numbers, rows, drill)


def fit_chains(setup: Setup) -> tuple[Fitted, Fitted]:
    """Fit the chain with as many numbers as the world has, and the one with every delay free."""
    drill, works = printed_drill(), works_of(open_drill())
    luck = luck_of(setup.seed, CHAIN_DRAWS)
    same = search(lambda x: medians_apart(three_parts(works, x, luck), drill), np.ones(3), 400)
    start = np.array([4.0, 9.0, 2.5, 4.5, 5.0, works.sigma])
    free = search(lambda x: all_apart(five_delays(x, luck), drill), start, 2000)
    rows = three_parts(works, np.array(same), luck), five_delays(np.array(free), luck)
    return (
        scored("a chain of delays, as many numbers", same, rows[0], drill),
        scored("a chain of delays, every one free", free, rows[1], drill),
    )
