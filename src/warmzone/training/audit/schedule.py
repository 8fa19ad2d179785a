"""A course schedule: its lessons as they were read, and what was noticed while reading."""

from typing import Literal

from msgspec import Struct

ProblemCode = Literal[
    "minutes_missing",
    "minutes_unclear",
    "minutes_disagree",
    "total_differs",
    "times_overlap",
    "unit_assumed",
    "not_english",
    "left_out",
    "cut_short",
    "no_lessons",
    "no_minutes",
    "unreadable",
    "correction_unused",
]


class Problem(Struct, frozen=True):
    """Something about a schedule that a person ought to know; nothing was guessed instead."""

    code: ProblemCode
    where: str
    message: str


class Lesson(Struct, frozen=True):
    """One lesson as it stands in a schedule; `minutes` is None where none could be read.

    `place` says where it stands (row 4, line 12, page 2); `details` are the lines below it.
    """

    title: str
    minutes: int | None = None
    method: str = ""
    day: str = ""
    place: str = ""
    details: tuple[str, ...] = ()


class Total(Struct, frozen=True):
    """A total that a schedule states, of the course or of a day, and where."""

    title: str
    minutes: int | None
    day: str
    place: str


class Stated(Struct, frozen=True):
    """What lessons are held against: totals, minutes of breaks, places of unclear lengths."""

    totals: tuple[Total, ...] = ()
    breaks: int = 0
    unclear: tuple[str, ...] = ()


class Schedule(Struct, frozen=True):
    """A programme as it was read. `heading` is what stands above its first lesson."""

    lessons: tuple[Lesson, ...]
    heading: str = ""
    problems: tuple[Problem, ...] = ()
    stated: Stated = Stated()


class Line(Struct, frozen=True):
    """A line of text, with the spaces that set its columns apart, and where it stands.

    `level` is how far it is indented or nested; `is_listed` tells a point of a list.
    """

    text: str
    place: str
    level: int = 0
    is_listed: bool = False


class Row(Struct, frozen=True):
    """A row of a table, and where it stands."""

    cells: tuple[str, ...]
    place: str


class Table(Struct, frozen=True):
    """Rows and columns of plain text."""

    rows: tuple[Row, ...]


class Document(Struct, frozen=True):
    """What a file holds, in its order: lines of text and tables. Readers make it of any format."""

    name: str
    parts: tuple[Line | Table, ...]
    problems: tuple[Problem, ...] = ()
