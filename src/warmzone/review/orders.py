"""Sentences about orders."""

from warmzone.doctrine.going_on import OrderRow
from warmzone.review import words
from warmzone.review.names import Names, lasting
from warmzone.vocabulary.orders import Verb

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
    return lasting(value) if verb == Verb.HOLD_RTF and value > 0 else ""
