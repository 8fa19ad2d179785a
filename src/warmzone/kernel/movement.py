"""Walking from area to neighbouring area along the shortest way, quiet ground in one stretch."""

from warmzone.kernel.arrays import HAZARDS, WAY, State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.contact import keeps_pinned
from warmzone.kernel.corridor import enter_lane, on_open_corridor
from warmzone.kernel.crossing import will_meet
from warmzone.kernel.events import NEVER, EventKind, schedule
from warmzone.kernel.pace import leg_s, search_s
from warmzone.kernel.reports import is_news
from warmzone.kernel.stretch import cut_short, enter, set_leg_end
from warmzone.kernel.world_arrays import World
from warmzone.kernel.zones import way_round
from warmzone.vocabulary.codes import (
    AtWounded,
    Care,
    Discipline,
    HazardState,
    OpeningState,
    Phase,
    Task,
    Triage,
)


@compiled
def can_reach(world: World, from_area: int, to_area: int) -> bool:
    """Whether there is a way on foot; from a place not known (-1) there may be."""
    if from_area < 0 or from_area == to_area:
        return True
    return bool(world.next_area[from_area, to_area] >= 0)


@compiled
def walk(state: State, world: World, t: int, goal: int, now: int) -> bool:
    """Set out for `goal`. False where the team is there already or there is no way.

    A team in the middle of a leg finishes that leg and turns there.
    """
    team = state.teams[t]
    if goal != team["goal_area"]:
        team["via_area"] = -1
        cut_short(state, world, t)
    team["goal_area"] = goal
    if team["leg_end_ms"] >= 0:
        return True
    if team["area"] == goal or not can_reach(world, team["area"], goal):
        team["goal_area"] = -1
        return False
    start_leg(state, world, t, now)
    return True


@compiled
def start_leg(state: State, world: World, t: int, now: int) -> None:
    """Begin the next leg towards the goal, round hot ground, and those after it over quiet ground.

    A locked door is breached.
    """
    team = state.teams[t]
    if team["via_area"] < 0 or team["via_area"] == team["area"]:
        here = int(team["area"])
        team["via_area"] = way_round(state, world, t, here, int(team["goal_area"]))
    heading = int(team["via_area"] if team["via_area"] >= 0 else team["goal_area"])
    to_area = int(world.next_area[team["area"], heading])
    wait = int(team["start_ms"])
    team["start_ms"] = 0
    if enters_lane(state, t, to_area):
        wait += enter_lane(state, world, t, now + wait)
    seconds = leg_s(state, world, t, (int(team["area"]), to_area, now))
    if is_locked(state, world, int(team["area"]), heading):
        seconds += world.parameters[0]["breach_s"]
    team["next_area"] = to_area
    team["leg_ms"] = now + wait
    set_leg_end(state, t, now + wait + int(seconds * 1000.0) + 1)
    team["phase"] = Phase.CARRYING if team["load_count"] > 0 else Phase.WALKING
    team["way_first"] = 0
    team["way_count"] = 0
    leg = (int(team["area"]), to_area, int(team["leg_end_ms"]))
    if will_meet(state, world, t, leg) or not walks_through(state, world, t):
        slot = world.layout[0]["slot"][EventKind.TEAM_LEG] + t
        schedule(state.times, state.winners, slot, team["leg_end_ms"])
    else:
        plan_stretch(state, world, t, heading)


@compiled
def is_locked(state: State, world: World, area: int, heading: int) -> bool:
    """Whether the next door on the way is locked."""
    return int(state.openings[world.next_opening[area, heading]]) == OpeningState.LOCKED


@compiled
def walks_through(state: State, world: World, t: int) -> bool:
    """Whether a team walks on through quiet ground; no crew does that looks ahead at every step.

    Nobody does in reach of harm, in contact, beside a device, or while they keep a hazard pinned.
    """
    team = state.teams[t]
    if team["exposure_rate_per_min"] > 0.0 or team["device_since_ms"] >= 0:
        return False
    for h in range(HAZARDS):
        hazard = state.hazard[h]
        if team["contact"][h] > 0:
            return False
        if hazard["state"] == HazardState.CONTAINED and hazard["pinned"] == 1:
            if keeps_pinned(state, world, t, int(hazard["area"])):
                return False
    return not (team["task"] == Task.RESCUE_TASK_FORCE and team["load_count"] == 0)


