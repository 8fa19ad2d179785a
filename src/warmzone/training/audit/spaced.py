"""Text whose columns are set apart by spaces, tabs or bars: cut into rows of a table."""

import re
from collections import Counter
from collections.abc import Sequence

from warmzone.training.audit.columns import Columns, by_heading
from warmzone.training.audit.entries import Entry, Found, day_in, kind_of, of_all, tidy
from warmzone.training.audit.schedule import Line, Row, Table
from warmzone.training.audit.tables import read_table
from warmzone.training.audit.times import clock_range, spans, unit_before
from warmzone.training.audit.week import days_of

SAME_PLACE = 3
"""Cells that begin within so many characters of each other stand in one column."""
FULL_LINE = 0.6
"""A title that fills so much of its column may go on in the next line."""
HEADING_WORDS = 12

Cells = list[tuple[int, str]]

_GAP = re.compile(r"\t+|\s{2,}|\s*\|\s*")
_OPEN_RANGE = re.compile(r"(?:-|–|—|\bto|until)\s*$", re.IGNORECASE)
MARK = re.compile(
    r"^\s*(?P<bullet>[•*·▪◦●○■□‣➢✓–—-])\s+|"
    r"^\s*(?P<number>\d+(?:\.\d+)*)[.):]\s+|^\s*(?P<dotted>\d+(?:\.\d+)+)\s+|"
    r"^\s*(?P<roman>[IVX]+)[.)]\s+|^\s*(?P<upper>[A-Z])[.)]\s+|"
    r"^\s*(?P<low>[ivx]{2,})[.)]\s+|^\s*(?P<lower>[a-z])[.)]\s+|"
    r"^\s*(?P<named>(?:module|unit|lesson|block|part|session|section|chapter|topic)\s+(?:\d+|[IVX]+|[A-H])\b)",
    re.IGNORECASE,
)
_STATED = re.compile(
    r"\b(?:total|course|class|program(?:me)?|training|length|duration|time\s+allo\w+|contact\s+hours|hours)\b",
    re.IGNORECASE,
)


def read_spaced(lines: Sequence[Line]) -> Found | None:
    """The entries under a line of column headings; None where no line heads columns."""
    for index, line in enumerate(lines):
        heading = cells_of(line.text)
        week = _week(lines, index, heading)
        if week is not None:
            return week
        columns = by_heading(Row(tuple(cell for _, cell in heading), line.place))
        if columns is None or not columns.tells_time:
            continue
        rows = [Row(tuple(cell for _, cell in heading), line.place)]
        rows += _rows(lines[index + 1 :], heading, columns)
        found = read_table(Table(tuple(rows)))
        if found is None or not found.entries:
            continue
        above = [one.text.strip() for one in lines[:index]]
        totals = found.totals + stated_totals(lines[:index])
        return Found(found.entries, " ; ".join(above), totals, found.problems)
    return None


def _week(lines: Sequence[Line], index: int, heading: Cells) -> Found | None:
    """The entries under a line that names days side by side."""
    named = Row(tuple(cell for _, cell in heading), lines[index].place)
    if not days_of(named):
        return None
    below = lines[index + 1 :]
    starts = _starts([cells_of(line.text) for line in below], heading)
    found = read_table(Table((named, *(_cut(line, starts) for line in below))))
    return found if found is not None and found.entries else None


def cells_of(text: str) -> Cells:
    """The cells of a line, each with the place where it begins."""
    cells, at = [], 0
    for gap in [*_GAP.finditer(text), None]:
        end = gap.start() if gap else len(text)
        if text[at:end].strip():
            cells.append((at, text[at:end].strip()))
        at = gap.end() if gap else at
    return cells


def stated_totals(lines: Sequence[Line]) -> tuple[Entry, ...]:
    """Lines above or beside a table that tell the length of the whole course."""
    totals = []
    for line in lines:
        text = line.text.strip()
        found = spans(text) or [one for one in (unit_before(text),) if one is not None]
        short = len(text.split()) <= HEADING_WORDS and not line.is_listed
        if found and found[-1].minutes is not None and short and clock_range(text) is None:
            totals.append(Entry(text, "total", found[-1].minutes, place=line.place))
    return tuple(totals)


