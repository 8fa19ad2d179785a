"""What readers make of a schedule's rows and lines, before breaks and totals are sorted out."""

import re
from typing import Literal

from msgspec import Struct

from warmzone.training.audit.schedule import Problem
from warmzone.training.audit.times import Clock, Span, unit_before

Kind = Literal["lesson", "break", "total", "end", "section"]

_BREAK = re.compile(
    r"^\W*(?:(?:morning|afternoon|coffee|tea|lunch|meal|short|rest|dinner|supper|noon|health|comfort|"
    r"restroom|bio|working)\s+)*(?:lunch(?:eon)?|breaks?|coffee|tea|breakfast|dinner|supper|meal|recess|"
    r"pause|almuerzo|mittagspause|pranzo|d[ée]jeuner|almoço)"
    r"(?:\s*(?:break|time|hour|period|on your own|provided|\(.*\)|/\s*break|[0-9]+))*\W*$",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"^\W*(?:(?:day|module|unit|block|week|course|class|grand|overall|program(?:me)?|sub)[\s-]*(?:\d+\s*)?)*"
    r"(?:sub)?totals?\b|^\W*(?:sum|gesamt)\b",
    re.IGNORECASE,
)
_END = re.compile(
    r"^\W*(?:end(?:\s+of\s+\w+)*|adjourn\w*|dismiss\w*|close(?:\s+of\s+\w+)*|finish|release\w*)\W*$",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"^\W*((?:day|session|week)\s*(?:\d+|one|two|three|four|five|six|seven|[ivx]+)|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b\s*[,:.–—-]?\s*(.*)$",
    re.IGNORECASE,
)

_OF_ALL = re.compile(
    r"^\W*(?:(?:total|contact|course|class|credit|program(?:me)?|training|instruction(?:al)?|length|"
    r"duration|approximate|number|overall|of|in)\b\W*)*$",
    re.IGNORECASE,
)
"""What stands before a unit where it is the whole course's."""


class Entry(Struct, frozen=True):
    """One row or line that may be a lesson.

    `minutes` is its length as given, `clock` its time of day; `why` says what stands there where
    no length can be read. A smaller `level` stands above the larger ones that follow it.
    """

    title: str
    kind: Kind = "lesson"
    minutes: int | None = None
    clock: Clock | None = None
    why: str = ""
    method: str = ""
    day: str = ""
    place: str = ""
    level: int = 0
    details: tuple[str, ...] = ()

    @property
    def is_timed(self) -> bool:
        """Whether it says how long it lasts, or when it begins."""
        return self.minutes is not None or self.clock is not None or bool(self.why)


class Found(Struct, frozen=True):
    """The entries of a schedule, the text above them, totals it states, and problems met."""

    entries: tuple[Entry, ...]
    heading: str = ""
    totals: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()


def kind_of(title: str) -> Kind:
    """Whether a title names a break, a total, the end of a day, or a lesson."""
    if _BREAK.match(title):
        return "break"
    if _TOTAL.match(title):
        return "total"
    return "end" if _END.match(title) else "lesson"


def of_all(text: str) -> Span | None:
    """A length of the whole course whose unit stands before it: `Contact hours: 20`."""
    before = unit_before(text)
    return before if before is not None and _OF_ALL.match(text[: before.start]) else None


def day_in(text: str) -> tuple[str, str] | None:
    """The day that a heading names, and what stands behind it."""
    match = _DAY.match(text.strip())
    return (match[1].strip(), match[2].strip()) if match else None


def tidy(text: str) -> str:
    """A title without the brackets, dashes and dots that a removed length leaves behind."""
    plain = re.sub(r"\(\s*\)|\[\s*\]|\{\s*\}", " ", text)
    plain = re.sub(r"\.{3,}|_{3,}|…", " ", plain)
    plain = " ".join(plain.split())
    plain = re.sub(r"^[\s,:;|•*·▪◦●–—-]+|[\s,:;|–—-]+$", "", plain)
    if plain.count("(") > plain.count(")"):
        plain = re.sub(r"\(\s*$", "", plain).rstrip()
    return plain
