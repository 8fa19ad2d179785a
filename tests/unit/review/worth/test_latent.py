"""A block drawn again with the incident's own seed changes nothing; with another, that block."""

import numpy as np
import pytest

from tests import tiny
from warmzone.review.worth.latent import CARS, CLOCK, KINDS, PAIR, PATH, PERSON, World, moved
from warmzone.simulation.layout import view_state

SEED = 4


class Own:
    """Luck that gives the incident's own seed, and otherwise chooses at random."""

    def __init__(self, choices: int) -> None:
        self._other = np.random.default_rng(choices)

    def integers(self, high: int) -> int:
        """A seed is the own one; anything else is chosen."""
        return SEED if high == 1 << 62 else int(self._other.integers(high))

    def choice(self, *about: object, **more: object) -> np.ndarray:
        """Whoever is chosen."""
        return self._other.choice(*about, **more)  # type: ignore[call-overload,no-any-return]


def start(threat: str) -> World:
    """A small incident at its start."""
    run = tiny.by_person(threat, SEED)
    return World(np.frombuffer(run.snapshot()[8:], np.uint8).copy())


@pytest.mark.parametrize("threat", ["active", "silent", "over"])
@pytest.mark.parametrize("kind", list(dict.fromkeys(KINDS)))
def test_the_own_seed_gives_the_same_start(threat: str, kind: str) -> None:
    """To the byte, whichever block is drawn: what is drawn again is what was drawn at the start."""
    world = start(threat)
    for choices in range(4):
        luck: np.random.Generator = Own(choices)  # type: ignore[assignment]
        assert moved(tiny.prepared(threat), world, kind, luck).start.tobytes() == (
            world.start.tobytes()
        )


@pytest.mark.parametrize("kind", [PERSON, PAIR, CLOCK, CARS])
def test_another_seed_gives_another_world(kind: str) -> None:
    """The old world is left as it was, and the new one has another mark."""
    world, luck = start("active"), np.random.default_rng(2)
    before = world.start.tobytes()
    other = moved(tiny.prepared("active"), world, kind, luck)
    assert world.start.tobytes() == before != other.start.tobytes()
    assert other.mark != world.mark
    changed = view_state(tiny.prepared("active").layout, other.start)
    assert int(changed.clock[0]["seed"]) == SEED


def test_a_person_drawn_anew_has_a_new_clock_too() -> None:
    """Of two draws of the same block the later counts; a whole person replaces their clock."""
    world = World(np.zeros(1, np.uint8))
    world = world.noted([(CLOCK, 3)], 11).noted([(CLOCK, 3)], 12)
    assert world.seeds == ((CLOCK, 3, 12),)
    assert world.noted([(PERSON, 3)], 13).seeds == ((PERSON, 3, 13),)
    assert len(world.noted([(PERSON, 2)], 13).seeds) == 2


@pytest.mark.parametrize("threat", ["active", "silent"])
def test_the_hazard_goes_another_way(threat: str) -> None:
    """A silent one begins elsewhere in some worlds; each one's moves are others from then on."""
    world, places, counted = start(threat), set(), set()
    for number in range(12):
        luck = np.random.default_rng(number)
        other = moved(tiny.prepared(threat), world, PATH, luck)
        hazard = view_state(tiny.prepared(threat).layout, other.start.copy()).hazard[0]
        places.add(int(hazard["area"]))
        counted.add(int(hazard["moves"]))
        assert other.mark != world.mark
    assert len(counted) == 12
    assert (len(places) > 1) == (threat == "silent")


def test_where_all_is_over_there_is_no_way_to_draw_again() -> None:
    """Nothing is noted, so the world counts as the same."""
    world = start("over")
    assert moved(tiny.prepared("over"), world, PATH, np.random.default_rng(1)).mark == world.mark
