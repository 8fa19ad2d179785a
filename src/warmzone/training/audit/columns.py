"""Which column of a table holds what: by its heading, else by what stands in it."""

import re
from collections.abc import Sequence

from msgspec import Struct

from warmzone.training.audit.schedule import Row
from warmzone.training.audit.times import (
    Unit,
    cell_minutes,
    clock_range,
    clock_start,
    plain_number,
)

HEADER_ROWS = 25
"""A heading is looked for in so many rows."""
SMALLEST_SHARE = 0.5
"""A column without a heading is taken for times where this share of its cells are times."""

# The first pattern that fits a heading names its column; the earlier of two titles wins.
_TITLES = (
    r"lessons?( title| name)?s?",
    r"(training |course |main )?topics?.*",
    r"titles?",
    r"subjects?.*",
    r"block of instruction",
    r"(course |learning )?modules?( title)?",
    r"sessions?( title)?",
    r"activit(y|ies)",
    r"units?( title)?",
    r"(course )?contents?",
    r"agenda( item)?",
    r"events?|items?|what",
    r"class(es)?|courses?",
    r"description|program(me)?|instruction",
    r"blocks?|name",
    r"tema|thema|themen|inhalt|aula|conteúdo|conteudo|lecci[oó]n|contenido|asignatura",
    r"moduln?|modules?|módulos?|modulo|fach|lektion|materia|disciplina|matière|cours",
    r"leçon|contenu|sujet|lezione|argomento|onderwerp|temat",
)
_ABOUT = (
    r"(?:time|duration|length|lecture|contact|total|allotted|class|est\.?|estimated|planned|in|#|of|"
    r"number of|training|instruction|instructional|approx\.?|credit|dauer|durée|duración|duração|"
    r"durata|\W)*"
)
_MINUTES = re.compile(
    _ABOUT + r"\b(min(?:ute)?s?|minutos|minuten|minuti)\b\W*(?:\w+\W*)?", re.IGNORECASE
)
_HOURS = re.compile(
    _ABOUT + r"\b(hours?|hrs?|h|horas|heures|stunden|stdn?|ore)\b\W*(?:\w+\W*)?", re.IGNORECASE
)
_LENGTH = re.compile(
    r"(?:time\s+)?(?:duration|length|time allot\w*|allotted time|allocated time|time allocat\w*|"
    r"run ?time|time required|h:mm|hh:mm|dauer|duração|duracao|duraci[oó]n|durée|duree|durata|duur|"
    r"czas|carga horária|carga horaria|tempo|tiempo|zeit)\W*",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"times?|schedule|clock|when|hour|time ?slot|time ?of ?day|from\s?[-–/]\s?to", re.IGNORECASE
)
_START = re.compile(
    r"(start|begin|from|starts|begins|starting|beginning)(\s*(time|at))?|time (start|in)",
    re.IGNORECASE,
)
_END = re.compile(
    r"(end|ends|ending|finish|stop|until|till|to)(\s*(time|at))?|time (end|out)", re.IGNORECASE
)
_DAY = re.compile(r"days?|dates?|week ?days?|day ?#|day no\.?", re.IGNORECASE)
_METHOD = re.compile(
    r"methods?.*|format|types?( of .*)?|deliver\w*( method)?|modes?|teaching method.*|style|"
    r"approach|instruction(al)? (method|strategy).*",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"#|no\.?|nr\.?|number|order|seq\.?(uence)?|id|item ?(#|no\.?)|lesson ?(#|no\.?|number)|s/?n",
    re.I,
)
_DETAILS = re.compile(
    r"details?|objectives?|learning objectives?|key points?|notes?/content|sub-?topics?|outline|"
    r"content|description|summary",
    re.IGNORECASE,
)


class Columns(Struct, frozen=True):
    """Where each thing stands, as a column number, or None where the table has none of it."""

    title: int
    minutes: int | None = None
    unit: Unit = ""
    time: int | None = None
    start: int | None = None
    end: int | None = None
    method: int | None = None
    day: int | None = None
    number: int | None = None
    details: int | None = None

    @property
    def tells_time(self) -> bool:
        """Whether any column says how long."""
        return any(one is not None for one in (self.minutes, self.time, self.start))


def by_heading(row: Row) -> Columns | None:
    """The columns that a heading row names; None where the row is no heading."""
    cells = [_plain(cell) for cell in row.cells]
    if sum(bool(cell) for cell in cells) < 2 or any(_is_time(cell) for cell in cells):
        return None
    taken: set[int] = set()

    def first(pattern: re.Pattern[str]) -> int | None:
        for index, cell in enumerate(cells):
            if index not in taken and cell and pattern.fullmatch(cell):
                taken.add(index)
                return index
        return None

    number = first(_NUMBER)
    minutes = first(_MINUTES)
    unit = "minutes" if minutes is not None else ""
    hours = first(_HOURS) if minutes is None else None
    if hours is not None:
        minutes, unit = hours, "hours"
    length = first(_LENGTH) if minutes is None else None
    if length is not None:
        minutes, unit = length, ""
    start, end, time = first(_START), first(_END), first(_TIME)
    method, day = first(_METHOD), first(_DAY)
    title = next(
        (
            at
            for pattern in _TITLES
            if (at := first(re.compile(pattern, re.IGNORECASE))) is not None
        ),
        None,
    )
    if title is None:
        return None
    details = first(_DETAILS)
    if minutes is None and time is None and start is None:
        time = first(re.compile(r"zeit|hora|horário|horario|heure|ora|uhrzeit|tijd", re.IGNORECASE))
    named: Unit = "minutes" if unit == "minutes" else "hours" if unit == "hours" else ""
    return Columns(title, minutes, named, time, start, end, method, day, number, details)


def by_content(rows: Sequence[Row]) -> Columns | None:
    """The columns of a table without a heading: the longest text is the title, times are times."""
    width = max((len(row.cells) for row in rows), default=0)
    columns = [[row.cells[at] for row in rows if at < len(row.cells)] for at in range(width)]
    letters = [sum(char.isalpha() for cell in cells for char in cell) for cells in columns]
    if not any(letters):
        return None
    title = max(range(width), key=lambda at: letters[at])
    time = minutes = None
    for at, cells in enumerate(columns):
        if at == title:
            continue
        filled = [cell for cell in cells if cell.strip()]
        if time is None and _share(filled, _is_clock) >= SMALLEST_SHARE:
            time = at
        elif minutes is None and _share(filled, _is_length) >= SMALLEST_SHARE:
            minutes = at
    if time is None and minutes is None:
        return None
    return Columns(title, minutes, "", time)


def _share(cells: Sequence[str], fits: object) -> float:
    return sum(bool(fits(cell)) for cell in cells) / len(cells) if cells else 0.0  # type: ignore[operator]


def _is_clock(cell: str) -> bool:
    return clock_range(cell, bare_hours=True) is not None or clock_start(cell) is not None


def _is_length(cell: str) -> bool:
    return cell_minutes(cell, "") is not None


def _is_time(cell: str) -> bool:
    return clock_range(cell) is not None or (plain_number(cell) is not None and cell != "")


def _plain(cell: str) -> str:
    return " ".join(cell.replace("_", " ").split()).strip(" :*.()")
