"""What a learner can do in a step: one order, or none, as five whole numbers."""

import numpy as np
from gymnasium import spaces

from warmzone.simulation.lower import Prepared
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.orders import Order, Verb

VALUES = (0, 1, 2, 3, 4, 5, 6, 7, 30, 60, 120, 180, 300, 600)
"""The values that an order can carry here: codes, yes or no, or seconds."""


def act_space(prepared: Prepared) -> spaces.MultiDiscrete:
    """Verb, team, area, other team (each 0 for none, else its index plus one), place in VALUES."""
    sizes = prepared.layout.sizes
    return spaces.MultiDiscrete(
        [len(Verb) + 1, sizes.teams + 1, sizes.areas + 1, sizes.teams + 1, len(VALUES)]
    )


def order_of(act: np.ndarray, seat: Seat) -> Order | None:
    """The order of a seat that an act stands for; None for saying nothing."""
    verb, team, area, other, value = (int(each) for each in act)
    if verb == 0:
        return None
    return Order(seat, Verb(verb - 1), team - 1, area - 1, other - 1, VALUES[value])


def act_of(order: np.void) -> np.ndarray | None:
    """The act of an order as policies write them; None where its value is not in VALUES."""
    value = int(order["value"])
    if value not in VALUES:
        return None
    parts = (int(order[name]) + 1 for name in ("verb", "team", "area", "other_team"))
    return np.array([*parts, VALUES.index(value)], np.int64)


NOTHING = np.zeros(5, np.int64)
"""The act of saying nothing."""
