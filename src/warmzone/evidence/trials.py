"""Inputs of the published trials that are rebuilt: what the sources print, and what they do not."""

from functools import cache

from warmzone.evidence.rows import Row
from warmzone.evidence.table import lines


@cache
def trial_rows() -> dict[str, Row]:
    """Every input by name; an assumption among them is one that the source does not print."""
    return {
        line["name"]: Row(
            line["name"],
            float(line["value"]),
            line["unit"],
            float(line["low"]),
            float(line["high"]),
            line["source"],
            line["status"],
            line["note"],
        )
        for line in lines("trials.csv")
    }
