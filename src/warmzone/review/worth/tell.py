"""Sentences about decisions."""

from warmzone.measures.decisions import POINTS
from warmzone.review import words
from warmzone.review.names import Names, lasting
from warmzone.review.orders import order_words
from warmzone.review.worth.decisions import Decision
from warmzone.vocabulary.orders import Refusal


def decision_text(decision: Decision, names: Names) -> str:
    """What was decided, or what nobody decided and for how long."""
    if decision.kind != "missing":
        return order_words(decision.order, names)
    title = POINTS[decision.point - 1].row.title
    whom = names.team(decision.team) or names.area(decision.area)
    about = f" ({whom})" if whom else ""
    held = lasting((decision.until_ms - decision.asked_ms) / 1000)
    return f"nothing said for {held}: {title}{about}"


def refusal_note(decision: Decision) -> str:
    """Why an order was refused."""
    if decision.kind != "refused" or decision.refusal not in set(Refusal):
        return ""
    return f"refused: {words.REFUSALS.get(Refusal(decision.refusal), 'not taken')}"
