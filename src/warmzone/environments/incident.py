"""One incident with seats left to learners: begun by a seed, moved by steps, scored at its end."""

import numpy as np

from warmzone.doctrine.commanders import automatic
from warmzone.environments.acts import order_of
from warmzone.kernel.events import NEVER, EventKind, schedule
from warmzone.simulation.lower import Prepared
from warmzone.simulation.machine import PLAIN, Machine
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.orders import Refusal

STEP_S = 5.0
"""Simulated seconds between two acts: about the time in which one order is said."""


def begin(prepared: Prepared, seed: int, seats: tuple[Seat, ...], machine: Machine = PLAIN) -> Run:
    """An incident at its first moment; the other seat is the shipped commander's."""
    run = Run(prepared, seed, automatic("interior"), machine=machine)
    for seat in seats:
        run.state.seats[seat]["automatic"] = 0
        slot = int(prepared.world.layout[0]["slot"][EventKind.DECIDE]) + seat
        schedule(run.state.times, run.state.winners, slot, int(NEVER))
    return run


def act(run: Run, seat: Seat, choice: np.ndarray) -> Refusal:
    """Give what a seat chose; saying nothing is always accepted."""
    order = order_of(choice, seat)
    return Refusal.ACCEPTED if order is None else run.give(order)


def move(run: Run, step_s: float) -> None:
    """Let a step's time go by."""
    run.advance(run.now_ms + int(1000.0 * step_s))


def reward(run: Run) -> float:
    """At the end of play less the deaths among the savable, followed to 24 hours; nought before."""
    if not run.ended:
        return 0.0
    return -float(run.outcome_row()[0]["savable_deaths"])


def seed_from(random: np.random.Generator) -> int:
    """The luck of the next incident."""
    return int(random.integers(2**63))
