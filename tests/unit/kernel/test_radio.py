"""The one channel: one speaker at a time, first come first served, airtime adds up; the relay."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import tiny
from tests.invariants import each_event
from warmzone.kernel.codes import Item
from warmzone.kernel.events import NEVER, EventKind
from warmzone.kernel.radio import airtime, queue, take_spoken
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import CommandPlace, Seat
from warmzone.vocabulary.orders import Refusal, Verb

RELAY_MS = 45_000


def channel_ms(run: Run) -> int:
    """When what is being said now will have been said."""
    slot = int(run.prepared.world.layout[0]["slot"][EventKind.RADIO])
    return int(run.state.times[slot])


@given(
    st.lists(
        st.tuples(st.integers(0, 9_000), st.sampled_from([Item.ORDER, Item.REPORT])),
        min_size=1,
        max_size=40,
    )
)
@settings(max_examples=80, deadline=None)
def test_channel_is_a_queue_with_one_server(said: list[tuple[int, int]]) -> None:
    """Messages end in the order handed in, a full airtime after their moment or the one before."""
    run = tiny.by_person("none")
    state, world = run.state, run.prepared.world
    now, expected, end = 0, [], 0
    heard: list[tuple[int, int, int]] = []

    def speak_until(until: int) -> None:
        while channel_ms(run) <= until:
            at = channel_ms(run)
            kind, row = take_spoken(state, world, at)
            heard.append((at, kind, row))

    for row, (gap, kind) in enumerate(said):
        now += gap
        speak_until(now)
        queue(state, world, kind, row, now)
        end = max(end, now) + airtime(world, kind)
        expected.append((end, kind, row))
    speak_until(int(NEVER) - 1)
    assert heard == expected
    assert channel_ms(run) == NEVER


def on_the_air(run: Run) -> list[tuple[int, int]]:
    """(when heard, airtime) of everything that went over the channel, in the order of hearing."""
    state, world = run.state, run.prepared.world
    reports = state.reports[: int(state.clock[0]["reports"])]
    orders = state.orders[: int(state.clock[0]["orders"])]
    spoken = [(int(r["heard_ms"]), airtime(world, Item.REPORT)) for r in reports
              if r["heard_ms"] > r["sent_ms"]]  # fmt: skip
    spoken += [(int(o["heard_ms"]), airtime(world, Item.ORDER)) for o in orders
               if o["heard_ms"] > o["given_ms"]]  # fmt: skip
    return sorted(spoken)


@pytest.mark.parametrize("commander", ["interior", "command-post", "care-first"])
@pytest.mark.parametrize("seed", [2, 9])
def test_one_speaker_at_a_time(commander: str, seed: int) -> None:
    """In a whole incident no two messages share a moment of airtime, and all are counted."""
    run = tiny.fresh("active", seed, commander)
    run.advance(run.prepared.end_ms)
    spoken = on_the_air(run)
    assert len(spoken) > 20
    for (before, _), (heard, takes) in pairwise(spoken):
        assert heard - before >= takes
    clock = run.state.clock[0]
    waiting = int(clock["radio_tail"] - clock["radio_head"])
    assert int(run.state.record[0]["messages"]) == int(clock["radio_tail"])
    assert len(spoken) == int(clock["radio_tail"]) - waiting


def test_face_to_face_takes_no_airtime() -> None:
    """A team beside command hears at once and leaves the channel as it was; one elsewhere waits."""
    run = tiny.in_command("none")
    run.advance(run.now_ms + 60_000)
    place = int(run.state.seats[Seat.TACTICAL]["place_area"])
    areas = run.state.teams["area"].tolist()
    beside = next(t for t in range(5) if areas[t] == place)
    tail = int(run.state.clock[0]["radio_tail"])
    assert tiny.tell(run, Verb.HOLD, beside, tiny.LOBBY) == Refusal.ACCEPTED
    row = int(run.state.orders[int(run.state.clock[0]["orders"]) - 1]["heard_ms"])
    assert (row, int(run.state.clock[0]["radio_tail"])) == (run.now_ms, tail)
    run.advance(run.now_ms + 120_000)
    assert int(run.state.teams[beside]["area"]) == tiny.LOBBY != place
    given_ms = run.now_ms
    assert channel_ms(run) == NEVER
    assert tiny.tell(run, Verb.ASK_REPORT, beside) == Refusal.ACCEPTED
    row = int(run.state.clock[0]["orders"]) - 1
    run.advance(given_ms + 60_000)
    assert int(run.state.orders[row]["heard_ms"]) == given_ms + 5_000


def test_command_post_hears_later_by_the_relay() -> None:
    """Every report reaches the post exactly the relay's delay after the channel carried it."""
    run = tiny.fresh("active", 5, "command-post")
    run.advance(run.prepared.end_ms)
    since = int(run.state.seats[Seat.TACTICAL]["since_ms"])
    reports = run.state.reports[: int(run.state.clock[0]["reports"])]
    relayed = reports[reports["relayed_ms"] >= 0]
    assert len(relayed) > 20
    assert set((relayed["relayed_ms"] - relayed["heard_ms"]).tolist()) == {RELAY_MS}
    due = (reports["heard_ms"] >= since) & (reports["heard_ms"] + RELAY_MS <= run.now_ms)
    assert bool((reports["relayed_ms"][due] >= 0).all())


def test_command_post_speaks_through_the_relay() -> None:
    """An order from the post is on the air a relay's delay after it was given."""
    run = tiny.in_command("none", place=CommandPlace.POST)
    run.advance(run.now_ms + 120_000)
    given_ms = run.now_ms
    assert channel_ms(run) == NEVER
    assert tiny.tell(run, Verb.HOLD, 0, tiny.LOBBY) == Refusal.ACCEPTED
    row = int(run.state.clock[0]["orders"]) - 1
    run.advance(given_ms + RELAY_MS - 1)
    assert channel_ms(run) == NEVER
    run.advance(given_ms + 120_000)
    assert int(run.state.orders[row]["heard_ms"]) == given_ms + RELAY_MS + 5_000


def beliefs_of(run: Run, seat: int) -> bytes:
    """All that a seat believes, as bytes, but its count of decisions."""
    own = run.state.seats[seat].copy()
    own["decisions"] = 0
    parts = (own, run.state.area_beliefs[seat], run.state.team_beliefs[seat])
    return b"".join(np.ascontiguousarray(part).tobytes() for part in parts)


def test_command_post_learns_nothing_but_by_the_relay() -> None:
    """What a post believes changes only when the relay hands something on."""
    run = tiny.in_command("none", place=CommandPlace.POST)
    run.advance(run.now_ms + 120_000)
    assert tiny.tell(run, Verb.HOLD, 0, tiny.LOBBY) == Refusal.ACCEPTED
    slot = int(run.prepared.world.layout[0]["slot"][EventKind.RELAY])
    before = beliefs_of(run, Seat.TACTICAL)
    due = int(run.state.times[slot])
    for at in each_event(run):
        now = beliefs_of(run, Seat.TACTICAL)
        assert now == before or at == due, at
        before, due = now, int(run.state.times[slot])
