"""A graded exercise is scored by its decisions alone, and grades differ as they say."""

from tests import tiny
from warmzone.simulation.machine import PLAIN
from warmzone.studies.score.exercise import scored
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


def test_an_exercise_has_three_scores() -> None:
    """The deaths are those of the exercise; the clock lies within play."""
    nobody = next(one for one in GRADES if one.family == "nobody")
    found = scored(tiny.prepared("active"), nobody, 2, PLAIN, 2)
    run = begin(tiny.prepared("active"), nobody, 2, PLAIN)
    play(run, nobody, run.prepared.end_ms)
    assert found.deaths == float(run.outcome_row()[0]["deaths"])
    assert 0.0 < found.clock_s <= run.prepared.end_ms / 1000
    assert -5.0 < found.decisions < 20.0
