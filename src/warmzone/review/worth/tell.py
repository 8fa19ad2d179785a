"""Sentences about decisions."""

from collections.abc import Iterable

from warmzone.measures.decisions import POINTS, Said
from warmzone.review import words
from warmzone.review.names import Names, lasting
from warmzone.review.orders import order_words
from warmzone.review.worth.decisions import Decision
from warmzone.vocabulary.orders import TEAM_VERBS, Refusal

UNHEARD = "no answer to it was ever heard"


def decision_text(decision: Decision, names: Names) -> str:
    """What was decided, or what nobody decided and for how long."""
    if decision.kind != "missing":
        return order_words(decision.order, names)
    title = POINTS[decision.point - 1].row.title
    whom = names.team(decision.team) or names.area(decision.area)
    about = f" ({whom})" if whom else ""
    held = lasting((decision.until_ms - decision.asked_ms) / 1000)
    return f"nothing said for {held}: {title}{about}"


def order_note(decision: Decision, said: Iterable[Said]) -> str:
    """Why an order was refused; of one that was taken, whether the team never answered it.

    said: the seat's orders with when each was heard.
    """
    if decision.kind == "refused" and decision.refusal in set(Refusal):
        return f"refused: {words.REFUSALS.get(Refusal(decision.refusal), 'not taken')}"
    if decision.kind != "order" or decision.order is None or decision.order[1] not in TEAM_VERBS:
        return ""
    about = (decision.at_ms, *decision.order[1:4])
    heard = [one.heard_ms for one in said if (one.at_ms, one.verb, one.team, one.area) == about]
    return UNHEARD if heard and max(heard) < 0 else ""
