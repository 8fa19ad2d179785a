"""How many waited, moment by moment: casualties without care, officers without a task."""

from warmzone.kernel.arrays import State
from warmzone.review.frames import AT_THE_SCENE
from warmzone.review.shapes import CurvePoint
from warmzone.vocabulary.codes import Care, Discipline, Phase, Triage

URGENT = (Triage.RED, Triage.YELLOW)


def curve_point(state: State, now_ms: int) -> CurvePoint:
    """Reds and yellows alive at the scene whom nobody cared for; able officers without a task.

    Both are as they were in truth, whoever knew of them.
    """
    people = state.people[: int(state.clock[0]["person_count"])]
    untreated = sum(
        0 <= one["hurt_ms"] <= now_ms
        and not 0 <= one["dead_ms"] <= now_ms
        and one["whereabouts"] in AT_THE_SCENE
        and one["triage"] in URGENT
        and one["care"] == Care.NONE
        for one in people
    )
    teams = state.teams
    idle = (
        (teams["discipline"] == Discipline.POLICE)
        & (teams["phase"] != Phase.NOT_ARRIVED)
        & (teams["untasked_since_ms"] >= 0)
    )
    return CurvePoint(now_ms // 1000, int(untreated), int(teams["able"][idle].sum()))
