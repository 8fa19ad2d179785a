"""The instructor's guide: every decision has its turn, what counts is said, the minutes add up."""

from itertools import pairwise

import pytest

from tests.unit.training.plan.test_plan import AGENCY
from warmzone.training.drills.drill import drills, said
from warmzone.training.plan.guide import focus, points_of, questions, run_sheet
from warmzone.training.plan.schedule import Session, schedule

YEAR = schedule(AGENCY, (3.0, 3.0, 6.0))


@pytest.mark.parametrize("session", YEAR[:12], ids=lambda each: f"{each.skill}-{each.minutes}")
def test_a_session_lasts_what_is_planned_minute_by_minute(session: Session) -> None:
    """From minute nought to the last, one part after another, none without time."""
    ends = [tuple(map(int, row[0].split(" to "))) for row in run_sheet(session).rows]
    assert ends[0][0] == 0
    assert ends[-1][1] == session.minutes
    assert all(first < last for first, last in ends)
    assert all(one[1] == other[0] for one, other in pairwise(ends))


def test_every_decision_of_a_short_drill_has_its_turn_in_the_year() -> None:
    """A few each time, all of them over the year, and all at once in an exercise."""
    short = [each for each in YEAR if each.shift == "A" and each.minutes < 60 and each.scenario]
    for scenario in {each.scenario for each in short}:
        own = [each for each in short if each.scenario == scenario]
        seen = {point.number for each in own for point in focus(each)}
        assert seen == {point.number for point in points_of(own[0])}
        assert all(len(focus(each)) <= 3 for each in own)
    long = next(each for each in YEAR if each.minutes == 120)
    assert focus(long) == points_of(long)


def test_each_question_has_an_answer_in_words_of_no_incident() -> None:
    """What is asked, what counts and why, without a gap left open; every drill can be said so."""
    for session in YEAR[:20]:
        for row in questions(session).rows:
            assert all(row)
            assert "{" not in "".join(row)
    for drill in drills().values():
        assert "{" not in said(drill.question)
