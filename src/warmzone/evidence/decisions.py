"""The decision points and failures of the doctrine as rows: words, times allowed, sources."""

from dataclasses import dataclass
from functools import cache

from warmzone.evidence.table import lines


@dataclass(frozen=True, slots=True)
class PointRow:
    """One decision point. `within_s` is how long an answer may take, between `low` and `high`.

    `status` is how the doctrine was read. An `unconfirmed` row is a decision that sources name,
    with a detail that no text was found for (`source` says which): a detector asks only whether an
    answer came in time, so that detail is never scored, and is a rule only behind the switch.
    """

    number: int
    title: str
    options: str
    within_s: float
    low_s: float
    high_s: float
    scenario: str
    source: str
    status: str
    note: str


@dataclass(frozen=True, slots=True)
class FailureRow:
    """One recurrent failure: what goes wrong, from which incident it is known."""

    number: int
    title: str
    scenario: str
    source: str
    status: str


@cache
def point_rows() -> dict[int, PointRow]:
    """The thirty decision points by number."""
    return {
        int(line["number"]): PointRow(
            int(line["number"]),
            line["title"],
            line["options"],
            float(line["within_s"]),
            float(line["low"]),
            float(line["high"]),
            line["scenario"],
            line["source"],
            line["status"],
            line["note"],
        )
        for line in lines("decision_points.csv")
    }


@cache
def failure_rows() -> dict[int, FailureRow]:
    """The sixteen recurrent failures by number."""
    return {
        int(line["number"]): FailureRow(
            int(line["number"]), line["title"], line["scenario"], line["source"], line["status"]
        )
        for line in lines("failures.csv")
    }
