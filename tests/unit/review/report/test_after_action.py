"""The after-action report proposes and leaves open; the evaluator decides."""

import io

import docx

from tests.played import EXPECTED, NOTED
from warmzone.review.report.activity_log import activity_logs
from warmzone.review.report.after_action import after_action
from warmzone.review.report.page_docx import as_docx
from warmzone.review.report.ratings import MAJOR_S, RATINGS, SOME_S, Rating, _by_delay, rated
from warmzone.review.report.section import Document, Section
from warmzone.review.shapes import Review


def section(told: Document, title: str) -> Section:
    """The section of a title."""
    return next(one for one in told.sections if one.title.startswith(title))


def test_ratings_are_proposed_and_the_evaluators_are_open(made: Review) -> None:
    """Every critical task has a letter of the four or none, and an empty cell beside it."""
    table = section(after_action(made, None), "Core capabilities").table
    assert table is not None
    assert all(row[3] in RATINGS and row[4] == "" for row in table.rows)
    assert {row[3] for row in table.rows} - {"–"}


def test_a_rating_follows_how_late_it_was() -> None:
    """On time is P, a little late S, much later M."""
    expected: list[tuple[float, Rating]] = [
        (-30, "P"), (SOME_S, "P"), (SOME_S + 1, "S"), (MAJOR_S, "S"), (MAJOR_S + 1, "M"),
    ]  # fmt: skip
    assert [_by_delay(late) for late, _ in expected] == [rating for _, rating in expected]


def test_what_nobody_reached_is_not_rated_and_what_was_missed_is_unable(made: Review) -> None:
    """U only where the automatic commander reached it; before the hand-over nothing is rated."""
    for one in rated(made):
        yours = made.comparison.yours.get(one.task.measure)
        theirs = {c.commander: c.values for c in made.comparison.others}["interior"]
        if one.task.measure == "awareness":
            continue
        if yours is None:
            reached = theirs.get(one.task.measure) is not None
            assert one.proposed == ("U" if reached else "–")
        elif yours < made.start_s:
            assert one.proposed == "–"


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
    yours = {entry.text for entry in made.timeline if entry.who == "You"}
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
