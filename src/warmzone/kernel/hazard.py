"""The hazard process: where it is, whether it is active, and what lies in its reach.

It has no aims. It starts, may move to a neighbouring area at random, falls silent, may start again,
and ends; officers in reach raise the chance per minute that it ends or is contained.
"""

from warmzone.kernel.arrays import State
from warmzone.kernel.casualties import expose_person
from warmzone.kernel.compiled import compiled
from warmzone.kernel.draws import Purpose, lognormal, uniform, unit_exponential, whole
from warmzone.kernel.events import NEVER, EventKind, schedule
from warmzone.kernel.radio import send_report
from warmzone.kernel.reports import threat_report
from warmzone.kernel.teams import expose_team, first_team_inside, wake_idle_teams
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import (
    Discipline,
    HazardState,
    OpeningState,
    Phase,
    Task,
    ThreatStatus,
    Whereabouts,
)


@compiled
def activate(state: State, world: World, now: int) -> None:
    """The hazard begins to hurt people in its reach."""
    hazard = state.hazard[0]
    clock = state.clock[0]
    p = world.parameters[0]
    hazard["state"] = HazardState.ACTIVE
    hazard["changes"] += 1
    hazard["last_heard_area"] = hazard["area"]
    key = (clock["epoch"], 0, Purpose.HAZARD_DURATION, int(hazard["changes"]))
    if world.setting[0]["active_ms"] >= 0 and hazard["changes"] == 1:
        lasts = world.setting[0]["active_ms"]
    else:
        median = p["hazard_duration_median_s"]
        seconds = lognormal(clock["seed"], key, median, p["hazard_duration_sigma"])
        lasts = int(seconds * 1000.0)
    hazard["active_until_ms"] = now + lasts
    slots = world.layout[0]["slot"]
    schedule(state.times, state.winners, slots[EventKind.HAZARD], now + lasts)
    schedule_move(state, world, now)
    refresh(state, world, now)
    shout(state, world, ThreatStatus.ONGOING, now)


@compiled
def schedule_move(state: State, world: World, now: int) -> None:
    """Draw when the hazard next moves to a neighbouring area."""
    hazard = state.hazard[0]
    clock = state.clock[0]
    key = (clock["epoch"], 0, Purpose.HAZARD_MOVE, int(hazard["moves"]))
    wait = unit_exponential(clock["seed"], key) * world.parameters[0]["hazard_stay_s"]
    slot = world.layout[0]["slot"][EventKind.HAZARD_MOVE]
    schedule(state.times, state.winners, slot, now + int(wait * 1000.0) + 1)


@compiled
def move(state: State, world: World, now: int) -> None:
    """The hazard is in a neighbouring indoor area from now on, drawn evenly among open ways."""
    hazard = state.hazard[0]
    clock = state.clock[0]
    area = world.areas[hazard["area"]]
    ways = 0
    for e in range(area["edge_first"], area["edge_first"] + area["edge_count"]):
        if can_spread(state, world, e):
            ways += 1
    if ways > 0:
        key = (clock["epoch"], 0, Purpose.HAZARD_MOVE_TO, int(hazard["moves"]))
        chosen = whole(clock["seed"], key, 0, ways - 1)
        for e in range(area["edge_first"], area["edge_first"] + area["edge_count"]):
            if can_spread(state, world, e):
                if chosen == 0:
                    hazard["area"] = world.edges[e]["to_area"]
                    break
                chosen -= 1
    hazard["moves"] += 1
    schedule_move(state, world, now)
    if hazard["state"] == HazardState.ACTIVE:
        hazard["last_heard_area"] = hazard["area"]
        refresh(state, world, now)
    meet_teams(state, world, now)


@compiled
def can_spread(state: State, world: World, e: int) -> bool:
    """Whether the hazard can pass edge e: open or closed, indoors, not held by officers."""
    edge = world.edges[e]
    if state.openings[edge["opening"]] >= OpeningState.LOCKED:
        return False
    to_area = edge["to_area"]
    outdoor = int(world.areas[to_area]["outdoor"])
    return outdoor == 0 and int(state.ground[to_area]["held_officers"]) == 0


