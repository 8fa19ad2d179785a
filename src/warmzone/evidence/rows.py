"""Evidence rows: load and check them, and give them a digest."""

import hashlib
from dataclasses import dataclass
from functools import cache

from warmzone.evidence.table import lines, text

STATUSES = frozenset(
    {"read in the source", "read in a secondary source", "from memory", "derived", "assumption"}
)


@dataclass(frozen=True, slots=True)
class Row:
    """One number about the world.

    `low` and `high` bound what is believable; `status` is how it was read; `source` may be empty
    only for an assumption.
    """

    name: str
    value: float
    unit: str
    low: float
    high: float
    source: str
    status: str
    note: str


@dataclass(frozen=True, slots=True)
class WoundRow:
    """One wound class: shares by mix, rates of death per minute, what care does."""

    wound: str
    shares: dict[str, float]
    numbers: dict[str, float]
    source: str
    status: str
    note: str


_MIXES = {
    "single-gunshot": "single_gunshot_p",
    "blunt": "blunt_p",
}
_NUMBERS = (
    "rate_per_min",
    "rate_low",
    "rate_high",
    "moderate_p",
    "officer_factor",
    "medic_factor",
    "officer_success_p",
    "medic_success_p",
    "hospital_total",
    "walks_p",
)


_TABLES = (
    "world.csv",
    "wounds.csv",
    "wound_mixes.csv",
    "rpm_initial.csv",
    "rpm_survival.csv",
    "rpm_deterioration.csv",
    "profiles.toml",
    "agencies.csv",
)


def row_of(line: dict[str, str], value: str, unit: str) -> Row:
    """A row of a table whose number stands in column `value`."""
    return Row(
        line["name"],
        float(line[value]),
        unit,
        float(line["low"]),
        float(line["high"]),
        line["source"],
        line["status"],
        line["note"],
    )


@cache
def world_rows() -> dict[str, Row]:
    """Every row of the world table by name."""
    return {line["name"]: row_of(line, "value", line["unit"]) for line in lines("world.csv")}


@cache
def benchmark_rows() -> dict[str, Row]:
    """By when each benchmark clock ought to be reached, in seconds, by name.

    They judge what came out and change nothing of it: no part of the results version.
    """
    return {line["name"]: row_of(line, "value_s", "s") for line in lines("benchmarks.csv")}


@cache
def wound_rows() -> dict[str, WoundRow]:
    """Every wound class by name, in the order of the `Wound` codes."""
    rows = {}
    for line in lines("wounds.csv"):
        rows[line["wound"]] = WoundRow(
            line["wound"],
            {mix: float(line[column]) for mix, column in _MIXES.items()},
            {name: float(line[name]) for name in _NUMBERS},
            line["source"],
            line["status"],
            line["note"],
        )
    return rows


@cache
def evidence_digest() -> str:
    """Digest of the tables that an incident is made of; part of the results version."""
    digest = hashlib.blake2b(digest_size=8)
    for name in _TABLES:
        digest.update(text(name).encode())
    return digest.hexdigest()
