"""Sentences about decisions."""

from warmzone.doctrine.going_on import OrderRow
from warmzone.measures.decisions import POINTS
from warmzone.review import words
from warmzone.review.names import Names, lasting
from warmzone.review.worth.decisions import Decision
from warmzone.vocabulary.orders import Refusal, Verb

NOTHING = "says nothing"


def order_words(order: OrderRow | None, names: Names) -> str:
    """What an order says; the words for saying nothing where there is none."""
    if order is None:
        return NOTHING
    _, verb, team, area, other, value = order
    if verb not in set(Verb):
        return "an order that could not be read"
    text = words.ORDERS[Verb(verb)].format(
        team=names.team(team) or "no team",
        area=names.area(area) or "no place",
        other=names.team(other) or "a rescue task force",
        value=words.value_word(verb, value),
    )
    more = _further(verb, value)
    return f"{text} ({more})" if more else text


def _further(verb: int, value: int) -> str:
    """What the words of an order leave out of its value."""
    if verb == Verb.HOLD_RTF and value > 0:
        return lasting(value)
    carries = verb in (Verb.CALL_RESOURCES, Verb.SET_PRIORITY, Verb.SET_RADIO_PLAN)
    return str(value) if carries else ""


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
