"""The order bar: every order that can be said has its button, and asks for what it needs."""

from warmzone.server.verbs import BARS, GROUPS, MAIN, PRESET, SAYABLE, VALUES, value_of
from warmzone.vocabulary.orders import FORMS, PLACE_VERBS, TEAM_VERBS, UNBUILT, Addressee, Verb

UNUSED = {Verb.TRANSFER_COMMAND}
"""Verbs whose value is not a word to choose: the world does nothing with it."""


def test_every_verb_that_is_built_has_its_row() -> None:
    """What the world answers can be said by the Tactical seat, each verb by one button."""
    verbs = [bar.verb for bar in BARS]
    assert set(verbs) == set(Verb) - {Verb.REQUEST_ENTRY} - UNBUILT
    assert len(verbs) == len(set(verbs))
    assert set(SAYABLE.values()) == set(verbs)


def test_a_button_asks_for_what_the_order_names() -> None:
    """A team, a second team and a place are asked for exactly where the form has them."""
    for bar in BARS:
        assert (bar.team != "no") == (bar.verb in TEAM_VERBS)
        assert (bar.area != "no") == (bar.verb in PLACE_VERBS)
        assert (bar.other != "no") == (FORMS[bar.verb].other != Addressee.NOBODY)


def test_values_cover_what_the_form_allows() -> None:
    """A verb that carries a value has words for it, each within the form's bounds."""
    for bar in BARS:
        form = FORMS[bar.verb]
        words = VALUES.get(bar.verb, {})
        assert all(form.low <= number <= form.high for number in words.values()), bar.label
        if bar.verb not in UNUSED:
            assert bool(words) == (form.high > 0), bar.label
        assert PRESET.get(bar.verb, "") in ("", *words)


def test_a_word_becomes_its_number() -> None:
    """A chosen word is its number, none is the preset's where there is one, a wrong one is none."""
    assert value_of(Verb.DECLARE_ZONE, "warm") == 2
    assert value_of(Verb.DECLARE_ZONE, "") is None
    assert value_of(Verb.DECLARE_ZONE, "pink") is None
    assert value_of(Verb.CLEAR_RTF_IN, "") == 0
    assert value_of(Verb.HOLD, "") == 0
    assert value_of(Verb.HOLD, "warm") is None


def test_the_bar_can_be_learned() -> None:
    """Ten main verbs have the digits; each verb has a group and a help, and no key twice."""
    main = [bar for bar in BARS if bar.group == MAIN]
    assert [bar.key for bar in main] == list("1234567890")
    keys = [bar.key for bar in BARS if bar.key]
    assert len(keys) == len(set(keys))
    assert all(bar.group in GROUPS for bar in BARS)
    assert len({bar.label for bar in BARS}) == len(BARS)
    assert all(bar.help.endswith(".") and len(bar.help) <= 60 for bar in BARS)
