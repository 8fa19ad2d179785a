"""Ground that comes into reach under those who are on it: who stops, covers, or goes back."""

from warmzone.kernel.arrays import State
from warmzone.kernel.care import begin_work, drop_work
from warmzone.kernel.codes import Work
from warmzone.kernel.compiled import compiled
from warmzone.kernel.events import NEVER, EventKind, schedule
from warmzone.kernel.movement import walk
from warmzone.kernel.radio import send_report
from warmzone.kernel.reports import open_report
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Discipline, Phase, Zone
from warmzone.vocabulary.reports import CannotReason, ReportKind


@compiled
def ground_turned(state: State, world: World, area: int, now: int) -> None:
    """An area has come into reach: a flip where it was called warm or cold; teams there react."""
    if state.zones[area]["zone"] >= Zone.WARM:
        state.record[0]["flips"] += 1
    for t in range(len(state.teams)):
        team = state.teams[t]
        if team["area"] == area and team["able"] > 0:
            if team["leg_end_ms"] < 0 and team["phase"] != Phase.NOT_ARRIVED:
                if team["discipline"] == Discipline.MEDICAL:
                    medics_leave(state, world, t, now)
                elif team["work"] == Work.CARE or team["work"] == Work.LIFT:
                    take_cover(state, world, t, now)


@compiled
def stop_work(state: State, world: World, t: int) -> None:
    """Drop what is in hand where it is; a load half lifted stays on the ground."""
    team = state.teams[t]
    if team["work"] == Work.LIFT:
        team["load_count"] = 0
    slot = world.layout[0]["slot"][EventKind.TEAM_WORK] + t
    schedule(state.times, state.winners, slot, NEVER)
    drop_work(state, t)
    team["phase"] = Phase.IDLE


@compiled
def take_cover(state: State, world: World, t: int, now: int) -> None:
    """Officers at work on casualties turn on the threat for a while, then go on."""
    stop_work(state, world, t)
    state.teams[t]["work"] = Work.COVER
    begin_work(state, world, t, world.parameters[0]["cover_s"], now)


@compiled
def medics_leave(state: State, world: World, t: int, now: int) -> None:
    """A crew stops and says so: with security it holds here, alone it goes back a step.

    A crew on its way out with casualties keeps going.
    """
    team = state.teams[t]
    if team["load_count"] > 0 and team["work"] != Work.LIFT:
        return
    assembling = team["work"] == Work.ASSEMBLE
    if assembling or team["phase"] == Phase.OUT_OF_ACTION:
        return
    stop_work(state, world, t)
    team["cleared_area"] = -1
    team["phase"] = Phase.HOLDING
    row = open_report(state, ReportKind.CANNOT, t, now)
    state.reports[row]["status"] = CannotReason.GROUND_HOT
    send_report(state, world, row, now)
    if team["partner"] < 0 and team["last_area"] >= 0:
        walk(state, world, t, int(team["last_area"]), now)
