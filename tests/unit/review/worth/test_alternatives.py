"""Alternatives are enumerated by rule from what the seat knew, and each could have been said."""

from tests import tiny
from warmzone.doctrine.commanders import automatic
from warmzone.review.worth.alternatives import MOST, Seen, alternatives
from warmzone.review.worth.decisions import Decision
from warmzone.simulation.lower import prepare
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.orders import Order, Refusal, Verb

TREAT = (0, int(Verb.TREAT), 1, tiny.ROOM_A, -1, 0)


def test_each_could_have_been_said() -> None:
    """Every alternative would be accepted, none is what was said, and none comes twice."""
    run = tiny.in_command("active", 1, at_ms=300_000)
    found = alternatives(Decision("order", 300_000, 400_000, TREAT, team=1), Seen(run))
    assert found[0].order is None
    orders = [one.order for one in found if one.order is not None]
    assert 3 <= len(orders) < MOST
    assert len(set(orders)) == len(orders)
    assert TREAT not in orders
    for row in orders:
        order = Order(Seat.TACTICAL, Verb(row[1]), row[2], row[3], row[4], row[5])
        assert run.check(order) == Refusal.ACCEPTED


def test_a_missing_decision_s_alternatives_would_have_answered_it() -> None:
    """For a request to come in: the same crew is let in or held, nobody else is spoken to."""
    run = tiny.in_command("active", 2, at_ms=460_000)
    asked = run.state.team_beliefs[Seat.TACTICAL]["asked_ms"] >= 0
    crew = int(asked.nonzero()[0][0])
    decision = Decision("missing", 460_000, 700_000, point=13, asked_ms=450_000, team=crew)
    found = alternatives(decision, Seen(run))
    orders = [one.order for one in found]
    assert found
    assert all(one is not None for one in orders)
    verbs = {one[1] for one in orders if one is not None}
    assert verbs <= {Verb.CLEAR_RTF_IN, Verb.HOLD_RTF}
    assert {one[2] for one in orders if one is not None} == {crew}


def test_what_the_profile_forbids_is_marked() -> None:
    """Where a collection point inside is against the rules, those alternatives are marked so."""
    lowered = prepare(tiny.scenario("active"), tiny.site(), profile="unified-early")
    run = Run(lowered, 1, automatic("nobody"), tactical_is_person=True)
    run.advance(300_000)
    tiny.tell(run, Verb.TAKE_COMMAND, value=1)
    decision = Decision("missing", 300_000, 500_000, point=11, asked_ms=290_000)
    found = alternatives(decision, Seen(run))
    outdoor = lowered.world.areas["outdoor"]
    assert {one.forbidden for one in found} <= {True, False}
    assert any(one.forbidden for one in found)
    for one in found:
        assert one.order is not None
        assert one.forbidden == (outdoor[one.order[3]] == 0)


def test_only_the_team_that_was_told_is_told_something_else() -> None:
    """What was said to officers is not weighed against what could have been said to medics."""
    run = tiny.in_command("active", 2, at_ms=460_000)
    said = (0, int(Verb.ASK_REPORT), 1, -1, -1, 0)
    found = alternatives(Decision("order", 460_000, 500_000, said, team=1), Seen(run))
    assert {one.order[2] for one in found if one.order is not None} == {1}


def test_a_refused_order_is_weighed_against_all_that_the_commander_would_say() -> None:
    """Nothing was said, so anything could have been; a team that is not there has none of its own.

    An order that was taken is weighed against what is about the same alone.
    """
    run = tiny.in_command("active", 1, at_ms=300_000)
    point = (0, int(Verb.SET_AEP), -1, tiny.ROAD, -1, 0)
    unknown = (0, int(Verb.TREAT), 99, tiny.ROOM_A, -1, 0)
    refused = Decision("refused", 300_000, 400_000, unknown, int(Refusal.UNKNOWN_TEAM), 3, team=99)
    assert [one.order for one in alternatives(refused, Seen(run, (point,)))] == [point]
    taken = alternatives(Decision("order", 300_000, 400_000, TREAT, team=1), Seen(run, (point,)))
    assert point not in [one.order for one in taken]


def test_an_order_to_nobody_that_there_is_stops_no_review() -> None:
    """A refused order may name a team or a place beyond the last: what else there was is found."""
    run = tiny.in_command("active", 1, at_ms=300_000)
    for team, area in ((99, tiny.ROOM_A), (1, 999), (99, 999)):
        said = (0, int(Verb.TREAT), team, area, -1, 0)
        found = alternatives(Decision("refused", 300_000, 400_000, said, team=team), Seen(run))
        orders = [Order(Seat.TACTICAL, Verb(o[1]), *o[2:]) for one in found if (o := one.order)]
        assert all(run.check(order) == Refusal.ACCEPTED for order in orders)