@compiled
def fall_silent(state: State, world: World, now: int) -> None:
    """Activity stops: over, or silent and nobody knows where."""
    hazard = state.hazard[0]
    clock = state.clock[0]
    setting = world.setting[0]
    hazard["silent_ms"] = now
    key = (clock["epoch"], 0, Purpose.HAZARD_AFTER, int(hazard["changes"]))
    fate = uniform(clock["seed"], key)
    if fate < setting["over_p"]:
        end(state, world, now)
        shout(state, world, ThreatStatus.UNKNOWN, now)
        return
    hazard["state"] = HazardState.SILENT
    slots = world.layout[0]["slot"]
    stays = (fate - setting["over_p"]) < setting["contained_p"] * (1.0 - setting["over_p"])
    if stays:
        schedule(state.times, state.winners, slots[EventKind.HAZARD_MOVE], NEVER)
    key = (clock["epoch"], 0, Purpose.HAZARD_RESTART, int(hazard["changes"]))
    again = NEVER
    if uniform(clock["seed"], key) < setting["restart_p"] and hazard["changes"] <= 2:
        key = (clock["epoch"], 1, Purpose.HAZARD_RESTART, int(hazard["changes"]))
        mean = world.parameters[0]["hazard_restart_mean_s"]
        again = now + int(unit_exponential(clock["seed"], key) * mean * 1000.0) + 1
    schedule(state.times, state.winners, slots[EventKind.HAZARD], again)
    refresh(state, world, now)
    shout(state, world, ThreatStatus.UNKNOWN, now)


@compiled
def next_change(state: State, world: World, now: int) -> None:
    """The scheduled transition: activity stops, starts again, or containment ends it."""
    hazard = state.hazard[0]
    schedule(state.times, state.winners, world.layout[0]["slot"][EventKind.HAZARD], NEVER)
    if hazard["state"] == HazardState.ACTIVE:
        fall_silent(state, world, now)
    elif hazard["state"] == HazardState.SILENT:
        activate(state, world, now)
    elif hazard["state"] == HazardState.CONTAINED:
        end(state, world, now)
        shout(state, world, ThreatStatus.OVER, now)


@compiled
def end(state: State, world: World, now: int) -> None:
    """The hazard is over for good; outside command will call the scene clear in its own time."""
    hazard = state.hazard[0]
    clock = state.clock[0]
    p = world.parameters[0]
    hazard["state"] = HazardState.OVER
    hazard["over_ms"] = now
    state.record[0]["threat_over_ms"] = now
    slots = world.layout[0]["slot"]
    schedule(state.times, state.winners, slots[EventKind.HAZARD], NEVER)
    schedule(state.times, state.winners, slots[EventKind.HAZARD_MOVE], NEVER)
    schedule(state.times, state.winners, slots[EventKind.HAZARD_CONTACT], NEVER)
    median = p["outside_clearance_median_s"]
    key = (clock["epoch"], 0, Purpose.OUTSIDE, 0)
    seconds = lognormal(clock["seed"], key, median, p["outside_clearance_sigma"])
    due = now + int(seconds * 1000.0)
    schedule(state.times, state.winners, slots[EventKind.OUTSIDE], due)
    refresh(state, world, now)


@compiled
def contact_succeeds(state: State, world: World, now: int) -> None:
    """Officers in reach have ended the hazard, or hold it in one place with people in reach."""
    hazard = state.hazard[0]
    clock = state.clock[0]
    p = world.parameters[0]
    slots = world.layout[0]["slot"]
    schedule(state.times, state.winners, slots[EventKind.HAZARD_CONTACT], NEVER)
    key = (clock["epoch"], 1, Purpose.HAZARD_CONTACT, int(hazard["changes"]))
    contained = uniform(clock["seed"], key) < p["contact_contain_p"]
    if contained and hazard["state"] == HazardState.ACTIVE:
        hazard["state"] = HazardState.CONTAINED
        schedule(state.times, state.winners, slots[EventKind.HAZARD_MOVE], NEVER)
        due = now + int(p["contained_over_s"] * 1000.0)
        schedule(state.times, state.winners, slots[EventKind.HAZARD], due)
        refresh(state, world, now)
        shout(state, world, ThreatStatus.CONTAINED, now)
    else:
        end(state, world, now)
        shout(state, world, ThreatStatus.OVER, now)


