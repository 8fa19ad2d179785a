"""Face to face: who stands beside a seat, inside, at a post or at staging, and what that saves."""

import numpy as np
import pytest

from tests import tiny
from warmzone.doctrine.commanders import automatic
from warmzone.kernel.codes import Lane
from warmzone.kernel.face_to_face import beside, near
from warmzone.kernel.radio import send_report
from warmzone.kernel.reports import open_report
from warmzone.simulation.lower import prepare
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import CommandPlace, OpeningState, Seat
from warmzone.vocabulary.orders import Refusal, Verb
from warmzone.vocabulary.reports import ReportKind

OFFICERS, CREW = 1, 5
RELAY_MS, CALL_MS = 45_000, 20_000


def led(radio: str = "by-agency", place: int = CommandPlace.INSIDE) -> Run:
    """A commanded incident without a threat, on a channel that loses nothing; nobody else acts."""
    changed = tiny.scenario("none", radio=radio)
    prepared = prepare(changed, tiny.site())
    for name in ("patch_loss_p", "radio_loss_p", "radio_loss_per_waiting_p"):
        prepared.world.parameters[0][name] = 0.0
    run = Run(prepared, 1, automatic("nobody"), tactical_is_person=True)
    run.advance(420_000)
    assert tiny.tell(run, Verb.TAKE_COMMAND, value=place) == Refusal.ACCEPTED
    run.state.seats[Seat.MEDICAL]["automatic"] = 0
    run.advance(540_000)
    return run


def say(run: Run, team: int, area: int) -> np.void:
    """A team says from somewhere that it holds there; the report."""
    run.state.teams[team]["area"] = area
    row = open_report(run.state, ReportKind.AT_PLACE, team, run.now_ms)
    send_report(run.state, run.prepared.world, row, run.now_ms)
    return run.state.reports[row]  # type: ignore[no-any-return]


def stand(run: Run, seat: int, area: int) -> None:
    """Put a seat somewhere."""
    run.state.seats[seat]["place_area"] = area


@pytest.mark.parametrize(
    ("area", "at_once"),
    [(tiny.CORRIDOR, True), (tiny.ROOM_A, True), (tiny.ROOM_C, False), (tiny.LANDING, False)],
)
def test_face_to_face_takes_no_airtime(area: int, at_once: bool) -> None:
    """A team beside command, or next door through an open door, hears at once; others wait."""
    run = led("shared")
    stand(run, Seat.TACTICAL, tiny.CORRIDOR)
    run.state.teams[OFFICERS]["area"] = area
    said = int(run.state.record[0]["messages"])
    assert beside(run.state, run.prepared.world, OFFICERS, Seat.TACTICAL) == at_once
    assert tiny.tell(run, Verb.ASK_REPORT, OFFICERS) == Refusal.ACCEPTED
    heard = int(run.state.orders[int(run.state.clock[0]["orders"]) - 1]["heard_ms"])
    assert (heard == run.now_ms) == at_once
    assert (int(run.state.record[0]["messages"]) == said) == at_once


def test_through_a_door_only_while_it_is_open() -> None:
    """Next door counts while the opening between stands open; nobody without a place is beside."""
    run = led()
    state, world = run.state, run.prepared.world
    assert near(state, world, tiny.ROOM_A, tiny.CORRIDOR)
    assert near(state, world, tiny.CORRIDOR, tiny.ROOM_A)
    state.openings[:] = OpeningState.CLOSED
    assert not near(state, world, tiny.ROOM_A, tiny.CORRIDOR)
    assert near(state, world, tiny.ROOM_A, tiny.ROOM_A)
    assert not beside(state, world, -1, Seat.TACTICAL)
    stand(run, Seat.TACTICAL, -1)
    assert not beside(state, world, OFFICERS, Seat.TACTICAL)


