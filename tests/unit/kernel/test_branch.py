"""A branch keeps what has happened and draws the rest again, given survival to the branch."""

import numpy as np
import pytest

from tests import tiny
from warmzone.doctrine.commanders import automatic
from warmzone.kernel.branch import redraw
from warmzone.kernel.physiology import clock_at
from warmzone.simulation.lower import prepare
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Physiology, Whereabouts, Wound

NOW = 200_000


def branched(run: Run, epoch: int) -> Run:
    """A copy of a run, under another luck from now."""
    copy = Run(run.prepared, run.seed, run.automatic)
    copy.restore(run.snapshot())
    with np.errstate(over="ignore"):
        redraw(copy.state, copy.prepared.world, epoch, copy.now_ms)
    return copy


def test_the_epoch_in_force_changes_nothing() -> None:
    """A branch into the same luck is the incident itself, to the end."""
    run = tiny.fresh("active", 6)
    run.advance(NOW)
    same = branched(run, 0)
    for one in (run, same):
        one.advance(one.prepared.end_ms)
    assert same.digest() == run.digest()


def test_what_has_happened_stays() -> None:
    """Wounds, places, reports and who has died are those of the incident in every branch."""
    run = tiny.fresh("active", 2)
    run.advance(NOW)
    other = branched(run, 5)
    for name in ("area", "wound", "moderate", "hurt_ms", "dead_ms", "whereabouts", "seen"):
        assert other.state.people[name].tolist() == run.state.people[name].tolist()
    assert other.state.reports.tobytes() == run.state.reports.tobytes()
    assert other.state.teams.tobytes() == run.state.teams.tobytes()
    assert run.digest() != other.digest()


@pytest.mark.parametrize("physiology", list(Physiology))
def test_nobody_dies_before_the_branch_they_survived(physiology: Physiology) -> None:
    """Whoever is alive at the branch dies after it or not at all, under each physiology."""
    prepared = prepare(tiny.scenario("active"), tiny.site(), physiology=physiology)
    for seed in range(3):
        run = Run(prepared, seed, automatic("nobody"))
        run.advance(NOW)
        alive = run.state.people["dead_ms"] < 0
        for epoch in range(1, 6):
            other = branched(run, epoch)
            other.advance(other.prepared.end_ms)
            died = other.state.people["dead_ms"][alive]
            assert ((died < 0) | (died > NOW)).all()


def test_remaining_luck_is_exponential() -> None:
    """What a casualty still bears is a fresh exponential: its mean over 400 branches is near 1."""
    run = tiny.fresh("active", 1)
    run.advance(NOW)
    people = run.state.people[: int(run.state.clock[0]["person_count"])]
    lying = [
        i
        for i, person in enumerate(people)
        if person["whereabouts"] == Whereabouts.LYING
        and person["dead_ms"] < 0
        and person["wound"] != Wound.KILLED
    ]
    assert lying
    borne = {i: clock_at(run.prepared.world, people[i], NOW)[0] for i in lying}
    left = [
        float(branched(run, epoch).state.people[i]["death_threshold"]) - borne[i]
        for epoch in range(1, 401)
        for i in lying
    ]
    assert min(left) > 0
    assert np.mean(left) == pytest.approx(1.0, abs=4.0 / np.sqrt(len(left)))