@compiled
def plan_stretch(state: State, world: World, t: int, heading: int) -> None:
    """Add legs by way of `heading` while the ground is quiet, and a search where that is its work.

    All of a stretch is walked at the pace that the team sets out with.
    """
    team = state.teams[t]
    area = int(team["next_area"])
    ends = int(team["leg_end_ms"])
    count = 0
    meets = False
    goal = int(team["goal_area"])
    while area != goal and count < WAY and not meets and is_quiet(state, t, area):
        if area == heading:
            via = way_round(state, world, t, area, goal)
            heading = via if via >= 0 else goal
            team["via_area"] = -1  # a way that is cut short is thought over again
        to_area = int(world.next_area[area, heading])
        if enters_lane(state, t, to_area):
            break
        seconds = leg_s(state, world, t, (area, to_area, ends))
        if is_locked(state, world, area, heading):
            seconds += world.parameters[0]["breach_s"]
        ends += int(seconds * 1000.0) + 1
        team["way_area"][count] = to_area
        team["way_ms"][count] = ends
        count += 1
        meets = will_meet(state, world, t, (area, to_area, ends))
        area = to_area
    team["way_count"] = count
    kind = EventKind.TEAM_LEG
    if not meets and searches(state, t, area) and is_quiet(state, t, area):
        team["search_ms"] = int(search_s(state, world, t, area) * 1000.0) + 1
        ends += int(team["search_ms"])
        kind = EventKind.TEAM_WORK
    schedule(state.times, state.winners, world.layout[0]["slot"][kind] + t, ends)
    clock = state.clock[0]
    clock["passing_ms"] = min(int(clock["passing_ms"]), int(team["leg_end_ms"]))


@compiled
def enters_lane(state: State, t: int, to_area: int) -> bool:
    """Whether a loaded team would come into the open corridor by its next leg."""
    team = state.teams[t]
    outside = team["load_count"] > 0 and team["in_lane"] == 0
    return bool(outside and on_open_corridor(state, to_area))


@compiled
def searches(state: State, t: int, area: int) -> bool:
    """Whether a team has set out to search an area."""
    team = state.teams[t]
    return bool(
        team["task"] == Task.CLEAR and team["goal_area"] == area and team["focus_area"] == area
    )


@compiled
def is_quiet(state: State, t: int, area: int) -> bool:
    """Whether there is nothing in an area for a team to see, to report, to do or to run into."""
    ground = state.ground[area]
    if ground["exposure"] > 0.0 or ground["device"] == 1:
        return False
    for h in range(HAZARDS):
        kind = state.hazard[h]["state"]
        if kind == HazardState.SILENT or kind == HazardState.CONTAINED:
            if state.hazard[h]["area"] == area:
                return False
    alarm = state.alarm[0]
    if alarm["device"] == 1 and alarm["device_area"] == area:
        if state.record[0]["device_found_ms"] < 0:
            return False
    i = int(ground["first_person"])
    while i >= 0:
        if draws_look(state, t, i):
            return False
        i = int(state.people[i]["next_person"])
    return not is_news(state, area, state.reports[len(state.reports) - 1]["counts"])


@compiled
def draws_look(state: State, t: int, i: int) -> bool:
    """Whether a team would stop at one who lies on its way: to judge them, or to help."""
    team = state.teams[t]
    person = state.people[i]
    if team["discipline"] == Discipline.MEDICAL or person["seen"] == Triage.UNSEEN:
        return True
    if person["seen"] == Triage.GREY:
        return False
    if person["dead_ms"] >= 0:
        return True
    helps = team["task"] == Task.CONTACT or team["task"] == Task.CLEAR
    return bool(helps and team["at_wounded"] != AtWounded.STEP_PAST and person["care"] == Care.NONE)


@compiled
def finish_leg(state: State, world: World, t: int) -> None:
    """Stand in the next area."""
    slot = world.layout[0]["slot"][EventKind.TEAM_LEG] + t
    schedule(state.times, state.winners, slot, NEVER)
    enter(state, world, t)
    set_leg_end(state, t, -1)
