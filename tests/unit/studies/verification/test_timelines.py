"""Real clocks beside simulated ones: what is used is marked, what was not reached is later."""

import numpy as np

from tests import tiny
from warmzone.evidence.timelines import printed_clocks
from warmzone.studies.verification.simulated_clocks import CLOCKS, play_clocks, read_clocks
from warmzone.studies.verification.timelines import _held_out


def test_every_printed_clock_is_one_that_can_be_read() -> None:
    """Each row names a clock that is read from a run, and no clock is read for nothing."""
    assert {each.clock for each in printed_clocks()} == set(CLOCKS)


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
    found = dict(zip(CLOCKS, read_clocks(run), strict=True))
    first, over = found["call_to_police"], found["police_to_over"]
    carried = found["police_to_carried"]
    assert first > 0
    assert np.isnan(over) or over >= 0
    assert np.isnan(carried) or carried > 0


def test_looking_on_changes_nothing_and_finds_what_the_run_does_not_keep() -> None:
    """Stopping every ten seconds leaves no trace; police are inside after they have come."""
    looked_at, left_alone = tiny.fresh("active", 4), tiny.fresh("active", 4)
    found = dict(zip(CLOCKS, play_clocks(looked_at), strict=True))
    left_alone.advance(left_alone.prepared.end_ms)
    assert looked_at.digest() == left_alone.digest()
    kept = dict(zip(CLOCKS, read_clocks(left_alone), strict=True))
    unseen = {name for name in CLOCKS if np.isnan(kept[name]) and not np.isnan(found[name])}
    assert {"call_to_entry", "call_to_ambulance"} <= unseen
    assert unseen <= {"call_to_entry", "call_to_ambulance", "entry_to_threat", "entry_to_over"}
    assert found["call_to_police"] <= found["call_to_entry"]


def test_what_had_happened_before_is_no_wait() -> None:
    """A threat that was over when police came in took them no time, and never less than none."""
    run = tiny.fresh("over", 4)
    found = dict(zip(CLOCKS, play_clocks(run), strict=True))
    assert found["call_to_quiet"] == found["entry_to_over"] == 0.0
