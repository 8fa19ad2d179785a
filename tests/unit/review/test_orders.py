"""What an order says, in a sentence."""

from tests import tiny
from warmzone.review.names import Names
from warmzone.review.orders import NOTHING, order_words
from warmzone.vocabulary.codes import Seat
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
