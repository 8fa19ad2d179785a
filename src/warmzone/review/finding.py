"""One finding: a line of the first page and its weight; what is long enough to be worth a line."""

from dataclasses import dataclass

from warmzone.review.facts import Facts
from warmzone.review.names import at
from warmzone.review.shapes import Line, Tone

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
    return _finding(weight, text, "stood_out", at_s, areas)


def went_well(
    weight: float, text: str, at_s: float | None = None, areas: list[int] | None = None
) -> Finding:
    """Something that went as it should."""
    return _finding(weight, text, "went_well", at_s, areas)


def _finding(
    weight: float, text: str, tone: Tone, at_s: float | None, areas: list[int] | None
) -> Finding:
    return Finding(weight, Line(text, tone, at_s, areas or []))


def reference(facts: Facts, name: str) -> str:
    """When the automatic interior commander reached a clock with the same luck."""
    theirs = facts.others.get("interior", {}).get(name)
    return "" if theirs is None else f" (automatic interior command: {at(theirs)})"
