"""One finding: a line of the first page and its weight; what is long enough to be worth a line."""

from dataclasses import dataclass

from msgspec.structs import replace

from warmzone.review.facts import Facts
from warmzone.review.names import at
from warmzone.review.shapes import Line

SLOW_S = 60.0
"""From here on a wait for an answer, a declaration or an order is worth a line."""

LONG_S = 120.0
"""From here on a stretch without an order, or reds told of and not acted on, is worth a line."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A line of the first page and how early it comes: the higher the weight, the earlier."""

    weight: float
    line: Line


def stood_out(
    weight: float, text: str, at_s: float | None = None, areas: list[int] | None = None
) -> Finding:
    """Something that an instructor would ask about."""
    return Finding(weight, Line(text, "stood_out", at_s, areas or []))


def went_well(
    weight: float, text: str, at_s: float | None = None, areas: list[int] | None = None
) -> Finding:
    """Something that went as it should."""
    return Finding(weight, Line(text, "went_well", at_s, areas or []))


def by_who_lived(found: Finding) -> Finding:
    """The same, marked: it turns on who was alive when, and so tells of lives."""
    return Finding(found.weight, replace(found.line, lives=True))


def reference(facts: Facts, name: str) -> str:
    """When the automatic interior commander reached a clock with the same luck."""
    theirs = facts.others.get("interior", {}).get(name)
    return "" if theirs is None else f" (automatic interior command: {at(theirs)})"
