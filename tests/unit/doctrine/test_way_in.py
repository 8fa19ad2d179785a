"""The way in: who is told to go in, who waits at the door, what is said of wounded on the way."""

import numpy as np
import pytest

from tests import tiny
from tests.unit.doctrine.deciding import given, holds, knows_only, police
from warmzone.doctrine.commanders import automatic
from warmzone.doctrine.memory import TEAMS
from warmzone.doctrine.rules import Rule
from warmzone.doctrine.taking_over import memory_of as memory_after
from warmzone.doctrine.way_in import MOMENTS_MS, go_in_first, mind_wounded, told_at_wounded
from warmzone.kernel.arrays import ORDER
from warmzone.kernel.view import view_of
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import AtWounded, Seat, Source, Task, ThreatStatus
from warmzone.vocabulary.orders import Verb


@pytest.fixture
def run() -> Run:
    """Two officers, each a team: one in the yard, one on the road; nobody hears the threat."""
    made = knows_only(2)
    for t, area in zip(police(made)[:2], (tiny.YARD, tiny.ROAD), strict=True):
        beliefs = made.state.team_beliefs[Seat.TACTICAL]
        beliefs[t]["able"], beliefs[t]["area"] = 1, area
    made.prepared.world.profile["solo_entry"] = 1
    holds(made, ThreatStatus.UNKNOWN, Source.TEAM, tiny.ROOM_C)
    return made


def at(run: Run, t: int, task: Task, area: int) -> None:
    """The seat believes that team t does that there, since now."""
    belief = run.state.team_beliefs[Seat.TACTICAL, t]
    belief["task"], belief["area"], belief["task_since_ms"] = task, area, run.now_ms


def memory_of(run: Run) -> np.ndarray:
    """A commander's memory in which nothing stands."""
    return np.zeros(TEAMS + len(run.state.teams) + 2 * len(run.state.ground), np.int64)


def rows(*written: tuple[int, int, int]) -> np.ndarray:
    """Rows for orders, in which (verb, team, area) are written already."""
    orders = np.zeros(8, ORDER)
    orders["verb"] = orders["other_team"] = -1
    for k, (verb, team, area) in enumerate(written):
        orders[k]["verb"], orders[k]["team"], orders[k]["area"] = verb, team, area
    return orders


def verbs(orders: np.ndarray) -> list[tuple[int, int, int]]:
    """Verb, team and value of what is written."""
    return [(int(o["verb"]), int(o["team"]), int(o["value"])) for o in orders if o["verb"] >= 0]


def test_too_few_wait_at_the_door_for_a_second_team_moments_away(run: Run) -> None:
    """One officer alone does not enter on a silent threat while another is on the way."""
    first, second = police(run)[:2]
    assert given(run, run.now_ms) == [
        (Verb.WAIT_AT_DOOR, first, -1),
        (Verb.WAIT_AT_DOOR, second, -1),
    ]


def test_who_waits_is_told_to_go_in_when_enough_are_there(run: Run) -> None:
    """Once both stand at the door they go in; while one is still coming the other stays."""
    first, second = police(run)[:2]
    at(run, first, Task.AT_DOOR, tiny.YARD)
    assert given(run, run.now_ms) == [(Verb.WAIT_AT_DOOR, second, -1)]
    at(run, second, Task.AT_DOOR, tiny.YARD)
    assert given(run, run.now_ms) == [(Verb.GO_IN, first, -1), (Verb.GO_IN, second, -1)]


def test_nobody_waits_long_or_while_there_is_shooting(run: Run) -> None:
    """After moments one goes in alone, and at once where shots are heard."""
    first, second = police(run)[:2]
    at(run, first, Task.AT_DOOR, tiny.YARD)
    later = run.now_ms + MOMENTS_MS + 1
    assert given(run, later)[0] == (Verb.GO_IN, first, -1)
    holds(run, ThreatStatus.ONGOING, Source.TEAM, tiny.ROOM_C)
    assert given(run, run.now_ms) == [
        (Verb.GO_IN, first, -1),
        (Verb.CONTACT, second, tiny.ROOM_C),
    ]


def test_nobody_waits_where_the_rules_have_no_door(run: Run) -> None:
    """An agency that does not let anybody wait at the door has one officer go in at once."""
    run.prepared.world.profile["forbidden"][0, Verb.WAIT_AT_DOOR] = 1
    first = police(run)[0]
    assert given(run, run.now_ms)[0] == (Verb.CONTACT, first, tiny.ROOM_C)


def test_one_who_has_nobody_to_wait_for_goes(run: Run) -> None:
    """With no second team outside, or with two in the team, nobody waits."""
    first, second = police(run)[:2]
    run.state.team_beliefs[Seat.TACTICAL, second]["known"] = 0
    assert given(run, run.now_ms) == [(Verb.CONTACT, first, tiny.ROOM_C)]
    run.state.team_beliefs[Seat.TACTICAL, second]["known"] = 1
    run.state.team_beliefs[Seat.TACTICAL, first]["able"] = 2
    assert given(run, run.now_ms)[0] == (Verb.CONTACT, first, tiny.ROOM_C)


def test_an_officer_who_may_not_go_in_alone_waits_at_the_door(run: Run) -> None:
    """Under such a rule, with nobody to pair with, they stand ready instead of leaving."""
    first, second = police(run)[:2]
    run.prepared.world.profile["solo_entry"] = 0
    run.state.team_beliefs[Seat.TACTICAL, second]["known"] = 0
    assert given(run, run.now_ms) == [(Verb.WAIT_AT_DOOR, first, -1)]
    at(run, first, Task.AT_DOOR, tiny.YARD)
    assert given(run, run.now_ms) == []
    run.state.team_beliefs[Seat.TACTICAL, second]["known"] = 1
    assert given(run, run.now_ms)[0][:2] == (Verb.FORM_TEAM, first)


