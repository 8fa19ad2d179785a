"""A buffer that has been played is empty again after it is wiped, whatever was said in it."""

import numpy as np
import pytest

from tests import tiny
from warmzone.doctrine.commanders import automatic
from warmzone.kernel.arrays import State
from warmzone.kernel.setup import begin
from warmzone.simulation.layout import new_buffer, view_state
from warmzone.simulation.rollout import STRETCHES, Crew, in_use, play, rewind, wipe
from warmzone.simulation.run import Automatic


def played(commander: str, seed: int, until_ms: int) -> tuple[np.ndarray, State]:
    """A buffer in which the small incident has been played that far, and its tables."""
    prepared = tiny.prepared("active")
    buffer = new_buffer(prepared.layout)
    state = view_state(prepared.layout, buffer)
    state.openings[:] = prepared.world.openings
    who: Automatic = automatic(commander)
    crew: Crew = who.crew
    with np.errstate(over="ignore"):
        begin(state, prepared.world, np.uint64(seed), 1)
        play(state, prepared.world, who.tactical, who.medical, crew, until_ms)
    return buffer, state


@pytest.mark.parametrize("commander", ["nobody", "interior"])
def test_a_wiped_buffer_is_zero(commander: str) -> None:
    """Every byte, the long tables' scratch rows and the calendar included."""
    prepared = tiny.prepared("active")
    buffer, state = played(commander, 3, prepared.end_ms)
    assert int(state.clock[0]["reports"]) > 5
    wipe(state, prepared.world, buffer)
    assert not buffer.any()


@pytest.mark.parametrize("until_ms", [1, 200_000, 900_000])
def test_what_is_in_use_is_whole_words(until_ms: int) -> None:
    """States are copied by words of eight bytes: no stretch begins or ends within one."""
    prepared = tiny.prepared("active")
    buffer, state = played("interior", 3, until_ms)
    for k in range(STRETCHES):
        begins, ends = in_use(state, prepared.world, k, len(buffer))
        assert (begins % 8, ends % 8) == (0, 0)
        assert 0 <= begins <= ends <= len(buffer)


@pytest.mark.parametrize("so_far_ms", [0, 200_000, 900_000])
def test_a_state_is_put_back_to_the_byte(so_far_ms: int) -> None:
    """Whether the buffer was empty, or had been played less far or farther than what was saved."""
    prepared = tiny.prepared("active")
    saved, _ = played("interior", 5, 500_000)
    buffer = new_buffer(prepared.layout)
    state = view_state(prepared.layout, buffer)
    if so_far_ms:
        buffer, state = played("interior", 3, so_far_ms)
    assert buffer.tobytes() != saved.tobytes()
    rewind(state, prepared.world, buffer, saved)
    assert buffer.tobytes() == saved.tobytes()
