"""The after-action report proposes and leaves open; the evaluator decides."""

import io

import docx
from msgspec.structs import replace
from pypdf import PdfReader

from tests.played import EXPECTED, NOTED, WALL
from warmzone.review.names import sentence
from warmzone.review.ratings import RATINGS, TASKS
from warmzone.review.report.activity_log import activity_logs
from warmzone.review.report.after_action import after_action
from warmzone.review.report.document import document
from warmzone.review.report.page_docx import as_docx
from warmzone.review.report.page_html import as_html
from warmzone.review.report.page_pdf import as_pdf
from warmzone.review.report.section import Document, Section
from warmzone.review.shapes import Review


def section(told: Document, title: str) -> Section:
    """The section of a title."""
    return next(one for one in told.sections if one.title.startswith(title))


def test_ratings_are_proposed_and_the_evaluators_are_open(made: Review) -> None:
    """Every critical task has a letter of the four or none, and an empty cell beside it."""
    table = section(after_action(made, None), "Exercise evaluation guide").table
    assert table is not None
    assert len(table.rows) == len(TASKS)
    assert all(row[3] in RATINGS and row[4] == "" for row in table.rows)
    assert {row[3] for row in table.rows} - {"–"}


def test_what_was_decided_stands_beside_what_was_proposed_and_counts(made: Review) -> None:
    """Letter, reason, seat and time are printed everywhere; issues follow the evaluator."""
    row = next(one for one in made.ratings if one.proposed == "P")
    word = replace(row, decided="M", reason="asked twice", by="instructor", at=WALL)
    decided = replace(made, ratings=[word if one.task == row.task else one for one in made.ratings])
    told = after_action(decided, None)
    cell = "M: asked twice (instructor, 2026-11-22 20:00 UTC)"
    table = section(told, "Exercise evaluation guide").table
    assert table is not None
    assert [row[4] for row in table.rows if row[4]] == [cell]
    plan, before = (
        [row[1] for row in table.rows]
        for one in (told, after_action(made, None))
        if (table := section(one, "Appendix A").table)
    )
    assert f"{row.text}: {row.found}. asked twice" in plan
    assert not any(text.startswith(row.text) for text in before)
    page = as_html(document(decided, None)).decode()
    printed = PdfReader(io.BytesIO(as_pdf(document(decided, None)))).pages
    words = " ".join(" ".join(one.extract_text().split()) for one in printed)
    for text in (page, words):
        assert "M: asked twice" in text
        assert NOTED in text


def test_notes_plans_and_probes_are_merged(made: Review) -> None:
    """What evaluators wrote, what was expected and what was answered stand in the document."""
    opened = docx.Document(io.BytesIO(as_docx(after_action(made, None))))
    cells = " ".join(cell.text for table in opened.tables for cell in table._cells)
    for text in (NOTED, EXPECTED, "Where is the threat?", "Corrective action"):
        assert text in cells


def test_each_seat_has_an_activity_log_of_its_own(made: Review) -> None:
    """What one seat said stands in its log and in no other, nobody is named."""
    told = activity_logs(made)
    logs = [one.table for one in told.sections if one.title.startswith("7.")]
    yours = {sentence(entry.text) for entry in made.timeline if entry.who == "You"}
    tactical, medical = ({row[1] for row in table.rows} for table in logs if table is not None)
    assert all(any(text in row for row in tactical) for text in yours)
    assert not yours & medical
    names = {
        row[1]
        for one in told.sections
        if one.level == 1 and one.table
        for row in one.table.rows
        if row[0] == "3. Name"
    }
    assert names == {""}
    assert all(row[1][:1] == row[1][:1].upper() for table in logs if table for row in table.rows)


def test_a_seats_resources_are_its_own(made: Review) -> None:
    """Tactical has the police teams that came, Medical the medical ones; no team stands twice."""
    rows = [
        row[1].split(", ")
        for one in activity_logs(made).sections
        if one.table
        for row in one.table.rows
        if row[0] == "6. Resources assigned"
    ]
    came = {made.teams[one.team].callsign: made.teams[one.team].discipline for one in made.by_team}
    assert [{came[name] for name in names} for names in rows] == [{"police"}, {"medical"}]
    assert sorted(name for names in rows for name in names) == sorted(came)
