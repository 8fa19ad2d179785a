"""Invisible stopping: where and how often time is stopped leaves no trace in the state."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import tiny
from tests.invariants.watch import each_event
from warmzone.doctrine.commanders import automatic
from warmzone.scenario.library import open_scenario
from warmzone.simulation.lower import prepare
from warmzone.simulation.observe import outcome, seat_clocks, seat_view, truth
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat

END_MS = tiny.MINUTES * 60_000
STOPS = st.lists(st.integers(0, END_MS), max_size=25)


@given(
    st.integers(0, 10_000),
    st.sampled_from(["active", "silent", "over"]),
    st.sampled_from(["nobody", "interior", "command-post", "clear-first"]),
    STOPS,
)
@settings(max_examples=30, deadline=None)
def test_any_stops_give_the_same_digest(
    seed: int, threat: str, commander: str, stops: list[int]
) -> None:
    """One advance to the end and any set of stops, looked at from every side, agree bit for bit."""
    straight = tiny.fresh(threat, seed, commander)
    straight.advance(END_MS)
    stopped = tiny.fresh(threat, seed, commander)
    for stop in sorted(stops):
        stopped.advance(stop)
        for seat in Seat:
            seat_view(stopped, seat)
        truth(stopped), outcome(stopped), seat_clocks(stopped), stopped.snapshot()
    stopped.advance(END_MS)
    assert stopped.digest() == straight.digest()
    assert stopped.outcome_row() == straight.outcome_row()


@given(st.lists(st.integers(0, END_MS), min_size=1, max_size=10))
@settings(max_examples=20, deadline=None)
def test_advancing_back_changes_nothing(stops: list[int]) -> None:
    """Time does not run backwards: an earlier time asked for is a look, not a move."""
    run = tiny.fresh("silent", 8)
    for stop in stops:
        before = run.now_ms
        run.advance(stop)
        assert run.now_ms == max(before, stop)
    same = tiny.fresh("silent", 8)
    same.advance(max(stops))
    assert run.digest() == same.digest()


@pytest.mark.parametrize(
    ("scenario", "commander", "every_ms"),
    [
        ("robbery-single-casualty", "interior", 997),
        ("arcade-thin-shift", "clear-first", 7_001),
        ("drill-school-rtf-at-the-door", "command-post", 3_333),
    ],
)
def test_shipped_scenarios(scenario: str, commander: str, every_ms: int) -> None:
    """The same holds of shipped scenarios stopped at a steady beat."""
    prepared = prepare(*open_scenario(scenario))
    straight = Run(prepared, 12, automatic(commander))
    straight.advance(prepared.end_ms)
    stopped = Run(prepared, 12, automatic(commander))
    for stop in range(0, prepared.end_ms, every_ms):
        stopped.advance(stop)
    stopped.advance(prepared.end_ms)
    assert stopped.digest() == straight.digest()


def test_nothing_is_stored_between_events() -> None:
    """From just after an event to just before the next the state does not change by a bit."""
    run = tiny.fresh("active", 6)
    for due in each_event(run):
        after = run.digest()
        following = int(run.state.times[run.state.winners[1]])
        run.advance(min(following, run.prepared.end_ms + 1) - 1)
        assert run.digest() == after, due


def test_end_of_play_is_the_last_stop() -> None:
    """Nothing happens after the end, however far one asks to go."""
    run = tiny.fresh("active", 1)
    run.advance(END_MS)
    digest = run.digest()
    run.advance(10 * END_MS)
    assert (run.now_ms, run.ended, run.digest()) == (END_MS, True, digest)
