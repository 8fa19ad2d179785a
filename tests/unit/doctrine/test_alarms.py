"""What commanders do about crews on ground that came into reach, and whom they send to look."""

import numpy as np
import pytest

from tests import tiny
from warmzone.doctrine.alarms import look_into, mind_alarms
from warmzone.doctrine.commanders import automatic
from warmzone.kernel.arrays import ORDER
from warmzone.kernel.view import view_of
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Alarm, Discipline, Seat, Source, ThreatStatus
from warmzone.vocabulary.orders import Verb
from warmzone.vocabulary.reports import CannotReason


@pytest.fixture
def run() -> Run:
    """A crew indoors has just said that its ground is hot, and shots are heard."""
    made = tiny.in_command("none")
    own = made.state.seats[Seat.TACTICAL]
    own["threat"], own["threat_by"] = ThreatStatus.ONGOING, Source.TEAM
    own["threat_area"], own["device_area"] = tiny.ROOM_C, -1
    own["threat_ms"] = own["threat_heard_ms"] = made.now_ms
    belief = made.state.team_beliefs[Seat.TACTICAL, crew(made)]
    belief["known"], belief["able"], belief["pending_order"] = 1, 4, -1
    belief["area"] = tiny.CORRIDOR
    belief["cannot"], belief["cannot_ms"] = CannotReason.GROUND_HOT, made.now_ms
    return made


def crew(run: Run) -> int:
    """The first crew."""
    return int(np.flatnonzero(run.prepared.world.units["discipline"] == Discipline.MEDICAL)[0])


def withdrawn(run: Run, memory: np.ndarray) -> list[int]:
    """Which teams are told to come out."""
    orders = np.zeros(8, ORDER)
    orders["verb"] = -1
    view = view_of(run.state, run.prepared.world, Seat.TACTICAL, run.now_ms)
    mind_alarms(view, automatic("interior").crew.tactical, memory, orders)
    return [int(one["team"]) for one in orders if one["verb"] == Verb.WITHDRAW]


def test_a_crew_on_ground_that_turned_hot_is_told_to_come_out_once(run: Run) -> None:
    """It is not left to hold where shots are heard, and is not told the same twice."""
    memory = np.zeros(64, np.int64)
    assert withdrawn(run, memory) == [crew(run)]
    assert withdrawn(run, memory) == []
    run.state.team_beliefs[Seat.TACTICAL, crew(run)]["cannot_ms"] = run.now_ms + 60_000
    assert withdrawn(run, memory) == [crew(run)]


def test_a_crew_that_only_would_not_go_in_is_left_where_it_is(run: Run) -> None:
    """Outside there is nothing to come out of; nor where nothing is heard any more."""
    belief = run.state.team_beliefs[Seat.TACTICAL, crew(run)]
    belief["area"] = tiny.ROAD
    assert withdrawn(run, np.zeros(64, np.int64)) == []
    belief["area"] = tiny.CORRIDOR
    run.state.seats[Seat.TACTICAL]["threat"] = ThreatStatus.UNKNOWN
    assert withdrawn(run, np.zeros(64, np.int64)) == []


def test_one_team_in_one_decision_checks_a_report_and_one_moves_the_cars(run: Run) -> None:
    """Who has just been told counts: the next is told the other thing, the third neither."""
    own = run.state.seats[Seat.TACTICAL]
    own["alarms"] = own["blocked"] = 1
    run.state.area_beliefs[Seat.TACTICAL, tiny.ROOM_B]["alarm"] = Alarm.SECOND_ATTACKER
    run.state.area_beliefs[Seat.TACTICAL, tiny.ROAD]["blocked"] = 1
    orders, memory = np.zeros(8, ORDER), np.zeros(128, np.int64)
    orders["verb"] = -1
    view = view_of(run.state, run.prepared.world, Seat.TACTICAL, run.now_ms)
    given = [look_into(view, memory, orders, t) for t in range(3)]
    assert given == [Verb.CHECK_REPORT, Verb.MOVE_VEHICLES, -1]
