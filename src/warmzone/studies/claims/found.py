"""What a study of the claim found: a verdict, sentences, tables, pictures."""

from dataclasses import dataclass
from typing import Literal

from warmzone.studies.spread import Spread
from warmzone.studies.verification.report import Picture, Table

Verdict = Literal["speaks for the claim", "the claim fails", "cannot tell", "no verdict"]

HEADS = ("", "mean", "95 % over evidence and bodies", "± luck", "± in all", "tells")


@dataclass(frozen=True, slots=True)
class Found:
    """One study, read."""

    title: str
    question: str
    verdict: Verdict
    why: str
    sentences: tuple[str, ...]
    tables: tuple[Table, ...]
    pictures: tuple[Picture, ...]


def tells(spread: Spread) -> Literal["fewer", "more", "cannot tell"]:
    """Whether the mean of a difference is told from nought, over points and luck together."""
    if spread.mean + spread.half_width < 0.0:
        return "fewer"
    if spread.mean - spread.half_width > 0.0:
        return "more"
    return "cannot tell"


def number(value: float) -> str:
    """A number of people or a share, with a true minus."""
    text = "–" if value != value else f"{value:+.3f}"
    return text.replace("-", "−")


def cells(label: str, spread: Spread, *, difference: bool = True) -> tuple[str, ...]:
    """A line of a table with HEADS."""
    low, high = number(spread.low), number(spread.high)
    told = tells(spread) if difference else ""
    ends = (f"{low} to {high}", number(spread.luck).lstrip("+"))
    return (label, number(spread.mean), *ends, number(spread.half_width).lstrip("+"), told)


FINE = 0.2
"""Half-widths below this, in 100 incidents, are written with two decimals."""


def said(spread: Spread) -> str:
    """A difference in words: per hundred incidents, with its interval.

    Where it is not told from nought, the largest difference that the interval leaves open.
    """
    mean, half = 100.0 * spread.mean, 100.0 * spread.half_width
    digits = 1 if half >= FINE else 2
    word: str = tells(spread)
    if spread.mean == spread.half_width == 0.0:
        word = "the same in every incident played"
    elif word == "cannot tell":
        word = f"not told from nought, none larger than {abs(mean) + half:.{digits}f}"
    told = f"{mean:+.{digits}f} ± {half:.{digits}f} deaths in 100 incidents ({word})"
    return told.replace("-", "−")
