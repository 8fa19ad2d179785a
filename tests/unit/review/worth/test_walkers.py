"""Walkers stay in worlds that told the same, are carried on, and say how it went."""

from functools import cache

import numpy as np
import pytest

from tests import tiny
from tests.compiled import machine
from tests.logged import logged
from warmzone.review.rebuild import Terms, rebuild
from warmzone.review.worth.latent import World
from warmzone.review.worth.walkers import (
    FIRST_MOVES,
    MOVES,
    Ended,
    Fit,
    Incident,
    Walkers,
    how_it_went,
    walkers,
)
from warmzone.review.worth.worth import Matter, matter_of
from warmzone.simulation.results import version
from warmzone.simulation.worlds import Move
from warmzone.vocabulary.codes import CommandPlace
from warmzone.vocabulary.orders import Verb

SAID = (
    (200.0, Verb.TAKE_COMMAND, -1, -1, -1, int(CommandPlace.INSIDE)),
    (260.0, Verb.TREAT, 0, tiny.ROOM_A, -1, 0),
    (420.0, Verb.CARRY, 0, tiny.ROOM_A, -1, 0),
)
NUMBER = 24


@cache
def matter() -> Matter:
    """A small exercise with three orders."""
    terms = Terms(version(), lambda _prepared: machine())
    return matter_of(rebuild(*logged(SAID), lambda _run: None, terms))


def incident() -> Incident:
    """What its worlds are played on."""
    return Incident(matter().rebuilt, tuple(matter().given), matter().table)


@pytest.mark.slow
def test_the_true_world_reaches_what_the_exercise_reached() -> None:
    """Before every decision, to the byte; and it fits."""
    for decision, moment in matter().kept.by_decision.items():
        ended = Fit(incident(), decision).walked(incident().true)
        assert ended.fits
        assert ended.state.tobytes() == moment.state.tobytes()


@pytest.mark.slow
def test_walkers_stay_in_worlds_that_tell_the_same() -> None:
    """At each decision every world fits, and they are other worlds; each half goes its own way."""
    crowd = walkers(incident(), NUMBER)
    assert crowd.effective == 1.0
    for decision in [one for one in matter().decisions if one.kind == "order"]:
        fit = crowd.to(decision)
        assert all(fit.walked(world).fits for world in crowd.worlds)
        reached = [fit.walked(world).state.tobytes() for world in crowd.worlds]
        assert reached == [state.tobytes() for state in crowd.states]
        assert crowd.effective > NUMBER / 2
    tried, taken = crowd.tally.sum(axis=0)
    assert 0 < taken < tried
    assert crowd.tally[Move.REST, 1] > 0
    told = how_it_went(crowd, 1.05)
    assert f"{NUMBER} worlds" in told[0]
    assert "how many people there are" in told[1]


@pytest.mark.slow
def test_the_same_walk_is_walked_again() -> None:
    """World for world: nothing hangs on threads."""
    decision = next(one for one in matter().decisions if one.kind == "order")
    marks = []
    for _ in range(2):
        crowd = walkers(incident(), 4, moves=(30, 10))
        crowd.to(decision)
        marks.append([one.mark for one in crowd.worlds])
    assert marks[0] == marks[1]


def after(fits: tuple[bool, ...]) -> list[int]:
    """Whose world each of six has once they are carried to a decision at which those fit."""
    moved: list[int] = []

    class Six(Walkers):
        def _each(self, _fit: Fit, moves: int) -> list[Ended]:
            moved.append(moves)
            fit = fits if len(moved) == 1 else (True,) * 6
            state, tally = np.zeros(1, np.uint8), np.zeros((len(Move), 2), np.int64)
            return [Ended(w, state, f, tally) for w, f in zip(self.worlds, fit, strict=True)]

    worlds = [World(np.full((1, 1), k, np.uint64), np.zeros(1, np.int64)) for k in range(1, 7)]
    crowd = Six(incident(), worlds, rounds=1)
    crowd.to(matter().decisions[0])
    assert moved == ([0, MOVES] if any(fits[0::2]) and any(fits[1::2]) else [0, *[FIRST_MOVES] * 2])
    return [int(one.seeds[0, 0]) for one in crowd.worlds]


@pytest.mark.slow
def test_who_no_longer_fits_takes_another_world_of_the_same_half() -> None:
    """Who fits stays where they are; the halves never take each other's worlds."""
    assert after((True,) * 6) == [1, 2, 3, 4, 5, 6]
    found = after((True, True, False, False, True, False))
    assert (found[0], found[4]) == (1, 5)
    assert found[2] in (1, 5)
    assert found[1::2] == [2, 2, 2]


@pytest.mark.slow
def test_where_nobody_of_a_half_fits_all_begin_again() -> None:
    """From the true world, whoever of the other half still fits."""
    assert after((False, True, False, True, False, True)) == [0] * 6


def test_a_walker_in_the_true_world_has_drawn_nothing() -> None:
    """0 of its luck is drawn again; one more for each block and each moment."""
    world = incident().true
    assert world.drawn == 0
    world.seeds[0, 3] = np.uint64(9)
    world.epochs[2] = 7
    assert world.drawn == 2
