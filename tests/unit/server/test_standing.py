"""What is in force is shown in a few words, as it was said last."""

from dataclasses import replace

from tests.unit.server.test_neglected import LIBRARY, NOW_MS, heard, report, said
from tests.unit.server.test_present import names
from warmzone.server.standing import standing
from warmzone.vocabulary.codes import Priority, Role, Seat
from warmzone.vocabulary.orders import Order, Verb
from warmzone.vocabulary.reports import ReportKind


def order(verb: Verb, team: int = -1, value: int = 0) -> Order:
    """An order of the seat about the library."""
    return Order(Seat.TACTICAL, verb, team, LIBRARY, -1, value)


def test_the_last_order_of_a_kind_is_in_force() -> None:
    """A newer priority takes the place of an older one, and says that it waits to be heard."""
    old = said(order(Verb.SET_PRIORITY, value=Priority.NEAREST), 1000, heard_ms=2000)
    new = said(order(Verb.SET_PRIORITY, value=Priority.REDS), 3000)
    assert standing(heard(orders=(old,)), names()) == ["move first: who is at hand"]
    told = heard(orders=(old, new))
    assert standing(told, names()) == ["move first: reds (not heard yet)"]


def test_roles_are_named_with_who_and_where() -> None:
    """Each role stands with the team that was appointed last."""
    one = said(order(Verb.APPOINT, 0, Role.TRIAGE), 1000, heard_ms=2000)
    two = said(order(Verb.APPOINT, 1, Role.TRIAGE), 3000, heard_ms=4000)
    (line,) = standing(heard(orders=(one, two)), names())
    assert line == f"Triage: CT2, {names().place(LIBRARY)}"


def test_emergency_traffic_ends_by_itself() -> None:
    """Two minutes of it are shown for two minutes."""
    for given_ms, shown in ((NOW_MS - 60_000, 1), (NOW_MS - 130_000, 0)):
        one = said(order(Verb.CLEAR_THE_AIR, value=120), given_ms, heard_ms=given_ms)
        assert len(standing(heard(orders=(one,)), names())) == shown


def test_news_of_the_whole_scene_is_kept_in_sight() -> None:
    """A supervisor on scene is named; other reports are not repeated here."""
    here = replace(report((0, 0, 0, 0), 1000), kind=ReportKind.SUPERVISOR_HERE)
    told = heard(reports=(here, report((1, 0, 0, 0), 2000)))
    assert standing(told, names()) == ["supervisor here: CT1"]