def test_a_post_hears_who_stands_beside_it_without_its_relay() -> None:
    """And its order to them is heard at once; from inside both take the relay."""
    run = led("shared", CommandPlace.POST)
    stand(run, Seat.TACTICAL, tiny.YARD)
    stand(run, Seat.MEDICAL, tiny.YARD)
    told = say(run, OFFICERS, tiny.YARD)
    assert set(told["heard_ms"].tolist()) == {run.now_ms}
    assert tiny.tell(run, Verb.ASK_REPORT, OFFICERS) == Refusal.ACCEPTED
    order = run.state.orders[int(run.state.clock[0]["orders"]) - 1]
    assert (int(order["heard_ms"]), int(order["acked_ms"])) == (run.now_ms, run.now_ms)
    far = say(run, OFFICERS, tiny.ROOM_C)
    run.advance(run.now_ms + RELAY_MS + 30_000)
    assert int(far["heard_ms"][Seat.TACTICAL]) == int(far["spoken_ms"]) + RELAY_MS


def test_a_post_is_outside_though_its_officer_came_from_inside() -> None:
    """Whoever leaves their team to command from a post walks out to where the team came in."""
    run = tiny.by_person("none")
    run.advance(420_000)
    known = np.flatnonzero(run.state.team_beliefs["known"][Seat.TACTICAL])
    run.state.teams["area"][known] = tiny.CORRIDOR
    assert tiny.tell(run, Verb.TAKE_COMMAND, value=CommandPlace.POST) == Refusal.ACCEPTED
    assert int(run.state.seats[Seat.TACTICAL]["place_area"]) == tiny.YARD


def test_a_crew_at_staging_tells_its_own_seat_at_once_and_dispatch_tells_tactical() -> None:
    """Nothing of that goes on the air; the medical seat is where the first crew came in."""
    run = led()
    assert int(run.state.seats[Seat.MEDICAL]["place_area"]) == tiny.ROAD
    stand(run, Seat.TACTICAL, tiny.ROOM_C)
    said = int(run.state.record[0]["messages"])
    told = say(run, CREW, tiny.ROAD)
    assert int(told["heard_ms"][Seat.MEDICAL]) == run.now_ms
    assert int(run.state.record[0]["messages"]) == said
    sent_ms = run.now_ms
    run.advance(sent_ms + CALL_MS)
    assert 0 < int(told["heard_ms"][Seat.TACTICAL]) - sent_ms <= CALL_MS


def test_who_listens_on_the_channel_and_is_not_there_hears_it_on_the_air() -> None:
    """On one channel for all a crew beside its seat says it on the air too, for Tactical."""
    run = led("shared")
    stand(run, Seat.TACTICAL, tiny.ROOM_C)
    told = say(run, CREW, tiny.ROAD)
    sent_ms = run.now_ms
    assert told["heard_ms"].tolist() == [-1, sent_ms]
    run.advance(sent_ms + 60_000)
    assert int(told["spoken_ms"]) == int(told["heard_ms"][Seat.TACTICAL]) > sent_ms
    assert int(told["heard_ms"][Seat.MEDICAL]) == sent_ms


@pytest.mark.parametrize(("radio", "delay_ms"), [("by-agency", RELAY_MS), ("shared", 0)])
def test_at_a_post_both_seats_side_by_side_hear_the_same(radio: str, delay_ms: int) -> None:
    """Through the relay, unless medics have the channel of the police on their own radios."""
    run = led(radio, CommandPlace.POST)
    run.state.command[0]["together_ms"] = run.now_ms
    stand(run, Seat.TACTICAL, tiny.ROAD)
    stand(run, Seat.MEDICAL, tiny.ROAD)
    told = say(run, OFFICERS, tiny.ROOM_C)
    run.advance(run.now_ms + RELAY_MS + 30_000)
    assert int(told["channel"]) == Lane.POLICE
    assert set((told["heard_ms"] - told["spoken_ms"]).tolist()) == {delay_ms}


def test_medics_who_came_to_tactical_speak_with_crews_there() -> None:
    """Once Triage and Transport stand with Tactical, a crew there tells both at once."""
    run = led()
    stand(run, Seat.TACTICAL, tiny.YARD)
    assert tiny.tell(run, Verb.CO_LOCATE) == Refusal.ACCEPTED
    run.advance(run.now_ms + 180_000)
    seats = run.state.seats
    assert int(run.state.command[0]["together_ms"]) > 0
    assert int(seats[Seat.MEDICAL]["place_area"]) == int(seats[Seat.TACTICAL]["place_area"])
    told = say(run, CREW, tiny.YARD)
    assert set(told["heard_ms"].tolist()) == {run.now_ms}
