"""Webster 2021: when those die whom nobody treats."""

from functools import partial

import numpy as np

from warmzone.evidence.targets import untreated_death_clock
from warmzone.evidence.trials import trial_rows
from warmzone.studies.verification.lookup import dot_of
from warmzone.studies.verification.playing import (
    MS_PER_MIN,
    Setup,
    hurt_people,
    play_each,
)
from warmzone.studies.verification.result import (
    Chart,
    Family,
    Line,
    Parameter,
    Simulated,
    Variant,
)
from warmzone.studies.verification.sampling import by_incident
from warmzone.studies.verification.unhelped import nobody, nobody_comes
from warmzone.vocabulary.codes import Physiology

FAMILY = "webster-2021"
PEOPLE = 40
DRAWN = (0.0, 1.0, 2.0, 3.0, 5.0, 7.5, *(float(minutes) for minutes in range(10, 181, 5)))
HOW = (
    "People with the wounds of the active-shooter mix, all hurt at minute 0, whom nobody helps: of "
    "those who die within {minutes:.0f} minutes, the share dead by then. The printed shares are of "
    "soldiers killed before hospital (32 % by gunshot, 55 % by blast); whoever lives so long is "
    "taken to have reached one, which is our reading."
)


def compare(setup: Setup) -> Family:
    """The untreated-death clock of the active-shooter mix beside the printed one."""
    row = trial_rows()["webster_hospital_min"]
    clocks = {kind: deaths(setup, kind, row.value) for kind in Physiology}
    lines = tuple(
        Line(kind.name.lower(), DRAWN, tuple(dead_by(np.concatenate(died), m) for m in DRAWN))
        for kind, died in clocks.items()
    )
    dots = tuple(dot_of(_id(minutes), minutes) for minutes, _ in untreated_death_clock())
    return Family(
        FAMILY,
        "Webster 2021: the untreated-death clock",
        HOW.format(minutes=row.value),
        shares(clocks[Physiology.HAZARD], setup.seed),
        parameters=(
            Parameter(
                row.name, row.value, row.unit, row.low, row.high, "not printed", FAMILY, row.note
            ),
        ),
        charts=(Chart("Untreated deaths", "minutes", "share of the deaths", lines, dots),),
        variants=tuple(
            Variant(f"physiology {kind.name.lower()}", shares(clocks[kind], setup.seed))
            for kind in (Physiology.RPM, Physiology.FLAT)
        ),
    )


def deaths(setup: Setup, physiology: Physiology, within_min: float) -> list[np.ndarray]:
    """Of each incident the minutes at which its people died, up to a limit."""
    prepared = nobody_comes("active-shooter", PEOPLE, round(within_min), physiology)
    seeds = setup.seeds(setup.scaled(0.1))

    def died(minutes: np.ndarray) -> np.ndarray:
        return minutes[minutes <= within_min]

    return play_each(
        prepared,
        nobody(),
        seeds,
        setup.machine,
        lambda run: died(_minutes_of_death(hurt_people(run))),
    )


def shares(died: list[np.ndarray], seed: int) -> tuple[Simulated, ...]:
    """The share dead by each printed minute."""
    return tuple(
        Simulated(
            _id(minutes),
            *by_incident(died, partial(dead_by, minutes=minutes), seed),
            fitted=True,  # the evidence's rates of death were fitted to this clock
        )
        for minutes, _ in untreated_death_clock()
    )


def _id(minutes: float) -> str:
    return f"{FAMILY}.dead_by_{minutes:.0f}"


def _minutes_of_death(people: np.ndarray) -> np.ndarray:
    """When each of those who died did so: float64[deaths], minutes after being hurt."""
    dead = people[people["dead_ms"] >= 0]
    minutes: np.ndarray = (dead["dead_ms"] - dead["hurt_ms"]) / MS_PER_MIN
    return minutes


def dead_by(minutes_of_death: np.ndarray, minutes: float) -> float:
    """The share of deaths up to that minute."""
    return float(np.mean(minutes_of_death <= minutes))
