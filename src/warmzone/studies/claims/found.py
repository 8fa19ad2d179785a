"""What a study of the claim found: a verdict, sentences, tables, pictures."""

from dataclasses import dataclass, replace
from typing import Literal

from warmzone.studies.spread import Spread
from warmzone.studies.verification.report import Picture, Table

Verdict = Literal["speaks for the claim", "the claim fails", "cannot tell", "no verdict"]
Tells = Literal["fewer", "more", "cannot tell"]

ERROR_P = 0.05
HEADS = ("", "mean", "95 % over evidence and bodies", "± luck", "± in all", "tells")


@dataclass(frozen=True, slots=True)
class Found:
    """One study, read; `fragile` by the plan's rule, where little would turn the verdict."""

    title: str
    question: str
    verdict: Verdict
    why: str
    sentences: tuple[str, ...]
    tables: tuple[Table, ...]
    pictures: tuple[Picture, ...]
    fragile: bool = False

    @property
    def told(self) -> str:
        """The verdict in words, with a mark where it is fragile."""
        return marked(self.verdict, fragile=self.fragile)


def marked(verdict: str, *, fragile: bool) -> str:
    """A verdict in words, with a mark where it is fragile."""
    return f"{verdict}, fragile" if fragile else verdict


def tells(spread: Spread) -> Tells:
    """Whether the mean of a difference is told from nought, over points and luck together."""
    if spread.mean + spread.half_width < 0.0:
        return "fewer"
    if spread.mean - spread.half_width > 0.0:
        return "more"
    return "cannot tell"


def widened(each: Spread, comparisons: int) -> Spread:
    """The interval widened for so many comparisons read together (Bonferroni)."""
    from scipy import stats

    degrees = max(1, each.draws - 1)
    usual, wide = (
        float(stats.t.ppf(1.0 - error / 2.0, degrees)) for error in (ERROR_P, ERROR_P / comparisons)
    )
    return replace(each, half_width=each.half_width * wide / usual)


FINE = 0.2
"""What has a half-width below this, in 100 incidents, is written with a further decimal."""


def number(value: float, digits: int = 3) -> str:
    """A number of people or a share, with a true minus."""
    text = "–" if value != value else f"{value:+.{digits}f}"
    return text.replace("-", "−")


def cells(label: str, spread: Spread, *, difference: bool = True) -> tuple[str, ...]:
    """A line of a table with HEADS."""
    digits = 3 if 100.0 * spread.half_width >= FINE else 4
    low, high, mean, luck, half = (
        number(value, digits)
        for value in (spread.low, spread.high, spread.mean, spread.luck, spread.half_width)
    )
    told = tells(spread) if difference else ""
    return (label, mean, f"{low} to {high}", luck.lstrip("+"), half.lstrip("+"), told)


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
