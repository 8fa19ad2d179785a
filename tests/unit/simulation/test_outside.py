"""Those who fled: a team that finds, sorts and treats them at a place outside."""

import numpy as np

from tests import tiny
from tests.tiny import LOBBY, ROAD, ROOM_A, YARD
from warmzone.kernel.walking import walk_out
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Care, Phase, Seat, Task, Triage, Whereabouts, Zone
from warmzone.vocabulary.orders import Order, Refusal, Verb
from warmzone.vocabulary.reports import ReportKind

OFFICERS, MEDICS = 1, 5


def fled(count: int = 2) -> Run:
    """A commanded run in which only so many people are hurt, yellow and in the yard, unseen."""
    run = tiny.in_command("silent")
    people = run.state.people
    people["whereabouts"], people["walks"] = Whereabouts.UNHURT, 0
    for i in range(count):
        person = people[i]
        person["area"], person["whereabouts"] = YARD, Whereabouts.LYING
        person["triage"], person["seen"], person["care"] = Triage.YELLOW, Triage.UNSEEN, Care.NONE
        person["treater"], person["trip"], person["carries"] = -1, -1, 0
        person["dead_ms"], person["moved_ms"], person["walks"] = -1, 0, 1
    tiny.relink(run)
    run.state.ground["last_said"] = 0
    return run


def test_a_team_finds_treats_and_reports_those_outside() -> None:
    """Sent to sort those who fled, officers treat whoever lies there, tell, and stay."""
    run = fled()
    assert tiny.tell(run, Verb.TRIAGE_OUTSIDE, OFFICERS, YARD) == Refusal.ACCEPTED
    run.advance(run.now_ms + 420_000)
    team = run.state.teams[OFFICERS]
    assert (int(team["task"]), int(team["phase"])) == (Task.OUTSIDE_TRIAGE, Phase.HOLDING)
    assert all(run.state.people["care"][:2] == Care.OFFICER)
    rows = run.state.reports[: int(run.state.clock[0]["reports"])]
    seen = rows[(rows["kind"] == ReportKind.AREA_SEEN) & (rows["team"] == OFFICERS)]
    assert seen["counts"].sum(axis=1).max() == 2


def test_nothing_is_done_outside_without_the_order() -> None:
    """A team that only holds that ground leaves those who fled as they are."""
    run = fled()
    assert tiny.tell(run, Verb.HOLD, OFFICERS, YARD) == Refusal.ACCEPTED
    others = np.arange(len(run.state.teams)) != OFFICERS
    run.state.teams["able"][others] = 0  # nobody else is there who might help unasked
    run.advance(run.now_ms + 420_000)
    assert run.state.people["care"][0] == Care.NONE


def test_who_comes_out_later_is_treated_as_they_come() -> None:
    """The team that waits there turns to the next one at once, without a further order."""
    run = fled(0)
    assert tiny.tell(run, Verb.TRIAGE_OUTSIDE, OFFICERS, YARD) == Refusal.ACCEPTED
    run.advance(run.now_ms + 240_000)
    assert int(run.state.teams[OFFICERS]["phase"]) == Phase.HOLDING
    person = run.state.people[0]
    person["area"], person["whereabouts"], person["walks_to"] = LOBBY, Whereabouts.LYING, YARD
    person["triage"], person["seen"], person["walks"] = Triage.YELLOW, Triage.UNSEEN, 1
    person["treater"], person["trip"], person["dead_ms"], person["moved_ms"] = -1, -1, -1, 0
    tiny.relink(run)
    with np.errstate(over="ignore"):
        walk_out(run.state, run.prepared.world, 0, run.now_ms)
    assert int(person["area"]) == YARD
    assert int(person["treater"]) == OFFICERS


def test_who_was_told_nothing_is_called_there() -> None:
    """The place becomes where walking wounded go, unless they were told another."""
    run = fled()
    assert tiny.tell(run, Verb.TRIAGE_OUTSIDE, OFFICERS, YARD) == Refusal.ACCEPTED
    run.advance(run.now_ms + 60_000)
    assert int(run.state.command[0]["walking_area"]) == YARD
    told = fled()
    told.state.command[0]["walking_area"] = ROAD
    assert tiny.tell(told, Verb.TRIAGE_OUTSIDE, OFFICERS, YARD) == Refusal.ACCEPTED
    told.advance(told.now_ms + 60_000)
    assert int(told.state.command[0]["walking_area"]) == ROAD


def test_a_crew_goes_there_as_to_ground_it_was_cleared_for() -> None:
    """Medics sent outside treat there as medics, by the same rules as anywhere."""
    run = fled()
    run.state.zones["medics_zone"][YARD] = Zone.COLD
    assert tiny.tell(run, Verb.TRIAGE_OUTSIDE, MEDICS, YARD) == Refusal.ACCEPTED
    run.advance(run.now_ms + 60_000)
    assert int(run.state.teams[MEDICS]["cleared_area"]) == YARD
    run.advance(run.now_ms + 420_000)
    assert all(run.state.people["care"][:2] == Care.MEDIC)


def test_it_is_an_order_for_places_outside() -> None:
    """Indoors there is nobody who fled: refused."""
    run = fled()
    ask = Order(Seat.TACTICAL, Verb.TRIAGE_OUTSIDE, OFFICERS, ROOM_A)
    assert run.check(ask) == Refusal.NOTHING_THERE
