"""The plan as plain values: what `--json` prints, what lies beside a plan, and what reads it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from warmzone.evidence.skills import SKILLS
from warmzone.scenario.problems import Invalid, Problem
from warmzone.scenario.read import read_bytes
from warmzone.training.plan.agency import Agency
from warmzone.training.plan.schedule import Session
from warmzone.training.plan.splits import Answer

PLAN_FILE = "plan.json"
MOST_BYTES = 16 * 1024 * 1024


class ToldSplit(Struct, frozen=True):
    """One way of dividing the hours: deaths in a year against today, below nought is fewer."""

    medical_h: float
    movement_h: float
    command_h: float
    deaths_per_year: float
    low: float
    high: float
    half_width: float
    best_p: float

    @property
    def shares(self) -> dict[str, float]:
        """The hours by skill as shares of their sum."""
        hours = (self.medical_h, self.movement_h, self.command_h)
        return {name: each / sum(hours) for name, each in zip(SKILLS, hours, strict=True)}


class ToldPlan(Struct, frozen=True):
    """What of a plan others need: whose it is, and every split, the best first."""

    agency: str
    splits: list[ToldSplit]


def read_plan(path: Path) -> ToldPlan:
    """A plan's own file, or the folder it lies in. Raises Invalid."""
    file = path / PLAN_FILE if path.is_dir() else path
    try:
        told = msgspec.json.decode(read_bytes(file, MOST_BYTES, "plan"), type=ToldPlan)
    except msgspec.MsgspecError as error:
        allowed = f"{PLAN_FILE} as `warmzone plan` writes it, or its folder"
        raise Invalid([Problem(file.name, "", str(error), allowed)]) from error
    if not told.splits:
        raise Invalid([Problem(file.name, "splits", "nothing", "every split of a plan")])
    return told


def told(agency: Agency, found: Answer, sessions: Sequence[Session]) -> dict[str, Any]:
    """Splits, what the answer hangs on, and the year's sessions."""
    return {
        "agency": agency.name,
        "incidents": found.incidents,
        "points": found.points,
        "splits": [
            msgspec.structs.asdict(
                ToldSplit(
                    *each.hours,
                    each.saved.mean,
                    each.saved.low,
                    each.saved.high,
                    each.saved.half_width,
                    each.best_p,
                )
            )
            for each in found.splits
        ],
        "hangs_on": [
            {"name": each.row.name, "share": each.index, "worth": each.worth}
            for each in found.carries
        ],
        "sessions": [
            {
                "number": each.number,
                "shift": each.shift,
                "begins": each.begins.isoformat(),
                "minutes": each.minutes,
                "skill": each.skill,
                "title": each.title,
                "scenario": each.scenario,
            }
            for each in sessions
        ],
    }