def states_total(line: Line, text: str) -> bool:
    """Whether a line tells the length of the whole course: `Length: 8 hours`, `40-hour course`."""
    if not spans(text):
        return of_all(text) is not None
    without = spans(text)[-1]
    around = f"{text[: without.start]} {text[without.end :]}"
    bare = tidy(MARK.sub("", around))
    return bool(_STATED.search(around)) and len(bare.split()) <= 4 and not line.is_listed


def _rows(lines: Sequence[Line], heading: Cells, columns: Columns) -> list[Row]:
    """The lines below a heading as rows, those that go on with a row joined to it."""
    starts = _starts([cells_of(line.text) for line in lines], heading)
    cut = [_cut(line, starts) for line in lines]
    widest = max((len(row.cells[columns.title]) for row in cut), default=0)
    rows: list[Row] = []
    lasts: list[str] = []
    for row in cut:
        if rows and _goes_on(row, rows[-1], lasts[-1], columns, widest):
            both = zip(rows[-1].cells, row.cells, strict=True)
            rows[-1] = Row(tuple(f"{a} {b}".strip() for a, b in both), rows[-1].place)
            lasts[-1] = row.cells[columns.title] or lasts[-1]
        else:
            rows.append(row)
            lasts.append(row.cells[columns.title])
    return rows


def _starts(below: Sequence[Cells], heading: Cells) -> list[int]:
    """Where the columns begin: where the cells below do, for a heading may stand in the middle."""
    counted = Counter(start for cells in below if len(cells) > 1 for start, _ in cells)
    clusters: list[tuple[int, int]] = []
    for start in sorted(counted):
        if clusters and start - clusters[-1][0] <= SAME_PLACE:
            clusters[-1] = (clusters[-1][0], clusters[-1][1] + counted[start])
        else:
            clusters.append((start, counted[start]))
    if len(clusters) < len(heading):
        return [start for start, _ in heading]
    common = sorted(clusters, key=lambda one: -one[1])[: len(heading)]
    return sorted(start for start, _ in common)


def _cut(line: Line, starts: list[int]) -> Row:
    """A line's cells in their columns."""
    cells = [""] * len(starts)
    has_marks = "|" in line.text or "\t" in line.text
    for number, (at, text) in enumerate(cells_of(line.text)):
        column = sum(start <= at + SAME_PLACE for start in starts) - 1
        if has_marks:
            column = min(number, len(starts) - 1)
        cells[max(0, column)] = f"{cells[max(0, column)]} {text}".strip()
    return Row(tuple(cells), line.place)


def _goes_on(row: Row, above: Row, last: str, columns: Columns, widest: int) -> bool:
    """Whether a row is the rest of the one above and no row of its own."""
    title = row.cells[columns.title]
    told = [at for at in (columns.time, columns.start, columns.minutes) if at is not None]
    if any(_OPEN_RANGE.search(above.cells[at]) for at in told):
        return True
    if any(row.cells[at] for at in told) or _starts_anew(title):
        return False
    if not title:
        return any(row.cells)
    filled = sum(bool(cell) for cell in row.cells)
    wraps = len(last) >= FULL_LINE * widest or title[0].islower()
    return wraps and (filled == 1 or not _is_full(row, above, columns))


def _is_full(row: Row, above: Row, columns: Columns) -> bool:
    """Whether a row has all that the one above has, but for its time."""
    return (
        sum(map(bool, row.cells)) >= sum(map(bool, above.cells)) - 1 and columns.method is not None
    )


def _starts_anew(text: str) -> bool:
    """Whether a line alone in its row is a heading or a break and not the end of a title."""
    return day_in(text) is not None or kind_of(text) != "lesson" or bool(MARK.match(text))
