"""Who is given what: rescue outranks clearing, and nobody stands where nothing is to be done."""

import numpy as np
import pytest

from tests import tiny
from tests.unit.doctrine.deciding import given, holds, is_police, knows_only
from warmzone.doctrine.commanders import automatic
from warmzone.doctrine.memory import TEAMS
from warmzone.doctrine.rules import Rule
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat, Source, Task, ThreatStatus
from warmzone.vocabulary.orders import Verb

QUIET_MS = 70_000


@pytest.fixture
def run() -> Run:
    """Two police teams known, indoors and fit, both without a task; reds in room A."""
    made = knows_only(2)
    made.state.area_beliefs[Seat.TACTICAL, tiny.ROOM_A]["counts"] = (2, 0, 0, 0)
    made.state.seats[Seat.TACTICAL]["places"] = 1
    made.state.places[Seat.TACTICAL, 0] = tiny.ROOM_A
    holds(made, ThreatStatus.OVER, Source.CALLER)
    return made


def first(run: Run) -> int:
    """The first of the two teams."""
    return int(np.flatnonzero(run.state.team_beliefs[Seat.TACTICAL]["known"])[0])


def test_casualties_whom_nobody_tends_come_before_the_search(run: Run) -> None:
    """The first team treats; only then does one search."""
    assert [one[0] for one in given(run, run.now_ms)] == [Verb.TREAT, Verb.CLEAR]


def test_a_search_is_broken_off_for_casualties_whom_nobody_tends(run: Run) -> None:
    """A team that searches is sent to them where nobody is free; not while shots are heard."""
    beliefs = run.state.team_beliefs[Seat.TACTICAL]
    other = int(np.flatnonzero(beliefs["known"])[1])
    beliefs[other]["known"] = 0
    beliefs[first(run)]["task"] = Task.CLEAR
    assert given(run, run.now_ms) == [(Verb.TREAT, first(run), tiny.ROOM_A)]
    holds(run, ThreatStatus.ONGOING, Source.TEAM)
    assert given(run, run.now_ms) == []


def test_one_team_goes_on_searching_once_somebody_is_tended(run: Run) -> None:
    """Nobody at the casualties: the searchers are called off; somebody: the last is not."""
    beliefs = run.state.team_beliefs[Seat.TACTICAL]
    searcher, carer = np.flatnonzero(beliefs["known"])
    memory = np.zeros(TEAMS + len(beliefs) + 2 * len(run.state.ground), np.int64)
    memory[TEAMS + searcher] = (tiny.CORRIDOR + 1) * 64 + Verb.CLEAR + 1
    memory[TEAMS + carer] = (tiny.ROOM_A + 1) * 64 + Verb.TREAT + 1
    beliefs["task"][searcher], beliefs["task"][carer] = Task.CLEAR, Task.TREAT
    run.state.places[Seat.TACTICAL, 1] = tiny.ROOM_B
    run.state.seats[Seat.TACTICAL]["places"] = 2
    run.state.area_beliefs[Seat.TACTICAL, tiny.ROOM_B]["counts"] = (1, 0, 0, 0)
    assert given(run, run.now_ms, memory.copy()) == []
    memory[TEAMS + carer], beliefs["task"][carer] = 0, Task.HOLD
    assert given(run, run.now_ms, memory)[0][:2] == (Verb.TREAT, searcher)


def test_where_nobody_searches_the_second_team_does(run: Run) -> None:
    """One tends the nearest, one looks further in, before a second place is tended."""
    run.state.places[Seat.TACTICAL, 1] = tiny.ROOM_B
    run.state.seats[Seat.TACTICAL]["places"] = 2
    run.state.area_beliefs[Seat.TACTICAL, tiny.ROOM_B]["counts"] = (1, 0, 0, 0)
    assert [one[0] for one in given(run, run.now_ms)] == [Verb.TREAT, Verb.CLEAR]


def test_a_crew_that_waits_is_given_its_escort_before_officers_carry(run: Run) -> None:
    """Two officers beside a crew bring three medics to the casualties."""
    crew = next(t for t in range(len(run.state.teams)) if not is_police(run, t))
    belief = run.state.team_beliefs[Seat.TACTICAL, crew]
    belief["known"], belief["able"], belief["asked_ms"] = 1, 4, -1
    assert given(run, run.now_ms)[0] == (Verb.SECURE_RTF, first(run), -1)


def test_officers_leave_to_a_crew_whom_it_was_sent_to(run: Run) -> None:
    """Where a crew with its escort is at work nobody else is sent while there is another place."""
    crew = next(t for t in range(len(run.state.teams)) if not is_police(run, t))
    belief = run.state.team_beliefs[Seat.TACTICAL, crew]
    belief["known"], belief["able"], belief["asked_ms"], belief["busy"] = 1, 4, -1, 1
    belief["target_area"] = tiny.ROOM_A
    memory = np.zeros(TEAMS + len(run.state.teams) + 2 * len(run.state.ground), np.int64)
    memory[TEAMS + crew] = first(run) + 1
    escort = run.state.team_beliefs[Seat.TACTICAL, first(run)]
    escort["pending_order"] = 0
    assert given(run, run.now_ms, memory)[0][0] == Verb.CLEAR


