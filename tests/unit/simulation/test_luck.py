"""Keyed luck: what nobody decided is the same under every commander; branches part at the epoch."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import tiny
from warmzone.doctrine.commanders import NAMES
from warmzone.kernel.events import EventKind
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat, Zone
from warmzone.vocabulary.orders import Order, Refusal, Verb

LATENT = ("wound", "moderate", "exposure_threshold", "death_threshold", "exit_area")


def luck_of(run: Run) -> tuple[object, ...]:
    """Draws that no order may touch: people, crews, arrivals, the hazard's contact threshold."""
    state, count = run.state, int(run.state.clock[0]["person_count"])
    people = [state.people[name][:count].tolist() for name in LATENT]
    arrived = state.teams["arrived_ms"].tolist()
    hazard = float(state.hazard[0]["contact_threshold"])
    return count, people, state.teams["people"].tolist(), arrived, hazard


@given(st.integers(0, 2**32 - 1), st.sampled_from(["active", "silent"]))
@settings(max_examples=8, deadline=None)
def test_latent_luck_is_equal_under_every_commander(seed: int, threat: str) -> None:
    """Same seed: the same people with the same wounds and thresholds, the same arrivals."""
    lucks = []
    for name in NAMES:
        run = tiny.fresh(threat, seed, name)
        run.advance(run.prepared.end_ms)
        lucks.append(luck_of(run))
    assert lucks.count(lucks[0]) == len(NAMES)


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=20, deadline=None)
def test_hazard_lasts_as_long_whoever_commands(seed: int) -> None:
    """The first duration of activity is drawn for the hazard, not for who acts on it."""
    drawn = {
        int(tiny.fresh("active", seed, name).state.hazard[0]["active_until_ms"]) for name in NAMES
    }
    assert len(drawn) == 1


def first_times(run: Run, kind: EventKind, count: int) -> list[int]:
    """The calendar's times of a kind."""
    first = int(run.prepared.world.layout[0]["slot"][kind])
    return run.state.times[first : first + count].tolist()


def test_seeds_differ() -> None:
    """Another seed is another incident: people, arrivals and hazard all differ over 20 seeds."""
    runs = [tiny.fresh("active", seed) for seed in range(20)]
    assert len({tuple(run.state.people["death_threshold"][:4]) for run in runs}) == 20
    assert len({tuple(first_times(run, EventKind.TEAM_ARRIVAL, 7)) for run in runs}) == 20
    assert len({int(run.state.hazard[0]["active_until_ms"]) for run in runs}) == 20


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=10, deadline=None)
def test_one_more_order_changes_no_unrelated_draw(seed: int) -> None:
    """Calling far ground cold moves nobody: people and hazard do as in the incident without it."""
    with_it, without = tiny.by_person("active", seed), tiny.by_person("active", seed)
    for run in (with_it, without):
        run.advance(400_000)
        tiny.tell(run, Verb.TAKE_COMMAND, value=1)
        run.advance(500_000)
    order = Order(Seat.TACTICAL, Verb.DECLARE_ZONE, -1, tiny.LANDING, -1, Zone.COLD)
    assert with_it.give(order) == Refusal.ACCEPTED
    for run in (with_it, without):
        run.advance(run.prepared.end_ms)
    assert luck_of(with_it) == luck_of(without)
    assert with_it.state.people["hurt_ms"].tolist() == without.state.people["hurt_ms"].tolist()
    assert with_it.state.hazard["moves"].tolist() == without.state.hazard["moves"].tolist()
    assert with_it.digest() != without.digest()


@pytest.mark.parametrize("threat", ["active", "silent"])
@given(st.integers(0, 20 * 60_000), st.integers(0, 500))
@settings(max_examples=10, deadline=None)
def test_restore_gives_the_same_continuation(threat: str, at_ms: int, seed: int) -> None:
    """A snapshot goes on as the run itself does, in the same and in another object."""
    run = tiny.fresh(threat, seed)
    run.advance(at_ms)
    saved = run.snapshot()
    run.advance(run.prepared.end_ms)
    finished = run.digest()
    other = tiny.fresh(threat, seed + 1)
    other.restore(saved)
    assert other.snapshot() == saved
    assert other.now_ms == at_ms
    for resumed in (run, other):
        resumed.restore(saved)
        resumed.advance(resumed.prepared.end_ms)
        assert resumed.digest() == finished


def test_snapshot_is_a_copy() -> None:
    """What happens after a snapshot does not reach into it."""
    run = tiny.fresh("active", 3)
    run.advance(60_000)
    saved = run.snapshot()
    kept = bytes(saved)
    run.advance(600_000)
    assert saved == kept
    run.restore(saved)
    assert run.now_ms == 60_000


@pytest.mark.parametrize("body", [b"", b"12345678", b"12345678" + bytes(100)])
def test_snapshot_of_another_size_is_refused(body: bytes) -> None:
    """Bytes that are no snapshot of this scenario raise ValueError and change nothing."""
    run = tiny.fresh("active", 3)
    before = run.digest()
    with pytest.raises(ValueError, match="snapshot"):
        run.restore(body)
    assert run.digest() == before


def test_branch_keeps_what_is_latent_and_redraws_what_is_later() -> None:
    """A raised epoch leaves thresholds and arrivals as they were; later draws are new ones."""
    run = tiny.fresh("active", 6, "nobody")
    run.advance(30_000)
    saved = run.snapshot()
    endings, lucks = set(), []
    for epoch in range(8):
        run.restore(saved)
        run.state.clock[0]["epoch"] = epoch
        run.advance(run.prepared.end_ms)
        run.state.clock[0]["epoch"] = 0
        endings.add(run.digest())
        lucks.append(luck_of(run))
    assert len(endings) == 8
    assert lucks.count(lucks[0]) == 8


def test_runs_do_not_share_state() -> None:
    """Two runs of one prepared scenario side by side are as each alone; the world is unchanged."""
    world = [table.copy() for table in tiny.prepared("active").world]
    one, two = tiny.fresh("active", 1), tiny.fresh("active", 2)
    for until in range(0, 1_200_001, 60_000):
        one.advance(until)
        two.advance(until)
    alone = tiny.fresh("active", 1)
    alone.advance(1_200_000)
    assert one.digest() == alone.digest() != two.digest()
    for before, after in zip(world, tiny.prepared("active").world, strict=True):
        assert np.array_equal(before, after)