@compiled
def refresh(state: State, world: World, now: int) -> None:
    """Work out afresh what lies in reach of the hazard, and everybody's exposure to it."""
    hazard = state.hazard[0]
    for a in range(len(state.ground)):
        state.ground[a]["exposure"] = 0.0
    if hazard["state"] == HazardState.ACTIVE:
        state.ground[hazard["area"]]["exposure"] = 1.0
        area = world.areas[hazard["area"]]
        for e in range(area["edge_first"], area["edge_first"] + area["edge_count"]):
            edge = world.edges[e]
            reached = state.ground[edge["to_area"]]
            is_open = state.openings[edge["opening"]] == OpeningState.OPEN
            if is_open and reached["held_officers"] == 0 and reached["exposure"] == 0.0:
                reached["exposure"] = world.parameters[0]["reach_factor"]
    elif hazard["state"] == HazardState.CONTAINED:
        factor = world.parameters[0]["contained_rate_factor"]
        state.ground[hazard["area"]]["exposure"] = factor
    for i in range(int(state.clock[0]["person_count"])):
        if state.people[i]["whereabouts"] == Whereabouts.UNHURT:
            expose_person(state, world, i, now)
    for t in range(len(state.teams)):
        expose_team(state, world, t, now)
    recount_contact(state, world, now)


@compiled
def recount_contact(state: State, world: World, now: int) -> None:
    """Count the officers who can act on the hazard, and set when they will have ended it."""
    hazard = state.hazard[0]
    p = world.parameters[0]
    elapsed = float(now - hazard["contact_since_ms"]) / 60_000.0
    rate = p["contact_end_per_officer_min"]
    hazard["contact"] += hazard["contact_officers"] * rate * elapsed
    hazard["contact_since_ms"] = now
    officers = 0
    if hazard["state"] == HazardState.ACTIVE:
        for t in range(len(state.teams)):
            team = state.teams[t]
            here = team["phase"] != Phase.NOT_ARRIVED and team["discipline"] == Discipline.POLICE
            if here and acts_on_threat(team["task"]):
                if state.ground[team["area"]]["exposure"] > 0.0:
                    officers += team["able"]
    if officers > 0 and hazard["first_contact_ms"] < 0:
        hazard["first_contact_ms"] = now
        state.record[0]["first_contact_ms"] = now
    hazard["contact_officers"] = officers
    due = NEVER
    if officers > 0:
        left = (hazard["contact_threshold"] - hazard["contact"]) / (officers * rate)
        due = now + int(max(left, 0.0) * 60_000.0) + 1
    slot = world.layout[0]["slot"][EventKind.HAZARD_CONTACT]
    schedule(state.times, state.winners, slot, due)


@compiled
def acts_on_threat(task: int) -> bool:
    """Whether officers on that task turn on a threat in reach rather than keep to their work."""
    return task in (Task.CONTACT, Task.UNASSIGNED, Task.CLEAR, Task.HOLD, Task.CORRIDOR_POST)


@compiled
def meet_teams(state: State, world: World, now: int) -> None:
    """A silent hazard that shares an area with responders becomes active."""
    hazard = state.hazard[0]
    if hazard["state"] != HazardState.SILENT:
        return
    for t in range(len(state.teams)):
        team = state.teams[t]
        here = team["phase"] != Phase.NOT_ARRIVED and team["able"] > 0
        if here and team["area"] == hazard["area"]:
            activate(state, world, now)
            return


@compiled
def team_moved(state: State, world: World, t: int, now: int) -> None:
    """A team stands in another area now: its exposure, the contact, and what it runs into."""
    hazard = state.hazard[0]
    if hazard["state"] == HazardState.SILENT:
        meet_teams(state, world, now)
    elif hazard["state"] == HazardState.ACTIVE or hazard["state"] == HazardState.CONTAINED:
        expose_team(state, world, t, now)
        recount_contact(state, world, now)


@compiled
def shout(state: State, world: World, status: int, now: int) -> None:
    """The first team inside says what it hears; idle teams are drawn or released by it."""
    hazard = state.hazard[0]
    t = first_team_inside(state, world)
    if t >= 0:
        area = hazard["last_heard_area"]
        row = threat_report(state, t, status, area, now)
        send_report(state, world, row, now)
    wake_idle_teams(state, world, now)
