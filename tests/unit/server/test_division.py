"""How the officers are divided: each is counted once, at what they are there for."""

from dataclasses import replace

from tests.unit.server.test_present import played, view_of
from warmzone.server.division import ORDER, PURPOSES, UNASSIGNED, division
from warmzone.server.names import Names
from warmzone.simulation.observe import SeatView, seat_view
from warmzone.vocabulary.codes import CommandPlace, Discipline, Role, Seat, Task


def seen(minutes: float) -> tuple[SeatView, Names]:
    """The Tactical seat's view of the school at that minute, and the names that go with it."""
    run = played(minutes)
    units = run.prepared.units
    medical = frozenset(
        k
        for k, unit in enumerate(units)
        if unit.agency.discipline == Discipline.MEDICAL.name.lower()
    )
    return seat_view(run, Seat.TACTICAL), Names(
        tuple(unit.callsign for unit in units), medical, run.prepared.site
    )


def test_every_task_has_a_purpose() -> None:
    """No task of officers is without a purpose, and every purpose has its place in the order."""
    assert set(PURPOSES) == set(Task)
    assert set(PURPOSES.values()) <= set(ORDER)


def test_every_officer_is_counted_once() -> None:
    """The purposes add up to all officers who are known to be fit, and the one who commands."""
    view, names = seen(10)
    officers = sum(max(0, team.able) for team in view.teams if team.index not in names.medical)
    divided = {one.name: one.officers for one in division(view, names)}
    assert view.place != CommandPlace.NOBODY
    assert sum(divided.values()) == officers + 1
    assert {"command", "CCP security"} <= set(divided)
    assert tuple(divided) == tuple(name for name in ORDER if name in divided)
    assert view_of(played(10)).situation.division == division(view, names)


def test_a_part_is_what_its_holder_is_there_for() -> None:
    """Who leads staging or an area is counted there; who has said that it is done is at nothing."""
    view, names = seen(12)
    team = next(one for one in view.teams if one.index not in names.medical and one.able > 0)

    def of(**changes: object) -> str:
        alone = replace(view, place=CommandPlace.NOBODY, teams=(replace(team, **changes),))  # type: ignore[arg-type]
        return division(alone, names)[0].name

    assert of(task=Task.HOLD, busy=True, role=Role.AREA_CONTROL) == "command"
    assert of(task=Task.RESERVE, busy=True, role=Role.STAGING) == "staging"
    assert of(task=Task.PERIMETER, busy=True, role=Role.NONE) == "perimeter"
    assert of(task=Task.CLEAR, busy=False, role=Role.NONE) == UNASSIGNED
