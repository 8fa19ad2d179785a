"""Clocks of real incidents: what was printed, and whether a number of the world rests on it."""

from dataclasses import dataclass
from functools import cache

from warmzone.evidence.table import lines


@dataclass(frozen=True, slots=True)
class PrintedClock:
    """One clock of one incident; `used_for` names the evidence row that rests on it, or is ""."""

    id: str
    incident: str
    clock: str
    minutes: float
    used_for: str
    source: str
    status: str
    note: str


@cache
def printed_clocks() -> tuple[PrintedClock, ...]:
    """Every printed clock, in the order of the table, which no number of the world is read from."""
    return tuple(
        PrintedClock(
            line["id"],
            line["incident"],
            line["clock"],
            float(line["minutes"]),
            line["used_for"],
            line["source"],
            line["status"],
            line["note"],
        )
        for line in lines("timelines.csv")
    )
