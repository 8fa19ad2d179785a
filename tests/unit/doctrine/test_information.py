"""Commanders mind what is said: they ask who says so, clear the air, reconcile, send runners."""

import numpy as np
import pytest

from tests import tiny
from warmzone.doctrine.commanders import automatic
from warmzone.doctrine.information import mind_word
from warmzone.doctrine.rules import Rule
from warmzone.kernel.arrays import ORDER
from warmzone.kernel.view import view_of
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat, Source, Task, ThreatStatus
from warmzone.vocabulary.orders import Verb


@pytest.fixture
def run() -> Run:
    """Everybody on scene, nothing pending, no threat held."""
    made = tiny.in_command("none")
    made.state.team_beliefs["pending_order"] = -1
    own = made.state.seats[Seat.TACTICAL]
    own["threat"] = ThreatStatus.UNKNOWN
    own["threat_by"] = Source.TEAM
    own["differences"] = 0
    return made


def ordered(run: Run, memory: np.ndarray | None = None) -> list[int]:
    """The verbs that an interior commander says to this view."""
    orders = np.zeros(8, ORDER)
    orders["verb"] = -1
    view = view_of(run.state, run.prepared.world, Seat.TACTICAL, run.now_ms)
    parameters = automatic("interior").crew[0].copy()
    parameters[Rule.CLEAR_AIR_ORDERS] = 3
    parameters[Rule.RECONCILE_PLACES] = 2
    parameters[Rule.RUNNER_AFTER_S] = 90
    mind_word(view, parameters, np.zeros(200, np.int64) if memory is None else memory, orders)
    return [int(verb) for verb in orders["verb"] if verb >= 0]


def test_a_picture_is_asked_about_once(run: Run) -> None:
    """What rests on a camera is asked about; asked already, or seen by a team, it is not."""
    own = run.state.seats[Seat.TACTICAL]
    assert ordered(run) == []
    own["threat_by"] = Source.CAMERA
    own["threat_area"] = tiny.LANDING
    own["threat_heard_ms"] = run.now_ms
    assert ordered(run) == [Verb.ASK_SOURCE]
    run.state.area_beliefs[Seat.TACTICAL, tiny.LANDING]["asked_ms"] = run.now_ms
    assert ordered(run) == []


def test_unequal_counts_are_reconciled_when_nobody_shoots(run: Run) -> None:
    """From so many places on, not while shots are heard or reds lie, and not again at once."""
    own = run.state.seats[Seat.TACTICAL]
    own["places"] = 1
    run.state.places[Seat.TACTICAL, 0] = tiny.ROOM_A
    counts = run.state.area_beliefs[Seat.TACTICAL, tiny.ROOM_A]["counts"]
    counts[:] = 0
    own["differences"] = 1
    assert ordered(run) == []
    own["differences"] = 2
    own["threat"] = ThreatStatus.ONGOING
    assert ordered(run) == []
    own["threat"] = ThreatStatus.UNKNOWN
    counts[0] = 1
    assert ordered(run) == []
    counts[0] = 0
    memory = np.zeros(200, np.int64)
    assert ordered(run, memory) == [Verb.RECONCILE]
    assert ordered(run, memory) == []


def test_a_runner_goes_where_nobody_answers(run: Run) -> None:
    """An order unanswered for long goes on foot, by a team beside command that has one to spare."""
    own = run.state.seats[Seat.TACTICAL]
    beliefs = run.state.team_beliefs[Seat.TACTICAL]
    beliefs["known"] = 1
    beliefs["area"] = tiny.ROAD
    beliefs["area"][0] = own["place_area"] = tiny.LOBBY
    beliefs["able"][0] = 2
    beliefs["task"][0] = Task.UNASSIGNED
    beliefs["pending_order"][1] = 7
    memory = np.zeros(200, np.int64)
    assert ordered(run, memory) == []
    run.now_ms += 90_000
    assert ordered(run, memory) == [Verb.SEND_RUNNER]
    assert ordered(run, memory) == []


def test_the_air_is_cleared_where_danger_meets_silence(run: Run) -> None:
    """Shots and several unanswered orders; not for one of them alone, and not again at once."""
    own = run.state.seats[Seat.TACTICAL]
    beliefs = run.state.team_beliefs[Seat.TACTICAL]
    beliefs["known"] = 1
    beliefs["pending_order"][:3] = (5, 6, 7)
    assert ordered(run) == []
    own["threat"] = ThreatStatus.ONGOING
    assert ordered(run) == [Verb.CLEAR_THE_AIR]
    own["quiet_until_ms"] = run.now_ms + 60_000
    assert ordered(run) == []
    own["quiet_until_ms"] = 0
    beliefs["pending_order"][0] = -1
    assert ordered(run) == []
