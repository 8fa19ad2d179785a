"""Timetables with a column for each day: put one day below the other."""

import re
from collections.abc import Sequence

from warmzone.training.audit.schedule import Row, Table
from warmzone.training.audit.times import clock_range, clock_start

FEWEST_DAYS = 2
HEADER_ROWS = 25
TIMES = 0.5
"""This share of the first cells below the days must be times."""
_DAY = re.compile(
    r"\W*(?:(?:day|tag|jour|d[ií]a|giorno)\s*(?:\d+|one|two|three|four|five|six|seven|[ivx]+)|"
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|"
    r"montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|"
    r"lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo|"
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b[\s\d.,:/()–-]*(?:[A-Za-z]{3,9}\W*\d*)?\W*",
    re.IGNORECASE,
)
HEADING = ("Time", "Topic", "Day")


def by_days(table: Table) -> Table:
    """A table whose columns are days as one with a row for each lesson; any other as it is."""
    rows = [row for row in table.rows if any(cell.strip() for cell in row.cells)]
    for index, row in enumerate(rows[:HEADER_ROWS]):
        days = days_of(row)
        below = _joined(rows[index + 1 :])
        if not days or not _has_times(below):
            continue
        made = [*rows[:index], Row(HEADING, row.place)]
        for column, day in days:
            for one in below:
                title = one.cells[column].strip() if column < len(one.cells) else ""
                if title and _is_time(one.cells[0]):
                    made.append(Row((one.cells[0], title, day), one.place))
        return Table(tuple(made))
    return table


def days_of(row: Row) -> list[tuple[int, str]]:
    """The columns that a heading gives to days; none where it is no such heading."""
    days = [(at, cell.strip()) for at, cell in enumerate(row.cells) if at and _DAY.fullmatch(cell)]
    others = [cell for at, cell in enumerate(row.cells) if at and cell.strip()]
    return days if len(days) >= FEWEST_DAYS and len(days) == len(others) else []


def _joined(rows: Sequence[Row]) -> list[Row]:
    """The rows, those without a time joined to the one above: their cells go on."""
    made: list[Row] = []
    for row in rows:
        if made and not row.cells[0].strip():
            width = max(len(made[-1].cells), len(row.cells))
            both = zip(_wide(made[-1], width), _wide(row, width), strict=True)
            made[-1] = Row(tuple(f"{a} {b}".strip() for a, b in both), made[-1].place)
        else:
            made.append(row)
    return made


def _wide(row: Row, width: int) -> list[str]:
    return [*row.cells, *([""] * (width - len(row.cells)))]


def _has_times(rows: Sequence[Row]) -> bool:
    times = sum(_is_time(row.cells[0]) for row in rows)
    return times > 0 and times >= TIMES * len(rows)


def _is_time(cell: str) -> bool:
    return clock_range(cell, bare_hours=True) is not None or clock_start(cell) is not None
