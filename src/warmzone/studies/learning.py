"""From hours and months to skill, and from skill to the numbers of the world."""

from collections.abc import Mapping
from typing import Annotated

from msgspec import Meta, Struct

from warmzone.evidence.skills import SKILLS, SkillName, numbers_of, skill_rows

Hours = Annotated[float, Meta(ge=0, le=2000)]


class Training(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """Hours of each skill that every officer has had, and how many months ago on the average."""

    medical_h: Hours = 0.0
    movement_h: Hours = 0.0
    command_h: Hours = 0.0
    months: Annotated[float, Meta(ge=0, le=120)] = 6.0

    def hours(self, skill: SkillName) -> float:
        """The hours of one skill."""
        return float(getattr(self, f"{skill}_h"))


def stated() -> dict[str, float]:
    """Every number of learning at its stated value."""
    return {name: row.value for name, row in skill_rows().items()}


def level(skill: SkillName, training: Training, numbers: Mapping[str, float]) -> float:
    """How much of a skill is there in an incident: 0 none, 1 all that training can give.

    The same curve for all three: 1 - exp(-hours / scale), halved with every half-life,
    times the share that carries over from drill to incident.
    """
    from math import exp

    learnt = 1.0 - exp(-training.hours(skill) / numbers[f"{skill}.scale_h"])
    kept = 2.0 ** (-training.months / numbers[f"{skill}.half_life_months"])
    return float(numbers[f"{skill}.transfer"] * learnt * kept)


def trained(training: Training, numbers: Mapping[str, float]) -> dict[str, float]:
    """The numbers of the world after that training, each on the line from none to full."""
    moved = {}
    for skill in SKILLS:
        share = level(skill, training, numbers)
        for name in numbers_of(skill):
            none, full = numbers[f"{skill}.none.{name}"], numbers[f"{skill}.full.{name}"]
            moved[name] = none + share * (full - none)
    return moved
