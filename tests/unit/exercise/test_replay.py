"""Replay: the log alone rebuilds the incident, and claims no more than it may."""

import pytest

from tests.fake_run import FakeRun
from warmzone.exercise.codec import Entry
from warmzone.exercise.events import (
    ClockChanged,
    ClockMarked,
    Ended,
    Event,
    HandedOver,
    OrderReceived,
    Resumed,
)
from warmzone.exercise.evolve import DivergedError, apply, evolve
from warmzone.exercise.replay import Replayed, replay
from warmzone.exercise.state import State
from warmzone.vocabulary.orders import Refusal, Verb

PLAYED: list[tuple[int, Event]] = [
    (0, ClockChanged(running=True, rate=1.0)),
    (1000, ClockMarked()),
    (1500, OrderReceived(Verb.TAKE_COMMAND, -1, -1, -1, 1, Refusal.ACCEPTED)),
    (1500, OrderReceived(Verb.CLEAR, 9, 1, -1, 0, Refusal.UNKNOWN_TEAM)),
    (1500, OrderReceived(Verb.CLEAR, 1, 1, -1, 0, Refusal.ACCEPTED)),
    (2000, ClockMarked()),
]


def entries(events: list[tuple[int, Event]]) -> list[Entry]:
    """Rows of the Tactical seat."""
    return [Entry(i + 1, at, 0, None, event) for i, (at, event) in enumerate(events)]


def play(run: FakeRun) -> Replayed:
    """Replay the exercise above under the version that wrote it."""
    return replay(run, entries(PLAYED), written_under="r1", results_version="r1")


def test_same_rows_give_the_same_digest() -> None:
    """A live run that stopped often and its replay agree, and the replay says so."""
    live = FakeRun()
    for at, event in PLAYED:
        for stop in range(live.now_ms, at, 100):
            live.advance(stop)
        apply(live, at, 0, event)
    again = play(FakeRun())
    assert again.claim == "same"
    assert again.equals(live.digest())
    assert again.state == State(at_ms=2000, running=True)


def test_refused_orders_do_not_reach_the_run() -> None:
    """Only accepted orders take effect."""
    run = FakeRun()
    play(run)
    assert [given[2] for given in run.given] == [Verb.TAKE_COMMAND, Verb.CLEAR]


def test_another_results_version_claims_nothing() -> None:
    """Under another version even an equal digest is not called equal."""
    run = FakeRun()
    other = replay(run, entries(PLAYED), written_under="r1", results_version="r2")
    assert other.claim == "recomputed"
    assert not other.equals(run.digest())


def test_order_that_no_longer_fits() -> None:
    """It is an error under the same version; under another it is left out and named."""
    rows = entries([PLAYED[4]])
    with pytest.raises(DivergedError, match="CLEAR was accepted and is now refused"):
        replay(FakeRun(), rows, written_under="r1", results_version="r1")
    other = replay(FakeRun(), rows, written_under="r1", results_version="r2")
    assert other.dropped == (1,)


def test_hand_over_reaches_the_run() -> None:
    """The seat is the person's from the row's time."""
    run = FakeRun(is_person=False)
    apply(run, 480_000, -1, HandedOver())
    assert run.is_person
    assert run.now_ms == 480_000


def test_resumed_exercise_stands_and_says_so_until_it_runs() -> None:
    """After a crash the clock stands at the last mark, and the state remembers it."""
    state = evolve(State(running=True, rate=4.0), 2000, ClockMarked())
    state = evolve(state, 2000, Resumed())
    assert (state.running, state.resumed_at_ms) == (False, 2000)
    state = evolve(state, 2000, ClockChanged(running=False, rate=2.0))
    assert state.resumed_at_ms == 2000
    state = evolve(state, 2000, ClockChanged(running=True, rate=2.0))
    assert (state.running, state.resumed_at_ms) == (True, None)


def test_ended_exercise_stands() -> None:
    """The end stops the clock."""
    state = evolve(State(running=True), 3000, Ended("asked"))
    assert (state.running, state.ended, state.at_ms) == (False, True, 3000)
