"""A document to a schedule: its tables where they hold lessons, else its lines."""

from warmzone.training.audit.collect import collect
from warmzone.training.audit.entries import Found
from warmzone.training.audit.outline import read_lines
from warmzone.training.audit.schedule import Document, Line, Problem, Schedule, Table
from warmzone.training.audit.spaced import stated_totals
from warmzone.training.audit.tables import read_table

HEADING_CHARACTERS = 600
"""So much of what stands above the first lesson tells what a programme is about."""


def read_schedule(document: Document) -> Schedule:
    """The lessons of a document, with everything that was noticed while reading."""
    lines = [part for part in document.parts if isinstance(part, Line)]
    tables = [part for part in document.parts if isinstance(part, Table)]
    found = _from_tables(tables, lines)
    if found is None:
        found = read_lines(lines)
    if found is None or not found.entries:
        text = "No lessons were found. A schedule is a list or a table with a line for each lesson."
        problem = Problem("no_lessons", "", text)
        return Schedule((), "", (*document.problems, problem))
    schedule = collect(found)
    return Schedule(
        schedule.lessons,
        schedule.heading[:HEADING_CHARACTERS],
        (*document.problems, *schedule.problems),
        schedule.stated,
    )


def _from_tables(tables: list[Table], lines: list[Line]) -> Found | None:
    """The tables of lessons; where some tell time, those that do not are left aside."""
    read = [found for table in tables if (found := read_table(table)) is not None]
    timed = [found for found in read if any(entry.is_timed for entry in found.entries)]
    kept = timed or read
    if not kept:
        return None
    text = read_lines(lines)
    if not timed and text is not None and any(entry.is_timed for entry in text.entries):
        return None
    above = [found.heading for found in kept if found.heading]
    above += [line.text.strip() for line in lines]
    return Found(
        tuple(entry for found in kept for entry in found.entries),
        " ; ".join(above),
        tuple(entry for found in kept for entry in found.totals) + stated_totals(lines),
        tuple(problem for found in kept for problem in found.problems),
    )
