"""Recorded exercises replay to their recorded digests; live, headless and replayed are one."""

from pathlib import Path

import pytest

from tests.compiled import machine
from tests.replay.record import EXERCISES, record
from tests.replay.recording import FOLDER, digests, entries, fresh_run, load, play_again
from warmzone.exercise.events import OrderReceived
from warmzone.simulation.machine import PLAIN
from warmzone.simulation.results import version
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.orders import Order, Refusal, Verb

RECORDED = sorted(FOLDER.glob("*.json"))


def test_every_exercise_is_recorded() -> None:
    """No recording is missing and none is left over."""
    assert [path.stem for path in RECORDED] == sorted(EXERCISES)


@pytest.mark.parametrize("path", RECORDED, ids=lambda path: path.stem)
def test_recording_replays_to_its_digest(path: Path) -> None:
    """Under the results version that wrote it a log gives the same incident.

    Where this fails, results have changed: raise the results version, say so in the changelog and
    record anew (tests/replay/record.py).
    """
    recording = load(path)
    assert recording.results_version == version(), "results changed: record anew"
    again = play_again(recording, fresh_run(recording))
    assert again.claim == "same"
    assert again.equals(recording.digest)
    told = (recording.digest, recording.tactical_digest, recording.medical_digest)
    assert digests(again.run) == told  # type: ignore[arg-type]


@pytest.mark.parametrize("path", RECORDED, ids=lambda path: path.stem)
def test_recording_has_orders_of_every_kind(path: Path) -> None:
    """The recordings are worth replaying: accepted and refused orders, a good dozen of each run."""
    events = [entry.event for entry in entries(load(path))]
    orders = [event for event in events if isinstance(event, OrderReceived)]
    accepted = {Verb(order.verb) for order in orders if order.refusal == Refusal.ACCEPTED}
    assert len(accepted) >= 5
    assert any(order.refusal != Refusal.ACCEPTED for order in orders)


@pytest.mark.parametrize("name", ["drill-arcade-unknown-threat"])
def test_live_replayed_and_headless_are_one_incident(name: str) -> None:
    """Played in ticks with looks between, replayed from its log, and given headless: one digest."""
    live = record(name, 77)
    replayed = play_again(live, fresh_run(live)).run
    headless = fresh_run(live)
    for entry in entries(live):
        event = entry.event
        if isinstance(event, OrderReceived) and event.refusal == Refusal.ACCEPTED:
            headless.advance(entry.sim_ms)
            fields = (event.team, event.area, event.other_team, event.value)
            answer = headless.give(Order(Seat(entry.seat), Verb(event.verb), *fields))
            assert answer == Refusal.ACCEPTED
        elif live.rows[entry.sequence - 1].kind == "handed_over":
            headless.advance(entry.sim_ms)
            headless.hand_over()
    headless.advance(headless.prepared.end_ms)
    told = (live.digest, live.tactical_digest, live.medical_digest)
    assert digests(headless) == digests(replayed) == told  # type: ignore[arg-type]


@pytest.mark.slow
@pytest.mark.parametrize("path", RECORDED, ids=lambda path: path.stem)
def test_recording_replays_compiled(path: Path) -> None:
    """The compiled kernel replays a recording to the same digest."""
    recording = load(path)
    assert play_again(recording, fresh_run(recording, machine())).equals(recording.digest)
    assert play_again(recording, fresh_run(recording, PLAIN)).equals(recording.digest)
