"""The calendar: the winner tree always names the earliest event, ties by rank and entity."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import tiny
from warmzone.kernel.events import KINDS, NEVER, EventKind, clear_calendar, schedule
from warmzone.simulation.layout import Sizes, make_layout

SLOTS = 37
LEAVES = 64


def empty_calendar(leaves: int = LEAVES) -> tuple[np.ndarray, np.ndarray]:
    """A cleared calendar of so many leaves."""
    times, winners = np.zeros(leaves, np.int64), np.zeros(2 * leaves, np.int32)
    clear_calendar(times, winners)
    return times, winners


@pytest.mark.parametrize("leaves", [64, 128])
@given(
    st.lists(
        st.tuples(st.integers(0, SLOTS - 1), st.one_of(st.integers(0, 40), st.just(int(NEVER)))),
        max_size=120,
    )
)
@settings(max_examples=150, deadline=None)
def test_winner_is_the_earliest_under_any_rescheduling(
    leaves: int, moves: list[tuple[int, int]]
) -> None:
    """After every change the root is what a plain sort puts first, with two or four in the last."""
    times, winners = empty_calendar(leaves)
    reference = dict.fromkeys(range(leaves), int(NEVER))
    for slot, at in moves:
        schedule(times, winners, slot, at)
        reference[slot] = at
        first = min(reference, key=lambda key: (reference[key], key))
        assert int(winners[1]) == first
    assert times.tolist() == [reference[slot] for slot in range(leaves)]


@given(st.lists(st.integers(0, 9), min_size=1, max_size=SLOTS))
@settings(max_examples=80, deadline=None)
def test_draining_gives_events_in_sorted_order(dues: list[int]) -> None:
    """Taking the winner until none is left gives (time, slot) order, each event once."""
    times, winners = empty_calendar()
    for slot, at in enumerate(dues):
        schedule(times, winners, slot, at)
    drained = []
    while times[winners[1]] != NEVER:
        slot = int(winners[1])
        drained.append((int(times[slot]), slot))
        schedule(times, winners, slot, int(NEVER))
    assert drained == sorted((at, slot) for slot, at in enumerate(dues))


def test_rescheduling_leaves_nothing_stale() -> None:
    """A slot moved later happens once, at the later time."""
    times, winners = empty_calendar()
    schedule(times, winners, 5, 10)
    schedule(times, winners, 5, 90)
    schedule(times, winners, 6, 50)
    assert int(winners[1]) == 6
    schedule(times, winners, 6, int(NEVER))
    assert (int(winners[1]), int(times[winners[1]])) == (5, 90)


@given(
    areas=st.integers(1, 60),
    teams=st.integers(1, 40),
    people=st.integers(1, 60),
    ambulances=st.integers(0, 9),
    told=st.integers(0, 9),
)
@settings(max_examples=60, deadline=None)
def test_slots_run_by_kind_rank_then_entity(
    areas: int, teams: int, people: int, ambulances: int, told: int
) -> None:
    """In every incident a lower slot is a lower kind rank, then a lower entity id."""
    layout = make_layout(Sizes(areas, areas, teams, people, 2, ambulances, 2, told, 64, 64, 64))
    used = layout.first_slot[EventKind.DECIDE] + 2
    keys = list(zip(layout.slot_kind[:used], layout.slot_entity[:used], strict=True))
    assert keys == sorted(set(keys))
    assert {kind for kind, _ in keys} <= set(range(KINDS))
    assert len(layout.slot_kind) >= used


@pytest.mark.parametrize("threat", ["active", "silent"])
def test_time_never_runs_backwards(threat: str) -> None:
    """Events are handled at times that do not fall, and never after the time asked for."""
    run = tiny.fresh(threat, 4)
    before = 0
    for until in range(0, run.prepared.end_ms + 1, 15_000):
        run.advance(until)
        last = int(run.state.clock[0]["last_event_ms"])
        assert before <= last <= until
        assert int(run.state.times[run.state.winners[1]]) > until
        before = last
