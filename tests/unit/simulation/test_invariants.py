"""What must hold of every incident, whoever commands and whatever is ordered."""

import contextlib
from itertools import chain
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import tiny
from tests.invariants.incidents import begun, broken_promises, moments, numbers, shipped_school
from tests.invariants.promise import Broken, Promise
from tests.invariants.watch import PROMISES, Watch, each_event
from tests.reference.random_incidents import random_incident
from warmzone.doctrine.commanders import NAMES, automatic
from warmzone.kernel import (
    advance,
    beliefs,
    care,
    casualties,
    hazard,
    letting_go,
    movement,
    radio,
    saying,
    transport,
)
from warmzone.scenario.library import open_scenario
from warmzone.simulation.lower import prepare
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import CorridorState, Seat
from warmzone.vocabulary.orders import Order, Refusal, Verb

THREATS = ("active", "silent", "over", "none")
EACH = pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.name)


@EACH
@given(number=numbers)
@settings(max_examples=30, deadline=None)
def test_the_promise_holds(promise: Promise, number: int) -> None:
    """In random incidents, under any commander and any orders, at every moment."""
    assert promise.name not in broken_promises(number), broken_promises(number)[promise.name]


@EACH
def test_the_promise_can_be_broken(promise: Promise) -> None:
    """One corrupted number is enough: the promise held just before, and is caught right after."""
    for incident in chain(map(random_incident, range(60)), map(shipped_school, range(1, 13))):
        run = begun(incident)
        watch = Watch(run)
        for _ in moments(incident, run):
            watch.look()
            if promise.spoil(run):
                with pytest.raises(Broken, match=promise.name):
                    watch.assert_one(promise)
                return
    pytest.fail("no incident in which it could be broken")


def more_bleeding(state: Any, world: Any, i: int, medic: bool, now: int) -> None:
    """Care that makes it worse."""
    casualties.set_death_rate(state, world, i, 5.0, now)
    state.people[i]["treater"] = -1


def heard_at_once(state: Any, world: Any, seat: int, row: int, now: int) -> None:
    """A report that is heard before it was sent."""
    beliefs.hear(state, world, seat, row, 0)


def left_lying(state: Any, i: int, whereabouts: int) -> None:
    """A casualty who is carried off and stays where they lay."""
    state.people[i]["whereabouts"] = whereabouts


def walks_through_walls(state: Any, world: Any, t: int) -> None:
    """A team that is wherever it wants to be."""
    movement.finish_leg(state, world, t)
    state.teams[t]["area"] = len(state.ground) - 1


def nothing(*_everything: Any) -> None:
    """What should have been done is not."""


MISTAKES = (
    (care, "care_for", more_bleeding, "care_never_raises_the_hazard"),
    (saying, "hear", heard_at_once, "reports_travel_forward_in_time"),
    (radio, "hear", heard_at_once, "reports_travel_forward_in_time"),
    (care, "take_up", left_lying, "nobody_is_in_two_places"),
    (transport, "take_up", left_lying, "people_are_conserved"),
    (advance, "finish_leg", walks_through_walls, "teams_pass_only_what_can_be_passed"),
    (letting_go, "hold", nothing, "ground_is_held_by_those_who_stand_on_it"),
    (letting_go, "drop_work", nothing, "nobody_is_treated_from_afar"),
    (hazard, "refresh_ground", nothing, "only_a_live_hazard_reaches_anybody"),
)
"""A kernel function, what stands in its place, and the promise that then breaks."""


@pytest.mark.parametrize(("module", "name", "mistake", "promise"), MISTAKES)
def test_a_mistake_in_the_kernel_is_caught(
    module: ModuleType,
    name: str,
    mistake: Any,
    promise: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A kernel function that does the wrong thing breaks the promise that it has to keep."""
    monkeypatch.setattr(module, name, mistake)
    for number in range(40):
        incident = random_incident(number)
        run = begun(incident)
        watch = Watch(run)
        with contextlib.suppress(Exception):  # a broken world may fall over as well
            for _ in moments(incident, run):
                if promise in watch.broken():
                    return
    pytest.fail("nobody noticed")


def test_there_are_enough_promises() -> None:
    """Each has a name and a sentence of its own."""
    names = [promise.name for promise in PROMISES]
    told = [(promise.holds.__doc__ or "").strip() for promise in PROMISES]
    assert len(set(names)) == len(names) >= 20
    assert all(told)
    assert len(set(told)) == len(told)


@given(st.integers(0, 2**32 - 1), st.sampled_from(THREATS), st.sampled_from(NAMES))
@settings(max_examples=5, deadline=None)
def test_under_every_commander(seed: int, threat: str, commander: str) -> None:
    """They hold in a small building after every event, under any commander and seed."""
    watch_to_the_end(tiny.fresh(threat, seed, commander))


def watch_to_the_end(run: Run) -> None:
    """Look after every event."""
    watch = Watch(run)
    for _ in each_event(run):
        watch.look()
    watch.look()


def careless_order(dice: np.random.Generator) -> Order:
    """An order that may make no sense."""
    verb = Verb(int(dice.integers(0, len(Verb))))
    values = [int(dice.integers(-1, most)) for most in (7, 10, 7)]
    return Order(Seat.TACTICAL, verb, values[0], values[1], values[2], int(dice.integers(0, 5)))


@given(st.integers(0, 2**32 - 1), st.sampled_from(THREATS))
@settings(max_examples=5, deadline=None)
def test_under_careless_orders(seed: int, threat: str) -> None:
    """They hold when a person gives any orders at all, to teams mid-leg or carrying or hurt."""
    run = tiny.by_person(threat, seed)
    watch = Watch(run)
    dice = np.random.default_rng(seed)
    for due in each_event(run):
        watch.look()
        if due > 30_000 and dice.random() < 0.3:
            run.give(careless_order(dice))
            watch.look()


def test_while_a_corridor_is_built_and_open_and_broken() -> None:
    """They hold after every event of a corridor's life, which random incidents seldom see."""
    run = tiny.corridor_ordered("over")
    watch = Watch(run)
    seen = set()
    given_up = False
    for _ in each_event(run):
        watch.look()
        seen.add(CorridorState(int(run.state.corridor[0]["state"])))
        if CorridorState.OPEN in seen and not given_up:
            given_up = True
            assert tiny.tell(run, Verb.WITHDRAW, 1) == Refusal.ACCEPTED
    assert seen >= {CorridorState.BUILDING, CorridorState.OPEN, CorridorState.BROKEN}


@pytest.mark.slow
@pytest.mark.parametrize("commander", ["interior", "command-post"])
def test_in_the_school(commander: str) -> None:
    """They hold after every event of the shipped active threat."""
    prepared = prepare(*open_scenario("school-active-threat"))
    watch_to_the_end(Run(prepared, 31, automatic(commander)))
