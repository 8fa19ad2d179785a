"""Planted errors are found and priced as brute force prices them; good decisions are not blamed."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from tests.compiled import machine
from tests.planted import ALL, SEED, UNLUCKY, Errors, Hand, played, prepared, steps
from warmzone.doctrine.commanders import automatic
from warmzone.kernel.branch import redraw
from warmzone.review.worth.race import Effort
from warmzone.review.worth.shapes import Worth, WorthReview
from warmzone.review.worth.worth import Ask, worth
from warmzone.simulation.run import Run

EPOCHS = range(7_000_000, 7_000_040)
MADE = {"late": Errors(late=True), "far": ALL, "held": ALL}
"""With whom a hand errs from an error on: once somebody has taken command the review lets a sound
commander go on, while what was said beside another error is said again.
"""
EFFORT = Effort(50, 300, 0)


@cache
def reviewed(errors: Errors, seed: int = SEED) -> WorthReview:
    """The worth review of what the hand played."""
    ask = Ask(machine_for=lambda _prepared: machine(), effort=EFFORT)
    return worth(*played(errors, machine(), seed), ask)


def named(review: WorthReview, error: str) -> Worth:
    """The decision of a review that is the planted error."""
    words = {
        "late": ("missing", "three to six officers present"),
        "far": ("order", "casualty collection point is annex"),
        "held": ("order", "wait, do not enter"),
    }
    kind, text = words[error]
    return next(one for one in review.decisions if one.kind == kind and text in one.text)


def otherwise(error: str, at_ms: int) -> np.ndarray:
    """Lives lost by an error: the hand plays on from just before it, with it and without it."""
    before = Run(prepared(), SEED, automatic("nobody"), tactical_is_person=True, machine=machine())
    hand = Hand(before, ALL)
    for _ in steps(before, hand, at_ms):
        pass
    lost = []
    for epoch in EPOCHS:
        deaths = []
        for errors in (MADE[error], replace(MADE[error], **{error: False})):
            run = Run(before.prepared, SEED, before.automatic, machine=machine())
            run.restore(before.snapshot())
            with np.errstate(over="ignore"):
                redraw(run.state, run.prepared.world, epoch, run.now_ms)
            for _ in steps(run, hand.on(run, errors), run.prepared.end_ms):
                pass
            run.advance(run.prepared.end_ms)
            deaths.append(int(run.outcome_row()[0]["deaths"]))
        lost.append(deaths[0] - deaths[1])
    return np.array(lost, np.float64)


@pytest.mark.slow
def test_all_three_are_among_the_five_costliest() -> None:
    """Nobody in command, medics held, a collection point out of reach: each is named and costs."""
    first = reviewed(ALL).decisions[:5]
    for error in ("late", "far", "held"):
        one = named(reviewed(ALL), error)
        assert one in first
        assert one.part_of == 0
        assert one.cost is not None
        assert one.cost.low > 0


@pytest.mark.slow
@pytest.mark.parametrize("error", ["late", "far", "held"])
def test_brute_force_agrees(error: str) -> None:
    """The same hand without the one error, in the same other luck, saves what the review says."""
    one = named(reviewed(ALL), error)
    assert one.cost is not None
    at_ms = int(one.at_s * 1000)
    lost = otherwise(error, at_ms - at_ms % 6000)
    spread = float(lost.std() / np.sqrt(len(lost)))
    assert lost.mean() > spread
    assert one.cost.low - 3 * spread - 0.1 <= lost.mean() <= one.cost.high + 3 * spread + 0.1


@pytest.mark.slow
def test_good_decisions_in_bad_luck_are_not_blamed() -> None:
    """More die than could be expected, the account gives it to luck and to no decision.

    Beside what was best in the true state, which nobody knew, no decision costs as much as the
    least planted error surely does.
    """
    review = reviewed(Errors(), UNLUCKY)
    told = review.accounts[0]
    assert told.luck > 1.0
    assert told.decisions.low < 0.0 < told.decisions.high + told.luck
    assert told.decisions.mean is not None
    assert told.decisions.mean < 0.25 * told.luck
    planted = [named(reviewed(ALL), error) for error in ("late", "far", "held")]
    least = min(one.cost.low for one in planted if one.cost is not None)
    assert least > 0.0
    for one in review.decisions:
        assert one.cost is None or (one.cost.mean or 0.0) < least
