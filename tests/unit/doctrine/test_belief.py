"""Truth and belief are separate: commanders decide by what they were told, whatever is true."""

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import tiny
from warmzone.kernel.advance import advance
from warmzone.kernel.arrays import ORDERS_AT_ONCE, State
from warmzone.kernel.beliefs import hear
from warmzone.kernel.codes import Stop
from warmzone.kernel.view import View, view_of
from warmzone.scenario.library import open_scenario
from warmzone.simulation.layout import view_state
from warmzone.simulation.lower import prepare
from warmzone.simulation.observe import seat_view
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat

TRUTH = (
    "hazard", "ground", "openings", "teams", "people", "ambulances", "corridor", "record",
    "times", "command", "lanes", "air",
)  # fmt: skip


def copy_of(run: Run) -> State:
    """The state of a run in a buffer of its own."""
    return view_state(run.prepared.layout, np.frombuffer(bytearray(run.snapshot()[8:]), np.uint8))


def scramble(state: State, seat: int, dice: np.random.Generator) -> None:
    """Change everything that `seat` has not been told.

    That is the world, messages on their way, what the other seat believes, and zones that it
    declared and the medics have not heard (or the reverse).
    """
    for name in TRUTH:
        for field, value in _fields(getattr(state, name)):
            noise = dice.integers(0, 5, value.shape)
            value[...] = noise if value.dtype.kind != "f" else dice.random(value.shape)
            assert field is not None
    other = 1 - seat
    for table in (state.seats, state.area_beliefs, state.team_beliefs, state.memory, state.places):
        for _, value in _fields(table[other : other + 1]):
            value[...] = dice.integers(0, 4, value.shape)
    unheard = state.reports["heard_ms"][:, seat] < 0
    for _, value in _fields(state.reports):
        value[unheard] = dice.integers(0, 4, value[unheard].shape)
    hidden = ("medics_zone", "heard_ms") if seat == Seat.TACTICAL else ("zone", "since_ms")
    for field in hidden:
        state.zones[field] = dice.integers(0, 4, len(state.zones))


def _fields(table: np.ndarray) -> Iterator[tuple[str, np.ndarray]]:
    for name in table.dtype.names or ():
        yield name, table[name]
    if table.dtype.names is None:
        yield "", table


def asked(run: Run, state: State, seat: int, now: int) -> tuple[object, ...]:
    """What the policy of a seat answers in a state: orders, when to ask again, its memory."""
    automatic = run.automatic
    policy = automatic.tactical if seat == Seat.TACTICAL else automatic.medical
    numbers = automatic.crew.tactical if seat == Seat.TACTICAL else automatic.crew.medical
    orders = state.orders[len(state.orders) - ORDERS_AT_ONCE :].copy()
    orders["verb"] = -1
    memory = state.memory[seat].copy()
    view = view_of(state, run.prepared.world, seat, now)
    again = int(policy(view, numbers, memory, orders))
    said = [row.tolist() for row in orders if row["verb"] >= 0]
    return said, again, memory.tolist()


def decisions(run: Run) -> Iterator[tuple[int, int]]:
    """Every moment at which a seat is about to decide, as (seat, time); it then does decide."""
    world = run.prepared.world
    while True:
        probe = copy_of(run)
        if advance(probe, world, run.prepared.end_ms) != Stop.DECIDE:
            return
        at = int(probe.clock[0]["last_event_ms"])
        run.advance(at - 1)
        probe = copy_of(run)
        while advance(probe, world, at) == Stop.DECIDE:
            yield int(probe.clock[0]["deciding"]), at
        run.advance(at)


@given(
    st.integers(0, 2**32 - 1),
    st.sampled_from(["active", "silent", "over"]),
    st.sampled_from(["interior", "command-post", "care-first", "clear-first"]),
)
@settings(max_examples=6, deadline=None)
def test_orders_do_not_depend_on_unseen_truth(seed: int, threat: str, commander: str) -> None:
    """With every unseen truth changed right before a decision, both seats give the same orders."""
    run = tiny.fresh(threat, seed, commander)
    dice = np.random.default_rng(seed)
    gave = 0
    with np.errstate(over="ignore"):
        for seat, at in decisions(run):
            if dice.random() < 0.7:
                continue
            true = copy_of(run)
            false = copy_of(run)
            scramble(false, seat, dice)
            answer = asked(run, true, seat, at)
            assert asked(run, false, seat, at) == answer
            gave += len(answer[0])  # type: ignore[arg-type]
    assert gave > 0


