"""Going on from a saved state: what was said, then a commander, is one function for all."""

import numpy as np

from tests import tiny
from warmzone.doctrine.commanders import automatic
from warmzone.doctrine.going_on import Stage, branch_of, order_rows
from warmzone.simulation.branch import empty_outcomes, empty_script
from warmzone.simulation.machine import PLAIN
from warmzone.simulation.run import Run

AT_MS = 120_000


def test_the_same_luck_gives_the_same_end_and_other_luck_another() -> None:
    """A row hangs on the branch and its epoch alone; nobody decides before the commander does."""
    prepared, by = tiny.prepared("active"), automatic("interior")
    run = Run(prepared, 3, by)
    run.advance(AT_MS)
    saved = np.frombuffer(run.snapshot()[8:], np.uint8).copy()
    branch = branch_of(prepared, saved, (), empty_script(0), (AT_MS, AT_MS))
    assert branch.times.tolist() == [AT_MS, AT_MS, prepared.end_ms]
    rows = empty_outcomes(3)
    Stage(prepared, PLAIN, by).go_on(branch._replace(epochs=np.array([7, 8, 7])), rows)
    assert rows[0] == rows[2]
    assert rows[0] != rows[1]


def test_rows_are_read_in_the_order_of_an_order() -> None:
    """Seat, verb, team, area, other team, value."""
    script = empty_script(1)
    for k, name in enumerate(("seat", "verb", "team", "area", "other_team", "value"), 1):
        script[name] = k
    assert order_rows(script) == [(1, 2, 3, 4, 5, 6)]
