"""The decisions of a log: how long each stood, and what else was said meanwhile."""

from tests import tiny
from warmzone.doctrine.going_on import OrderRow
from warmzone.measures.decisions import Account, Told
from warmzone.review.worth.decisions import (
    HELD_MOST_MS,
    Decision,
    Given,
    decisions,
    script_between,
    subject,
)
from warmzone.vocabulary.codes import Source
from warmzone.vocabulary.orders import Refusal, Verb
from warmzone.vocabulary.reports import ReportKind

END = 1_200_000
EMPTY = Account(END)


def row(verb: Verb, team: int = -1, area: int = -1, value: int = 0) -> OrderRow:
    """A Tactical order."""
    return (0, int(verb), team, area, -1, value)


def given(*said: tuple[int, OrderRow], refusal: int = 0) -> list[Given]:
    """Orders in sequence."""
    return [Given(10 + k, at_s * 1000, order, refusal) for k, (at_s, order) in enumerate(said)]


def test_an_order_stands_until_the_team_is_told_something_else() -> None:
    """Another team's order does not end it; the same team's does; nothing lasts beyond the cap."""
    said = given(
        (100, row(Verb.TREAT, 1, tiny.ROOM_A)),
        (150, row(Verb.TREAT, 2, tiny.ROOM_A)),
        (200, row(Verb.HOLD, 1, tiny.LOBBY)),
    )
    found = decisions(said, EMPTY, (0, END), 10_000)
    assert [one.until_ms for one in found] == [
        200_000,
        150_000 + HELD_MOST_MS,
        200_000 + HELD_MOST_MS,
    ]


def test_a_refused_order_ends_nothing() -> None:
    """What was not taken changes nothing; it is a decision of its own kind."""
    said = given((100, row(Verb.TREAT, 1, tiny.ROOM_A)))
    said += [Given(20, 150_000, row(Verb.HOLD, 1, tiny.VAULT), int(Refusal.NOT_REACHABLE))]
    found = decisions(said, EMPTY, (0, END), 10_000)
    assert [(one.kind, one.until_ms) for one in found] == [
        ("order", 100_000 + HELD_MOST_MS),
        ("refused", 150_000 + HELD_MOST_MS),
    ]


def test_zones_of_different_places_are_different_subjects() -> None:
    """Calling one room warm does not replace what was said of another."""
    assert subject(row(Verb.DECLARE_ZONE, -1, 1)) != subject(row(Verb.DECLARE_ZONE, -1, 2))
    assert subject(row(Verb.SET_CCP, -1, 1)) == subject(row(Verb.SET_CCP, -1, 2))


def test_a_request_asked_again_is_one_missing_decision() -> None:
    """It stands from the first asking until the answer, and starts a decision's time later."""
    asked = tuple(Told(at_s * 1000, ReportKind.ENTRY_REQUEST, team=5) for at_s in (100, 220, 340))
    account = Account(END, told=asked, medical=frozenset({5}))
    found = [one for one in decisions([], account, (0, END), 10_000) if one.point == 13]
    assert [(one.asked_ms, one.at_ms, one.until_ms) for one in found] == [(100_000, 110_000, END)]


def test_what_passed_before_the_hand_over_is_nobodys_decision() -> None:
    """A caller's word is gone with its time; a crew that still waits at the door is not."""
    told = (
        Told(10_000, ReportKind.AREA_SEEN, area=4, source=Source.CALLER),
        Told(20_000, ReportKind.ENTRY_REQUEST, team=5),
    )
    account = Account(END, told=told, medical=frozenset({5}))
    for start_ms, points in ((100_000, {13, 22}), (500_000, {13})):
        found = {one.point for one in decisions([], account, (start_ms, END), 0)}
        assert {13, 22} & found == points


def test_what_was_said_meanwhile_is_said_again() -> None:
    """The answer that ends an omission belongs to it; the order that ends an order does not."""
    said = given(
        (100, row(Verb.TREAT, 1, tiny.ROOM_A)),
        (150, row(Verb.TREAT, 2, tiny.ROOM_A)),
        (200, row(Verb.HOLD, 1, tiny.LOBBY)),
    )
    first = decisions(said, EMPTY, (0, END), 10_000)[0]
    assert [one.at_ms for one in script_between(said, first)] == [150_000]
    omission = Decision("missing", 120_000, 200_000, point=9)
    assert [one.at_ms for one in script_between(said, omission)] == [150_000, 200_000]
