"""What training is taken to do: learning, forgetting, and each number without and with it."""

import hashlib
from functools import cache
from typing import Literal, get_args

from warmzone.evidence.rows import Row, row_of
from warmzone.evidence.table import lines, text

TABLE = "skills.csv"

SkillName = Literal["medical", "movement", "command"]
SKILLS: tuple[SkillName, ...] = get_args(SkillName)
ASSUMED_FACTOR, READ_FACTOR = 8.0, 4.0
"""How far a time constant may lie from the stated one: an assumed one, and one from a source.

One rule for all three skills; no skill gets a narrower range for being liked better.
"""


@cache
def skill_rows() -> dict[str, Row]:
    """Every row by name.

    `SKILL.scale_h`, `.half_life_months` and `.transfer` are the curve; `SKILL.none.NUMBER` and
    `SKILL.full.NUMBER` what a number of the world is without training and with all of it.
    """
    return {line["name"]: row_of(line, "value", line["unit"]) for line in lines(TABLE)}


@cache
def numbers_of(skill: SkillName) -> tuple[str, ...]:
    """The numbers of the world that a skill moves, by name."""
    first = f"{skill}.none."
    return tuple(name.removeprefix(first) for name in skill_rows() if name.startswith(first))


@cache
def skills_digest() -> str:
    """Digest of the table; part of what a study was made with."""
    return hashlib.blake2b(text(TABLE).encode(), digest_size=8).hexdigest()
