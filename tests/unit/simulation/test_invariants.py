"""What must hold of every incident, whoever commands and whatever is ordered."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import tiny
from tests.invariants import Watch, each_event
from warmzone.doctrine.commanders import NAMES, automatic
from warmzone.scenario.library import open_scenario
from warmzone.simulation.lower import prepare
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.orders import Order, Verb

THREATS = ("active", "silent", "over", "none")


def watch_to_the_end(run: Run) -> None:
    """Look after every event."""
    watch = Watch(run)
    for _ in each_event(run):
        watch.look()
    watch.look()


@given(st.integers(0, 2**32 - 1), st.sampled_from(THREATS), st.sampled_from(NAMES))
@settings(max_examples=25, deadline=None)
def test_under_every_commander(seed: int, threat: str, commander: str) -> None:
    """The invariants hold after every event of a small incident under any commander and seed."""
    watch_to_the_end(tiny.fresh(threat, seed, commander))


def careless_order(dice: np.random.Generator) -> Order:
    """An order that may make no sense."""
    verb = Verb(int(dice.integers(0, len(Verb))))
    values = [int(dice.integers(-1, most)) for most in (7, 10, 7)]
    return Order(Seat.TACTICAL, verb, values[0], values[1], values[2], int(dice.integers(0, 5)))


@given(st.integers(0, 2**32 - 1), st.sampled_from(THREATS))
@settings(max_examples=25, deadline=None)
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


@pytest.mark.slow
@pytest.mark.parametrize("commander", ["interior", "command-post"])
def test_in_the_school(commander: str) -> None:
    """They hold after every event of the shipped active threat."""
    prepared = prepare(*open_scenario("school-active-threat"))
    watch_to_the_end(Run(prepared, 31, automatic(commander)))
