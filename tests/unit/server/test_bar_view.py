"""The order bar as it is sent: the browser can say an order exactly as it will go out."""

from tests.unit.server.test_present import start
from warmzone.server.bar_view import verb_views
from warmzone.server.names import Names
from warmzone.server.spoken import order_sentence
from warmzone.server.verbs import BARS, PRESET, VALUES
from warmzone.server.verbs import value_of as number_of
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.orders import Order


def test_every_button_is_sent_in_its_place() -> None:
    """One view for each row of the bar, in its order, with the slots that the row has."""
    views = verb_views()
    assert [view.code for view in views] == [int(bar.verb) for bar in BARS]
    for view, bar in zip(views, BARS, strict=True):
        assert (view.needs_team, view.needs_other, view.needs_area) == (
            bar.team,
            bar.other,
            bar.area,
        )
        assert view.values == list(VALUES.get(bar.verb, {}))
        assert view.preset == PRESET.get(bar.verb, "")


def test_gaps_filled_are_the_sentence_that_goes_out() -> None:
    """With names put into the gaps, each verb and value is said as the radio log will have it."""
    names = Names(("CT1", "RTF1"), frozenset({1}), start().site)
    room = names.place(4)
    for view, bar in zip(verb_views(), BARS, strict=True):
        for word in view.values or [""]:
            order = Order(Seat.TACTICAL, bar.verb, 0, 4, 1, number_of(bar.verb, word) or 0)
            gaps = {"team": "CT1", "other": "RTF1", "area": room}
            assert view.says[word].format(**gaps) == order_sentence(order, names)


def test_a_value_that_is_not_chosen_is_a_gap() -> None:
    """Where a word must be chosen and is said on the air, the sentence without it has its gap."""
    says = {view.name: view.says for view in verb_views()}
    assert says["declare_zone"][""] == "All units, {area} is {value}."
    assert says["take_command"][""] == "All units, I have command, {value}."
    assert says["hold"] == {"": "{team}, hold {area}."}
