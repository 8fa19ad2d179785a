"""What an order says, in a sentence."""

from tests import tiny
from warmzone.review.names import Names
from warmzone.review.orders import NOTHING, order_words
from warmzone.vocabulary.codes import AtWounded, RadioPlan, Resource, Seat
from warmzone.vocabulary.orders import Verb


def test_an_order_names_its_team_and_its_place() -> None:
    """Callsign and landmark stand in the sentence; what is left out is said as left out."""
    names = Names(tiny.prepared("none"))
    said = order_words((Seat.TACTICAL, Verb.CLEAR, 0, tiny.CORRIDOR, -1, 0), names)
    assert names.team(0) in said
    assert "corridor" in said
    assert "no place" in order_words((Seat.TACTICAL, Verb.CLEAR, 0, -1, -1, 0), names)


def test_saying_nothing_and_what_cannot_be_read_have_words_too() -> None:
    """An older log may hold a verb that is gone; it is told, not left out."""
    names = Names(tiny.prepared("none"))
    assert order_words(None, names) == NOTHING
    assert "could not be read" in order_words((Seat.TACTICAL, 9999, -1, -1, -1, 0), names)


def test_an_order_that_carries_a_value_says_it() -> None:
    """The word stands in the sentence, not its number, and not another order's word."""
    names = Names(tiny.prepared("none"))

    def said(verb: Verb, value: int) -> str:
        return order_words((Seat.TACTICAL, verb, 0, -1, -1, value), names)

    assert said(Verb.STEP_PAST, AtWounded.STOP).endswith("stop and treat")
    assert said(Verb.STAGE_ARRIVALS, 0) == "tells arrivals to come straight in"
    assert said(Verb.CALL_RESOURCES, Resource.AMBULANCES) == "calls for more ambulances"
    assert said(Verb.SET_RADIO_PLAN, RadioPlan.SHARED) == "sets the channels: one for all"
