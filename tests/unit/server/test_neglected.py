"""What nobody has taken up is put before the eyes, with how long it has waited."""

from dataclasses import replace

from tests.unit.server.test_present import names as three_names
from tests.unit.server.test_present import played
from warmzone.server.heard import Heard, Report, Said, heard_by_tactical
from warmzone.server.neglected import is_pending, neglected, pending_zones, uncared
from warmzone.simulation.observe import AreaSeen, SeatView, TeamSeen
from warmzone.vocabulary.codes import Discipline, Reply, Seat, Source, Task, Zone
from warmzone.vocabulary.orders import Order, Verb
from warmzone.vocabulary.reports import ReportKind

NOW_MS = 600_000
LIBRARY = 4


def quiet() -> SeatView:
    """The view of an incident that has only begun, at ten minutes."""
    view = heard_by_tactical(played(0, automatic=False)).view
    return replace(view, now_ms=NOW_MS, teams=(), areas=(), reports=(), orders=())


def ground(red: int, *, area: int = LIBRARY) -> AreaSeen:
    """A room that a team has looked into."""
    counts = (red, 1, 0, 0)
    return AreaSeen(
        area, Zone.UNDECLARED, -1, -1, NOW_MS - 60_000, -1, counts, 0, -1, 0, 0, blocked=False
    )


def team(index: int, task: Task, *, busy: bool = True, order: int = -1) -> TeamSeen:
    """A team of two that stands in the library."""
    return TeamSeen(
        index=index,
        callsign=f"CT{index + 1}",
        discipline=Discipline.POLICE,
        able=2,
        area=LIBRARY,
        observed_ms=NOW_MS,
        task=task,
        target_area=LIBRARY,
        task_since_ms=0,
        busy=busy,
        pending_order=order,
        asked_ms=-1,
        reply=Reply.NONE,
        cannot_ms=-1,
        cannot=0,
    )


def report(counts: tuple[int, int, int, int], at_ms: int, *, by: int = 0, flag: int = 0) -> Report:
    """A count of the library, by a team or, with `by` -1, by a caller."""
    source = Source.TEAM if by >= 0 else Source.CALLER
    kind = ReportKind.AREA_SEEN
    return Report(at_ms, kind, by, LIBRARY, source, -1, counts, flag, at_ms, at_ms, at_ms)


def said(order: Order, given_ms: int, heard_ms: int = -1, row: int = 3) -> Said:
    """An order of the seat."""
    return Said(row, order, given_ms, heard_ms)


def heard(
    *,
    areas: tuple[AreaSeen, ...] = (),
    teams: tuple[TeamSeen, ...] = (),
    reports: tuple[Report, ...] = (),
    orders: tuple[Said, ...] = (),
) -> Heard:
    """What a seat has heard and said."""
    return Heard(replace(quiet(), areas=areas, teams=teams), reports, orders, {})


def test_reds_without_care_wait_since_they_were_first_reported() -> None:
    """The wait begins with the first of an unbroken row of reports, and a team is offered."""
    reports = (
        report((0, 0, 0, 1), 100_000),
        report((2, 0, 0, 0), 200_000),
        report((1, 1, 0, 0), NOW_MS - 60_000),
    )
    told = heard(areas=(ground(1),), teams=(team(0, Task.HOLD),), reports=reports)
    (one,) = uncared(told)
    assert (one.area, one.people, one.since_ms) == (LIBRARY, 2, 200_000)
    (item,) = [one for one in neglected(told, three_names()) if one.kind == "uncared"]
    assert item.text.endswith("1 red, 1 yellow without care")
    assert item.waiting_s == 400
    assert [(one.verb, one.team, one.area) for one in item.answers] == [("treat", 0, LIBRARY)]


def test_care_at_hand_or_on_its_way_ends_the_wait() -> None:
    """A team that treats there, or whose order to do so is on its way, is care; others are not."""
    for task in (Task.TREAT, Task.CARRY):
        assert uncared(heard(areas=(ground(1),), teams=(team(0, task),))) == []
    assert uncared(heard(areas=(ground(1),), teams=(team(0, Task.CLEAR),)))
    assert uncared(heard(areas=(ground(1),), teams=(team(0, Task.TREAT, busy=False),)))
    order = said(Order(Seat.TACTICAL, Verb.TREAT, 0, LIBRARY), NOW_MS - 5000)
    sent = (team(0, Task.HOLD, order=order.row),)
    assert uncared(heard(areas=(ground(1),), teams=sent, orders=(order,))) == []


def test_an_order_without_an_answer_is_shown_after_a_minute() -> None:
    """It can be said again as it was; one that has just been given waits its turn unseen."""
    order = Order(Seat.TACTICAL, Verb.HOLD, 0, LIBRARY)
    for given_ms, count in ((NOW_MS - 61_000, 1), (NOW_MS - 30_000, 0)):
        one = said(order, given_ms)
        teams = (team(0, Task.HOLD, order=one.row),)
        items = neglected(heard(teams=teams, orders=(one,)), three_names())
        assert len(items) == count
        if items:
            assert items[0].kind == "unheard"
            again = items[0].answers[0]
            assert (again.verb, again.team, again.area) == ("hold", 0, LIBRARY)


def test_a_zone_waits_until_it_was_heard() -> None:
    """The last declaration of an area counts: pending until heard, with its word said again."""
    warm = Order(Seat.TACTICAL, Verb.DECLARE_ZONE, -1, LIBRARY, -1, Zone.WARM)
    first = said(warm, NOW_MS - 200_000, heard_ms=NOW_MS - 190_000)
    again = said(warm, NOW_MS - 90_000, row=4)
    assert pending_zones(heard(orders=(first,))) == frozenset()
    told = heard(orders=(first, again))
    assert pending_zones(told) == {LIBRARY}
    assert is_pending(told, Verb.DECLARE_ZONE)
    assert not is_pending(told, Verb.SET_CCP)
    (item,) = neglected(told, three_names())
    assert (item.answers[0].verb, item.answers[0].value) == ("declare_zone", "warm")


def test_unlike_counts_of_two_speakers_are_shown_until_they_are_old() -> None:
    """A caller's four against a team's two; a team's own newer count is no contradiction."""
    caller = report((0, 0, 0, 0), NOW_MS - 120_000, by=-1, flag=4)
    counted = report((2, 0, 0, 0), NOW_MS - 60_000)
    (item,) = neglected(heard(reports=(caller, counted)), three_names())
    assert item.kind == "counts"
    assert item.text.endswith("a caller 4, CT1 2")
    newer = report((1, 0, 0, 0), NOW_MS - 30_000)
    assert neglected(heard(reports=(counted, newer)), three_names()) == []
    old = report((2, 0, 0, 0), NOW_MS - 500_000)
    assert neglected(heard(reports=(replace(caller, row=1), old)), three_names()) == []
    asked = said(Order(Seat.TACTICAL, Verb.RECONCILE), NOW_MS - 10_000, NOW_MS - 5000)
    assert neglected(heard(reports=(caller, counted), orders=(asked,)), three_names()) == []
