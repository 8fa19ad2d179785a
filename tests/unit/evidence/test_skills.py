"""The table of skills is whole, and no skill is treated better than another."""

import pytest

from warmzone.evidence.rows import STATUSES
from warmzone.evidence.skills import (
    ASSUMED_FACTOR,
    READ_FACTOR,
    SKILLS,
    SkillName,
    numbers_of,
    skill_rows,
)
from warmzone.studies.numbers import known_numbers


def test_every_row_has_a_range_and_a_status() -> None:
    """The stated value lies in its range; only an assumption may lack a source."""
    for row in skill_rows().values():
        assert row.low < row.high
        assert row.low <= row.value <= row.high, row.name
        assert row.status in STATUSES
        assert row.source or row.status == "assumption", row.name


@pytest.mark.parametrize("skill", SKILLS)
def test_one_rule_makes_the_width_of_every_time_constant(skill: SkillName) -> None:
    """An assumed one may be so many times less or more, whichever skill it belongs to."""
    for name in ("scale_h", "half_life_months"):
        row = skill_rows()[f"{skill}.{name}"]
        factor = ASSUMED_FACTOR if row.status == "assumption" else READ_FACTOR
        assert row.high == pytest.approx(row.value * factor)
        assert row.low == pytest.approx(row.value / factor)


def test_what_carries_over_has_one_range_for_all() -> None:
    """Nobody has measured it for any of them."""
    rows = [skill_rows()[f"{skill}.transfer"] for skill in SKILLS]
    assert len({(row.value, row.low, row.high, row.status) for row in rows}) == 1


@pytest.mark.parametrize("skill", SKILLS)
def test_training_never_makes_worse(skill: SkillName) -> None:
    """The ranges without and with training at most touch, and both are of a number there is."""
    assert numbers_of(skill)
    for name in numbers_of(skill):
        assert name in known_numbers()
        none, full = skill_rows()[f"{skill}.none.{name}"], skill_rows()[f"{skill}.full.{name}"]
        assert none.high <= full.low or full.high <= none.low, name
