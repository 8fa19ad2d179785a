"""The evaluators' part of a report: the evaluation guide with its ratings, and their notes."""

from warmzone.review.evaluation_shapes import RatingRow
from warmzone.review.ratings import MAJOR_S, RATINGS, SOME_S
from warmzone.review.report.section import Section, Table
from warmzone.review.shapes import Review
from warmzone.review.withheld import HELD
from warmzone.vocabulary.units import clock

RULE = (
    "Proposed from one rule, for the evaluator to accept or change: no more than "
    f"{SOME_S:.0f} s behind the automatic interior commander with the same luck is P, up to "
    f"{MAJOR_S / 60:.0f} min behind is S, later is M, never reached although it reached it is "
    "U. This compares one run with one machine; it is no norm. What counts is what is decided."
)
LETTERS = "; ".join(f"{letter}: {words}" for letter, words in RATINGS.items()) + "."


def guide(review: Review) -> Section:
    """Every critical task: what was measured, proposed and decided, by which seat, and why."""
    heads = ("Core capability", "Critical task", "Measured", "Proposed", "Evaluator")
    rows = tuple(
        (one.capability, one.text, one.found, one.proposed, decided_text(one))
        for one in review.ratings
    )
    table = Table(heads, rows, (2, 1.9, 2, 1, 2.1))
    return Section("Exercise evaluation guide: proposed and decided", (RULE, LETTERS), table)


def decided_text(one: RatingRow) -> str:
    """The letter that was decided, why, by which seat and when; empty until somebody decides."""
    if not one.decided:
        return ""
    why = f": {one.reason}" if one.reason else ""
    return f"{one.decided}{why} ({one.by}, {one.at[:10]} {one.at[11:16]} UTC)"


def notes(review: Review) -> Section:
    """What evaluators wrote during play; held until figures in lives are released."""
    title = "Evaluators' notes"
    if not review.lives:
        return Section(title, (f"What evaluators wrote may speak of lives. {HELD}",))
    if not review.notes:
        return Section(title, ("None were written during play.",))
    rows = tuple((clock(one.at_s), one.seat, one.text) for one in review.notes)
    return Section(title, (), Table(("At", "Seat", "Note"), rows, (0.6, 1, 6)))
