"""Marks at the door: what was searched is not searched again by who stands before it."""

from tests import tiny
from tests.tiny import CORRIDOR, LOBBY, ROOM_A, ROOM_C
from warmzone.kernel.codes import Work
from warmzone.kernel.marks import is_marked, sees_mark
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Phase, Seat, Task
from warmzone.vocabulary.orders import Refusal, Verb


def searched_by_team_2(run: Run, marked: tuple[int, ...]) -> list[int]:
    """The areas that a team searches when told to clear the corridor, with some marked before."""
    state = run.state
    for area in marked:
        state.ground[area]["searched_ms"] = run.now_ms
    before = state.ground["searched_ms"].copy()
    run.advance(run.now_ms + 1)
    team = state.teams[2]
    team["area"] = LOBBY
    team["phase"], team["task"], team["work"] = Phase.IDLE, Task.UNASSIGNED, Work.NONE
    assert tiny.tell(run, Verb.CLEAR, 2, CORRIDOR) == Refusal.ACCEPTED
    run.advance(run.now_ms + 400_000)
    return [a for a in range(len(before)) if state.ground[a]["searched_ms"] > before[a]]


def test_marked_rooms_are_passed_by() -> None:
    """A team that clears a corridor leaves out what somebody searched before, heard of or not."""
    assert ROOM_A in searched_by_team_2(tiny.in_command("none"), ())
    found = searched_by_team_2(tiny.in_command("none"), (ROOM_A,))
    assert ROOM_A not in found
    assert {CORRIDOR, ROOM_C} <= set(found)


def test_ground_known_to_be_searched_is_searched_again_when_ordered() -> None:
    """Who orders a search of ground that was reported clear means every room of it."""
    run = tiny.in_command("none")
    run.state.area_beliefs[Seat.TACTICAL, CORRIDOR]["searched_ms"] = run.now_ms
    assert {CORRIDOR, ROOM_A} <= set(searched_by_team_2(run, (CORRIDOR, ROOM_A)))


def test_a_mark_is_seen_from_next_door_and_not_believed_after_a_new_threat() -> None:
    """It tells whoever stands at it or beside it; a threat placed there since takes it away."""
    run = tiny.in_command("none")
    state, world = run.state, run.prepared.world
    state.ground[ROOM_A]["searched_ms"] = run.now_ms
    state.teams[2]["area"] = CORRIDOR
    assert is_marked(state, ROOM_A)
    assert sees_mark(state, world, 2, ROOM_A)
    state.teams[2]["area"] = LOBBY
    assert not sees_mark(state, world, 2, ROOM_A)
    state.area_beliefs[Seat.TACTICAL, ROOM_A]["threat_ms"] = run.now_ms + 1
    assert not is_marked(state, ROOM_A)
