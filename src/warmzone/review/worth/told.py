"""What a seat has been told, as one string of bytes: equal where it heard the same."""

import numpy as np

from warmzone.kernel.arrays import State
from warmzone.vocabulary.codes import Seat

BIN_MS = 20_000
"""Times of hearing count as the same within bins of this width: the one approximation."""

_SAID = ("kind", "team", "area", "source", "status", "able", "flag")


def told(state: State, seat: Seat = Seat.TACTICAL) -> bytes:
    """Every report heard and every answer to an order, with its time within a bin."""
    reports = state.reports[: int(state.clock[0]["reports"])]
    reports = reports[reports["heard_ms"][:, seat] >= 0]
    heard = [reports["heard_ms"][:, seat] // BIN_MS, *(reports[name] for name in _SAID)]
    heard += [reports["counts"][:, k] for k in range(reports["counts"].shape[1])]
    orders = state.orders[: int(state.clock[0]["orders"])]
    orders = orders[orders["seat"] == seat]
    answers = [
        orders["given_ms"],
        orders["verb"],
        orders["team"],
        np.where(orders["acked_ms"] >= 0, orders["acked_ms"] // BIN_MS, -1),
        orders["ack_task"],
    ]
    return _sorted(heard) + b"|" + _sorted(answers)


def _sorted(columns: list[np.ndarray]) -> bytes:
    """Rows in one order whatever order they came in within a bin."""
    table = np.stack([np.asarray(one, np.int64) for one in columns], axis=1)
    return table[np.lexsort(table.T[::-1])].tobytes()
