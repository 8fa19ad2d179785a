"""Lines of text to entries: a schedule written as a list, an outline or columns set by spaces."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from warmzone.training.audit.entries import Entry, Found, day_in, kind_of, tidy
from warmzone.training.audit.schedule import Line
from warmzone.training.audit.spaced import MARK, cells_of, read_spaced, states_total
from warmzone.training.audit.times import clock_range, clock_start, spans, unit_before

PROSE_WORDS = 22
"""A line of so many words that no list marks is prose and no lesson."""
INDENT = 4
DEEPEST = 9
"""Deeper levels than a word processor knows are one."""

_NOTE = re.compile(r"^\s*(?:\*\*|\*(?!\s)|notes?\b\s*:|n\.?b\.?\s)", re.IGNORECASE)
_ROMAN = re.compile(r"^[IVX]+$")
_METHODS = re.compile(
    r"^(?:lecture|lab|practical|practice|scenario|exercise|discussion|drill|demo\w*|simulation|table\s?top|"
    r"classroom|hands[\s-]on|range|didactic|skills?|all|admin|field|video|exam|test|debrief|workshop|"
    r"role[\s-]?play)\b[\w\s/+,&-]*$",
    re.IGNORECASE,
)


def read_lines(lines: Sequence[Line]) -> Found | None:
    """The entries of a text, or None where no line of it looks like a lesson."""
    lines = [line for line in lines if line.text.strip()]
    table = read_spaced(lines)
    if table is not None:
        return table
    raw = _entries(lines)
    timed = [entry for entry in raw if entry.is_timed and entry.kind in ("lesson", "break")]
    if timed:
        return _timed(raw)
    return _untimed(raw)


def _entries(lines: Sequence[Line]) -> list[Entry]:
    """Every line as an entry with its level, its day and what time it tells."""
    levels = _Levels()
    entries: list[Entry] = []
    day = ""
    for line in lines:
        text = line.text.strip()
        clock = clock_range(text) or clock_start(text)
        named = day_in(text)
        if named is not None and clock is None and (not named[1] or not line.is_listed):
            day = named[0]
            if not named[1] or not spans(named[1]):
                entries.append(Entry(text, "section", place=line.place, day=day))
                continue
            text = named[1]
        entries.append(_entry(line, text, levels.of(line), day))
    return entries


def _entry(line: Line, text: str, level: int, day: str) -> Entry:
    clock = clock_range(text) or clock_start(text)
    why = clock.why if clock is not None else ""
    rest = text if clock is None else f"{text[: clock.start]}  {text[clock.end :]}"
    lengths = spans(rest)
    minutes = None
    if lengths:
        last = lengths[-1]
        minutes, why = last.minutes, why or last.why
        rest = f"{rest[: last.start]} {rest[last.end :]}"
    elif clock is None and (stated := unit_before(rest)) is not None:
        lengths, minutes = [stated], stated.minutes
        rest = rest[: stated.start]
    title, method = _title_of(rest)
    kind = kind_of(title) if title else "section"
    if _NOTE.match(text):
        kind = "section"
        minutes = None
    is_prose = len(text.split()) > PROSE_WORDS and clock is None
    is_stated = bool(lengths) and clock is None and states_total(line, text)
    if kind == "lesson" and (is_prose or is_stated):
        kind, title = "section", text
    elif kind == "total" and is_stated and not spans(text):
        title = text
    return Entry(
        title, kind, minutes, None if clock is not None and clock.why else clock, why, method, day,
        line.place, level,
    )  # fmt: skip


def _title_of(text: str) -> tuple[str, str]:
    """The title in what is left of a line, and the method where a column of it tells one."""
    marked = MARK.match(text)
    if marked and not marked["named"]:
        text = text[marked.end() :]
    cells = [tidy(cell) for _, cell in cells_of(text)]
    cells = [cell for cell in cells if any(char.isalpha() for char in cell)]
    if not cells:
        return "", ""
    method = next((cell for cell in cells[1:] if _METHODS.match(cell)), "")
    return cells[0], method


def _timed(raw: Sequence[Entry]) -> Found:
    """The entries of a text some of whose lines tell time: the others are details or headings."""
    timed = [i for i, one in enumerate(raw) if one.is_timed and one.kind in ("lesson", "break")]
    # A course's name with its days is no lesson of unknown length.
    first = timed[1] if len(timed) > 1 and timed[0] == 0 and _names_course(raw[0]) else timed[0]
    heading = [entry.title for entry in raw[:first] if entry.title]
    totals = [entry for entry in raw if _is_total(entry)]
    top = min(one.level for one in raw if one.is_timed and one.kind in ("lesson", "break"))
    entries: list[Entry] = []
    for entry in raw[first:]:
        if _is_total(entry) or entry.kind == "section":
            continue
        if entry.is_timed or (entry.level == top and top > 0):
            entries.append(entry)
        elif entries and len(entry.title.split()) <= PROSE_WORDS:
            entries[-1] = replace(entries[-1], details=(*entries[-1].details, entry.title))
    return Found(tuple(entries), " ; ".join(heading), tuple(totals))


def _untimed(raw: Sequence[Entry]) -> Found | None:
    """The entries of a text without any time: the points of its outermost list."""
    listed = [entry for entry in raw if entry.kind == "lesson" and entry.level > 0]
    pool = listed or [entry for entry in raw if entry.kind == "lesson"]
    if not pool:
        return None
    top = min(entry.level for entry in pool)
    entries: list[Entry] = []
    heading: list[str] = []
    for entry in raw:
        if entry.kind == "lesson" and entry.level == top:
            entries.append(entry)
        elif entries and entry.kind == "lesson" and entry.level > top:
            entries[-1] = replace(entries[-1], details=(*entries[-1].details, entry.title))
        elif not entries and entry.title:
            heading.append(entry.title)
    totals = tuple(entry for entry in raw if _is_total(entry))
    return Found(tuple(entries), " ; ".join(heading), totals)


def _names_course(entry: Entry) -> bool:
    """Whether a first line outside of any list tells how long in a unit that no lesson has."""
    return entry.level == 0 and entry.minutes is None and entry.clock is None


def _is_total(entry: Entry) -> bool:
    return entry.kind == "total" or (entry.kind == "section" and entry.minutes is not None)


class _Levels:
    """How deep a line stands: by its mark's style, and by its indent."""

    def __init__(self) -> None:
        self._styles: list[str] = []

    def of(self, line: Line) -> int:
        """The level of the next line; 0 for one that no list marks."""
        if line.level > 0:
            return line.level
        match = MARK.match(line.text)
        if match is None:
            return 1 if line.is_listed else 0
        style = self._style(match, len(line.text) - len(line.text.lstrip()))
        if style in self._styles:
            del self._styles[self._styles.index(style) + 1 :]
        else:
            self._styles.append(style)
        return min(self._styles.index(style) + 1, DEEPEST)

    def _style(self, match: re.Match[str], indent: int) -> str:
        if match["named"]:
            return "named"
        numbered = match["number"] or match["dotted"]
        if numbered:
            return f"number {numbered.count('.')}"
        if match["bullet"]:
            return f"bullet {match['bullet']} {indent // INDENT}"
        letter = match["roman"] or match["upper"] or match["low"] or match["lower"]
        case = "upper" if letter.isupper() else "lower"
        roman = f"roman {case}"
        is_roman = bool(_ROMAN.match(letter.upper()))
        # C and D are numerals too: they are letters where the letters have begun.
        letters = f"letter {case}"
        if is_roman and (roman in self._styles or letters not in self._styles):
            if len(letter) > 1 or letter.upper() == "I" or roman in self._styles:
                return roman
        return letters
