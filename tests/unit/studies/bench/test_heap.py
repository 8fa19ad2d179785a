"""The bare heap: events come out in order of time, and what is put in comes out once."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from warmzone.studies.bench.heap import bare_heap_ns, churn, push, take


@given(st.lists(st.integers(0, 20), min_size=1, max_size=60))
@settings(max_examples=60, deadline=None)
def test_events_come_out_in_order(times: list[int]) -> None:
    """Whatever goes in comes out sorted by time, each thing once."""
    heap = np.zeros((len(times), 2), np.int64)
    for thing, at in enumerate(times):
        push(heap, thing, at, thing)
    out = []
    for left in range(len(times), 0, -1):
        at = int(heap[0, 0])
        out.append((at, take(heap, left)))
    assert [at for at, _ in out] == sorted(times)
    assert {(at, thing) for at, thing in out} == {(at, thing) for thing, at in enumerate(times)}


def test_time_goes_on_and_nothing_is_lost() -> None:
    """Every thing is still waiting after many events, and the last event is late."""
    heap = np.zeros((37, 2), np.int64)
    with np.errstate(over="ignore"):
        now = churn(heap, 500)
    assert sorted(heap[:, 1].tolist()) == list(range(37))
    assert now > 0
    assert heap[:, 0].min() >= now


def test_the_compiled_heap_is_quick() -> None:
    """A bare event is a matter of nanoseconds, not of microseconds."""
    assert 1.0 < bare_heap_ns(40, 20_000) < 20_000.0
