"""Whom command puts under one of them once more are at work than one can lead."""

import numpy as np
import pytest

from tests import tiny
from warmzone.doctrine.commanders import automatic
from warmzone.doctrine.memory import DIRECT, UNITED_MS
from warmzone.doctrine.rules import Rule
from warmzone.doctrine.uniting import unite
from warmzone.kernel.arrays import ORDER
from warmzone.kernel.view import view_of
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat, Task
from warmzone.vocabulary.orders import Verb


@pytest.fixture
def run() -> Run:
    """Two teams carry from the same room; command leads one more than its span."""
    made = tiny.in_command("silent")
    beliefs = made.state.team_beliefs[Seat.TACTICAL][:2]
    beliefs["known"], beliefs["able"], beliefs["works_for"] = 1, 2, -1
    beliefs["task"], beliefs["target_area"], beliefs["pending_order"] = Task.CARRY, tiny.ROOM_A, -1
    made.state.team_beliefs[Seat.TACTICAL][2:]["able"] = 0
    return made


def united(run: Run, beyond: int, last_ms: int = 0) -> list[tuple[int, int]]:
    """Who is told to work for whom with so many beyond the span, others united at `last_ms`."""
    orders, memory = np.zeros(8, ORDER), np.zeros(64, np.int64)
    orders["verb"] = -1
    parameters = automatic("interior").crew.tactical
    memory[DIRECT], memory[UNITED_MS] = int(parameters[Rule.SPAN]) + beyond, last_ms
    unite(
        view_of(run.state, run.prepared.world, Seat.TACTICAL, run.now_ms),
        parameters,
        memory,
        orders,
    )
    given = orders[orders["verb"] == Verb.ASSIGN]
    return [(int(one["team"]), int(one["other_team"])) for one in given]


def test_beyond_the_span_one_of_two_at_the_same_work_works_for_the_other(run: Run) -> None:
    """Within the span nobody is; nor again within a minute, lest the air be filled with it."""
    assert united(run, 0) == []
    assert united(run, 1) == [(1, 0)]
    assert united(run, 1, run.now_ms - 30_000) == []
    assert united(run, 1, run.now_ms - 60_000) == [(1, 0)]


@pytest.mark.parametrize("what", ["task", "target_area", "works_for", "pending_order"])
def test_teams_at_other_work_or_told_otherwise_are_left_alone(run: Run, what: str) -> None:
    """Other work, another place, another's team, and an order that is still unanswered."""
    changed = {"task": Task.TREAT, "target_area": tiny.ROOM_C, "works_for": 5, "pending_order": 3}
    run.state.team_beliefs[Seat.TACTICAL, 1][what] = changed[what]
    assert united(run, 1) == []
