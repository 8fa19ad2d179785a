"""Walkers stay in worlds that told the same, are carried on, and say how it went."""

from dataclasses import dataclass, field
from functools import cache

import numpy as np
import pytest

from tests import tiny
from tests.compiled import machine
from tests.logged import logged
from warmzone.review.rebuild import Terms, rebuild
from warmzone.review.worth.fits import Ended, Fit, Incident, fit_before, fit_until
from warmzone.review.worth.latent import World
from warmzone.review.worth.walkers import Walkers, how_it_went, walkers
from warmzone.review.worth.worth import Matter, matter_of
from warmzone.simulation.results import version
from warmzone.simulation.worlds import MOMENT_MS, Move
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
        fit = fit_before(incident(), decision)
        assert fit.played(incident().true).fits
        assert fit.state(incident().true).tobytes() == moment.state.tobytes()


@pytest.mark.slow
def test_walkers_stay_in_worlds_that_tell_the_same() -> None:
    """At each decision every world fits, and they are other worlds; each half goes its own way."""
    crowd = walkers(incident(), NUMBER)
    assert crowd.distinct == 1.0
    for decision in [one for one in matter().decisions if one.kind == "order"]:
        fit = crowd.to(decision)
        assert all(fit.played(world).fits for world in crowd.worlds)
        assert crowd.distinct > NUMBER / 2
        assert all(len(family) == NUMBER for family in crowd.families)
        assert all((family % 2 == np.arange(NUMBER) % 2).all() for family in crowd.families)
    tried, taken = crowd.tally.sum(axis=0)
    assert 0 < taken < tried
    assert crowd.tally[Move.LATE, 1] > 0
    assert crowd.segments > len(matter().decisions) / 2
    told = how_it_went(crowd, 1.05)
    assert f"{NUMBER} worlds" in told[0]


@pytest.mark.slow
def test_the_same_walk_is_walked_again() -> None:
    """World for world: nothing hangs on threads."""
    decision = next(one for one in matter().decisions if one.kind == "order")
    marks = []
    for _ in range(2):
        crowd = walkers(incident(), 4, moves=(30, 5))
        crowd.to(decision)
        marks.append([one.mark for one in crowd.worlds])
    assert marks[0] == marks[1]


@dataclass
class Six(Walkers):
    """Walkers of whom only those fit, and who stay where they are."""

    walked: list[int] = field(default_factory=list)

    def carry(self, _fit: Fit, moves: int) -> None:
        """Stay."""
        self.walked.append(moves)


def after(fits: tuple[bool, ...]) -> Six:
    """Six in worlds of their own, carried to a time at which those fit."""
    crowd = Six(incident(), [world(k) for k in range(1, 7)], (9, 2))
    crowd.segment(fit_until(incident(), 100_000), [Ended(fit, 0) for fit in fits])
    assert crowd.at_ms == 100_000
    return crowd


def world(number: int) -> World:
    """A world of its own."""
    true = incident().true
    return World(np.full_like(true.seeds, number), true.epochs)


def places(crowd: Walkers) -> list[int]:
    """Whose world each has."""
    return [int(one.seeds[0, 0]) for one in crowd.worlds]


def test_who_no_longer_fits_takes_another_world_of_the_same_half() -> None:
    """Who fits stays where they are and is taken equally often; halves never mix."""
    assert places(after((True,) * 6)) == [1, 2, 3, 4, 5, 6]
    crowd = after((True, True, False, False, True, False))
    found = places(crowd)
    assert (found[0], found[4]) == (1, 5)
    assert found[2] in (1, 5)
    assert found[1::2] == [2, 2, 2]
    assert [int(k) + 1 for k in crowd.families[0]] == found
    assert crowd.walked == [2]


def test_where_nobody_of_a_half_fits_all_begin_again() -> None:
    """From the true world, whoever of the other half still fits."""
    crowd = after((False, True, False, True, False, True))
    assert places(crowd) == [0] * 6
    assert crowd.walked == [9, 9, 2]
    assert crowd.begun == 1


def test_a_segment_ends_where_enough_still_fit() -> None:
    """At the goal where they fit there; else at the end of a moment; at least one moment on."""
    crowd = Six(incident(), [world(k) for k in range(1, 9)])
    goal = fit_until(incident(), 500_000)

    def ends(*played: int) -> int:
        return crowd.nearer(goal, [Ended(fits=False, played_ms=at) for at in played]).at_ms

    assert ends(*[150_000] * 8) == 7 * MOMENT_MS - 1
    assert ends(*[150_000] * 2, *[90_000] * 6) == 7 * MOMENT_MS - 1
    assert ends(150_000, *[90_000] * 7) == 4 * MOMENT_MS - 1
    assert ends(*[0] * 8) == MOMENT_MS - 1
    crowd.at_ms = 7 * MOMENT_MS - 1
    assert ends(*[0] * 8) == 8 * MOMENT_MS - 1
    crowd.at_ms = 490_000
    assert ends(*[0] * 8) == goal.at_ms


def test_a_walker_in_the_true_world_has_drawn_nothing() -> None:
    """0 of its luck is drawn again; one more for each block and each moment."""
    world = incident().true
    assert world.drawn == 0
    world.seeds[0, 3] = np.uint64(9)
    world.epochs[2] = 7
    assert world.drawn == 2
