"""Many orders tried out at one moment, none of them given: the kernel's check over plain rows.

A field of a structured array costs the plain kernel a hundred times what a key of a dictionary
does. Somebody who asks of every verb and every team whether it may be said asks hundreds of times,
so the small tables are read out once and the same functions judge by those.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from warmzone.kernel.refusals import check_order
from warmzone.simulation.run import Run
from warmzone.vocabulary.orders import Order, Refusal

_STATE = ("clock", "zones", "teams", "corridor", "seats", "area_beliefs", "team_beliefs", "lanes")
_WORLD = ("profile", "areas", "edges", "openings")
"""The small tables that refusals read; the others are read where they lie, only more slowly."""

Try = Callable[[Order], Refusal]


class _Rows:
    """A table of plain rows that takes the indexes of an array: a row, or a pair."""

    def __init__(self, table: np.ndarray) -> None:
        self._rows: list[Any] = _plain(table)

    def __getitem__(self, index: Any) -> Any:
        if type(index) is tuple:
            return self._rows[index[0]][index[1]]
        return self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)


def trying(run: Run) -> Try:
    """What `Run.check` would say of orders at this moment; good until the run goes on."""
    state: Any = run.state._replace(**_tables(run.state, _STATE))
    world: Any = run.prepared.world._replace(**_tables(run.prepared.world, _WORLD))
    ended = run.ended

    def check(order: Order) -> Refusal:
        if ended:
            return Refusal.INCIDENT_OVER
        row = (int(order.seat), int(order.verb), order.team, order.area)
        return Refusal(int(check_order(state, world, (*row, order.other_team, order.value))))

    return check


def _tables(tables: Any, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: _Rows(getattr(tables, name)) for name in names}


def _plain(table: np.ndarray) -> list[Any]:
    names = table.dtype.names
    if names is None:
        return list(table.tolist())
    if table.ndim > 1:
        return [_plain(part) for part in table]
    return [dict(zip(names, row, strict=True)) for row in table.tolist()]
