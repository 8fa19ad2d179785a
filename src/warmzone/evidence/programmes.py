"""Real training programmes: minutes by what they teach, and what one instructor estimates.

The programmes' own words are not here: only how many minutes one reader counted to each label, and
where the schedule is public.
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from warmzone.evidence.rows import Row, row_of
from warmzone.evidence.table import lines

Detail = Literal["lesson", "block", "whole"]
LABELS = ("medical", "movement", "command", "threat", "other")


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """One public programme; `minutes` by label, of the lessons that say how long they last.

    `detail` tells what had minutes: each lesson, large blocks, or only the whole of a course with
    one purpose, which says nothing of its inner balance. `compared` is False for programmes that
    are out of scope and serve to test a labeller only.
    """

    name: str
    provider: str
    year: str
    kind: str
    detail: Detail
    compared: bool
    minutes: dict[str, float]
    untimed_lessons: int
    source: str
    status: str


@cache
def programme_rows() -> tuple[ProgrammeRow, ...]:
    """Every programme of which minutes are public."""
    rows = []
    for line in lines("programmes.csv"):
        detail: Detail = "whole"
        if line["detail"] in ("lesson", "block"):
            detail = "lesson" if line["detail"] == "lesson" else "block"
        rows.append(
            ProgrammeRow(
                line["name"],
                line["provider"],
                line["year"],
                line["kind"],
                detail,
                line["compared"] == "yes",
                {label: float(line[f"{label}_min"]) for label in LABELS},
                int(line["untimed_lessons"]),
                line["source"],
                line["status"],
            )
        )
    return tuple(rows)


@cache
def split_rows() -> dict[str, Row]:
    """The split that one instructor estimates of many courses, by label; shares that add to 1."""
    return {
        line["name"]: row_of(line, "value", line["unit"]) for line in lines("training_split.csv")
    }
