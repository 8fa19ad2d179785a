"""A team in reserve: when one is declared, where it stands, and that it is used at once."""

import numpy as np
import pytest

from tests import tiny
from tests.unit.doctrine.deciding import given, holds, knows_only, police
from warmzone.doctrine.commanders import automatic
from warmzone.doctrine.memory import TEAMS
from warmzone.doctrine.reserve import reserve_place
from warmzone.doctrine.rules import Rule
from warmzone.kernel.view import view_of
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import CommandPlace, Role, Seat, Source, Task, ThreatStatus, Zone
from warmzone.vocabulary.orders import Verb


@pytest.fixture
def run() -> Run:
    """Four teams of two in the corridor, command in the lobby, a threat held in room C."""
    made = knows_only(4)
    holds(made, ThreatStatus.CONTAINED, Source.TEAM, tiny.ROOM_C)
    own = made.state.seats[Seat.TACTICAL]
    own["place"], own["place_area"] = CommandPlace.INSIDE, tiny.LOBBY
    made.state.area_beliefs[Seat.TACTICAL]["searched_ms"] = made.now_ms
    return made


def from_officers(officers: int) -> np.ndarray:
    """Interior's rules with a reserve from that many officers on."""
    rules = automatic("interior").crew.tactical.copy()
    rules[Rule.RESERVE_OFFICERS] = officers
    return rules


def memory_of(run: Run) -> np.ndarray:
    """A commander's memory in which nothing stands."""
    return np.zeros(TEAMS + len(run.state.teams) + 2 * len(run.state.ground), np.int64)


def test_one_team_that_nothing_else_asks_for_is_the_reserve(run: Run) -> None:
    """Threat and ways out are manned first; then one stands in reserve beside command."""
    orders = given(run, run.now_ms, None, from_officers(8))
    assert [verb for verb, _, _ in orders][:2] == [Verb.CONTACT, Verb.CONTAIN]
    assert [(verb, area) for verb, _, area in orders].count((Verb.RESERVE, tiny.LOBBY)) == 1


def test_there_is_none_with_too_few_officers_or_no_threat(run: Run) -> None:
    """Nor where the rule is off."""
    assert Verb.RESERVE not in [one[0] for one in given(run, run.now_ms, None, from_officers(9))]
    assert Verb.RESERVE not in [one[0] for one in given(run, run.now_ms, None, from_officers(0))]
    holds(run, ThreatStatus.OVER, Source.TEAM, tiny.ROOM_C)
    assert Verb.RESERVE not in [one[0] for one in given(run, run.now_ms, None, from_officers(8))]


def test_the_reserve_stays_until_something_comes_up_and_is_then_used_at_once(run: Run) -> None:
    """It is told nothing twice; where a casualty is heard of it goes."""
    t = police(run)[0]
    beliefs = run.state.team_beliefs[Seat.TACTICAL]
    beliefs[t]["task"], beliefs[t]["area"] = Task.RESERVE, tiny.LOBBY
    memory = memory_of(run)
    memory[TEAMS + t] = (tiny.LOBBY + 1) * 64 + Verb.RESERVE + 1
    for other in police(run)[1:4]:
        beliefs[other]["task"] = Task.CONTACT
        memory[TEAMS + other] = (tiny.ROOM_C + 1) * 64 + Verb.CONTACT + 1
    rules = from_officers(8)
    rules[Rule.CONTAIN_TEAMS] = rules[Rule.UNINJURED_AT] = 0
    assert given(run, run.now_ms, memory.copy(), rules) == []
    run.state.places[Seat.TACTICAL, 0] = tiny.LOBBY
    run.state.seats[Seat.TACTICAL]["places"] = 1
    run.state.area_beliefs[Seat.TACTICAL, tiny.LOBBY]["counts"] = (1, 0, 0, 0)
    assert given(run, run.now_ms, memory.copy(), rules) == [(Verb.TREAT, t, tiny.LOBBY)]
    beliefs[t]["role"] = Role.STAGING
    assert given(run, run.now_ms, memory.copy(), rules) == []


def test_it_stands_where_it_is_not_hot_and_nearest_the_threat(run: Run) -> None:
    """At the CCP where that is nearer than command; never on hot ground or where the threat is."""
    own = run.state.seats[Seat.TACTICAL]

    def place() -> int:
        return int(reserve_place(view_of(run.state, run.prepared.world, Seat.TACTICAL, run.now_ms)))

    own["ccp"] = tiny.CORRIDOR
    assert place() == tiny.CORRIDOR
    run.state.zones[tiny.CORRIDOR]["zone"] = Zone.HOT
    assert place() == tiny.LOBBY
    own["threat_area"] = tiny.LOBBY
    assert place() == -1
