"""Worlds that told the seat the same: reached as the exercise was, kept to, and counted."""

from dataclasses import dataclass
from functools import cache

import numpy as np
import pytest

from tests import tiny
from tests.logged import logged
from warmzone.review.rebuild import Terms, rebuild
from warmzone.review.worth.known import (
    ENOUGH,
    Fit,
    Incident,
    Over,
    how_it_went,
    know,
    over_worlds,
    walkers,
)
from warmzone.review.worth.latent import KINDS, PERSON
from warmzone.review.worth.questions import question
from warmzone.review.worth.race import Question
from warmzone.review.worth.replays import Course
from warmzone.review.worth.worth import Matter, matter_of
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


def test_the_true_world_reaches_what_the_exercise_reached() -> None:
    """Before every decision, to the byte."""
    found = incident()
    for decision, moment in matter().kept.by_decision.items():
        reached = found.reached(found.start(), decision)
        assert reached.tobytes() == moment.state.tobytes()


@pytest.mark.slow
def test_walkers_stay_in_worlds_that_tell_the_same() -> None:
    """After each step every world tells what the true one told, and some are other worlds."""
    crowd = walkers(incident(), 2)
    orders = [one for one in matter().decisions if one.kind == "order"]
    assert crowd.effective == 1.0
    for decision in orders[:2]:
        true = matter().kept.by_decision[decision]
        states = crowd.to(decision, true)
        heard = crowd.incident.heard(true.state)
        assert [crowd.incident.heard(state) for state in states] == [heard] * 2
        fit = Fit(crowd.incident, decision, heard)
        assert all(fit.fits(world) for world in crowd.worlds)
    assert crowd.effective > 1.0
    assert set(crowd.tally.tried) <= set(KINDS)
    assert "how many people there are" in how_it_went(crowd)[1]


@pytest.mark.slow
def test_a_world_that_tells_otherwise_does_not_fit() -> None:
    """Most other wounds and places of people who were reported are told apart."""
    found = incident()
    last = [one for one in matter().decisions if one.kind == "order"][-1]
    fit = Fit(found, last, found.heard(matter().kept.by_decision[last].state))
    luck = np.random.default_rng(1)
    fits = [fit.fits(fit.moved(found.start(), PERSON, luck)) for _ in range(12)]
    assert fit.fits(found.start())
    assert not all(fits)


@pytest.mark.slow
def test_no_number_from_too_few_worlds() -> None:
    """Fewer different worlds than are wanted give no cost, and say how many there were."""
    order = next(one for one in matter().decisions if one.kind == "order")
    asked = question(order, matter().kept.by_decision[order], (), matter().table)
    told = know(asked, walkers(incident(), 2), [""] * len(asked.alternatives))
    assert told.cost is None
    assert told.worlds == 2
    assert told.effective <= 2 < ENOUGH


def test_walkers_in_one_world_are_one_finding() -> None:
    """Twice as many walkers in the same worlds leave the interval as wide as it was."""
    lost = np.random.default_rng(3).normal(0.3, 1.0, 60)
    marks = [bytes([k]) for k in range(60)]
    once = over_worlds(lost, marks)
    twice = over_worlds(np.tile(lost, 2), marks * 2)
    assert (twice.low, twice.high) == pytest.approx((once.low, once.high))
    apart = over_worlds(np.tile(lost, 2), [bytes([k]) for k in range(120)])
    assert apart.high - apart.low < 0.8 * (once.high - once.low)
    assert over_worlds(lost, [b"one"] * 60).mean is None


@dataclass(frozen=True)
class Told:
    """A table on which the best course hangs on the world: one saves here, the other there."""

    workers: int = 1
    threads: int = 1

    def deaths(self, course: Course, epochs: range) -> np.ndarray:
        """Nobody dies in a course's own worlds."""
        mine = course.moment.state[0] % 2 == course.resume_ms
        return np.full(len(epochs), 0.0 if mine else 1.0)


def test_the_best_is_picked_over_the_worlds_and_not_over_the_true_one() -> None:
    """Of two courses the one that is best in most of the worlds, whatever the truth is."""
    asked = question_of_first_order()
    states = [np.array([k % 3 == 0], np.uint8) for k in range(30)]
    over = Over(asked, states, Told())  # type: ignore[arg-type]
    courses = [Course(asked.moment, (), best_in) for best_in in (1, 0)]
    assert over.picked(courses, range(30)) == 1
    assert over.picked(courses, range(0, 30, 3)) == 0


def question_of_first_order() -> Question:
    """The first order as a question without alternatives."""
    order = next(one for one in matter().decisions if one.kind == "order")
    return Question(order, matter().kept.by_decision[order], (), ())
