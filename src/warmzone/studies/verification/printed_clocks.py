"""Clocks of real incidents: what was printed, and whether a number of the world rests on it."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


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
    table = files("warmzone.studies.verification").joinpath("timelines.csv")
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
        for line in csv.DictReader(table.read_text(encoding="utf-8").splitlines())
    )
