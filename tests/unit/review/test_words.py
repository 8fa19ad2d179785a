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
    ("given_s", "spoken_s", "heard_s", "told"),
    [
        (100, 100, 100, "heard at once"),
        (100, 108, 112, "heard 00:12 later"),
        (100, 108, -1, "never heard: lost on the air at 01:48"),
        (100, -1, -1, "never heard: play ended while it waited its turn"),
        (100, -1, 130, "heard 00:30 later"),
    ],
)
def test_how_an_order_fared_is_told_truly(
    given_s: int, spoken_s: int, heard_s: int, told: str
) -> None:
    """What the air lost is not said to have waited, nor the other way round; runners count."""
    times = (one * 1000 if one >= 0 else -1 for one in (given_s, spoken_s, heard_s))
    assert heard_note(*times) == told
