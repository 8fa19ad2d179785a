"""A CCP indoors: medics do not trust one that nobody holds, and its security goes where it goes."""

import numpy as np
import pytest

from tests import tiny
from tests.tiny import CORRIDOR, LOBBY, ROOM_A
from tests.unit.simulation.test_unasked import stand
from warmzone.kernel.hazard import activate, refresh
from warmzone.kernel.zones import is_called_safe, lacks_security, medics_accept, why_not
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import HazardState, Movement, Phase, Seat, Task, Whereabouts, Zone
from warmzone.vocabulary.orders import Order, Refusal, Verb
from warmzone.vocabulary.reports import CannotReason, ReportKind

OFFICERS, MEDICS = 1, 5


@pytest.fixture
def run() -> Run:
    """A person commands; the lobby is the CCP, called warm and not held; a crew stands by."""
    run = tiny.in_command("silent", at_ms=480_000)
    state = run.state
    state.people["whereabouts"] = Whereabouts.FLED
    tiny.relink(run)
    for seat in state.seats:
        seat["ccp"] = LOBBY
    state.zones[LOBBY]["zone"] = state.zones[LOBBY]["medics_zone"] = Zone.WARM
    state.zones[LOBBY]["heard_ms"] = run.now_ms
    belief = state.team_beliefs[Seat.TACTICAL, MEDICS]
    belief["known"], belief["able"], belief["area"] = 1, 3, state.teams[MEDICS]["area"]
    for t in range(5):
        stand(run, t, tiny.YARD, Task.RESERVE)
    return run


def said(run: Run, reason: CannotReason) -> int:
    """How often a crew has said that it cannot, for that reason."""
    rows = run.state.reports[: int(run.state.clock[0]["reports"])]
    cannot = (rows["kind"] == ReportKind.CANNOT) & (rows["team"] == MEDICS)
    return int((cannot & (rows["status"] == reason)).sum())


def test_without_a_ccp_there_is_none_to_secure() -> None:
    """The order is refused until command has named one."""
    run = tiny.in_command("none")
    assert run.check(Order(Seat.TACTICAL, Verb.SECURE_CCP, OFFICERS)) == Refusal.NO_CCP


def test_a_crew_waits_for_the_ccp_to_be_secured_and_then_goes_in(run: Run) -> None:
    """It takes the word to go, says what is missing, and sets out once officers hold the place."""
    state, world = run.state, run.prepared.world
    assert is_called_safe(state, world, LOBBY, run.now_ms)
    assert lacks_security(state, world, LOBBY)
    assert not medics_accept(state, world, LOBBY, run.now_ms)
    assert why_not(state, world, LOBBY, run.now_ms) == CannotReason.NOT_SECURED
    order = (Verb.CLEAR_RTF_IN, MEDICS, LOBBY)
    assert tiny.tell(run, *order, value=Movement.CORRIDOR) == Refusal.ACCEPTED
    state.teams[MEDICS]["partner"] = -1
    run.advance(run.now_ms + 120_000)
    assert int(state.teams[MEDICS]["area"]) != LOBBY
    assert tiny.tell(run, Verb.SECURE_CCP, OFFICERS) == Refusal.ACCEPTED
    run.advance(run.now_ms + 180_000)
    team = state.teams[OFFICERS]
    assert (int(team["task"]), int(team["area"])) == (Task.CCP_SECURITY, LOBBY)
    assert int(team["phase"]) == Phase.HOLDING
    assert int(state.ground[LOBBY]["held_officers"]) == int(team["able"])
    assert medics_accept(state, world, LOBBY, run.now_ms)


def test_other_warm_ground_needs_nobody(run: Run) -> None:
    """Only the CCP is asked to be held; a CCP outside is not."""
    state, world = run.state, run.prepared.world
    for seat in state.seats:
        seat["ccp"] = ROOM_A
    assert medics_accept(state, world, LOBBY, run.now_ms)
    for seat in state.seats:
        seat["ccp"] = tiny.YARD
    assert not lacks_security(state, world, tiny.YARD)


def test_security_follows_the_ccp(run: Run) -> None:
    """When another place is named, those who secure the CCP leave the old one and go there."""
    assert tiny.tell(run, Verb.SECURE_CCP, OFFICERS) == Refusal.ACCEPTED
    run.advance(run.now_ms + 120_000)
    assert int(run.state.ground[LOBBY]["held_officers"]) > 0
    assert tiny.tell(run, Verb.SET_CCP, area=CORRIDOR) == Refusal.ACCEPTED
    run.advance(run.now_ms + 180_000)
    assert int(run.state.teams[OFFICERS]["area"]) == CORRIDOR
    held = run.state.ground["held_officers"]
    assert (int(held[LOBBY]), int(held[CORRIDOR]) > 0) == (0, True)


def test_a_ccp_that_is_held_is_not_seen_into(run: Run) -> None:
    """A threat next door reaches a CCP that nobody holds, through the open way, and no other."""
    state, world = run.state, run.prepared.world
    hazard = state.hazard[0]
    hazard["area"] = CORRIDOR
    with np.errstate(over="ignore"):
        activate(state, world, 0, run.now_ms)
        assert hazard["state"] == HazardState.ACTIVE
        assert float(state.ground[LOBBY]["exposure"]) > 0.0
        state.ground[LOBBY]["held_officers"] = 2
        refresh(state, world, run.now_ms)
    assert float(state.ground[LOBBY]["exposure"]) == 0.0
