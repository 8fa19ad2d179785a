"""Two policies to measure a learner against: acts at random, and a shipped commander."""

from collections.abc import Callable

import numpy as np

from warmzone.doctrine.commanders import automatic
from warmzone.environments.acts import NOTHING, act_of
from warmzone.environments.commander import CommanderEnv
from warmzone.kernel.arrays import ORDER, ORDERS_AT_ONCE
from warmzone.kernel.view import view_of
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat

Policy = Callable[[Run], np.ndarray]
"""From an incident, of which it reads the seat's view alone, to an act."""


def at_random(env: CommanderEnv, seed: int) -> Policy:
    """Any act, each as likely as the next."""
    env.action_space.seed(seed)
    return lambda _run: np.asarray(env.action_space.sample())


def as_commander(env: CommanderEnv, name: str) -> Policy:
    """A shipped commander, who says one order a step and forgets what it could not say in time."""
    crew = automatic(name)
    sizes = env.prepared.layout.sizes
    memory = np.zeros(64 + sizes.teams + 2 * sizes.areas, np.int64)
    orders = np.zeros(ORDERS_AT_ONCE, ORDER)
    orders["verb"] = -1
    again = [0]

    def decide(run: Run) -> np.ndarray:
        if not (orders["verb"] >= 0).any() and run.now_ms >= again[0]:
            view = view_of(run.state, run.prepared.world, Seat.TACTICAL, run.now_ms)
            with np.errstate(over="ignore"):
                crew.tactical(view, crew.crew.tactical, memory, orders)
            again[0] = run.now_ms + view.decision_ms
        for order in orders:
            if order["verb"] >= 0:
                act = act_of(order)
                order["verb"] = -1
                if act is not None:
                    return act
        return NOTHING

    return decide


def play(env: CommanderEnv, policy: Policy, seed: int) -> float:
    """The reward of one episode. `policy` must be new for each."""
    env.reset(seed=seed)
    total, over = 0.0, False
    while not over and env.run is not None:
        _, gained, over, _, _ = env.step(policy(env.run))
        total += gained
    return total
