"""A buffer that has been played is empty again after it is wiped, whatever was said in it."""

import numpy as np
import pytest

from tests import tiny
from warmzone.doctrine.commanders import automatic
from warmzone.kernel.setup import begin
from warmzone.simulation.layout import new_buffer, view_state
from warmzone.simulation.rollout import Crew, play, wipe
from warmzone.simulation.run import Automatic


@pytest.mark.parametrize("commander", ["nobody", "interior"])
def test_a_wiped_buffer_is_zero(commander: str) -> None:
    """Every byte, the long tables' scratch rows and the calendar included."""
    prepared = tiny.prepared("active")
    buffer = new_buffer(prepared.layout)
    state = view_state(prepared.layout, buffer)
    state.openings[:] = prepared.world.openings
    who: Automatic = automatic(commander)
    crew: Crew = who.crew
    with np.errstate(over="ignore"):
        begin(state, prepared.world, np.uint64(3), 1)
        play(state, prepared.world, who.tactical, who.medical, crew, prepared.end_ms)
    assert int(state.clock[0]["reports"]) > 5
    wipe(state, prepared.world, buffer)
    assert not buffer.any()
