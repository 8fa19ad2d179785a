"""Every order can be told in words, and how it fared on the way."""

import pytest

from warmzone.review.words import ORDERS, ROLES, heard_note, value_word
from warmzone.vocabulary.codes import Role
from warmzone.vocabulary.orders import FORMS, Verb

WITH_VALUE = [verb for verb, text in ORDERS.items() if "{value}" in text]


@pytest.mark.parametrize("verb", WITH_VALUE)
def test_an_order_that_tells_its_value_has_a_word_for_each(verb: Verb) -> None:
    """No sentence has a hole where its value stands."""
    form = FORMS[verb]
    assert all(value_word(verb, value) for value in range(form.low, min(form.high, 9) + 1))


def test_every_role_has_its_name() -> None:
    """Nobody is appointed to nothing."""
    assert set(ROLES) == set(Role) - {Role.NONE}


@pytest.mark.parametrize(
    ("heard_s", "lost", "told"),
    [
        (100, False, "heard at once"),
        (112, False, "heard 00:12 later"),
        (112, True, "heard 00:12 later"),
        (-1, True, "never heard: it was lost on the way"),
        (-1, False, "never heard: play ended while it waited its turn"),
    ],
)
def test_how_an_order_fared_is_told_truly(heard_s: int, lost: bool, told: str) -> None:
    """What was lost is not said to have waited, nor what waited to be lost."""
    heard_ms = heard_s * 1000 if heard_s >= 0 else -1
    assert heard_note(100_000, heard_ms, lost=lost) == told
