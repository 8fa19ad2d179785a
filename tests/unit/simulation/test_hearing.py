"""What the Tactical seat counts as heard is what was delivered to it, relay and all."""

import pytest

from warmzone.doctrine.commanders import automatic
from warmzone.scenario.library import open_scenario
from warmzone.simulation.hearing import delivered_ms
from warmzone.simulation.lower import prepare
from warmzone.simulation.observe import seat_clocks, seat_view
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat

STEP_MS = 1000


def school(commander: str) -> Run:
    """The shipped active threat, at its start."""
    return Run(prepare(*open_scenario("school-active-threat")), 5, automatic(commander))


@pytest.mark.parametrize("commander", ["command-post", "interior"])
def test_a_report_counts_as_heard_exactly_when_it_was_delivered(commander: str) -> None:
    """As many reports count as heard as were delivered, at every second; a post's come late."""
    run = school(commander)
    held_back = 0
    for until_ms in range(STEP_MS, run.prepared.end_ms + 1, STEP_MS):
        run.advance(until_ms)
        heard = delivered_ms(run.state)
        delivered = int(run.state.seats[Seat.TACTICAL]["delivered"])
        assert sum(at_ms >= 0 for at_ms in heard) == delivered, until_ms
        assert max(heard) <= until_ms
        on_channel = run.state.reports["spoken_ms"][: len(heard)].tolist()
        held_back += sum(now < 0 <= then for now, then in zip(heard, on_channel, strict=True))
    assert held_back > 0


@pytest.mark.parametrize("commander", ["command-post", "interior"])
def test_a_clock_is_known_when_its_report_arrives_and_stands_from_then_on(commander: str) -> None:
    """No clock is shown before its news reached the seat, and none is moved afterwards."""
    run = school(commander)
    known = dict.fromkeys(seat_clocks(run), -1)
    for until_ms in range(STEP_MS, run.prepared.end_ms + 1, STEP_MS):
        run.advance(until_ms)
        for name, at_ms in seat_clocks(run).items():
            if at_ms != known[name]:
                assert until_ms - STEP_MS < at_ms <= until_ms, name
                assert known[name] < 0 or name == "last_red_out"
                known[name] = at_ms
    assert sum(at_ms >= 0 for at_ms in known.values()) >= 3


def test_messages_are_those_that_count_as_heard() -> None:
    """The radio log and the clocks go by the same rule."""
    run = school("command-post")
    run.advance(15 * 60_000)
    heard = {row: at_ms for row, at_ms in enumerate(delivered_ms(run.state)) if at_ms >= 0}
    shown = seat_view(run, Seat.TACTICAL).reports
    assert {one.row: one.heard_ms for one in shown} == heard
    assert heard
