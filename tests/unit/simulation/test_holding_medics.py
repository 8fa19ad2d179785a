"""Crews that are told to wait for a time, and what happens when it is over."""

import numpy as np
import pytest

from tests import tiny
from tests.tiny import ROOM_A, ROOM_B, YARD
from warmzone.kernel.orders import append_order, expect
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Phase, Reply, Seat, Whereabouts, Zone
from warmzone.vocabulary.orders import Refusal, Verb
from warmzone.vocabulary.reports import ReportKind

MEDICS = 5


@pytest.fixture
def run() -> Run:
    """A person commands, nobody is hurt any more, a crew stands at staging and asks for nothing."""
    run = tiny.in_command("silent", at_ms=480_000)
    run.state.people["whereabouts"] = Whereabouts.FLED
    tiny.relink(run)
    run.state.seats["places"] = 0
    assert int(run.state.teams[MEDICS]["phase"]) == Phase.HOLDING
    run.state.team_beliefs["known"][Seat.TACTICAL, MEDICS] = 1
    return run


def requests(run: Run) -> int:
    """How often the crew has asked to come in."""
    rows = run.state.reports[: int(run.state.clock[0]["reports"])]
    return int(((rows["kind"] == ReportKind.ENTRY_REQUEST) & (rows["team"] == MEDICS)).sum())


def heard_ms(run: Run) -> int:
    """When the order given last was heard."""
    while int(run.state.orders[int(run.state.clock[0]["orders"]) - 1]["heard_ms"]) < 0:
        run.advance(run.now_ms + 500)
    return int(run.state.orders[int(run.state.clock[0]["orders"]) - 1]["heard_ms"])


def test_a_crew_asks_again_when_its_time_is_over(run: Run) -> None:
    """Told to wait three minutes, it is silent so long, then asks, and no sooner."""
    assert tiny.tell(run, Verb.HOLD_RTF, MEDICS, value=180) == Refusal.ACCEPTED
    over_ms = heard_ms(run) + 180_000
    before = requests(run)
    run.advance(over_ms - 1)
    assert requests(run) == before
    assert int(run.state.team_beliefs[Seat.TACTICAL, MEDICS]["reply"]) == Reply.HELD
    run.advance(over_ms)
    assert requests(run) == before + 1
    run.advance(over_ms + 60_000)
    assert int(run.state.team_beliefs[Seat.TACTICAL, MEDICS]["reply"]) == Reply.WAITING


def test_until_told_means_until_told(run: Run) -> None:
    """Without a time the crew waits for a word and does not ask of itself."""
    assert tiny.tell(run, Verb.HOLD_RTF, MEDICS) == Refusal.ACCEPTED
    before = requests(run)
    run.advance(heard_ms(run) + 300_000)
    assert requests(run) == before


def test_a_crew_that_was_let_in_goes_on_when_its_time_is_over(run: Run) -> None:
    """Held on its way, it turns to where it might go before, if that ground is still good."""
    run.state.zones["medics_zone"] = Zone.COLD
    team = run.state.teams[MEDICS]
    team["cleared_area"] = YARD
    assert tiny.tell(run, Verb.HOLD_RTF, MEDICS, value=60) == Refusal.ACCEPTED
    over_ms = heard_ms(run) + 60_000
    assert int(team["cleared_area"]) == -1
    run.advance(over_ms)
    assert int(team["cleared_area"]) == YARD


def test_a_later_word_overtakes_the_time(run: Run) -> None:
    """Told something else meanwhile, the crew does not go by the old time."""
    assert tiny.tell(run, Verb.HOLD_RTF, MEDICS, value=60) == Refusal.ACCEPTED
    over_ms = heard_ms(run) + 60_000
    assert tiny.tell(run, Verb.HOLD_RTF, MEDICS) == Refusal.ACCEPTED
    assert heard_ms(run) < over_ms
    before = requests(run)
    run.advance(over_ms + 120_000)
    assert requests(run) == before


def test_only_what_a_team_stops_for_ends_whom_it_works_for() -> None:
    """Asked for a report or told what to do at wounded, a team still works for the other."""
    run = tiny.in_command("none")
    belief = run.state.team_beliefs[Seat.TACTICAL, 1]
    for verb, stays in ((Verb.ASK_REPORT, True), (Verb.STEP_PAST, True), (Verb.HOLD, False)):
        belief["works_for"] = 2
        with np.errstate(over="ignore"):
            row = append_order(run.state, (Seat.TACTICAL, verb, 1, ROOM_A, ROOM_B, 0), run.now_ms)
            expect(run.state, row, verb)
        assert (int(belief["works_for"]) == 2) == stays
