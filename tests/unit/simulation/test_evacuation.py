"""Whom first: what carriers and ambulances follow, and where those go who can walk."""

import numpy as np
import pytest

from tests import tiny
from tests.tiny import LOBBY, ROAD, ROOM_A, YARD
from warmzone.kernel.events import NEVER, EventKind
from warmzone.kernel.priority import TURNS, is_taken_dead, next_to_move
from warmzone.kernel.walking import goes_by_themselves, turn_walking, walk_out
from warmzone.simulation.observe import seat_view
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Care, Priority, Seat, Triage, Whereabouts
from warmzone.vocabulary.orders import Refusal, Verb
from warmzone.vocabulary.reports import ReportKind

COLOURS = (Triage.YELLOW, Triage.GREEN, Triage.RED, Triage.GREY, Triage.RED)
TREATED = 4  # the second red


def lying(priority: Priority = Priority.NEAREST) -> Run:
    """A commanded run in which five people of COLOURS lie in room A, and that priority is heard."""
    run = tiny.in_command("none")
    state = run.state
    state.people["whereabouts"] = Whereabouts.UNHURT
    for i, colour in enumerate(COLOURS):
        person = state.people[i]
        person["area"], person["whereabouts"], person["seen"] = ROOM_A, Whereabouts.LYING, colour
        person["treater"], person["trip"], person["walks"] = -1, -1, 0
        person["care"] = Care.OFFICER if i == TREATED else Care.NONE
        person["dead_ms"] = 0 if colour == Triage.GREY else -1
    tiny.relink(run)
    state.seats[Seat.MEDICAL]["priority"] = priority
    return run


def in_order(run: Run, *, carried: bool) -> list[int]:
    """Everybody in room A as they would be taken up, one after the other."""
    taken = []
    with np.errstate(over="ignore"):
        for turn in range(TURNS):
            while True:
                i = next_to_move(run.state, run.prepared.world, ROOM_A, turn, carried)
                if i < 0:
                    break
                run.state.people[i]["trip"] = 0
                taken.append(i)
    return taken


@pytest.mark.parametrize(
    ("priority", "loaded", "carried"),
    [
        (Priority.REDS, [2, 4, 0, 1], [2, 4, 0]),
        (Priority.CONTROLLED_REDS, [4, 2, 0, 1], [4, 2, 0]),
        (Priority.WALKING, [1, 2, 4, 0], [1, 2, 4, 0]),
    ],
)
def test_what_was_said_decides_who_goes_first(
    priority: Priority, loaded: list[int], carried: list[int]
) -> None:
    """Ambulances follow it, bearers too; these leave greens to walk unless those go first."""
    assert in_order(lying(priority), carried=False) == loaded
    assert in_order(lying(priority), carried=True) == carried


def test_unsaid_it_is_whoever_is_at_hand() -> None:
    """Without an order colours do not count, and some of the dead are taken along."""
    taken_dead = 0
    for seed in range(60):
        run = lying()
        run.state.clock[0]["seed"] = np.uint64(seed)
        order = in_order(run, carried=False)
        with np.errstate(over="ignore"):
            dead = is_taken_dead(run.state, run.prepared.world, 3)
        assert order == ([0, 1, 2, 3, 4] if dead else [0, 1, 2, 4])
        taken_dead += dead
    assert 0 < taken_dead < 30


def test_bearers_leave_those_to_walk_who_can() -> None:
    """A green who walks is not carried, one who does not walk is."""
    run = lying()
    run.state.people["walks"][1] = 1
    assert 1 not in in_order(run, carried=True)


def test_priority_is_heard_by_the_medics_and_said_once() -> None:
    """Said, it reaches the medical side; said again it is refused."""
    run = tiny.in_command("none")
    assert tiny.tell(run, Verb.SET_PRIORITY, value=Priority.REDS) == Refusal.ACCEPTED
    assert int(run.state.seats[Seat.MEDICAL]["priority"]) == Priority.NEAREST
    run.advance(run.now_ms + 60_000)
    assert int(run.state.seats[Seat.MEDICAL]["priority"]) == Priority.REDS
    assert tiny.tell(run, Verb.SET_PRIORITY, value=Priority.REDS) == Refusal.ALREADY_DONE
    assert tiny.tell(run, Verb.SET_PRIORITY, value=9) == Refusal.BAD_VALUE


