"""Uninjured people: they run or hide, fill the ways they take, tell what they saw, are led out."""

import numpy as np
import pytest

from tests import tiny
from tests.tiny import CORRIDOR, LOBBY, ROOM_A, ROOM_B, ROOM_C, YARD
from warmzone.doctrine.commanders import automatic
from warmzone.kernel.corridor import enter_lane
from warmzone.kernel.movement import start_leg
from warmzone.kernel.people import uninjured_here
from warmzone.kernel.uninjured import alarm_uninjured
from warmzone.scenario.incident import Civilians, Span
from warmzone.simulation.lower import prepare
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import OpeningState, Seat, Source, Task, Whereabouts
from warmzone.vocabulary.orders import Order, Refusal, Verb
from warmzone.vocabulary.reports import CannotReason, ReportKind

MANY = 40
OFFICERS = 1


def crowded(threat: str = "silent", area: str = "room-a") -> Run:
    """A person commands, everybody is on scene, and forty uninjured people are in one room."""
    civilians = [Civilians(area, Span(MANY, MANY))]
    prepared = prepare(tiny.scenario(threat, civilians=civilians), tiny.site())
    run = Run(prepared, 1, automatic("nobody"), tactical_is_person=True)
    run.state.people["whereabouts"] = Whereabouts.FLED
    tiny.relink(run)
    run.advance(420_000)
    assert tiny.tell(run, Verb.TAKE_COMMAND, value=1) == Refusal.ACCEPTED
    return run


def alarm(run: Run, area: int) -> None:
    """That area comes into reach."""
    run.state.ground["exposure"][area] = 1.0
    with np.errstate(over="ignore"):
        alarm_uninjured(run.state, run.prepared.world, area, run.now_ms)
    run.state.ground["exposure"][area] = 0.0


def said(run: Run, kind: ReportKind) -> np.ndarray:
    """The reports of a kind so far."""
    rows = run.state.reports[: int(run.state.clock[0]["reports"])]
    return rows[rows["kind"] == kind]


def test_how_many_there_are_is_drawn_from_the_scenario() -> None:
    """Each area has a number within its span, another in other luck; other areas have none."""
    civilians = [Civilians("room-a", Span(5, 60))]
    prepared = prepare(tiny.scenario("none", civilians=civilians), tiny.site())
    found = set()
    for seed in range(8):
        run = Run(prepared, seed, automatic("nobody"))
        found.add(int(run.state.ground["uninjured"][ROOM_A]))
        assert not run.state.ground["uninjured"][ROOM_A + 1 :].any()
    assert all(5 <= number <= 60 for number in found)
    assert len(found) > 4


def test_an_alarm_lets_some_run_and_the_others_hide() -> None:
    """About half run as one batch, and are outside later; the rest stay, once and for all."""
    run = crowded()
    alarm(run, ROOM_A)
    left = int(run.state.ground["uninjured"][ROOM_A])
    assert 15 <= left <= 25
    alarm(run, ROOM_A)
    assert int(run.state.ground["uninjured"][ROOM_A]) == left
    assert int(run.state.ground["uninjured"][YARD]) == 0
    run.advance(run.now_ms + 180_000)
    assert int(run.state.ground["uninjured"][YARD]) == MANY - left
    assert int(run.state.record[0]["uninjured_out"]) == MANY - left


@pytest.mark.parametrize("worse", [True, False])
def test_who_has_no_way_out_hides(worse: bool) -> None:
    """Where the way out is in worse reach, or locked, nobody runs."""
    run = crowded(area="room-a" if worse else "room-b")
    area = ROOM_A if worse else ROOM_B
    run.state.ground["exposure"][CORRIDOR] = 2.0 if worse else 0.0
    alarm(run, area)
    run.state.ground["exposure"][CORRIDOR] = 0.0
    assert int(run.state.ground["uninjured"][area]) == MANY
    assert int(run.state.ground["sheltering"][area]) == 1


def test_who_has_run_out_says_how_many_and_from_where() -> None:
    """People on the street tell both seats: their number, and where danger was when they ran."""
    run = crowded()
    ran_ms = run.now_ms
    before = len(said(run, ReportKind.THREAT))
    alarm(run, ROOM_A)
    run.advance(ran_ms + 180_000)
    out = said(run, ReportKind.PEOPLE_OUT)
    assert out["flag"].tolist() == [int(run.state.ground["uninjured"][YARD])]
    threat = said(run, ReportKind.THREAT)[before:]
    assert (int(threat[0]["area"]), int(threat[0]["source"])) == (ROOM_A, Source.CALLER)
    assert int(threat[0]["observed_ms"]) == ran_ms
    assert (threat[0]["heard_ms"] > ran_ms).all()


def leg_ms(run: Run) -> int:
    """How long the officers take from the lobby into the corridor now."""
    team = run.state.teams[OFFICERS]
    team["area"], team["leg_end_ms"], team["goal_area"] = LOBBY, -1, CORRIDOR
    team["via_area"], team["start_ms"] = -1, 0
    with np.errstate(over="ignore"):
        start_leg(run.state, run.prepared.world, OFFICERS, run.now_ms)
    return int(team["leg_end_ms"] - team["leg_ms"])


