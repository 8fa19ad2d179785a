"""Promises about timetables with a column for each day."""

import pytest

from warmzone.training.audit.read import read_schedule
from warmzone.training.audit.schedule import Document, Line, Row, Table
from warmzone.training.audit.week import by_days

WEEK = (
    ("Time", "Monday", "Tuesday"),
    ("0800-1000", "Tourniquets", "Incident command"),
    ("1000-1015", "Break", "Break"),
    ("1015-1200", "Drags", "Room entry"),
)
LESSONS = [
    ("Monday", "Tourniquets", 120),
    ("Monday", "Drags", 105),
    ("Tuesday", "Incident command", 120),
    ("Tuesday", "Room entry", 105),
]


def table(*rows: tuple[str, ...]) -> Table:
    """A table of plain cells."""
    return Table(tuple(Row(cells, f"row {at}") for at, cells in enumerate(rows, 1)))


def test_every_day_is_read() -> None:
    """Every day's lessons are read, not one column's, and each has its day."""
    found = read_schedule(Document("week.docx", (table(*WEEK),)))
    assert [(one.day, one.title, one.minutes) for one in found.lessons] == LESSONS


def test_days_apart_by_spaces() -> None:
    """The same timetable as text whose columns stand apart is read the same."""
    lines = tuple(Line("".join(f"{cell:20}" for cell in row), "page 1") for row in WEEK)
    found = read_schedule(Document("week.pdf", lines))
    assert [(one.day, one.title, one.minutes) for one in found.lessons] == LESSONS


@pytest.mark.parametrize("heading", [("Time", "Day", "Topic"), ("Time", "Group A", "Day 1")])
def test_other_tables_stay(heading: tuple[str, ...]) -> None:
    """A table whose columns are not all days is left as it is."""
    other = table(heading, ("0800-0900", "Monday", "Tourniquets"))
    assert by_days(other) == other


def test_a_row_without_time_goes_on() -> None:
    """What stands in a row without a time belongs to the lesson above."""
    wrapped = table(WEEK[0], WEEK[1], ("", "and wound packing", ""))
    titles = [row.cells[1] for row in by_days(wrapped).rows[1:]]
    assert titles == ["Tourniquets and wound packing", "Incident command"]
