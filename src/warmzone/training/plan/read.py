"""Reading a plan that was made: what of it others need. Light, for those who only look."""

from pathlib import Path

import msgspec
from msgspec import Struct

from warmzone.evidence.skills import SKILLS
from warmzone.scenario.problems import Invalid, Problem
from warmzone.scenario.read import read_bytes

PLAN_FILE = "plan.json"
PLAN_FILES = (
    "plan.pdf",
    "plan.ics",
    "roster.csv",
    "certificates.pdf",
    "certificates.csv",
    "plan.html",
    PLAN_FILE,
)
"""What is made of every plan."""
BUNDLE_FILE = "plan.zip"
"""All of them and every session's packet."""
MOST_BYTES = 16 * 1024 * 1024


class ToldSplit(Struct, frozen=True):
    """One way of dividing the hours: deaths in a year against today, below nought is fewer.

    `behind` is how many more than with the best split, in the same luck, with the half-width of
    that mean; None in plans made before that was looked at.
    """

    medical_h: float
    movement_h: float
    command_h: float
    deaths_per_year: float
    low: float
    high: float
    half_width: float
    best_p: float
    behind: float | None = None
    behind_half_width: float | None = None

    @property
    def shares(self) -> dict[str, float]:
        """The hours by skill as shares of their sum."""
        hours = (self.medical_h, self.movement_h, self.command_h)
        return {name: each / sum(hours) for name, each in zip(SKILLS, hours, strict=True)}


class ToldCarries(Struct, frozen=True):
    """An uncertain number on which the answer hangs."""

    name: str
    share: float
    worth: float


class ToldSession(Struct, frozen=True):
    """One session of the year."""

    number: int
    shift: str
    begins: str
    minutes: int
    skill: str
    title: str
    scenario: str | None


class ToldBreakEven(Struct, frozen=True):
    """What an hour of command must bring: in words, and against each hour of another skill."""

    sentences: list[str]
    heads: list[str]
    rows: list[list[str]]


class ToldPlan(Struct, kw_only=True):
    """A plan: whose it is, every split, the best first, what it hangs on, year, break-even."""

    agency: str
    splits: list[ToldSplit]
    incidents: int = 0
    points: int = 0
    hangs_on: list[ToldCarries] = []
    sessions: list[ToldSession] = []
    break_even: ToldBreakEven | None = None


def read_plan(path: Path) -> ToldPlan:
    """A plan's own file, or the folder it lies in. Raises Invalid."""
    file = path / PLAN_FILE if path.is_dir() else path
    try:
        told = plan_of(read_bytes(file, MOST_BYTES, "plan"))
    except msgspec.MsgspecError as error:
        allowed = f"{PLAN_FILE} as `warmzone plan` writes it, or its folder"
        raise Invalid([Problem(file.name, "", str(error), allowed, "")]) from error
    if not told.splits:
        raise Invalid([Problem(file.name, "splits", "nothing", "every split of a plan")])
    return told


def plan_of(data: bytes) -> ToldPlan:
    """A plan of its bytes. Raises msgspec.MsgspecError."""
    return msgspec.json.decode(data, type=ToldPlan)
