"""A decision over worlds that told the same: picked apart, priced apart, or not told."""

import warnings
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache

import numpy as np
import pytest

from tests import tiny
from tests.logged import logged
from warmzone.review.rebuild import Terms, rebuild
from warmzone.review.worth.decisions import Decision
from warmzone.review.worth.fits import Fit, Incident, fit_before
from warmzone.review.worth.known import APART, ENOUGH, FURTHER_MOST, Over, know, over_worlds
from warmzone.review.worth.latent import World
from warmzone.review.worth.questions import question
from warmzone.review.worth.race import Question
from warmzone.review.worth.replays import Course
from warmzone.review.worth.shapes import Known
from warmzone.review.worth.walkers import Walkers, walkers
from warmzone.review.worth.worth import Matter, matter_of
from warmzone.simulation.branch import empty_outcomes
from warmzone.simulation.results import version
from warmzone.vocabulary.codes import CommandPlace
from warmzone.vocabulary.orders import Verb

SAID = (
    (200.0, Verb.TAKE_COMMAND, -1, -1, -1, int(CommandPlace.INSIDE)),
    (260.0, Verb.TREAT, 0, tiny.ROOM_A, -1, 0),
    (420.0, Verb.CARRY, 0, tiny.ROOM_A, -1, 0),
)


@cache
def matter() -> Matter:
    """A small exercise with three orders."""
    return matter_of(rebuild(*logged(SAID), lambda _run: None, Terms(version())))


def incident() -> Incident:
    """What its worlds are played on."""
    return Incident(matter().rebuilt, tuple(matter().given), matter().table)


@cache
def first_order() -> Question:
    """The first order as a question."""
    order = next(one for one in matter().decisions if one.kind == "order")
    return question(order, matter().kept.by_decision[order], (), matter().table)


@dataclass
class Crowd(Walkers):
    """Walkers who stand where they are put: how far apart at first and after walking on further."""

    places: tuple[tuple[int, ...], ...] = ()
    further: int = 0

    def to(self, decision: Decision) -> Fit:
        """Stand in the first places."""
        self._stand(self.places[0])
        return Standing(fit_before(self.incident, decision), self)  # type: ignore[return-value]

    def carry(self, _fit: Fit, _moves: int) -> None:
        """Stand in the next places."""
        self.further += 1
        self._stand(self.places[min(self.further, len(self.places) - 1)])

    def _stand(self, places: tuple[int, ...]) -> None:
        self.worlds = [world(k, place) for k, place in enumerate(places)]


@dataclass(frozen=True)
class Standing:
    """A fit in which a world's state is where its walker stands."""

    fit: Fit
    crowd: "Crowd"

    def state(self, one: World) -> np.ndarray:
        """The place."""
        return np.array([one.epochs[0]], np.uint8)


def world(number: int, place: int) -> World:
    """A world of its own, at a place."""
    return World(np.full((1, 1), number, np.uint64), np.array([place], np.int64))


@dataclass(frozen=True)
class Way:
    """A course from a state, with the luck of its replays."""

    course: Course
    saved: np.ndarray = field(default_factory=lambda: np.zeros(1))
    epochs: np.ndarray = field(default_factory=lambda: np.zeros(1))

    def _replace(self, saved: np.ndarray, epochs: np.ndarray) -> "Way":
        return Way(self.course, saved, epochs)

    def ended(self, deaths: float) -> np.ndarray:
        """So many deaths in every replay: OUTCOME[epochs]."""
        rows = empty_outcomes(len(self.epochs))
        rows["deaths"] = deaths
        return rows


@dataclass(frozen=True)
class Sheet:
    """A table on which nothing is played."""

    def branch(self, course: Course) -> Way:
        """The course, from nowhere yet."""
        return Way(course)

    def each(self, function: Callable[[int], list[float]], items: range) -> list[list[float]]:
        """One after another."""
        return [function(one) for one in items]


