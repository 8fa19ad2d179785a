"""Officers who act on a hazard in reach, and when that will have ended it."""

from warmzone.kernel.arrays import HAZARDS, State
from warmzone.kernel.codes import Work
from warmzone.kernel.compiled import compiled
from warmzone.kernel.events import MS_PER_MIN, NEVER, EventKind, schedule
from warmzone.kernel.world_arrays import BEYOND_M, World
from warmzone.vocabulary.codes import Discipline, HazardState, Phase, Task


@compiled
def is_on_threat(state: State, t: int) -> bool:
    """Whether a team on scene consists of officers who turn on a threat in reach."""
    team = state.teams[t]
    if team["phase"] == Phase.NOT_ARRIVED or team["discipline"] != Discipline.POLICE:
        return False
    return acts_on_threat(int(team["task"])) or int(team["work"]) == Work.COVER


@compiled
def keeps_pinned(state: State, world: World, t: int, area: int) -> bool:
    """Whether a team that turns on the threat stands in that area or next to it."""
    team = state.teams[t]
    if team["able"] <= 0 or not is_on_threat(state, t):
        return False
    here = int(team["area"])
    return here == area or int(world.next_area[here, area]) == area


@compiled
def acts_on_threat(task: int) -> bool:
    """Whether officers on that task turn on a threat in reach rather than keep to their work."""
    return task in (
        Task.CONTACT,
        Task.UNASSIGNED,
        Task.CLEAR,
        Task.HOLD,
        Task.CORRIDOR_POST,
        Task.CONTAIN,
        Task.CHECK,
    )


@compiled
def recount_contact(state: State, world: World, now: int) -> None:
    """Bring up to date who acts on each hazard, team by team."""
    for t in range(len(state.teams)):
        contact_of(state, world, t, now)


@compiled
def contact_of(state: State, world: World, t: int, now: int) -> None:
    """Bring up to date whether one team acts on a hazard, and when that will have ended it.

    To be called whenever its place, its task or the number of its able officers has changed.
    """
    team = state.teams[t]
    for h in range(HAZARDS):
        hazard = state.hazard[h]
        officers = 0
        if hazard["state"] == HazardState.ACTIVE:
            if state.ground[team["area"]]["reach"][h] > 0.0 and is_on_threat(state, t):
                officers = int(team["able"])
        elif hazard["state"] == HazardState.CONTAINED and team["area"] == hazard["area"]:
            # Going in on a contained hazard is a new decision: only who was sent since then acts.
            if team["task"] == Task.CONTACT and team["since_ms"] > hazard["contained_ms"]:
                officers = int(team["able"])
        if officers != team["contact"][h]:
            settle_contact(state, world, h, officers - int(team["contact"][h]), now)
            team["contact"][h] = officers


@compiled
def settle_contact(state: State, world: World, h: int, more: int, now: int) -> None:
    """Settle the officer-minutes in contact, count `more` officers, set when it will have ended."""
    hazard = state.hazard[h]
    rate = world.parameters[0]["contact_end_per_officer_min"]
    elapsed = float(now - hazard["contact_since_ms"]) / MS_PER_MIN
    # Beyond so many there is no room: more officers add nothing.
    crowd = int(world.parameters[0]["crowd_officers"])
    hazard["contact"] += min(int(hazard["contact_officers"]), crowd) * rate * elapsed
    hazard["contact_since_ms"] = now
    hazard["contact_officers"] += more
    officers = int(hazard["contact_officers"])
    due = NEVER
    if officers > 0:
        if state.record[0]["first_contact_ms"] < 0:
            state.record[0]["first_contact_ms"] = now
        left = (hazard["contact_threshold"] - hazard["contact"]) / (min(officers, crowd) * rate)
        due = now + int(max(left, 0.0) * MS_PER_MIN) + 1
    slot = world.layout[0]["slot"][EventKind.HAZARD_CONTACT] + h
    schedule(state.times, state.winners, slot, due)


@compiled
def nearest_noise(state: State, world: World, area: int) -> int:
    """Where the nearest active hazard is, as heard from an area; -1 where all is quiet."""
    best = -1
    best_m = BEYOND_M
    for h in range(HAZARDS):
        hazard = state.hazard[h]
        if hazard["state"] == HazardState.ACTIVE:
            metres = world.distance_m[area, hazard["area"]]
            if best < 0 or metres < best_m:
                best = int(hazard["area"])
                best_m = metres
    return best
