"""The printed review: ten lines at most, the costliest decisions named, one notice everywhere."""

import csv
import io

import docx
import msgspec
from pypdf import PdfReader

from warmzone.review.levers.shapes import LeversReview, LeverView
from warmzone.review.report.after_action import after_action
from warmzone.review.report.document import (
    FIRST_PAGE,
    decision_table,
    document,
    first_page,
    held_notice,
    how_priced,
)
from warmzone.review.report.page_csv import as_csv
from warmzone.review.report.page_docx import as_docx
from warmzone.review.report.page_html import as_html
from warmzone.review.report.page_pdf import as_pdf
from warmzone.review.report.sustain import cost_text
from warmzone.review.shapes import NOTICE, Review
from warmzone.review.withheld import without_lives
from warmzone.review.worth.shapes import Cost, Worth, WorthReview

HELD = Worth(
    1, "order", 520.0, 1000.0, "MED1: wait, do not enter", 7, better="MED1: cleared in to <Hall>",
    cost=Cost(0.71, 0.55, 0.87, 1000), priced=True,
)  # fmt: skip
LUCKY = Worth(
    2, "order", 300.0, 400.0, "CITY1: make contact at Hall", 3, better="says nothing",
    cost=Cost(None, -0.1, 0.2, 1000), priced=True,
)  # fmt: skip
GOOD = Worth(
    3, "order", 260.0, 400.0, "takes command, inside", 2, better="says nothing",
    cost=Cost(-0.4, -0.5, -0.3, 1000), priced=True,
)  # fmt: skip
WORTH = WorthReview(NOTICE, "how", "same", "3", [HELD, LUCKY, GOOD], ["2. first words"])


def test_the_first_page_names_what_mattered(made: Review) -> None:
    """Ten lines at most: the costly decision with its interval, what to try, what went well."""
    lines = first_page(made, WORTH)
    assert len(lines) <= FIRST_PAGE
    told = " ".join(lines)
    assert "MED1: wait, do not enter: cost 0.71 expected lives (0.55 to 0.87)" in told
    assert "To try: at 08:40, MED1: cleared in" in told
    assert "Takes command, inside: saved 0.40 expected lives (0.30 to 0.50)" in told
    assert "make contact" not in told


def test_what_the_same_words_would_have_put_right_is_told_once(made: Review) -> None:
    """A part of a costlier decision takes no line of its own on the first page."""
    part = msgspec.structs.replace(HELD, number=4, text="nobody answered", part_of=1)
    lines = first_page(made, WorthReview(NOTICE, "how", "same", "3", [HELD, part], []))
    assert any("MED1: wait" in one for one in lines)
    assert not any("nobody answered" in one for one in lines)


def test_what_was_not_priced_is_counted_and_takes_no_row(made: Review) -> None:
    """No table is filled with rows that say nothing, and none of them hides."""
    left = msgspec.structs.replace(LUCKY, number=5, cost=None, priced=False)
    worth = WorthReview(NOTICE, "how", "same", "3", [HELD, left, left], [])
    table = decision_table(worth)
    assert [row[1] for row in table.rows] == ["MED1: wait, do not enter"]
    assert how_priced(worth) == ("how", "2 more were found and not priced.")
    assert how_priced(WORTH) == ("how",)
    assert how_priced(worth)[1] in as_html(document(made, worth)).decode()


def test_bad_luck_is_not_blamed(made: Review) -> None:
    """Where nothing can be told apart from luck, the page says so and names no decision."""
    lines = first_page(made, WorthReview(NOTICE, "how", "same", "3", [LUCKY], []))
    assert "No single decision can be told apart from luck as having cost lives." in lines
    assert cost_text(LUCKY.cost) == "not distinguishable"


def test_every_format_holds_the_same_lines(made: Review) -> None:
    """Browser, Word and PDF carry the title, the costly decision and the notice; CSV a row each."""
    told = document(made, WORTH)
    page = as_html(told).decode()
    assert "&lt;Hall&gt;" in page
    assert "<Hall>" not in page
    opened = docx.Document(io.BytesIO(as_docx(told)))
    words = " ".join(one.text for one in opened.paragraphs)
    cells = " ".join(cell.text for table in opened.tables for cell in table._cells)
    pages = PdfReader(io.BytesIO(as_pdf(told))).pages
    printed = " ".join(" ".join(one.extract_text().split()) for one in pages)
    for text in (page, words, printed):
        assert made.scenario_name in text
        assert "cost 0.71 expected lives" in text
    assert "MED1: wait, do not enter" in cells
    assert NOTICE in opened.sections[0].footer.paragraphs[0].text
    for one in pages:
        assert "not a performance record" in " ".join(one.extract_text().split())
    rows = list(csv.DictReader(io.StringIO(as_csv(WORTH).decode())))
    assert [row["cost_mean"] for row in rows] == ["0.71", "", "-0.4"]


def test_levers_stand_where_somebody_worked_them_out(made: Review) -> None:
    """The most costly first with its interval; one that neither used is told so; else no title."""
    levers = LeversReview("by 200 replays", NOTICE, [
        LeverView("corridor", "Corridor", "posts", 1, 2, Cost(0.3, 0.1, 0.5, 200)),
        LeverView("threat", "Threat", "contact", 0, 0, None),
    ])  # fmt: skip
    for told in (document(made, WORTH, levers), after_action(made, WORTH, levers)):
        page = as_html(told).decode()
        assert "Cost 0.30 expected lives (0.10 to 0.50)" in page
        assert "Neither used it" in page
        assert "by 200 replays" in page
    assert "Which lever mattered" not in as_html(document(made, WORTH)).decode()


def test_without_figures_in_lives_no_format_holds_one(made: Review) -> None:
    """What is not released stands nowhere, and each form says that it is left out."""
    for told in (document(made, None), after_action(made, None)):
        words = as_html(told).decode()
        assert held_notice() in words
        assert "expected lives" not in words


def test_the_story_is_in_every_format(made: Review) -> None:
    """Teams, casualties, probe answers, who waited and what to sustain stand in HTML, PDF, Word."""
    told = document(made, WORTH)
    page = as_html(told).decode()
    pages = PdfReader(io.BytesIO(as_pdf(told))).pages
    printed = " ".join(" ".join(one.extract_text().split()) for one in pages)
    opened = docx.Document(io.BytesIO(as_docx(told)))
    words = " ".join(one.text for one in opened.paragraphs)
    for title in (
        "Team by team", "Casualty by casualty", "Where things stood", "Who waited",
        "What to sustain",
    ):  # fmt: skip
        assert title in page
        assert title in printed
        assert title in words
    assert "Takes command, inside: saved 0.40 expected lives" in page
    assert made.teams[made.by_team[0].team].callsign in page
    assert made.probes[0].rows[0].true in page
    assert "<svg" in page
    assert len(opened.inline_shapes) == 1


def test_a_held_report_says_nobodys_fate(made: Review) -> None:
    """Without figures in lives the casualties' table has no fate and no line says who died."""
    page = as_html(document(without_lives(made), None)).decode()
    assert "Casualty by casualty" in page
    assert "Fate" not in page
    assert "died" not in page
