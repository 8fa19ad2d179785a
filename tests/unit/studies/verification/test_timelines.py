"""Real clocks beside simulated ones: what is used is marked, what was not reached is later."""

import numpy as np

from tests import tiny
from warmzone.evidence.rows import world_rows
from warmzone.studies.verification.printed_clocks import printed_clocks
from warmzone.studies.verification.timelines import CLOCKS, _held_out, read_clocks


def test_every_printed_clock_is_one_that_can_be_read() -> None:
    """Each row names a clock of the world, has a source and a status; most are held out."""
    clocks = printed_clocks()
    assert {each.clock for each in clocks} == set(CLOCKS)
    assert all(each.source and each.status and each.minutes > 0 for each in clocks)
    assert sum(not each.used_for for each in clocks) >= 8
    assert len({each.id for each in clocks}) == len(clocks)


def test_incidents_that_numbers_rest_on_are_not_called_held_out() -> None:
    """The wait at the door was read off timelines: none of those waits is among the held out."""
    assert "Navy Yard" in world_rows()["door_wait_mean_s"].source
    assert "police_to_entry" not in {each.clock for each in printed_clocks()}


def test_what_was_not_reached_counts_as_later() -> None:
    """A range reaches beyond play where one in twenty incidents ended before."""
    printed = printed_clocks()[0]
    some = np.array([1.0] * 80 + [np.nan] * 20)
    found = _held_out(printed, "nobody", some)
    assert (found.low, found.high) == (1.0, float("inf"))
    assert found.inside
    assert not _held_out(printed, "nobody", np.full(50, 1.0)).inside


def test_clocks_are_read_from_a_run() -> None:
    """Police come before anybody is carried off, and a clock that was not reached is no number."""
    run = tiny.fresh("active", 4)
    assert np.isnan(read_clocks(run)).all()
    run.advance(run.prepared.end_ms)
    first, over, _crew, carried = read_clocks(run)
    assert first > 0
    assert np.isnan(over) or over >= 0
    assert np.isnan(carried) or carried > 0
