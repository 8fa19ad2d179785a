"""The studies of the claim: play what is missing of each, and read it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from warmzone.studies.claims import break_even, commanders, levers, places, training, uniting
from warmzone.studies.claims.found import Found
from warmzone.studies.claims.played import Played
from warmzone.studies.conduct import Conducted, Report, conduct
from warmzone.studies.engines import Workers
from warmzone.studies.lowered import Lowered, lower_study, parts_of
from warmzone.studies.store import Store
from warmzone.studies.study_file import Opened, open_study, study_digest

FOLDER = Path(__file__).parent
PLAN = FOLDER / "analysis-plan.md"
QUICK_POINTS, QUICK_REPEATS = 32, 2

Read = Callable[[Played], Found]

READERS: dict[str, Read] = {
    "s1-one-casualty": lambda played: training.read_training(played, many=False),
    "s2-many-no-threat": lambda played: training.read_training(played, many=True),
    "s2-over-or-unknown": places.read_unknown,
    "s3-active-threat": commanders.read_active,
    "s4-divide": commanders.read_divide,
    "s5-inside-or-post": places.read_inside,
    "s5-unified": uniting.read_unified,
    "s6-break-even": break_even.read_break_even,
    "s6-next-hour": training.read_next_hour,
    "s7-survives": training.read_survives,
    "s8-levers": levers.read_levers,
}
"""How each study is read, in the order of the report."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One study of the claim, played and read."""

    lowered: Lowered
    conducted: Conducted
    found: Found


def open_claim(name: str, *, quick: bool) -> Opened:
    """A study of the claim; `quick` has fewer points. Raises KeyError for a name that is none."""
    if name not in READERS:
        raise KeyError(name)
    opened = open_study(FOLDER / f"{name}.toml")
    if not quick:
        return opened
    small = msgspec.structs.replace(opened.study, points=QUICK_POINTS, repeats=QUICK_REPEATS)
    return replace(opened, study=small, digest=study_digest(small))


def put_to_test(opened: Opened, folder: Path, workers: Workers, report: Report) -> Claim:
    """Play what is missing of one study into `folder/ID`, and read it."""
    lowered = lower_study(opened)
    place = folder / opened.study.id
    conducted = conduct(lowered, place, workers, report)
    parts = tuple(parts_of(lowered, range(conducted.points)))
    played = Played(lowered, Store(place), parts)
    return Claim(lowered, conducted, READERS[opened.study.id](played))


def sizes(opened: Sequence[Opened]) -> int:
    """How many incidents those studies play."""
    return sum(
        each.points * each.repeats * len(each.incidents) * len(each.physiologies) * len(each.arms)
        for each in (one.study for one in opened)
    )
