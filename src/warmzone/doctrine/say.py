"""Writing orders into the rows that a policy returns."""

import numpy as np

from warmzone.kernel.compiled import compiled


@compiled
def say(orders_out: np.ndarray, verb: int, what: tuple[int, int, int, int]) -> bool:
    """Write an order (team, area, other team, value) into the first free row; False where full."""
    for k in range(len(orders_out)):
        row = orders_out[k]
        if row["verb"] < 0:
            row["verb"] = verb
            row["team"] = what[0]
            row["area"] = what[1]
            row["other_team"] = what[2]
            row["value"] = what[3]
            return True
    return False


@compiled
def is_said(orders_out: np.ndarray, verb: int, area: int, other: int) -> bool:
    """Whether an order of that verb about an area and an other team is written already."""
    for k in range(len(orders_out)):
        row = orders_out[k]
        if row["verb"] == verb and row["area"] == area and row["other_team"] == other:
            return True
    return False
