"""How many waited, moment by moment: casualties without care, officers without a task."""

from warmzone.kernel.arrays import State
from warmzone.kernel.world_arrays import World
from warmzone.review.category import category_when_hurt
from warmzone.review.frames import AT_THE_SCENE
from warmzone.review.shapes import CurvePoint
from warmzone.vocabulary.codes import Care, Discipline, Phase, Triage

URGENT = (Triage.RED, Triage.YELLOW)


def curve_point(state: State, world: World, now_ms: int) -> CurvePoint:
    """Reds and yellows alive at the scene whom nobody cared for; able officers without a task.

    Both are as they were in truth, whoever knew of them.
    """
    untreated = died = 0
    for one in state.people[: int(state.clock[0]["person_count"])]:
        here = 0 <= one["hurt_ms"] <= now_ms and one["whereabouts"] in AT_THE_SCENE
        if not here or one["care"] != Care.NONE:
            continue
        if not 0 <= one["dead_ms"] <= now_ms:
            untreated += one["triage"] in URGENT
        else:
            died += category_when_hurt(world, one) in URGENT
    teams = state.teams
    idle = (
        (teams["discipline"] == Discipline.POLICE)
        & (teams["phase"] != Phase.NOT_ARRIVED)
        & (teams["untasked_since_ms"] >= 0)
    )
    officers = int(teams["able"][idle].sum())
    return CurvePoint(now_ms // 1000, int(untreated), officers, int(died))
