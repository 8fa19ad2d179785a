"""Who is let go from the corridor and the CCP, and who opens its doors."""

import numpy as np
import pytest

from tests import tiny
from warmzone.doctrine.guarding import (
    end_corridor,
    hold_island,
    is_relieved,
    open_ccp,
    secure_rtf,
)
from warmzone.kernel.arrays import ORDER
from warmzone.kernel.view import View, view_of
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import (
    CorridorState,
    Discipline,
    Seat,
    Source,
    Task,
    ThreatStatus,
    Zone,
)
from warmzone.vocabulary.orders import Verb

SELF = -1


@pytest.fixture
def run() -> Run:
    """A corridor is open, and the seat itself has said that it is over."""
    made = tiny.in_command("over")
    own = made.state.seats[Seat.TACTICAL]
    own["threat"], own["threat_by"], own["corridor"] = ThreatStatus.OVER, SELF, CorridorState.OPEN
    own["ccp"], own["aep"] = tiny.ROOM_B, tiny.ROAD
    return made


def seen(run: Run) -> View:
    """What Tactical sees."""
    return view_of(run.state, run.prepared.world, Seat.TACTICAL, run.now_ms)


def blank() -> np.ndarray:
    """Rows for orders, none written."""
    orders = np.zeros(8, ORDER)
    orders["verb"] = -1
    return orders


def said(orders: np.ndarray) -> list[int]:
    """The verbs that were written."""
    return [int(one["verb"]) for one in orders if one["verb"] >= 0]


def test_the_corridor_is_given_up_once_nothing_is_about(run: Run) -> None:
    """Once, by the seat's own word; a caller's word is not enough."""
    memory, orders = np.zeros(64, np.int64), blank()
    end_corridor(seen(run), memory, orders)
    end_corridor(seen(run), memory, orders)
    assert said(orders) == [Verb.BREAK_CORRIDOR]
    run.state.seats[Seat.TACTICAL]["threat_by"] = Source.CALLER
    orders = blank()
    end_corridor(seen(run), memory, orders)
    assert said(orders) == []


def test_posts_are_relieved_with_the_corridor_and_the_ccp_with_the_threat(run: Run) -> None:
    """Who stands at a post stays until the corridor is given up; who secures the CCP need not."""
    beliefs = run.state.team_beliefs[Seat.TACTICAL]
    beliefs["task"][:2] = Task.CORRIDOR_POST, Task.CCP_SECURITY
    assert [is_relieved(seen(run), t) for t in (0, 1)] == [False, True]
    run.state.seats[Seat.TACTICAL]["corridor"] = CorridorState.NONE
    assert is_relieved(seen(run), 0)
    run.state.seats[Seat.TACTICAL]["threat"] = ThreatStatus.UNKNOWN
    assert [is_relieved(seen(run), t) for t in (0, 1)] == [False, False]


def test_the_locked_doors_of_the_ccp_are_opened_once(run: Run) -> None:
    """A CCP that the plan shows a locked door to is opened; another one is again."""
    memory, orders = np.zeros(64, np.int64), blank()
    assert open_ccp(seen(run), memory, orders, 0)
    assert not open_ccp(seen(run), memory, orders, 1)
    assert said(orders) == [Verb.BREACH]
    run.state.seats[Seat.TACTICAL]["ccp"] = tiny.LOBBY
    assert not open_ccp(seen(run), memory, orders, 1)


def test_one_escort_for_each_crew_in_one_decision() -> None:
    """Who has just been told to secure a crew counts: the next officers go to the next crew."""
    run = tiny.in_command("silent")
    crews = np.flatnonzero(run.prepared.world.units["discipline"] == Discipline.MEDICAL)
    beliefs = run.state.team_beliefs[Seat.TACTICAL]
    beliefs["known"], beliefs["able"] = 1, 2
    orders, memory = blank(), run.state.memory[Seat.TACTICAL].copy()
    memory[:] = 0
    for officers in range(len(crews)):
        assert secure_rtf(seen(run), memory, orders, officers)
    assert not secure_rtf(seen(run), memory, orders, len(crews))
    assert orders["other_team"][: len(crews)].tolist() == crews.tolist()


def test_a_place_is_held_by_one_team_in_one_decision(run: Run) -> None:
    """Who has just been told to hold a place with casualties counts: no other is told the same."""
    run.state.places[Seat.TACTICAL, 0] = tiny.ROOM_A
    own = run.state.seats[Seat.TACTICAL]
    own["places"], own["threat"] = 1, ThreatStatus.UNKNOWN
    run.state.area_beliefs[Seat.TACTICAL, tiny.ROOM_A]["counts"] = (2, 0, 0, 0)
    run.state.zones[tiny.ROOM_A]["zone"] = Zone.WARM
    memory, orders = np.zeros(128, np.int64), blank()
    assert hold_island(seen(run), memory, orders, 0)
    assert not hold_island(seen(run), memory, orders, 1)
    assert said(orders) == [Verb.HOLD]
