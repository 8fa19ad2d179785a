"""What an unpractised commander misses, in times and in orders."""

import numpy as np
import pytest

from tests import tiny
from warmzone.kernel.lapses import begin_lapse, slips
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import CommandPlace, Seat


def silent(**numbers: float) -> Run:
    """A fresh incident with other numbers."""
    run = tiny.fresh("silent", 1, "interior")
    run.prepared.world.parameters.setflags(write=True)
    for name, value in numbers.items():
        run.prepared.world.parameters[0][name] = value
    return run


@pytest.fixture(autouse=True)
def _as_it_was() -> object:
    """The prepared world is shared by the tests: put its numbers back."""
    parameters = tiny.prepared("silent").world.parameters
    before = parameters.copy()
    yield
    parameters[:] = before


def lapses(run: Run, seat: Seat, count: int) -> np.ndarray:
    """Seconds of `count` lapses after one decision each."""
    found = []
    for _ in range(count):
        run.state.seats[seat]["decisions"] += 1
        run.state.seats[seat]["lapse_ms"] = 0
        with np.errstate(over="ignore"):
            begin_lapse(run.state, run.prepared.world, seat, 10_000)
        found.append(max(0, int(run.state.seats[seat]["lapse_ms"]) - 10_000) / 1000.0)
    return np.array(found)


def test_a_lapse_lasts_as_long_as_it_says() -> None:
    """The mean is the parameter's of the moment: before command one, in command another."""
    run = silent(command_lapse_mean_s=600.0, decision_lapse_mean_s=60.0)
    run.state.seats[Seat.TACTICAL]["place"] = CommandPlace.NOBODY
    assert lapses(run, Seat.TACTICAL, 3000).mean() == pytest.approx(600.0, rel=0.06)
    run.state.seats[Seat.TACTICAL]["place"] = CommandPlace.INSIDE
    assert lapses(run, Seat.TACTICAL, 3000).mean() == pytest.approx(60.0, rel=0.06)


def test_the_medical_seat_has_none() -> None:
    """Lapses and slips are the interior commander's alone."""
    run = silent(decision_lapse_mean_s=60.0, command_lapse_mean_s=60.0, order_slip_p=1.0)
    assert not lapses(run, Seat.MEDICAL, 20).any()
    assert not slips(run.state, run.prepared.world, Seat.MEDICAL)


def test_a_share_of_the_wishes_slips() -> None:
    """As many as the parameter says, and every wish is counted."""
    run = silent(order_slip_p=0.3)
    with np.errstate(over="ignore"):
        gone = [slips(run.state, run.prepared.world, Seat.TACTICAL) for _ in range(3000)]
    assert np.mean(gone) == pytest.approx(0.3, abs=0.03)
    assert run.state.seats[Seat.TACTICAL]["wishes"] == 3000


def test_who_never_thinks_of_command_takes_none() -> None:
    """With lapses longer than the incident nobody commands; with none somebody does."""
    practised = silent()
    practised.advance(practised.prepared.end_ms)
    assert practised.state.record[0]["interior_command_ms"] >= 0
    unpractised = silent(command_lapse_mean_s=1e6)
    unpractised.advance(unpractised.prepared.end_ms)
    assert unpractised.state.record[0]["interior_command_ms"] < 0