@pytest.mark.slow
def test_orders_in_the_school_do_not_depend_on_unseen_truth() -> None:
    """The same at every decision of the first 15 minutes of the shipped active threat."""
    prepared = prepare(*open_scenario("school-active-threat"))
    run = Run(prepared, 31, tiny.fresh().automatic)
    dice = np.random.default_rng(31)
    asked_for = 0
    with np.errstate(over="ignore"):
        for seat, at in decisions(run):
            if at > 900_000:
                break
            false = copy_of(run)
            scramble(false, seat, dice)
            assert asked(run, false, seat, at) == asked(run, copy_of(run), seat, at)
            asked_for += 1
    assert asked_for > 50


def test_a_view_holds_only_what_may_be_known() -> None:
    """The view is the seat's own beliefs, the plan, the agency's rules and who may come."""
    run = tiny.fresh()
    allowed = {
        "seat": run.state.seats, "areas": run.state.area_beliefs,
        "teams": run.state.team_beliefs, "zones": run.state.zones,
        "units": run.prepared.world.units, "ground": run.prepared.world.areas,
        "distance_m": run.prepared.world.distance_m, "places": run.state.places,
        "profile": run.prepared.world.profile,
    }  # fmt: skip
    view = view_of(run.state, run.prepared.world, Seat.MEDICAL, 0)
    tables = {name for name in View._fields if isinstance(getattr(view, name), np.ndarray)}
    assert tables == set(allowed)
    for name in tables:
        assert np.shares_memory(getattr(view, name), allowed[name])
    for name in ("seat", "areas", "teams"):
        own = allowed[name][Seat.MEDICAL : Seat.MEDICAL + 1]
        assert getattr(view, name).size == own.size
        assert np.shares_memory(getattr(view, name), own)


@given(st.integers(0, 2**32 - 1), st.sampled_from(["active", "silent"]))
@settings(max_examples=6, deadline=None)
def test_hearing_reads_the_report_alone(seed: int, threat: str) -> None:
    """What a report does to a seat's beliefs and digest is the same whatever is true meanwhile."""
    start, run = (tiny.fresh(threat, seed, "clear-first") for _ in range(2))
    run.advance(run.prepared.end_ms)
    world, dice = run.prepared.world, np.random.default_rng(seed)
    count = int(run.state.clock[0]["reports"])
    assert count > 10
    with np.errstate(over="ignore"):
        for row in range(count):
            true, false = copy_of(run), copy_of(run)
            for state in (true, false):
                state.reports["heard_ms"][row] = run.now_ms
                state.area_beliefs[:] = start.state.area_beliefs
                state.team_beliefs[:] = start.state.team_beliefs
            scramble(false, Seat.TACTICAL, dice)
            for state in (true, false):
                hear(state, world, Seat.TACTICAL, row, run.now_ms)
            for name in ("seats", "area_beliefs", "team_beliefs"):
                own, other = getattr(true, name)[0], getattr(false, name)[0]
                assert own.tobytes() == other.tobytes(), (name, row)


@pytest.mark.parametrize("commander", ["interior", "command-post"])
@pytest.mark.parametrize("at_ms", [90_000, 300_000, 700_000])
def test_a_person_is_shown_nothing_that_is_only_true(commander: str, at_ms: int) -> None:
    """The view for people is the same when hazard, ground, people, ambulances and places differ."""
    run = tiny.fresh("active", 4, commander)
    run.advance(at_ms)
    before = {seat: seat_view(run, seat) for seat in Seat}
    dice = np.random.default_rng(at_ms)
    for name in ("hazard", "ground", "openings", "teams", "people", "ambulances", "record"):
        for _, value in _fields(getattr(run.state, name)):
            value[...] = dice.integers(0, 5, value.shape)
    for seat in Seat:
        assert seat_view(run, seat) == before[seat]


def side_by_side(run: Run) -> tuple[int, int]:
    """When the two seats came together, and when they united; -1 not."""
    command = run.state.command[0]
    return int(command["together_ms"]), int(command["unified_ms"])


@given(st.integers(0, 2**32 - 1), st.sampled_from(["interior", "command-post"]))
@settings(max_examples=5, deadline=None)
def test_messages_not_yet_heard_are_not_shown(seed: int, commander: str) -> None:
    """No view holds a report before its hearing; a command post's not before the relay's.

    On the air it was heard no earlier than it was said there; face to face when it was sent, or
    said again, or when the seats had come to stand side by side.
    """
    run = tiny.fresh("active", seed, commander)
    for until in range(0, run.prepared.end_ms + 1, 30_000):
        run.advance(until)
        for seat in Seat:
            view = seat_view(run, seat)
            assert {said.order.seat for said in view.orders} <= {seat}
            for message in view.reports:
                assert message.heard_ms <= until
                report = run.state.reports[message.row]
                assert message.heard_ms == int(report["heard_ms"][seat]) >= 0
                beside = int(report["sent_ms"]), *side_by_side(run)
                on_air = message.heard_ms not in beside and int(report["tries"]) == 0
                assert not on_air or message.heard_ms >= int(report["spoken_ms"])