def walker(run: Run, i: int = 0) -> np.ndarray:
    """Person i lies free in the lobby and can walk; nobody else can."""
    state = run.state
    state.people["walks"] = 0
    person = state.people[i]
    person["area"], person["whereabouts"], person["walks"] = LOBBY, Whereabouts.LYING, 1
    person["walks_to"], person["seen_ms"], person["seen"] = YARD, -1, Triage.UNSEEN
    for name in ("dead_ms", "moved_ms", "treater", "trip"):
        person[name] = -1
    person["carries"], person["hurt_ms"] = 0, 0
    tiny.relink(run)
    return person  # type: ignore[no-any-return]


def stay(run: Run) -> None:
    """Give the run luck in which person 0 does not go to hospital by themselves."""
    with np.errstate(over="ignore"):
        while goes_by_themselves(run.state, run.prepared.world, 0):
            run.state.clock[0]["seed"] += np.uint64(1)


def due(run: Run, i: int = 0) -> int:
    """When person i arrives where they walk to."""
    slot = int(run.prepared.world.layout[0]["slot"][EventKind.PERSON_MOVE]) + i
    return int(run.state.times[slot])


def test_walking_wounded_come_to_the_ambulances() -> None:
    """Who comes out by themselves goes on to where ambulances stand, and is in their way."""
    run = tiny.in_command("silent")
    person = walker(run)
    stay(run)
    with np.errstate(over="ignore"):
        walk_out(run.state, run.prepared.world, 0, run.now_ms)
    assert (int(person["area"]), int(person["walks_to"])) == (YARD, ROAD)
    assert due(run) < NEVER


def test_walking_wounded_go_where_they_are_told() -> None:
    """Those found inside set out at once, those outside turn; the unseen are not reached."""
    run = tiny.in_command("silent")
    person = walker(run)
    state, world = run.state, run.prepared.world
    state.command[0]["walking_area"] = YARD
    before = due(run)
    with np.errstate(over="ignore"):
        turn_walking(state, world, run.now_ms)
        assert due(run) == before
        person["seen_ms"] = 1
        turn_walking(state, world, run.now_ms)
    assert run.now_ms < due(run) < run.now_ms + 60_000
    with np.errstate(over="ignore"):
        walk_out(state, world, 0, run.now_ms)
    assert int(person["area"]) == YARD
    assert due(run) == NEVER


def test_where_walkers_go_is_heard_and_said_once() -> None:
    """MOVE_WALKING takes effect once it was said on the air; the same place again is refused."""
    run = tiny.in_command("silent")
    assert tiny.tell(run, Verb.MOVE_WALKING, area=YARD) == Refusal.ACCEPTED
    run.advance(run.now_ms + 60_000)
    assert int(run.state.command[0]["walking_area"]) == YARD
    assert tiny.tell(run, Verb.MOVE_WALKING, area=YARD) == Refusal.ALREADY_DONE
    assert tiny.tell(run, Verb.MOVE_WALKING, area=ROAD) == Refusal.ACCEPTED
    assert tiny.tell(run, Verb.MOVE_WALKING) == Refusal.AREA_NEEDED


def test_people_in_the_street_say_that_walking_wounded_come_out() -> None:
    """The second, the fourth and so on who come out are spoken of, with their number."""
    run = tiny.in_command("silent")
    run.state.record[0]["came_out"] = 0
    spoken = len(told(run))
    for _ in range(5):
        walker(run)
        with np.errstate(over="ignore"):
            walk_out(run.state, run.prepared.world, 0, run.now_ms)
    assert told(run)[spoken:] == [2, 4]


def told(run: Run) -> list[int]:
    """The numbers in the reports of walking wounded so far."""
    rows = run.state.reports[: int(run.state.clock[0]["reports"])]
    return [int(row["flag"]) for row in rows if row["kind"] == ReportKind.SELF_EVACUATED]


def test_a_seat_sees_what_it_said() -> None:
    """The picture of the Tactical seat shows both orders until they are changed."""
    run = tiny.in_command("silent")
    tiny.tell(run, Verb.SET_PRIORITY, value=Priority.REDS)
    tiny.tell(run, Verb.MOVE_WALKING, area=YARD)
    view = seat_view(run, Seat.TACTICAL)
    assert (view.priority, view.walking_area) == (Priority.REDS, YARD)
