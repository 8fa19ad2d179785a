"""Webster 2021: when those die whom nobody treats."""

from functools import partial

import numpy as np

from warmzone.evidence.targets import untreated_death_clock
from warmzone.studies.verification.lookup import dot_of
from warmzone.studies.verification.playing import (
    MS_PER_MIN,
    Setup,
    hurt_people,
    play_each,
)
from warmzone.studies.verification.result import Chart, Family, Line, Simulated
from warmzone.studies.verification.sampling import by_incident
from warmzone.studies.verification.unhelped import nobody, nobody_comes

FAMILY = "webster-2021"
PEOPLE = 40
DAY_MIN = 1440
DRAWN = (0.0, 1.0, 2.0, 3.0, 5.0, 7.5, *(float(minutes) for minutes in range(10, 181, 5)))
HOW = (
    "People with the wounds of the active-shooter mix, all hurt at minute 0, whom nobody helps for "
    "24 hours: of those who die, the share dead by then. The printed shares are of soldiers killed "
    "before hospital (32 % by gunshot, 55 % by blast)."
)


def compare(setup: Setup) -> Family:
    """The untreated-death clock of the active-shooter mix beside the printed one."""
    prepared = nobody_comes("active-shooter", PEOPLE, DAY_MIN)
    seeds = setup.seeds(setup.scaled(0.1))
    died = play_each(
        prepared,
        nobody(),
        seeds,
        setup.machine,
        lambda run: _minutes_of_death(hurt_people(run)),
    )
    simulated = []
    for minutes, _ in untreated_death_clock():
        value, low, high = by_incident(died, partial(dead_by, minutes=minutes), setup.seed)
        simulated.append(Simulated(f"{FAMILY}.dead_by_{minutes:.0f}", value, low, high))
    pooled = np.concatenate(died)
    line = Line("simulated", DRAWN, tuple(dead_by(pooled, minutes) for minutes in DRAWN))
    dots = tuple(
        dot_of(f"{FAMILY}.dead_by_{minutes:.0f}", minutes) for minutes, _ in untreated_death_clock()
    )
    chart = Chart("Untreated deaths", "minutes", "share of the deaths", (line,), dots)
    return Family(
        FAMILY, "Webster 2021: the untreated-death clock", HOW, tuple(simulated), charts=(chart,)
    )


def _minutes_of_death(people: np.ndarray) -> np.ndarray:
    """When each of those who died did so: float64[deaths], minutes after being hurt."""
    dead = people[people["dead_ms"] >= 0]
    minutes: np.ndarray = (dead["dead_ms"] - dead["hurt_ms"]) / MS_PER_MIN
    return minutes


def dead_by(minutes_of_death: np.ndarray, minutes: float) -> float:
    """The share of deaths up to that minute."""
    return float(np.mean(minutes_of_death <= minutes))
