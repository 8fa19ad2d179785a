"""A hazard that ended by itself: nobody knows until officers come to where it did, and say so."""

from warmzone.kernel.arrays import HAZARDS, State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.radio import send_report
from warmzone.kernel.reports import threat_report
from warmzone.kernel.stretch import stop_at
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Discipline, Phase, ThreatStatus


@compiled
def lie_unseen(state: State, world: World, h: int, now: int) -> None:
    """Hazard h has ended by itself: officers who are there see it, others once they come by."""
    hazard = state.hazard[h]
    hazard["unseen"] = 1
    stop_at(state, world, int(hazard["area"]))
    for t in range(len(state.teams)):
        see_that_it_is_over(state, world, t, now)


@compiled
def see_that_it_is_over(state: State, world: World, t: int, now: int) -> None:
    """Officers stand where a hazard ended that nobody has seen since: they say that it is over."""
    team = state.teams[t]
    here = team["phase"] != Phase.NOT_ARRIVED and team["able"] > 0
    if not here or team["discipline"] != Discipline.POLICE:
        return
    for h in range(HAZARDS):
        hazard = state.hazard[h]
        if hazard["unseen"] == 1 and hazard["area"] == team["area"]:
            hazard["unseen"] = 0
            row = threat_report(state, t, ThreatStatus.OVER, int(team["area"]), now)
            send_report(state, world, row, now)
