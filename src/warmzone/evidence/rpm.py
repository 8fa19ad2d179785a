"""The RPM tables: survival by score, and how the score falls while nobody helps.

The tables are those for blunt injury; no table for penetrating injury has been found. RPM adds a
coded value each (0 to 4) for respiration, pulse and best motor response: 0 to 12.
"""

from dataclasses import dataclass
from functools import cache

from warmzone.evidence.table import lines


@dataclass(frozen=True, slots=True)
class Coding:
    """Which measurements are coded alike, as printed."""

    coded: int
    breaths_per_min: str
    pulse_per_min: str
    best_motor: str


@dataclass(frozen=True, slots=True)
class GoldenCase:
    """Casualties to be moved, so many a period, whose best order has been worked out by hand.

    `rpm0_lives`: whether a casualty who has fallen to 0 keeps the survival of an RPM of 0.
    """

    name: str
    rpm: tuple[int, ...]
    per_period: int
    rpm0_lives: bool


@cache
def rpm_survival() -> tuple[float, ...]:
    """The chance of living by RPM, 0 to 12, when treated now."""
    return tuple(float(line["survival_p"]) for line in lines("rpm_survival.csv"))


@cache
def rpm_deterioration() -> tuple[tuple[int, ...], ...]:
    """The RPM after each period without help, by RPM now: [13][12]."""
    columns = _period_columns()
    return tuple(
        tuple(int(line[column]) for column in columns) for line in lines("rpm_deterioration.csv")
    )


@cache
def rpm_period_min() -> int:
    """Minutes between two columns of the deterioration table."""
    return int(_period_columns()[0].split("_")[1])


def _period_columns() -> list[str]:
    return [name for name in lines("rpm_deterioration.csv")[0] if name.startswith("at_")]


@cache
def rpm_initial() -> dict[str, tuple[int, int]]:
    """The score that a wound begins with, severe and moderate, by wound class."""
    table = lines("rpm_initial.csv")
    scores = {(line["wound"], line["severity"]): int(line["rpm"]) for line in table}
    return {wound: (scores[wound, "severe"], scores[wound, "moderate"]) for wound, _ in scores}


@cache
def rpm_coding() -> tuple[Coding, ...]:
    """The coding of the three measurements, by coded value."""
    return tuple(
        Coding(
            int(line["coded"]),
            line["breaths_per_min"],
            line["pulse_per_min"],
            line["best_motor"],
        )
        for line in lines("rpm_coding.csv")
    )


@cache
def rpm_golden() -> tuple[GoldenCase, ...]:
    """The cases for which `targets.csv` holds the expected survivors, by order of moving."""
    return tuple(
        GoldenCase(
            line["case"],
            tuple(int(word) for word in line["rpm"].split()),
            int(line["per_period"]),
            line["rpm0"] == "kept",
        )
        for line in lines("rpm_golden.csv")
    )
