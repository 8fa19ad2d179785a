"""Which lever mattered, as a table: what the person's way with each cost, once that is known."""

from warmzone.review.levers.shapes import LeversReview, LeverView
from warmzone.review.names import sentence
from warmzone.review.report.section import Section, Table
from warmzone.review.report.sustain import cost_text


def levered(levers: LeversReview | None) -> tuple[Section, ...]:
    """Every lever, the most costly first; nothing where nobody has worked them out."""
    if levers is None:
        return ()
    heads = ("Lever", "Your orders", "Interior commander's", "What your way with it cost")
    rows = tuple(
        (f"{one.label}: {one.about}", str(one.yours), str(one.theirs), _cost(one))
        for one in levers.levers
    )
    return (Section("Which lever mattered", (levers.how,), Table(heads, rows, (3, 1, 1.3, 2.4))),)


def _cost(one: LeverView) -> str:
    return "Neither used it" if one.cost is None else sentence(cost_text(one.cost))