def test_a_crew_whose_escort_has_other_work_gets_another(run: Run) -> None:
    """Told to secure it once, and known to be at something else since: that is no escort."""
    crew = next(t for t in range(len(run.state.teams)) if not is_police(run, t))
    belief = run.state.team_beliefs[Seat.TACTICAL, crew]
    belief["known"], belief["able"], belief["asked_ms"], belief["busy"] = 1, 4, -1, 1
    memory = np.zeros(TEAMS + len(run.state.teams) + 2 * len(run.state.ground), np.int64)
    memory[TEAMS + crew] = first(run) + 1
    escort = run.state.team_beliefs[Seat.TACTICAL, first(run)]
    for task, verbs in ((Task.RTF_SECURITY, False), (Task.TREAT, True)):
        escort["task"] = task
        said = [one[0] for one in given(run, run.now_ms, memory.copy())]
        assert (Verb.SECURE_RTF in said) == verbs


def test_ground_that_callers_speak_of_is_searched_first(run: Run) -> None:
    """However near other ground is, casualties that somebody has claimed are looked for first."""
    areas = run.state.area_beliefs[Seat.TACTICAL]
    areas[tiny.ROOM_A]["counts"] = 0
    areas[tiny.LANDING]["claimed"] = 2
    assert given(run, run.now_ms)[0] == (Verb.CLEAR, first(run), tiny.LANDING)


def test_with_no_threat_about_callers_words_send_who_is_free(run: Run) -> None:
    """Nobody waits at staging while somebody says that people are hurt; once seen, counts hold."""
    holds(run, ThreatStatus.NONE, Source.DISPATCH)
    areas = run.state.area_beliefs[Seat.TACTICAL]
    areas[tiny.ROOM_A]["counts"] = 0
    areas[tiny.ROOM_A]["claimed"], areas[tiny.ROOM_A]["seen_ms"] = 3, -1
    assert given(run, run.now_ms)[0] == (Verb.TREAT, first(run), tiny.ROOM_A)
    areas[tiny.ROOM_A]["seen_ms"] = run.now_ms
    assert {one[0] for one in given(run, run.now_ms)} == {Verb.STAGE}


def test_beyond_the_span_nobody_is_sent_to_search_what_is_left(run: Run) -> None:
    """A team more than one can lead waits in reserve, where it reports nothing."""
    run.state.area_beliefs[Seat.TACTICAL]["counts"] = 0
    beliefs = run.state.team_beliefs[Seat.TACTICAL]
    assert [one[0] for one in given(run, run.now_ms)] == [Verb.CLEAR, Verb.CLEAR]
    parameters = automatic("interior").crew.tactical.copy()
    parameters[Rule.SPAN] = 1
    orders = given(run, run.now_ms, parameters=parameters)
    assert [one[0] for one in orders] == [Verb.CLEAR, Verb.STAGE]
    beliefs["task"][beliefs["known"] == 1] = Task.STAGED
    assert [one[0] for one in given(run, run.now_ms, parameters=parameters)] == [Verb.CLEAR]


def test_officers_who_find_quiet_are_given_something_to_do(run: Run) -> None:
    """Sent to a threat that may be there, heard nothing for a minute: the hurt need them more."""
    holds(run, ThreatStatus.UNKNOWN, Source.DISPATCH)
    beliefs = run.state.team_beliefs[Seat.TACTICAL]
    on_threat = np.flatnonzero(beliefs["known"])
    beliefs["task"][on_threat] = Task.CONTACT
    assert given(run, run.now_ms) == []
    later = given(run, run.now_ms + QUIET_MS)
    assert [one[0] for one in later] == [Verb.TREAT, Verb.CLEAR]
    holds(run, ThreatStatus.ONGOING, Source.TEAM)
    assert given(run, run.now_ms + QUIET_MS) == []


def test_medics_are_escorted_until_it_is_said_that_all_is_over(run: Run) -> None:
    """A caller's word is not enough for a crew to go in alone; the seat's own is."""
    crew = next(t for t in range(len(run.state.teams)) if not is_police(run, t))
    belief = run.state.team_beliefs[Seat.TACTICAL, crew]
    belief["known"], belief["able"], belief["asked_ms"] = 1, 4, -1
    assert Verb.SECURE_RTF in [one[0] for one in given(run, run.now_ms)]
    run.state.seats[Seat.TACTICAL]["threat_by"] = -1
    assert Verb.SECURE_RTF not in [one[0] for one in given(run, run.now_ms)]
