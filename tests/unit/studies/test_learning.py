"""Hours raise a skill, months lower it, and a skill moves the numbers of the world."""

from itertools import pairwise

import pytest

from tests import tiny
from warmzone.evidence.skills import SKILLS, SkillName, skill_rows
from warmzone.studies.learning import Training, level, stated, trained
from warmzone.studies.lowered import numbers_in
from warmzone.studies.numbers import with_numbers
from warmzone.studies.study import Arm


@pytest.mark.parametrize("skill", SKILLS)
def test_hours_raise_and_months_lower(skill: SkillName) -> None:
    """Each hour adds less than the one before; a half-life halves; nothing goes beyond transfer."""
    numbers = stated()
    fresh = [
        level(skill, Training(**{f"{skill}_h": float(h)}, months=0.0), numbers) for h in range(9)
    ]
    gains = [b - a for a, b in pairwise(fresh)]
    assert fresh[0] == 0.0
    assert gains == sorted(gains, reverse=True)
    assert min(gains) > 0.0
    assert fresh[-1] < numbers[f"{skill}.transfer"]
    half = numbers[f"{skill}.half_life_months"]
    aged = level(skill, Training(**{f"{skill}_h": 8.0}, months=half), numbers)
    assert aged == pytest.approx(fresh[8] / 2)


def test_none_and_full_are_the_ends() -> None:
    """No hours give the table's numbers without training, endless hours at once those with it."""
    numbers = stated() | {f"{skill}.transfer": 1.0 for skill in SKILLS}
    for training, end in (
        (Training(), "none"),
        (Training(medical_h=2000, movement_h=2000, command_h=2000, months=0), "full"),
    ):
        for name, value in trained(training, numbers).items():
            rows = [row for key, row in skill_rows().items() if key.endswith(f".{end}.{name}")]
            assert value == pytest.approx(rows[0].value)


def test_training_comes_before_an_arms_own_numbers() -> None:
    """Drawn numbers of the world, then what training makes of them, then what the arm fixes."""
    arm = Arm(id="a", commander="interior", training=Training(), numbers={"lift_s": 11.0})
    numbers = numbers_in(arm, {"drag_m_per_s": 1.7, "look_s": 4.0, "movement.none.lift_s": 50.0})
    assert numbers["drag_m_per_s"] == skill_rows()["movement.none.drag_m_per_s"].value
    assert (numbers["look_s"], numbers["lift_s"]) == (4.0, 11.0)
    with_numbers(tiny.prepared("over"), numbers)


def test_an_arm_without_training_keeps_the_worlds_numbers() -> None:
    """Nothing of learning reaches it."""
    numbers = numbers_in(Arm(id="a", commander="interior"), {"command.scale_h": 3.0})
    assert numbers == {}