def test_people_who_stream_out_slow_teams_and_the_corridor() -> None:
    """A team walks slower through them, and loads follow each other at a greater distance."""
    run = crowded()
    corridor = run.state.corridor[0]
    corridor["chain"][:2], corridor["length"], corridor["gap_ms"] = (CORRIDOR, LOBBY), 2, 10_000
    free, gaps = leg_ms(run), []
    for _ in range(2):
        corridor["free_ms"] = 0
        enter_lane(run.state, run.prepared.world, OFFICERS, run.now_ms)
        gaps.append(int(corridor["free_ms"]) - run.now_ms)
        alarm(run, ROOM_A)
    p = run.prepared.world.parameters[0]
    assert leg_ms(run) == pytest.approx(free / p["crowd_factor"], abs=2)
    assert gaps == [10_000, int(10_000 / p["crowd_lane_share"])]
    assert int(run.state.ground["crowded_ms"][ROOM_C]) == 0


def test_officers_lead_people_out_of_reach() -> None:
    """Everybody leaves with the team, who could still be hurt with the rest; then it is free."""
    run = crowded()
    person = run.state.people[0]
    person["area"], person["whereabouts"] = ROOM_A, Whereabouts.UNHURT
    run.state.ground["first_unhurt"][ROOM_A], person["next_unhurt"] = 0, -1
    assert uninjured_here(run.state, ROOM_A) == MANY + 1
    assert tiny.tell(run, Verb.MOVE_UNINJURED, OFFICERS, ROOM_A, value=1) == Refusal.ACCEPTED
    run.advance(run.now_ms + 20_000)
    assert int(run.state.teams[OFFICERS]["task"]) == Task.LEAD_OUT
    run.advance(run.now_ms + 280_000)
    assert uninjured_here(run.state, ROOM_A) == 0
    assert int(person["whereabouts"]) == Whereabouts.FLED
    assert int(run.state.ground["uninjured"][YARD]) == MANY + 1
    assert int(run.state.record[0]["led_out"]) == MANY + 1
    assert int(run.state.teams[OFFICERS]["area"]) == YARD
    assert int(run.state.teams[OFFICERS]["task"]) == Task.UNASSIGNED
    run.advance(run.now_ms + 60_000)
    assert int(run.state.area_beliefs["uninjured"][Seat.TACTICAL, ROOM_A]) == 0
    assert int(run.state.seats[Seat.TACTICAL]["people_out"]) == MANY + 1


def test_people_told_to_stay_do_so_behind_closed_doors() -> None:
    """The doors of the room are closed, and an alarm later moves nobody."""
    run = crowded()
    door = next(k for k, o in enumerate(run.prepared.site.openings) if o.b == ROOM_A)
    assert int(run.state.openings[door]) == OpeningState.OPEN
    assert tiny.tell(run, Verb.MOVE_UNINJURED, OFFICERS, ROOM_A, value=0) == Refusal.ACCEPTED
    run.advance(run.now_ms + 240_000)
    assert int(run.state.openings[door]) == OpeningState.CLOSED
    alarm(run, ROOM_A)
    assert int(run.state.ground["uninjured"][ROOM_A]) == MANY


def test_where_nobody_is_there_is_nobody_to_lead() -> None:
    """A team that finds nobody says so; ground outside, or told to be empty, is refused."""
    run = crowded()
    assert tiny.tell(run, Verb.MOVE_UNINJURED, OFFICERS, ROOM_C, value=1) == Refusal.ACCEPTED
    run.advance(run.now_ms + 240_000)
    belief = run.state.team_beliefs[Seat.TACTICAL, OFFICERS]
    assert int(belief["cannot"]) == CannotReason.NOT_FOUND
    outside = Order(Seat.TACTICAL, Verb.MOVE_UNINJURED, OFFICERS, YARD, value=1)
    assert run.check(outside) == Refusal.NOTHING_THERE
    run.state.area_beliefs["uninjured"][Seat.TACTICAL, ROOM_C] = 0
    told = Order(Seat.TACTICAL, Verb.MOVE_UNINJURED, OFFICERS, ROOM_C, value=1)
    assert run.check(told) == Refusal.NOTHING_THERE


def test_a_team_tells_how_many_it_sees() -> None:
    """Whoever has searched a room says how many people in it are not hurt, and the seat knows."""
    run = crowded()
    assert tiny.tell(run, Verb.CLEAR, OFFICERS, ROOM_A) == Refusal.ACCEPTED
    run.advance(run.now_ms + 300_000)
    told = said(run, ReportKind.AREA_CLEAR)
    assert told[told["area"] == ROOM_A]["uninjured"].tolist() == [MANY]
    assert int(run.state.area_beliefs["uninjured"][Seat.TACTICAL, ROOM_A]) == MANY
