"""Course schedules in five formats, and files that are none."""

import io
import zipfile
from collections.abc import Callable

import pytest

from tests import schedules
from warmzone.interop.schedule_files import MOST_BYTES, read_document
from warmzone.scenario.problems import Invalid
from warmzone.training.audit.read import read_schedule
from warmzone.training.audit.schedule import Schedule


def read(data: bytes, name: str) -> Schedule:
    """A file's schedule."""
    return read_schedule(read_document(data, name))


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("course.csv", schedules.as_csv),
        ("course.txt", schedules.as_text),
        ("course.xlsx", schedules.as_xlsx),
        ("course.docx", schedules.as_docx),
        ("course.pdf", schedules.as_pdf),
    ],
)
def test_every_format_gives_the_same_lessons(name: str, made: Callable[[], bytes]) -> None:
    """Lessons, minutes and methods are the same in every format; breaks are left out and told."""
    schedule = read(made(), name)
    assert {lesson.title: lesson.minutes for lesson in schedule.lessons} == schedules.MINUTES
    methods = [lesson.method for lesson in schedule.lessons]
    assert methods == ["admin", "lecture", "practical", "lecture", "practical"]
    assert [problem.code for problem in schedule.problems] == ["left_out"]
    if name not in ("course.csv",):
        assert schedules.HEADING in schedule.heading


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_other_marks_between_columns(delimiter: str) -> None:
    """A CSV may part its columns by semicolons, tabs or bars."""
    schedule = read(schedules.as_csv(delimiter), "course.csv")
    assert {lesson.title: lesson.minutes for lesson in schedule.lessons} == schedules.MINUTES


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    """Text is read in the encodings that spreadsheets write."""
    text = "lesson,minutes\nChef\u2019s briefing \u2013 staging,30\n"
    schedule = read(text.encode(encoding), "course.csv")
    assert schedule.lessons[0].title == "Chef\u2019s briefing \u2013 staging"


def test_workbook_times_and_days() -> None:
    """Cells that hold times, lengths and merged days read as a person sees them."""
    from datetime import time, timedelta

    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Day", "Start", "End", "Lesson", "Duration"])
    sheet.append(["Day 1", time(8, 0), time(9, 30), "Triage", timedelta(hours=1, minutes=30)])
    sheet.append([None, time(9, 30), time(10, 0), "Airway", timedelta(minutes=30)])
    sheet.merge_cells("A2:A3")
    made = io.BytesIO()
    book.save(made)
    lessons = read(made.getvalue(), "course.xlsx").lessons
    assert [(one.day, one.title, one.minutes) for one in lessons] == [
        ("Day 1", "Triage", 90),
        ("Day 1", "Airway", 30),
    ]


def test_formulas_without_values_are_told() -> None:
    """A formula that no program has calculated is a problem with its place, not a silent gap."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Lesson", "Minutes"], ["Triage", 30], ["Airway", "=2*30"]):
        sheet.append(row)
    made = io.BytesIO()
    book.save(made)
    schedule = read(made.getvalue(), "course.xlsx")
    assert [one.minutes for one in schedule.lessons] == [30, None]
    assert any("B3" in problem.message for problem in schedule.problems)


def test_word_list_levels() -> None:
    """A Word list without times gives its outermost points as lessons, the rest as details."""
    import docx

    document = docx.Document()
    for text, style in (
        ("Topics", "Normal"),
        ("Massive bleeding", "List Bullet"),
        ("Tourniquets", "List Bullet 2"),
        ("Casualty movement", "List Bullet"),
    ):
        document.add_paragraph(text, style=style)
    made = io.BytesIO()
    document.save(made)
    lessons = read(made.getvalue(), "course.docx").lessons
    assert [(one.title, one.details) for one in lessons] == [
        ("Massive bleeding", ("Tourniquets",)),
        ("Casualty movement", ()),
    ]


def test_word_tables_in_tables() -> None:
    """Tables inside the cells of a table are read, in their order."""
    import docx

    document = docx.Document()
    outer = document.add_table(rows=2, cols=2)
    for row, day, lesson, length in (
        (0, "Day 1", "Tourniquets", "1 hr 15 min"),
        (1, "Day 2", "Incident command", "1.5 h"),
    ):
        outer.cell(row, 0).text = day
        cells = outer.cell(row, 1).add_table(rows=1, cols=2).rows[0].cells
        cells[0].text, cells[1].text = lesson, length
    made = io.BytesIO()
    document.save(made)
    found = read(made.getvalue(), "course.docx").lessons
    assert [(one.title, one.minutes) for one in found] == [
        ("Tourniquets", 75),
        ("Incident command", 90),
    ]


def test_shares_are_no_minutes() -> None:
    """Per cent under a heading are not taken for minutes, and unnamed lengths are told."""
    shares = read(b"Topic,%\nMedical,70\nCommand,5\n", "course.csv")
    assert [one.minutes for one in shares.lessons] == [None, None]
    bare = read(b"Topic,Amount\nTourniquets,70\nIncident command,35\n", "course.csv")
    assert [one.minutes for one in bare.lessons] == [70, 35]
    assert [one.code for one in bare.problems] == ["unit_assumed"]


def packed(size: int) -> bytes:
    """A zip whose one part swells to a size."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", b"0" * size)
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.csv", b"", "empty"),
        ("a.csv", b"   \n", "empty"),
        ("a.csv", b"\x00\x01\x02binary", "no text"),
        ("a.xlsx", b"not a workbook", "damaged"),
        ("a.xlsx", packed(10), "cannot be read"),
        ("a.docx", packed(10), "cannot be read"),
        ("a.docx", schedules.as_xlsx(), "cannot be read"),
        ("a.xlsx", packed(201 * 2**20), "too large"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0" + b"0" * 600, "password"),
        ("a.pdf", b"%PDF-1.4\nrubbish", "cannot be read"),
        ("a.pdf", schedules.pdf_of([]), "scanner"),
        ("a.xls", b"old", "save it as .xlsx"),
        ("a.png", b"\x89PNG", "a file of the kind .png"),
        ("a.csv", b"x" * (MOST_BYTES + 1), "too large"),
    ],
)
def test_bad_files_give_one_clear_error(name: str, data: bytes, words: str) -> None:
    """What cannot be read is refused in one sentence that names the file and what is allowed."""
    with pytest.raises(Invalid) as caught:
        read_document(data, name)
    assert len(caught.value.problems) == 1
    assert words in str(caught.value)
    assert str(caught.value).startswith(f"{name}: ")