def test_before_anybody_commands_those_outside_are_told_to_go_in_at_shots(run: Run) -> None:
    """Both, where shots are heard; nobody where it is quiet, or once command is being taken."""
    first, second = police(run)[:2]
    rules = automatic("interior").crew.tactical

    def first_words(*written: tuple[int, int, int]) -> list[tuple[int, int, int]]:
        orders = rows(*written)
        view = view_of(run.state, run.prepared.world, Seat.TACTICAL, run.now_ms)
        go_in_first(view, rules, memory_of(run), orders)
        return verbs(orders)

    assert first_words() == []
    holds(run, ThreatStatus.ONGOING, Source.CALLER, tiny.ROOM_C)
    assert first_words() == [(Verb.GO_IN, first, 0), (Verb.GO_IN, second, 0)]
    assert first_words((Verb.TAKE_COMMAND, -1, -1)) == [(Verb.TAKE_COMMAND, -1, 0)]
    run.prepared.world.profile["solo_entry"] = 0
    assert first_words() == []


def said_of_wounded(run: Run, verb: Verb, memory: np.ndarray | None = None) -> list[int]:
    """What a team sent with that verb from the lobby to room C is told of wounded on its way."""
    t = police(run)[0]
    run.state.team_beliefs[Seat.TACTICAL, t]["area"] = tiny.LOBBY
    orders = rows((verb, t, tiny.ROOM_C))
    view = view_of(run.state, run.prepared.world, Seat.TACTICAL, run.now_ms)
    rules = automatic("interior").crew.tactical.copy()
    rules[Rule.STEP_PAST] = 2
    mind_wounded(view, rules, memory_of(run) if memory is None else memory, orders)
    return [value for said, _, value in verbs(orders) if said == Verb.STEP_PAST]


def lies_in(run: Run, area: int) -> None:
    """The seat has heard of a red there, and of nobody else."""
    run.state.places[Seat.TACTICAL, 0] = area
    run.state.seats[Seat.TACTICAL]["places"] = 1
    run.state.area_beliefs[Seat.TACTICAL]["counts"] = 0
    run.state.area_beliefs[Seat.TACTICAL, area]["counts"] = (1, 0, 0, 0)


def test_who_goes_to_shots_through_wounded_is_told_to_step_past(run: Run) -> None:
    """Only where their own rule is another, somebody lies on the way, and shots are heard."""
    run.prepared.world.profile["at_wounded"] = AtWounded.TOURNIQUET
    holds(run, ThreatStatus.ONGOING, Source.TEAM, tiny.ROOM_C)
    lies_in(run, tiny.CORRIDOR)
    assert said_of_wounded(run, Verb.CONTACT) == [AtWounded.STEP_PAST]
    lies_in(run, tiny.STAIRS)
    assert said_of_wounded(run, Verb.CONTACT) == []
    lies_in(run, tiny.CORRIDOR)
    holds(run, ThreatStatus.UNKNOWN, Source.TEAM, tiny.ROOM_C)
    assert said_of_wounded(run, Verb.CONTACT) == []
    holds(run, ThreatStatus.ONGOING, Source.TEAM, tiny.ROOM_C)
    run.prepared.world.profile["at_wounded"] = AtWounded.STEP_PAST
    assert said_of_wounded(run, Verb.CONTACT) == []


def test_who_searches_in_the_quiet_is_told_to_tie_off_and_go_on(run: Run) -> None:
    """Once, where their own rule is to step past, or they were told to before."""
    run.prepared.world.profile["at_wounded"] = AtWounded.STEP_PAST
    lies_in(run, tiny.CORRIDOR)
    memory = memory_of(run)
    assert said_of_wounded(run, Verb.CLEAR, memory) == [AtWounded.TOURNIQUET]
    assert said_of_wounded(run, Verb.CLEAR, memory) == []
    run.prepared.world.profile["at_wounded"] = AtWounded.TOURNIQUET
    memory = memory_of(run)
    assert said_of_wounded(run, Verb.CLEAR, memory) == []
    holds(run, ThreatStatus.ONGOING, Source.TEAM, tiny.ROOM_C)
    assert said_of_wounded(run, Verb.CONTACT, memory) == [AtWounded.STEP_PAST]
    holds(run, ThreatStatus.UNKNOWN, Source.TEAM, tiny.ROOM_C)
    assert said_of_wounded(run, Verb.CLEAR, memory) == [AtWounded.TOURNIQUET]


def test_who_takes_over_counts_whom_others_sent_in(run: Run) -> None:
    """Told to go in is sent to the threat; a word about wounded leaves that as it is."""
    t = police(run)[0]
    view = view_of(run.state, run.prepared.world, Seat.TACTICAL, run.now_ms)
    given_before = [
        (Seat.TACTICAL, Verb.GO_IN, t, -1, -1, 0),
        (Seat.TACTICAL, Verb.STEP_PAST, t, -1, -1, AtWounded.STEP_PAST),
    ]
    memory = memory_after(view, given_before)
    assert memory[TEAMS + t] % 64 == Verb.CONTACT + 1
    run.prepared.world.profile["at_wounded"] = AtWounded.TOURNIQUET
    assert told_at_wounded(view, memory, t) == AtWounded.STEP_PAST
