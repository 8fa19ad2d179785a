"""Triage and Transport come and stand with Tactical: from then on they know and hear the same.

They walk from where they stand, over ground that medics will set foot on.
"""

from warmzone.kernel.arrays import State
from warmzone.kernel.beliefs import hear
from warmzone.kernel.codes import Item
from warmzone.kernel.compiled import compiled
from warmzone.kernel.face_to_face import join_tactical
from warmzone.kernel.lanes import hand_on
from warmzone.kernel.movement import can_reach
from warmzone.kernel.radio import announce, send_report
from warmzone.kernel.reports import open_report
from warmzone.kernel.world_arrays import World
from warmzone.kernel.zones import medics_accept, why_not
from warmzone.vocabulary.codes import Discipline, Phase, Seat, Source
from warmzone.vocabulary.reports import CannotReason, ReportKind


@compiled
def come_together(state: State, world: World, now: int) -> None:
    """The medics' supervisors have been asked to come: they set out, or say why they cannot."""
    t = first_crew(state)
    place = int(state.seats[Seat.TACTICAL]["place_area"])
    if t < 0 or place < 0 or state.command[0]["together_ms"] >= 0:
        return
    start = int(state.seats[Seat.MEDICAL]["place_area"])
    reason = -1
    if not can_reach(world, start, place):
        reason = CannotReason.NO_WAY
    elif world.areas[place]["outdoor"] == 0 and not medics_accept(state, world, place, now):
        reason = why_not(state, world, place, now)
    if reason >= 0:
        row = open_report(state, ReportKind.CANNOT, t, now)
        state.reports[row]["status"] = reason
        state.reports[row]["flag"] = place + 1
        send_report(state, world, row, now)
        return
    seconds = 0.0
    if start != place:
        seconds = world.distance_m[start, place] / world.parameters[0]["walk_m_per_s"]
    hand_on(state, world, (Item.TOGETHER, place, Seat.TACTICAL), now + int(seconds * 1000.0))


@compiled
def first_crew(state: State) -> int:
    """The crew that was first on scene and is fit, or -1."""
    best = -1
    for t in range(len(state.teams)):
        team = state.teams[t]
        here = team["discipline"] == Discipline.MEDICAL and team["phase"] != Phase.NOT_ARRIVED
        if here and team["able"] > 0:
            if best < 0 or team["arrived_ms"] < state.teams[best]["arrived_ms"]:
                best = t
    return best


@compiled
def fit_crews(state: State) -> int:
    """How many crews are on scene and fit."""
    crews = 0
    for t in range(len(state.teams)):
        team = state.teams[t]
        here = team["discipline"] == Discipline.MEDICAL and team["phase"] != Phase.NOT_ARRIVED
        if here and team["able"] > 0:
            crews += 1
    return crews


@compiled
def share_picture(state: State, world: World, now: int) -> None:
    """Side by side each tells the other who was last said to lie in every place they know of."""
    for a in range(len(state.ground)):
        police = int(state.area_beliefs[Seat.TACTICAL, a]["counted"])
        medics = int(state.area_beliefs[Seat.MEDICAL, a]["counted"])
        if police > medics:
            hear(state, world, Seat.MEDICAL, police, now)
        elif medics > police:
            hear(state, world, Seat.TACTICAL, medics, now)


@compiled
def stand_together(state: State, world: World, now: int) -> None:
    """Triage and Transport stand where Tactical does, if that is still there."""
    place = int(state.seats[Seat.TACTICAL]["place_area"])
    if state.command[0]["together_ms"] >= 0:
        return
    state.command[0]["together_ms"] = now
    join_tactical(state)
    share_picture(state, world, now)
    row = open_report(state, ReportKind.TOGETHER, -1, now)
    state.reports[row]["source"] = Source.MEDICAL
    state.reports[row]["area"] = place
    announce(state, world, row, now)
