"""What the drill's source does not print, each put elsewhere: what it does to the numbers."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from warmzone.doctrine.commanders import automatic
from warmzone.simulation.lower import Prepared
from warmzone.studies.verification.drill import (
    CLOCKS,
    COMMANDER,
    OFFICERS_IN_A_CAR,
    Free,
    clocks,
    with_free,
)
from warmzone.studies.verification.playing import Setup, play_each
from warmzone.studies.verification.result import Simulated, Variant
from warmzone.studies.verification.sampling import of_quantile
from warmzone.vocabulary.codes import Discipline

SHOWN = (("first_contact", 0.5), ("first_at_ccp", 0.5), ("all_ready", 0.5), ("all_ready", 0.9))
"""The clocks shown for each input, and which quantile of each."""

NEVER_MS = 24 * 3_600_000
"""When a car is due that does not come in any play."""

KINDS = {0.5: "median", 0.9: "p90"}
Change = Callable[[Prepared], Prepared]


def cars_apart(seconds: float) -> Change:
    """Cars and crews come that many seconds after each other."""

    def change(prepared: Prepared) -> Prepared:
        units = prepared.world.units.copy()
        units["gap_ms"] = round(1000 * seconds)
        return replace(prepared, world=prepared.world._replace(units=units))

    return change


def medics(people: int) -> Change:
    """So many medics in each crew."""

    def change(prepared: Prepared) -> Prepared:
        units = prepared.world.units.copy()
        crews = units["discipline"] == Discipline.MEDICAL
        units["people_low"][crews] = units["people_high"][crews] = people
        return replace(prepared, world=prepared.world._replace(units=units))

    return change


def nobody_calls(prepared: Prepared) -> Prepared:
    """Nobody inside says where casualties lie."""
    told = prepared.world.told.copy()
    told["casualties"] = 0
    return replace(prepared, world=prepared.world._replace(told=told))


def carried_as_treated(prepared: Prepared) -> Prepared:
    """Crews carry whom they have treated before they go on to others."""
    rules = prepared.world.profile.copy()
    rules[0]["treat_first"] = 0
    return replace(prepared, world=prepared.world._replace(profile=rules))


def cars_come(count: int) -> Change:
    """So many car-loads of officers, the first ones of those that come."""

    def change(prepared: Prepared) -> Prepared:
        units = prepared.world.units.copy()
        police = np.flatnonzero(units["discipline"] != Discipline.MEDICAL)
        units["first_ms"][police[count:]] = NEVER_MS
        return replace(prepared, world=prepared.world._replace(units=units))

    return change


def on_floor(level: int) -> Change:
    """All casualties lie on one floor."""

    def change(prepared: Prepared) -> Prepared:
        places = prepared.world.people_places.copy()
        there = np.array([prepared.site.areas[int(a)].level == level for a in places["area"]])
        places["weight"] = np.where(there, 1.0 / there.sum(), 0.0)
        return replace(prepared, world=prepared.world._replace(people_places=places))

    return change


INPUTS: dict[str, Change] = {
    "as compared": lambda prepared: prepared,
    "cars and crews 5 s apart": cars_apart(5),
    "cars and crews 60 s apart": cars_apart(60),
    "2 medics in a crew": medics(2),
    "4 medics in a crew": medics(4),
    "nobody calls": nobody_calls,
    "crews carry as they treat": carried_as_treated,
    "6 officers": cars_come(3),
    "8 officers": cars_come(4),
    "all on the lower floor": on_floor(0),
    "all on the upper floor": on_floor(1),
}
"""Every input that is not printed, at other values; the commander's is fitted beside it."""


def sensitivity(setup: Setup, numbers: tuple[float, ...]) -> tuple[Variant, ...]:
    """Every input at other values, the fitted numbers (police, crews, officers) as they are."""
    free = Free(numbers[0], numbers[1], round(numbers[2]) // OFFICERS_IN_A_CAR)
    return tuple(
        Variant(name, _simulated(change(with_free(free)), setup)) for name, change in INPUTS.items()
    )


def _simulated(prepared: Prepared, setup: Setup) -> tuple[Simulated, ...]:
    seeds = setup.seeds(setup.scaled(0.1))
    rows = np.array(play_each(prepared, automatic(COMMANDER), seeds, setup.machine, clocks))
    return tuple(
        Simulated(f"bachman-2019.{clock}.{KINDS[q]}", *of_quantile(rows[:, CLOCKS.index(clock)], q))
        for clock, q in SHOWN
    )
