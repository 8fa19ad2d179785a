"""What the order bar shows as not sayable: the same words as the refusal behind it."""

from tests.unit.server.test_present import opened, played, show, view_of
from warmzone.server import wire
from warmzone.server.dimming import Dimming
from warmzone.server.heard import heard_by_tactical
from warmzone.server.names import Names
from warmzone.server.verbs import BARS
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.ids import CommandId, ExerciseId
from warmzone.vocabulary.orders import Order, Refusal, Verb


def names() -> Names:
    """The names of the school's teams."""
    presenter = show()
    found: Names = presenter._names  # type: ignore[attr-defined]
    return found


def as_given(bar_name: str, card: wire.TeamCard, run: Run) -> Refusal:
    """What the run says of that verb to that team where it stands."""
    verb = next(bar for bar in BARS if bar.verb.name.lower() == bar_name)
    value = verb_value(bar_name)
    message = wire.GiveOrder(CommandId("x"), bar_name, card.index, card.area, value)
    order = show().order(message, run).order
    assert order is not None, verb
    return run.check(order)


def verb_value(name: str) -> str:
    """The first word of a verb that asks for one."""
    hello = show().hello(ExerciseId("x"), opened(), "tactical")
    found = next(view for view in hello.verbs if view.name == name)
    return found.values[0] if found.values and not found.preset else ""


def test_a_dim_verb_is_refused_with_that_code() -> None:
    """Whatever a card shows as dim is refused when it is given, for the reason that was shown."""
    run = played(20)
    run.hand_over()
    seen = 0
    for card in view_of(run).teams:
        for name, code in card.dim.items():
            assert as_given(name, card, run).name.lower() == code, (card.callsign, name)
            seen += 1
    assert seen > 50


def test_a_verb_that_is_not_dim_can_be_said_somewhere() -> None:
    """What stands bright on a card is taken, or refused for its place or its second team alone."""
    run = played(20)
    run.hand_over()
    elsewhere = {
        Refusal.NOT_LOCKED,
        Refusal.NOT_OUTSIDE,
        Refusal.NO_SUCH_REPORT,
        Refusal.NOTHING_THERE,
        Refusal.NOT_A_VEHICLE_PLACE,
        Refusal.NOT_REACHABLE,
        Refusal.FORBIDDEN_BY_PROFILE,
        Refusal.ALREADY_DONE,
        Refusal.SAME_TEAM,
    }
    view = view_of(run)
    for card in view.teams:
        for bar in BARS:
            name = bar.verb.name.lower()
            if bar.team == "no" or name in card.dim or name in view.dim:
                continue
            refusal = as_given(name, card, run)
            assert refusal == Refusal.ACCEPTED or refusal in elsewhere, (card.callsign, name)


def test_before_command_only_what_needs_none_is_bright() -> None:
    """Nobody commands: holding is dim for everybody, going in and taking command are not."""
    view = view_of(played(6, automatic=False))
    assert view.teams
    assert view.dim["hold"] == view.dim["declare_zone"] == "not_in_command"
    assert {"go_in", "take_command"}.isdisjoint(view.dim)
    taken = view_of(played(8))
    assert taken.dim["take_command"] == "already_in_command"
    assert "hold" not in taken.dim


def test_services_and_second_teams_are_told_apart() -> None:
    """Medics cannot clear rooms, police cannot be let in; a named second team is never oneself."""
    run = played(14)
    cards = {card.discipline: card for card in view_of(run).teams}
    assert cards["medical"].dim["clear"] == "wrong_discipline"
    assert cards["police"].dim["clear_rtf_in"] == "wrong_discipline"
    assert "clear" not in cards["police"].dim
    for card in view_of(run).teams:
        assert card.index not in card.others.values()


def test_a_value_alone_can_be_dim() -> None:
    """Arrivals that come in already cannot be told so again; they can be told to wait."""
    view = view_of(played(14))
    dim = {name for name in view.dim if name.startswith("stage_arrivals")}
    assert len(dim) == 1
    assert "stage_arrivals" not in dim


def test_nothing_is_tried_again_while_nothing_was_heard() -> None:
    """The answers are kept until the seat hears or says something, then made anew."""
    run = played(14)
    run.hand_over()
    dimming, heard = Dimming(), heard_by_tactical(run)
    first = dimming.of(run, heard, names())
    assert dimming.of(run, heard_by_tactical(run), names()) is first
    assert run.give(Order(Seat.TACTICAL, Verb.STAGE_ARRIVALS, value=0)) == Refusal.ACCEPTED
    after = dimming.of(run, heard_by_tactical(run), names())
    assert "stage_arrivals go to staging" in first.verbs
    assert "stage_arrivals come straight in" in after.verbs


def test_every_reason_has_its_sentence() -> None:
    """The browser is told the words of every code once, in hello."""
    reasons = show().hello(ExerciseId("x"), opened(), "tactical").reasons
    assert set(reasons) == {refusal.name.lower() for refusal in Refusal}
    assert reasons["not_in_command"] == "You are not in command. Take command first."
