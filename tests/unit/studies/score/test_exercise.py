"""A graded exercise is scored by its decisions alone, and grades differ as they say."""

import pytest

from tests import tiny
from warmzone.measures.decisions import account_of
from warmzone.measures.decisions.score import score_of
from warmzone.simulation.machine import PLAIN
from warmzone.studies.score.exercise import scored
from warmzone.studies.score.gaming import TRICKS, Trick, tricked
from warmzone.studies.score.grades import GRADES, Grade, begin, graded, play


def test_a_grade_changes_only_its_own_incident() -> None:
    """Its pace and lapses are in the copy; the incident it was made of keeps its own."""
    prepared = tiny.prepared("active")
    before = float(prepared.world.parameters[0]["decision_s"])
    slow = graded(prepared, Grade("slow", "interior", 77.0, 0.4))
    assert float(slow.world.parameters[0]["decision_s"]) == 77.0
    assert float(slow.world.parameters[0]["order_slip_p"]) == 0.4
    assert float(prepared.world.parameters[0]["decision_s"]) == before


def test_a_commander_at_random_speaks_and_is_the_same_again() -> None:
    """Orders are given, and the same seed gives the same ones."""
    ends = []
    for _ in range(2):
        random = next(one for one in GRADES if one.family == "random")
        run = begin(tiny.prepared("active"), random, 3, PLAIN)
        play(run, random, 240_000)
        assert int(run.state.clock[0]["orders"]) > 2
        ends.append(run.digest())
    assert ends[0] == ends[1]


def test_an_exercise_has_its_scores() -> None:
    """The deaths are those of the exercise, the points those of its account; shares are shares."""
    nobody = next(one for one in GRADES if one.family == "nobody")
    found = scored(tiny.prepared("active"), nobody, 2, PLAIN, 2)
    run = begin(tiny.prepared("active"), nobody, 2, PLAIN)
    play(run, nobody, run.prepared.end_ms)
    assert found.deaths == float(run.outcome_row()[0]["deaths"])
    assert found.points[-1] == score_of(account_of(run)).points
    assert 0.0 <= found.clocks <= 1.0
    assert -5.0 < found.priced[-1].mean() < 20.0


def test_the_interior_commander_keeps_its_own_pace() -> None:
    """Beside itself in the same luck it is as soon, nobody is not."""
    prepared = tiny.prepared("active")
    own, none = (
        scored(prepared, next(one for one in GRADES if one.name == name), 2, PLAIN, 0)
        for name in ("interior, 6 s", "nobody")
    )
    assert none.clocks < own.clocks
    assert none.points[-1] < own.points[-1]


@pytest.mark.parametrize("trick", TRICKS, ids=lambda one: one.name)
def test_playing_to_the_score_gains_nothing(trick: Trick) -> None:
    """Talk for its own sake, or ground called warm unseen, leaves the interior commander less."""
    prepared, grade = tiny.prepared("active"), GRADES[0]
    honest = tricked(prepared, grade, 2, PLAIN, None)
    assert tricked(prepared, grade, 2, PLAIN, trick) < honest