@dataclass(frozen=True)
class Deadly(Sheet):
    """As many die as the state says, but for one saved by an alternative."""

    def gone_on(self, way: Way) -> np.ndarray:
        """What was done is said first in the course."""
        script, asked = way.course.script, first_order().decision.order
        saved = script[0].order != asked if script else True
        return way.ended(float(way.saved[0]) - saved)


def told_from(*places: tuple[int, ...]) -> tuple[Known, Crowd]:
    """What is told of walkers who stand there, and then there."""
    made = replace(incident(), table=Deadly())  # type: ignore[arg-type]
    crowd = Crowd(made, [], places=places)
    asked = first_order()
    return know(asked, crowd, [str(k) for k in range(len(asked.alternatives))]), crowd


MIXED = tuple(3 + k // 2 % 5 for k in range(240))
TORN = tuple(3 + 3 * (k % 2) + k // 2 % 2 for k in range(240))


def test_halves_that_are_together_tell_a_number() -> None:
    """Everybody dies once less under the alternative, in every world; nobody walks further."""
    told, crowd = told_from(MIXED)
    assert told.cost is not None
    assert told.cost.mean == 1.0
    assert told.r_hat is not None
    assert told.r_hat <= APART
    assert crowd.further == 0


def test_halves_that_are_apart_walk_on_and_are_looked_at_again() -> None:
    """Together after walking on: a number; never together: none, and so often at most."""
    told, crowd = told_from(TORN, TORN, MIXED)
    assert (told.cost is not None, crowd.further) == (True, 2)
    told, crowd = told_from(TORN)
    assert (told.cost, crowd.further) == (None, FURTHER_MOST)
    assert told.r_hat is not None
    assert told.r_hat > APART


@pytest.mark.slow
def test_no_number_from_too_few_worlds() -> None:
    """Fewer different worlds than are wanted give no cost, and say how many there were."""
    asked = first_order()
    told = know(asked, walkers(incident(), 4, moves=(2, 1)), [""] * len(asked.alternatives))
    assert told.cost is None
    assert told.worlds == 4
    assert told.effective <= 4 < ENOUGH


def test_walkers_who_come_from_one_world_are_one_finding_where_they_are_alike() -> None:
    """Twice as many walkers in the same worlds leave the interval as wide as it was."""
    lost = np.random.default_rng(3).normal(0.3, 1.0, 60)
    once = over_worlds(lost, [np.arange(60)])
    twice = over_worlds(np.tile(lost, 2), [np.tile(np.arange(60), 2)])
    assert (twice.low, twice.high) == pytest.approx((once.low, once.high), abs=0.01)
    apart = over_worlds(np.tile(lost, 2), [])
    assert apart.high - apart.low < 0.8 * (once.high - once.low)
    assert over_worlds(np.zeros(60), []).mean == 0.0


@dataclass(frozen=True)
class Told(Sheet):
    """The best course hangs on the world: one saves here, the other there."""

    def gone_on(self, way: Way) -> np.ndarray:
        """Nobody dies in a course's own worlds."""
        mine = way.saved[0] % 2 == way.course.resume_ms
        return way.ended(0.0 if mine else 1.0)


def test_the_best_is_picked_over_the_worlds_and_not_over_the_true_one() -> None:
    """Of two courses the one that is best in most of the worlds, whatever the truth is."""
    asked = replace(first_order(), alternatives=())
    over = Over(asked, lambda k: np.array([k % 3 == 0], np.uint8), Told())  # type: ignore[arg-type]
    courses = [Course(asked.moment, (), best_in) for best_in in (1, 0)]
    assert over.picked(courses, range(30)) == 1
    assert over.picked(courses, range(0, 30, 3)) == 0


def test_the_only_course_is_picked_without_a_race() -> None:
    """Nothing is played for it."""
    over = Over(replace(first_order(), alternatives=()), lambda _k: np.zeros(0), Told())  # type: ignore[arg-type]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert over.picked([Course(first_order().moment, (), 0)], range(30)) == 0
