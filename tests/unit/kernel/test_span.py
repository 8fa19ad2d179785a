"""Span of control: who reports to Tactical, and what is lost beyond what one person can lead."""

import numpy as np
import pytest

from tests import tiny
from warmzone.kernel.attention import wake
from warmzone.kernel.beliefs import hear
from warmzone.kernel.events import NEVER, EventKind
from warmzone.kernel.radio import overlooked
from warmzone.kernel.reports import open_report
from warmzone.kernel.span import MISPLACED, OVERLOOKED, beyond_span, direct_reports, taken_in
from warmzone.kernel.weights import weigh_all
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import CommandPlace, Discipline, Reply, Seat, Task, ThreatStatus
from warmzone.vocabulary.reports import ReportKind

T = Seat.TACTICAL


@pytest.fixture(autouse=True)
def _as_it_was() -> object:
    """The prepared world is shared by the tests: put its numbers back."""
    parameters = tiny.prepared("silent").world.parameters
    before = parameters.copy()
    yield
    parameters.setflags(write=True)
    parameters[:] = before


def led(**numbers: float) -> Run:
    """An incident with a commander who knows of every team, all of them at work."""
    run = tiny.fresh("silent", 1, "interior")
    run.prepared.world.parameters.setflags(write=True)
    for name, value in numbers.items():
        run.prepared.world.parameters[0][name] = value
    run.state.seats[T]["place"] = CommandPlace.INSIDE
    beliefs = run.state.team_beliefs[T]
    beliefs["known"], beliefs["able"], beliefs["task"] = 1, 2, Task.CLEAR
    beliefs["reply"] = Reply.CLEARED
    weigh_all(run.state, run.prepared.world, T)
    return run


def police(run: Run) -> int:
    """How many teams of officers there are."""
    return int((run.state.teams["discipline"] == Discipline.POLICE).sum())


def reports_now(run: Run) -> int:
    """How many report to Tactical after its beliefs were set by hand."""
    weigh_all(run.state, run.prepared.world, T)
    return direct_reports(run.state, run.prepared.world)


def fates(run: Run, count: int) -> np.ndarray:
    """What Tactical makes of what the first team says, so many times."""
    found = []
    for spoken in range(count):
        run.state.teams[0]["spoken"] = spoken
        with np.errstate(over="ignore"):
            found.append(taken_in(run.state, run.prepared.world, 0))
    return np.array(found)


def test_only_those_who_take_their_word_from_tactical_count() -> None:
    """Who waits at staging, works for another team or is with Triage beside command does not."""
    run = led()
    crews = len(run.state.teams) - police(run)
    assert reports_now(run) == len(run.state.teams)
    run.state.team_beliefs[T, 0]["works_for"] = 1
    assert reports_now(run) == len(run.state.teams) - 1
    run.state.team_beliefs[T, 1]["task"] = Task.STAGED
    assert reports_now(run) == len(run.state.teams) - 2
    run.state.seats[T]["together"] = 1
    assert reports_now(run) == police(run) - 2 + min(1, crews)
    run.state.seats[T]["place"] = CommandPlace.NOBODY
    assert reports_now(run) == 0


def test_within_the_span_everything_is_taken_in() -> None:
    """With no more teams than one person can lead nothing is lost, however high the chances."""
    run = led(span_most=40.0, span_overlooks_p=1.0, span_misplaces_p=1.0, span_most_p=1.0)
    assert beyond_span(run.state, run.prepared.world) == 0
    assert not fates(run, 50).any()


def test_while_others_wait_to_speak_one_person_leads_fewer() -> None:
    """Traffic on the police channel lowers the span."""
    run = led(span_most=40.0, span_busy=1.0)
    assert beyond_span(run.state, run.prepared.world) == 0
    run.state.lanes[0]["tail"] += 1
    assert beyond_span(run.state, run.prepared.world) == len(run.state.teams) - 1


def test_each_team_beyond_the_span_adds_to_what_is_lost() -> None:
    """Shares of what is overlooked and misplaced are the chance times the teams beyond."""
    run = led(span_most=1.0, span_overlooks_p=0.05, span_misplaces_p=0.1, span_most_p=0.9)
    over = beyond_span(run.state, run.prepared.world)
    found = fates(run, 4000)
    assert over == len(run.state.teams) - 1 > 0
    assert (found == OVERLOOKED).mean() == pytest.approx(0.05 * over, abs=0.03)
    assert (found == MISPLACED).mean() == pytest.approx(0.1 * over, abs=0.03)


def test_a_misplaced_team_stays_where_it_was_believed_to_be() -> None:
    """All but the place is taken in; the medics, who lead fewer, hear where it is."""
    run = led()
    run.state.team_beliefs[:, 0]["area"] = 3
    row = open_report(run.state, ReportKind.AREA_SEEN, 0, 9_000)
    run.state.reports[row]["area"], run.state.reports[row]["misplaced"] = 2, 1
    with np.errstate(over="ignore"):
        for seat in (T, Seat.MEDICAL):
            hear(run.state, run.prepared.world, seat, row, 10_000)
    tactical, medical = run.state.team_beliefs[T, 0], run.state.team_beliefs[Seat.MEDICAL, 0]
    assert (tactical["area"], tactical["observed_ms"], tactical["heard_ms"]) == (3, 9_000, 10_000)
    assert medical["area"] == 2


def test_danger_is_never_overlooked() -> None:
    """A threat that goes on is taken in where a search that is done may not be."""
    run = led(span_most=0.0, span_overlooks_p=1.0, span_most_p=1.0)
    world = run.prepared.world
    danger = open_report(run.state, ReportKind.THREAT, 0, 9_000)
    run.state.reports[danger]["status"] = ThreatStatus.ONGOING
    routine = open_report(run.state, ReportKind.TASK_DONE, 0, 9_000)
    with np.errstate(over="ignore"):
        assert not overlooked(run.state, world, danger)
        assert overlooked(run.state, world, routine)
    assert run.state.record[0]["overlooked"] == 1


def test_beyond_the_span_decisions_come_later() -> None:
    """Each team beyond it lengthens the time from hearing to deciding by the same share."""
    run = led(span_most=1.0, span_slower=0.5, decision_s=10.0)
    slot = int(run.prepared.world.layout[0]["slot"][EventKind.DECIDE]) + T
    over = beyond_span(run.state, run.prepared.world)
    run.state.times[slot] = NEVER
    wake(run.state, run.prepared.world, T, 0)
    assert int(run.state.times[slot]) == 10_000 + 5_000 * over
