"""What a decision is said to have been, and what is noted of it."""

from warmzone.measures.decisions import Said
from warmzone.review.worth.decisions import Decision
from warmzone.review.worth.tell import UNHEARD, order_note
from warmzone.vocabulary.orders import Refusal, Verb

TREAT = (0, int(Verb.TREAT), 4, 7, -1, 0)


def test_an_order_that_nobody_answered_is_noted() -> None:
    """The team never said that it heard; one that was heard, late or twice, has no note."""
    order = Decision("order", 60_000, 90_000, TREAT, sequence=3)
    never = Said(60_000, Verb.TREAT, 4, 7)
    heard = Said(60_000, Verb.TREAT, 4, 7, heard_ms=80_000)
    assert order_note(order, [never]) == UNHEARD
    assert order_note(order, [heard]) == ""
    assert order_note(order, [never, heard]) == ""
    assert order_note(order, [Said(50_000, Verb.TREAT, 4, 7)]) == ""


def test_what_nobody_is_spoken_to_in_has_no_answer_to_miss() -> None:
    """A declared zone is nobody's to answer, and an omission was never said."""
    zone = (0, int(Verb.DECLARE_ZONE), -1, 7, -1, 2)
    said = [Said(60_000, Verb.DECLARE_ZONE, -1, 7, value=2)]
    assert order_note(Decision("order", 60_000, 90_000, zone, sequence=3), said) == ""
    assert order_note(Decision("missing", 60_000, 90_000, point=4), said) == ""


def test_a_refused_order_says_why() -> None:
    """In words."""
    refused = Decision("refused", 1, 2, TREAT, int(Refusal.UNKNOWN_TEAM), sequence=3)
    assert order_note(refused, []).startswith("refused: ")
