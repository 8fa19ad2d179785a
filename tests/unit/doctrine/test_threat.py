"""Who goes to the threat, who guards the ways out of it, and who is let go again."""

import numpy as np
import pytest

from tests import tiny
from tests.unit.doctrine.deciding import given, holds, knows_only, police
from warmzone.doctrine.memory import TEAMS
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat, Source, Task, ThreatStatus
from warmzone.vocabulary.orders import Verb

LATER_MS = 200_000


@pytest.fixture
def run() -> Run:
    """Three police teams of two, known and fit, in the corridor; a threat is heard in room C."""
    made = knows_only(3)
    holds(made, ThreatStatus.ONGOING, Source.TEAM, tiny.ROOM_C)
    return made


def teams(run: Run) -> list[int]:
    """The three police teams."""
    return police(run)[:3]


def told(run: Run, verb: Verb, area: int) -> np.ndarray:
    """A memory in which every team was last given that order."""
    memory = np.zeros(TEAMS + len(run.state.teams) + 2 * len(run.state.ground), np.int64)
    for t in teams(run):
        memory[TEAMS + t] = (area + 1) * 64 + verb + 1
    return memory


def test_a_way_out_is_guarded_once_enough_have_gone_in(run: Run) -> None:
    """Four officers go to the threat; the next team guards a way out of where it is.

    Casualties whom nobody tends elsewhere come before that.
    """
    verbs = [(one[0], one[2]) for one in given(run, run.now_ms)]
    assert verbs == [
        (Verb.CONTACT, tiny.ROOM_C),
        (Verb.CONTACT, tiny.ROOM_C),
        (Verb.CONTAIN, tiny.ROOM_C),
    ]
    run.state.places[Seat.TACTICAL, 0] = tiny.LOBBY
    run.state.seats[Seat.TACTICAL]["places"] = 1
    run.state.area_beliefs[Seat.TACTICAL, tiny.LOBBY]["counts"] = (1, 0, 0, 0)
    assert given(run, run.now_ms)[-1][0] == Verb.TREAT


def test_a_threat_that_is_only_reported_is_not_shut_in(run: Run) -> None:
    """Where nothing is heard two go to look, and nobody guards the ways out of an empty room."""
    holds(run, ThreatStatus.UNKNOWN, Source.DISPATCH, tiny.ROOM_C)
    verbs = [one[0] for one in given(run, run.now_ms)]
    assert verbs.count(Verb.CONTACT) == 1
    assert Verb.CONTAIN not in verbs


def test_where_nothing_is_left_to_guard_nobody_else_is_sent_for_a_while(run: Run) -> None:
    """A team that finds every way out guarded says so; later another may be sent."""
    memory = told(run, Verb.CONTACT, tiny.ROOM_C)
    beliefs = run.state.team_beliefs[Seat.TACTICAL]
    contact, refused, free = teams(run)
    beliefs[contact]["task"] = Task.CONTACT
    beliefs[contact]["able"] = 4
    memory[TEAMS + refused] = (tiny.ROOM_C + 1) * 64 + Verb.CONTAIN + 1
    beliefs[refused]["cannot_ms"] = run.now_ms
    memory[TEAMS + free] = 0
    assert Verb.CONTAIN not in [one[0] for one in given(run, run.now_ms, memory)]
    assert Verb.CONTAIN in [one[0] for one in given(run, run.now_ms + LATER_MS, memory)]


def test_who_guards_a_way_out_is_free_once_the_threat_is_elsewhere(run: Run) -> None:
    """Guards stay while it is there, and are given something else where it is not any more."""
    beliefs = run.state.team_beliefs[Seat.TACTICAL]
    for t in teams(run):
        beliefs[t]["task"], beliefs[t]["target_area"] = Task.CONTAIN, tiny.ROOM_C
    memory = told(run, Verb.CONTAIN, tiny.ROOM_C)
    assert given(run, run.now_ms, memory.copy()) == []
    holds(run, ThreatStatus.ONGOING, Source.TEAM, tiny.ROOM_A)
    assert (Verb.CONTACT, teams(run)[0], tiny.ROOM_A) in given(run, run.now_ms, memory)


def test_where_nothing_is_heard_only_enough_stay_on_the_threat(run: Run) -> None:
    """Of three teams at a quiet place two turn to the casualties at once and one stays."""
    holds(run, ThreatStatus.UNKNOWN, Source.TEAM, tiny.CORRIDOR)
    beliefs = run.state.team_beliefs[Seat.TACTICAL]
    for t in teams(run):
        beliefs[t]["task"], beliefs[t]["target_area"] = Task.CONTACT, tiny.CORRIDOR
    run.state.places[Seat.TACTICAL, 0] = tiny.CORRIDOR
    run.state.seats[Seat.TACTICAL]["places"] = 1
    run.state.area_beliefs[Seat.TACTICAL, tiny.CORRIDOR]["counts"] = (4, 0, 0, 0)
    orders = given(run, run.now_ms, told(run, Verb.CONTACT, tiny.CORRIDOR))
    assert [one[1] for one in orders if one[0] != Verb.STEP_PAST] == teams(run)[:2]
    assert orders[0][0] == Verb.TREAT
