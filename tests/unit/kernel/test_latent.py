"""A block drawn again with the incident's own seed changes nothing; with another, that block."""

import numpy as np
import pytest

from tests import tiny
from warmzone.kernel.arrays import State
from warmzone.kernel.latent import (
    BLOCKS,
    FROM_NOTHING,
    OF_A_PERSON,
    Block,
    begin_anew,
    draw_again,
    is_begun_anew,
)
from warmzone.simulation.layout import view_state

SEED = 4
MOST = 32


def start(threat: str) -> np.ndarray:
    """A small incident at its start: uint8[bytes]."""
    return np.frombuffer(tiny.by_person(threat, SEED).snapshot()[8:], np.uint8).copy()


def drawn(threat: str, seeds: np.ndarray) -> tuple[np.ndarray, State]:
    """That incident with those blocks drawn again."""
    buffer = start(threat)
    world, state = tiny.prepared(threat).world, view_state(tiny.prepared(threat).layout, buffer)
    with np.errstate(over="ignore"):
        if is_begun_anew(seeds):
            buffer[:] = 0
            state.openings[: len(world.openings)] = world.openings
            begin_anew(state, world, np.uint64(SEED), 0, seeds)
        draw_again(state, world, seeds)
    return buffer, state


def seeded(block: Block, seed: int) -> np.ndarray:
    """Every block of a kind with one seed."""
    seeds = np.zeros((BLOCKS, MOST), np.uint64)
    seeds[block] = seed
    return seeds


def test_there_is_a_row_for_each_block() -> None:
    """As many as are counted, those about a person first."""
    assert len(Block) == BLOCKS
    assert sorted(Block)[:OF_A_PERSON] == [Block.PLACE, Block.WOUND, Block.REACH, Block.CLOCK]


@pytest.mark.parametrize("threat", ["active", "silent", "over"])
@pytest.mark.parametrize("block", list(Block))
def test_the_own_seed_gives_the_same_start(threat: str, block: Block) -> None:
    """To the byte, whichever block is drawn: what is drawn again is what was drawn at the start."""
    assert drawn(threat, seeded(block, SEED))[0].tobytes() == start(threat).tobytes()


def test_without_a_seed_nothing_is_drawn() -> None:
    """0 everywhere is the incident as it was."""
    none = np.zeros((BLOCKS, MOST), np.uint64)
    assert drawn("active", none)[0].tobytes() == start("active").tobytes()


CHANGES = {
    Block.PLACE: ("people", "area"),
    Block.WOUND: ("people", "wound"),
    Block.REACH: ("people", "exposure_threshold"),
    Block.CLOCK: ("people", "death_threshold"),
    Block.NEED: ("hazard", "contact_threshold"),
    Block.LASTING: ("hazard", "active_until_ms"),
    Block.CARS: ("teams", "people"),
}


@pytest.mark.parametrize("block", list(CHANGES))
def test_another_seed_draws_that_and_nothing_else(block: Block) -> None:
    """What the block is named after is another in some seeds; the other blocks' is as it was."""
    before = view_state(tiny.prepared("active").layout, start("active"))
    changed = dict.fromkeys(CHANGES, False)
    for seed in range(11, 19):
        _, after = drawn("active", seeded(block, seed))
        assert int(after.clock[0]["seed"]) == SEED
        for other, (table, name) in CHANGES.items():
            same = getattr(after, table)[name].tolist() == getattr(before, table)[name].tolist()
            changed[other] |= not same
    assert changed == {other: other == block for other in CHANGES}


@pytest.mark.parametrize("threat", ["active", "silent"])
def test_the_hazard_begins_elsewhere(threat: str) -> None:
    """In some worlds."""
    places = {
        int(drawn(threat, seeded(Block.ORIGIN, seed))[1].hazard[0]["area"]) for seed in range(9, 21)
    }
    assert len(places) > 1


def test_the_hazard_first_moves_at_another_time() -> None:
    """From where it began."""
    truth = view_state(tiny.prepared("active").layout, start("active"))
    later = drawn("active", seeded(Block.PATH, 9))[1]
    assert int(later.hazard[0]["area"]) == int(truth.hazard[0]["area"])
    assert later.times.tolist() != truth.times.tolist()


def test_what_is_begun_from_nothing() -> None:
    """The blocks from a number on, and no other."""
    assert [block for block in Block if is_begun_anew(seeded(block, 9))] == list(Block)[
        FROM_NOTHING:
    ]
