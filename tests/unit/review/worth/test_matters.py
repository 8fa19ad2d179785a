"""Decisions that the same words would have put right are one matter with one leader."""

from warmzone.doctrine.going_on import OrderRow
from warmzone.review.worth.decisions import Decision
from warmzone.review.worth.matters import Priced, leaders
from warmzone.vocabulary.orders import Verb

CLEARED: OrderRow = (0, int(Verb.CLEAR_RTF_IN), 5, 3, -1, 0)
TREATED: OrderRow = (0, int(Verb.TREAT), 2, 3, -1, 0)
HELD = Decision("order", 100_000, 500_000, (0, int(Verb.HOLD_RTF), 5, -1, -1, 480), team=5)


def test_an_order_to_wait_leads_the_request_that_it_leaves_unanswered() -> None:
    """The same team at the same time: the order leads even where the omission costs more."""
    asked = Decision("missing", 150_000, 500_000, point=13, team=5)
    found = leaders([Priced(asked, 0.9, CLEARED), Priced(HELD, 0.5, CLEARED)])
    assert found == {asked: HELD}


def test_the_same_words_join_what_speaks_of_different_things() -> None:
    """An omission about nobody that the same order would have answered belongs to it."""
    medics = Decision("missing", 90_000, 300_000, point=9)
    assert leaders([Priced(HELD, 0.5, CLEARED), Priced(medics, 0.4, CLEARED)]) == {medics: HELD}
    assert leaders([Priced(HELD, 0.5, CLEARED), Priced(medics, 0.4, TREATED)]) == {}


def test_what_was_over_before_is_another_matter() -> None:
    """Decisions that never stood together are told apart, and so are two orders."""
    before = Decision("missing", 20_000, 100_000, point=13, team=5)
    assert leaders([Priced(HELD, 0.5, CLEARED), Priced(before, 0.4, CLEARED)]) == {}
    other = Decision("order", 200_000, 400_000, (0, int(Verb.CLEAR), 2, 3, -1, 0), team=2)
    assert leaders([Priced(HELD, 0.5, CLEARED), Priced(other, 0.4, CLEARED)]) == {}
