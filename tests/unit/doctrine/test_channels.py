"""The radio plan of the automatic commanders: when it is set, and that it is set once."""

import numpy as np
import pytest

from tests import tiny
from tests.unit.doctrine.deciding import holds, knows_only, police
from warmzone.doctrine.channels import say_channels
from warmzone.doctrine.commanders import automatic
from warmzone.doctrine.memory import TEAMS
from warmzone.doctrine.rules import Rule
from warmzone.kernel.arrays import ORDER
from warmzone.kernel.view import view_of
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import RadioPlan, Seat, Source, ThreatStatus
from warmzone.vocabulary.orders import Verb


@pytest.fixture
def run() -> Run:
    """Two teams of one agency are known to be on scene; nothing is about any more."""
    made = knows_only(2)
    made.prepared.world.units["channel"] = 0
    holds(made, ThreatStatus.OVER, Source.TEAM, tiny.ROOM_C)
    return made


def said(run: Run, memory: np.ndarray, plan: int = RadioPlan.BY_FUNCTION) -> list[int]:
    """The radio plans that a commander of that rule sets now."""
    rules = automatic("interior").crew.tactical.copy()
    rules[Rule.RADIO_PLAN] = plan
    orders = np.zeros(8, ORDER)
    orders["verb"] = -1
    view = view_of(run.state, run.prepared.world, Seat.TACTICAL, run.now_ms)
    say_channels(view, rules, memory, orders)
    return [int(one["value"]) for one in orders if one["verb"] == Verb.SET_RADIO_PLAN]


def memory_of(run: Run) -> np.ndarray:
    """A commander's memory in which nothing stands."""
    return np.zeros(TEAMS + len(run.state.teams) + 2 * len(run.state.ground), np.int64)


def test_a_plan_is_set_once_when_agencies_are_on_different_channels(run: Run) -> None:
    """One agency needs none; where a second has come the plan is said, and not again."""
    memory = memory_of(run)
    assert said(run, memory) == []
    run.prepared.world.units["channel"][police(run)[1]] = 1
    assert said(run, memory) == [RadioPlan.BY_FUNCTION]
    assert said(run, memory) == []


def test_channels_stay_while_a_threat_may_be_about_or_where_the_rule_is_off(run: Run) -> None:
    """While everybody changes, words are lost."""
    run.prepared.world.units["channel"][police(run)[1]] = 1
    assert said(run, memory_of(run), RadioPlan.BY_AGENCY) == []
    for status in (ThreatStatus.ONGOING, ThreatStatus.CONTAINED, ThreatStatus.UNKNOWN):
        holds(run, status, Source.TEAM, tiny.ROOM_C)
        assert said(run, memory_of(run)) == []
