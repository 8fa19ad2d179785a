"""Rows and columns to entries: a schedule that stands in a table."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from warmzone.training.audit.columns import HEADER_ROWS, Columns, by_content, by_heading
from warmzone.training.audit.entries import Entry, Found, day_in, kind_of, of_all, tidy
from warmzone.training.audit.schedule import Problem, Row, Table
from warmzone.training.audit.times import (
    Clock,
    Unit,
    cell_minutes,
    clock_range,
    clock_start,
    plain_number,
    spans,
)
from warmzone.training.audit.week import by_days

HOURS_AT_MOST = 12
"""Bare lengths up to this are hours, where none is from `MINUTES_AT_LEAST`."""
MINUTES_AT_LEAST = 15
FEW_CELLS = 3
_NO_LENGTH = re.compile(r"%|\bper ?cent|\bshare|\bweight|\bslides?\b|\bpages?\b|\bpoints?\b", re.I)
"""What heads numbers that are no lengths."""


def read_table(table: Table) -> Found | None:
    """The entries of a table, or None where it is not one of lessons."""
    rows = [row for row in by_days(table).rows if any(cell.strip() for cell in row.cells)]
    for index, row in enumerate(rows[:HEADER_ROWS]):
        columns = by_heading(row)
        if columns is not None and (columns.tells_time or _is_list(columns, row)):
            above = " ".join(" ".join(one.cells) for one in rows[:index])
            below = rows[index + 1 :]
            return _read(below, _with_numbers(below, columns, row), " ".join(above.split()))
    columns = by_content(rows)
    return None if columns is None else _read(rows, columns, "")


def _is_list(columns: Columns, row: Row) -> bool:
    """Whether a heading without times still heads a list of lessons."""
    return columns.number is not None or columns.method is not None or len(row.cells) <= 2


def _with_numbers(rows: Sequence[Row], columns: Columns, heading: Row) -> Columns:
    """The columns with lengths under an unknown heading, where only numbers stand below it."""
    if columns.tells_time:
        return columns
    named = {columns.title, columns.number, columns.method, columns.day, columns.details}
    for at, name in enumerate(heading.cells):
        if _NO_LENGTH.search(name):
            continue
        cells = [cell for row in rows if (cell := _cell(row, at))]
        if at not in named and cells and all(plain_number(cell) is not None for cell in cells):
            return replace(columns, minutes=at)
    return columns


def _read(rows: Sequence[Row], columns: Columns, heading: str) -> Found:
    columns, problems = _with_unit(rows, columns)
    entries: list[Entry] = []
    day = ""
    for row in rows:
        again = by_heading(row)
        if again is not None and again.tells_time == columns.tells_time:
            columns, _ = _with_unit(rows, again)
            continue
        named = _day_row(row)
        if named is not None:
            day = named
            continue
        entry = _entry(row, columns, day)
        if entry is not None:
            day = entry.day
            entries.append(entry)
    totals = tuple(entry for entry in entries if entry.kind == "total")
    kept = tuple(entry for entry in entries if entry.kind != "total")
    return Found(kept, heading, totals, tuple(problems))


def _day_row(row: Row) -> str | None:
    """The day, where a row is only a heading of one."""
    filled = [cell.strip() for cell in row.cells if cell.strip()]
    if len(set(filled)) != 1:
        return None
    named = day_in(filled[0])
    return filled[0] if named and not spans(filled[0]) and clock_range(filled[0]) is None else None


def _entry(row: Row, columns: Columns, day: str) -> Entry | None:
    title = _cell(row, columns.title)
    if not title:
        rest = [cell.strip() for cell in row.cells if cell.strip()]
        title = next((cell for cell in rest if kind_of(cell) != "lesson"), "")
        if not title:
            return None
    kind = kind_of(title)
    filled = sum(bool(cell.strip()) for cell in row.cells)
    minutes, clock, why = _length(row, columns)
    stated = of_all(f"{title}: {_cell(row, columns.minutes)}")
    if stated is not None and clock is None:
        # The row names its own unit, whatever the column's is.
        kind, minutes, why = "total", stated.minutes, ""
    if minutes is None and clock is None and not why:
        inside = [one for one in spans(title) if one.minutes is not None]
        if len(inside) == 1:
            minutes = inside[0].minutes
            title = title[: inside[0].start] + title[inside[0].end :]
        elif kind == "lesson" and filled == 1 and len(row.cells) >= FEW_CELLS:
            kind = "section"
    number = _cell(row, columns.number)
    return Entry(
        title=tidy(title),
        kind=kind,
        minutes=minutes,
        clock=clock,
        why=why,
        method=_cell(row, columns.method),
        day=_cell(row, columns.day) or day,
        place=row.place,
        level=number.strip(".").count("."),
        details=tuple(line for line in [_cell(row, columns.details)] if line),
    )


def _length(row: Row, columns: Columns) -> tuple[int | None, Clock | None, str]:
    """A row's minutes and times of day, and what stands there where they cannot be read."""
    minutes, why = None, ""
    text = _cell(row, columns.minutes)
    clock = _clock(row, columns)
    if clock is None:
        clock = clock_range(text)
    if text and clock_range(text) is None:
        span = cell_minutes(text, columns.unit)
        minutes, why = (span.minutes, span.why) if span else (None, f"“{text}” is no length")
    time = _cell(row, columns.time)
    if time and clock is None and minutes is None:
        span = cell_minutes(time, "")
        minutes, why = (span.minutes, span.why) if span else (None, f"“{time}” is no time")
    if clock is not None and clock.why:
        return minutes, None, clock.why
    return minutes, clock, why


def _clock(row: Row, columns: Columns) -> Clock | None:
    start, end = _cell(row, columns.start), _cell(row, columns.end)
    if start and end:
        return clock_range(f"{start} - {end}", bare_hours=True)
    time = _cell(row, columns.time) or start
    if not time:
        return None
    return clock_range(time, bare_hours=True) or clock_start(time)


def _with_unit(rows: Sequence[Row], columns: Columns) -> tuple[Columns, list[Problem]]:
    """The columns with the unit of bare numbers, where the heading names none and they show it."""
    if columns.unit or (columns.minutes is None and columns.time is None):
        return columns, []
    at = columns.minutes if columns.minutes is not None else columns.time
    cells = [_cell(row, at) for row in rows if kind_of(_cell(row, columns.title)) != "total"]
    bare = [value for cell in cells if (value := plain_number(cell)) is not None]
    if not bare or (columns.minutes is None and any(clock_start(cell) for cell in cells)):
        return columns, []
    unit: Unit = ""
    if min(bare) >= MINUTES_AT_LEAST or (max(bare) > HOURS_AT_MOST and min(bare) >= 5):
        unit = "minutes"
    elif max(bare) <= HOURS_AT_MOST:
        unit = "hours"
    lowest, highest = f"{min(bare):g}", f"{max(bare):g}"
    if not unit:
        text = (
            f"The lengths have no unit, and from {lowest} to {highest} they could be minutes or "
            "hours. Name the unit in the column's heading."
        )
        return columns, [Problem("minutes_unclear", "", text)]
    text = f"The lengths have no unit; from {lowest} to {highest} they are read as {unit}."
    time = None if columns.minutes is None else columns.time
    made = replace(columns, minutes=at, unit=unit, time=time)
    return made, [Problem("unit_assumed", "", text)]


def _cell(row: Row, at: int | None) -> str:
    return row.cells[at].strip() if at is not None and at < len(row.cells) else ""
