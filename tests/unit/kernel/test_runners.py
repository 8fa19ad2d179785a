"""Runners: one of a team goes on foot where the radio fails, tells another team, and comes back."""

import pytest

from tests import tiny
from tests.tiny import CORRIDOR, LANDING, LOBBY, ROOM_A, VAULT
from warmzone.doctrine.commanders import automatic
from warmzone.kernel.runners import on_foot_ms
from warmzone.simulation.lower import prepare
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat, Task, Whereabouts
from warmzone.vocabulary.orders import Refusal, Verb
from warmzone.vocabulary.reports import CannotReason, ReportKind

SENDER, OTHER, MEDICS = 0, 1, 5


@pytest.fixture
def run() -> Run:
    """A person commands beside a team of three in the lobby; the radio brings nothing any more."""
    prepared = prepare(tiny.scenario("none"), tiny.site())
    prepared.world.parameters[0]["radio_switch_loss_p"] = 1.0
    prepared.world.parameters[0]["radio_clip_share"] = 0.0
    run = Run(prepared, 1, automatic("nobody"), tactical_is_person=True)
    run.advance(420_000)
    assert tiny.tell(run, Verb.TAKE_COMMAND, value=1) == Refusal.ACCEPTED
    run.advance(480_000)
    state = run.state
    state.people["whereabouts"] = Whereabouts.FLED
    tiny.relink(run)
    state.seats[Seat.TACTICAL]["place_area"] = LOBBY
    for t, area in ((SENDER, LOBBY), (OTHER, LANDING), (MEDICS, LANDING)):
        state.teams[t]["area"] = area
        state.teams[t]["leg_end_ms"] = -1
        state.teams[t]["able"] = 3
        state.team_beliefs["area"][Seat.TACTICAL, t] = area
        state.team_beliefs["able"][Seat.TACTICAL, t] = 3
        state.team_beliefs["known"][Seat.TACTICAL, t] = 1
    state.command[0]["switching_until_ms"] = 1 << 60
    return run


def last(run: Run) -> int:
    """The row of the order given last."""
    return int(run.state.clock[0]["orders"]) - 1


def test_a_runner_brings_what_the_radio_lost_and_the_answer_back(run: Run) -> None:
    """The other team obeys when the runner is there; the seat knows when the runner is back."""
    assert tiny.tell(run, Verb.HOLD, OTHER, LANDING) == Refusal.ACCEPTED
    order = run.state.orders[last(run)]
    run.advance(run.now_ms + 60_000)
    assert int(order["heard_ms"]) < 0
    run.state.teams[OTHER]["area"] = LANDING
    walk = on_foot_ms(run.prepared.world, LOBBY, LANDING)
    sent_ms = run.now_ms
    assert tiny.tell(run, Verb.SEND_RUNNER, SENDER, other_team=OTHER) == Refusal.ACCEPTED
    assert int(run.state.teams[SENDER]["able"]) == 2
    assert int(run.state.teams[SENDER]["away"]) == 1
    run.advance(sent_ms + walk)
    assert int(order["heard_ms"]) == sent_ms + walk
    assert int(order["acked_ms"]) < 0
    assert int(run.state.teams[OTHER]["task"]) == Task.HOLD
    run.advance(sent_ms + 2 * walk)
    assert int(order["acked_ms"]) == sent_ms + 2 * walk
    assert int(run.state.teams[SENDER]["able"]) == 3
    assert int(run.state.teams[SENDER]["away"]) == 0
    reports = run.state.reports[: int(run.state.clock[0]["reports"])]
    told = reports[(reports["team"] == OTHER) & (reports["kind"] == ReportKind.AREA_SEEN)][-1]
    assert int(told["observed_ms"]) == sent_ms + walk
    assert int(told["heard_ms"][Seat.TACTICAL]) == sent_ms + 2 * walk


def test_a_runner_takes_the_medics_what_was_declared(run: Run) -> None:
    """Medics who heard no declaration by radio hear it from the runner."""
    assert tiny.tell(run, Verb.DECLARE_ZONE, area=LOBBY, value=2) == Refusal.ACCEPTED
    run.advance(run.now_ms + 60_000)
    run.state.teams[MEDICS]["area"] = CORRIDOR
    run.state.teams[SENDER]["able"] = 3
    run.state.zones[LOBBY]["medics_zone"] = 0
    run.state.orders[last(run)]["heard_ms"] = -1
    assert tiny.tell(run, Verb.SEND_RUNNER, SENDER, other_team=MEDICS) == Refusal.ACCEPTED
    run.advance(run.now_ms + 120_000)
    assert int(run.state.zones[LOBBY]["medics_zone"]) == 2


def test_a_runner_goes_after_a_team_that_has_gone_on(run: Run) -> None:
    """Where the team is not any more, the runner walks on, and comes back having found it."""
    assert tiny.tell(run, Verb.SEND_RUNNER, SENDER, other_team=OTHER) == Refusal.ACCEPTED
    row = last(run)
    run.state.teams[OTHER]["area"] = ROOM_A
    run.advance(run.now_ms + 300_000)
    assert int(run.state.orders[row]["tries"]) == 1
    assert int(run.state.teams[SENDER]["away"]) == 0


def test_a_runner_brings_word_to_the_seat_beside_a_team(run: Run) -> None:
    """The medical seat hears what the sending team sees from medics at staging, not elsewhere."""
    for at_staging in (True, False):
        state = run.state
        home = int(state.teams[MEDICS]["home_area"])
        state.teams[MEDICS]["area"] = home if at_staging else LANDING
        state.team_beliefs["area"][Seat.TACTICAL, MEDICS] = state.teams[MEDICS]["area"]
        state.teams[SENDER]["able"] = 3
        assert tiny.tell(run, Verb.SEND_RUNNER, SENDER, other_team=MEDICS) == Refusal.ACCEPTED
        word = state.reports[int(state.orders[last(run)]["word"])]
        assert (int(word["team"]), int(word["area"])) == (SENDER, LOBBY)
        run.advance(run.now_ms + 120_000)
        assert (int(word["heard_ms"][Seat.MEDICAL]) >= 0) == at_staging
        assert int(word["heard_ms"][Seat.TACTICAL]) < 0


def test_nobody_is_sent_where_nobody_would_stay(run: Run) -> None:
    """A lone officer says that they are too few, and stays."""
    belief = run.state.team_beliefs[Seat.TACTICAL, SENDER]
    belief["busy"] = 1
    run.state.teams[SENDER]["able"] = 1
    assert tiny.tell(run, Verb.SEND_RUNNER, SENDER, other_team=OTHER) == Refusal.ACCEPTED
    assert int(belief["cannot"]) == CannotReason.TOO_FEW
    assert int(belief["busy"]) == 1  # it goes on with what it was at
    assert int(run.state.teams[SENDER]["able"]) == 1


def test_a_runner_needs_a_way(run: Run) -> None:
    """Where no way on foot leads to the other team, nobody is sent."""
    run.state.team_beliefs["area"][Seat.TACTICAL, OTHER] = VAULT
    told = tiny.tell(run, Verb.SEND_RUNNER, SENDER, other_team=OTHER)
    assert told == Refusal.NOT_REACHABLE
