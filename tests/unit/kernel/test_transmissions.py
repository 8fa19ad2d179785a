"""Transmissions: what a speaker has to say together, its airtime, and what becomes of it."""

import pytest

from tests.unit.kernel.test_radio import by_agency, channel_ms
from warmzone.kernel.codes import Item, Lane, Precedence
from warmzone.kernel.events import NEVER
from warmzone.kernel.lanes import say, waiting
from warmzone.kernel.reports import open_report
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import CommandPlace, Seat
from warmzone.vocabulary.orders import Order, Refusal, Verb
from warmzone.vocabulary.reports import ReportKind

FIRST_MS, FURTHER_MS, ORDER_MS = 4_000, 2_000, 5_000
CLEAR = {"radio_loss_p": 0.0, "radio_loss_per_waiting_p": 0.0, "radio_loss_most_p": 0.0}


def report(run: Run, team: int, first: Precedence = Precedence.ROUTINE) -> int:
    """Team `team` has something to say now on the police channel."""
    row = open_report(run.state, ReportKind.AT_PLACE, team, run.now_ms)
    item = (Item.REPORT, row, 0, first)
    say(run.state, run.prepared.world, Lane.POLICE, item, run.now_ms)
    return row


def quiet(**p: float) -> Run:
    """A minute in which nobody else says anything."""
    run = by_agency("", "none", **CLEAR | p)
    run.advance(1_000)
    assert channel_ms(run) == NEVER
    return run


def test_what_a_team_reports_meanwhile_goes_with_what_it_says() -> None:
    """One transmission, longer by a part for each further report, heard as a whole."""
    run = quiet()
    rows = [report(run, 0) for _ in range(3)]
    other = report(run, 1)
    assert waiting(run.state, Lane.POLICE) == 2
    assert channel_ms(run) == run.now_ms + FIRST_MS + 2 * FURTHER_MS
    run.advance(run.now_ms + FIRST_MS + 2 * FURTHER_MS)
    spoken = [int(run.state.reports[row]["spoken_ms"]) for row in rows]
    assert spoken == [run.now_ms] * 3
    assert int(run.state.reports[other]["spoken_ms"]) < 0
    assert int(run.state.teams[0]["spoken"]) == 1


def test_a_team_that_waits_for_the_air_adds_to_what_it_will_say() -> None:
    """What comes up while others speak is said with the rest, when its turn comes."""
    run = quiet()
    report(run, 1)
    first = report(run, 0)
    run.advance(run.now_ms + 2_000)
    later = report(run, 0)
    run.advance(run.now_ms - 2_000 + 2 * FIRST_MS + FURTHER_MS)
    assert int(run.state.reports[first]["spoken_ms"]) == run.now_ms
    assert int(run.state.reports[later]["spoken_ms"]) == run.now_ms


def test_no_more_than_so_many_things_are_said_at_once() -> None:
    """The next thing is a transmission of its own, and what follows goes with that."""
    run = quiet(said_at_once_most=2)
    for _ in range(4):
        report(run, 0)
    assert waiting(run.state, Lane.POLICE) == 2
    assert channel_ms(run) == run.now_ms + FIRST_MS + FURTHER_MS


def test_priority_traffic_goes_alone_and_first() -> None:
    """A team's call for help waits for no report of its own."""
    run = quiet()
    report(run, 1)
    routine = report(run, 0)
    urgent = report(run, 0, Precedence.PRIORITY)
    run.advance(run.now_ms + 2 * FIRST_MS)
    assert int(run.state.reports[urgent]["spoken_ms"]) == run.now_ms
    assert int(run.state.reports[routine]["spoken_ms"]) < 0


@pytest.mark.parametrize("loss", [0.0, 1.0])
def test_orders_given_together_are_said_together_and_answered_each(loss: float) -> None:
    """Each keeps its airtime; all are heard at the end, or none is."""
    run = by_agency("", "none", **CLEAR)
    run.advance(420_000)
    state = run.state
    for name, value in (("known", 1), ("able", 2)):
        state.team_beliefs[name][Seat.TACTICAL, :3] = value
    state.seats[Seat.TACTICAL]["place"] = CommandPlace.INSIDE
    state.seats[Seat.TACTICAL]["place_area"] = -1
    parameters = run.prepared.world.parameters[0]
    parameters["radio_loss_p"] = parameters["radio_loss_most_p"] = loss
    parameters["radio_clip_share"] = 0.0
    while channel_ms(run) != NEVER:
        run.advance(channel_ms(run))
    rows = []
    for team in range(3):
        order = Order(Seat.TACTICAL, Verb.ASK_REPORT, team)
        assert run.give(order) == Refusal.ACCEPTED
        rows.append(int(state.clock[0]["orders"]) - 1)
    assert channel_ms(run) == run.now_ms + 3 * ORDER_MS
    run.advance(run.now_ms + 3 * ORDER_MS)
    orders = state.orders[rows]
    assert set(orders["spoken_ms"].tolist()) == {run.now_ms}
    heard = {-1} if loss else {run.now_ms}
    assert set(orders["heard_ms"].tolist()) == set(orders["acked_ms"].tolist()) == heard
    assert set(orders["tries"].tolist()) == {int(loss)}
    assert set(orders["then"].tolist()) == {-1}
