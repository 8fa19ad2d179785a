"""The hazard process: where it is, whether it is active, and what becomes of it.

It has no aims. It starts, may move to a neighbouring area at random, falls silent, may start again,
and ends; officers in reach raise the chance per minute that it ends or is contained. While officers
hold every open way out of its area it is contained: it cannot leave and nothing else is in its
reach, but people in there still are. It breaks out when they go. There may be two hazards.
"""

from warmzone.kernel.arrays import HAZARDS, State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.contact import contact_of, keeps_pinned, recount_contact
from warmzone.kernel.device import count_beside
from warmzone.kernel.draws import Purpose, lognormal, uniform, unit_exponential, whole
from warmzone.kernel.events import NEVER, EventKind, schedule
from warmzone.kernel.radio import send_report
from warmzone.kernel.reach import is_held, refresh_ground
from warmzone.kernel.reports import threat_report
from warmzone.kernel.stretch import cut_all_short, stop_at
from warmzone.kernel.teams import expose_team, first_team_inside, harm_rate, wake_idle_teams
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import HazardState, OpeningState, Phase, ThreatStatus

MOST_STARTS = 2  # after so many a hazard that falls silent does not start again: an assumption


@compiled
def activate(state: State, world: World, h: int, now: int) -> None:
    """The hazard begins to hurt people in its reach."""
    hazard = state.hazard[h]
    hazard["state"] = HazardState.ACTIVE
    hazard["changes"] += 1
    cut_all_short(state, world)
    hazard["last_heard_area"] = hazard["area"]
    lasts = lasting(state, world, h)
    hazard["active_until_ms"] = now + lasts
    slots = world.layout[0]["slot"]
    schedule(state.times, state.winners, slots[EventKind.HAZARD] + h, now + lasts)
    schedule_move(state, world, h, now)
    if boxed_in(state, world, h):
        contain(state, world, h, now)
    else:
        refresh(state, world, now)
        shout(state, world, h, ThreatStatus.ONGOING, now)


@compiled
def lasting(state: State, world: World, h: int) -> int:
    """Milliseconds of activity that begins now: the scenario's at the first start, else drawn."""
    hazard = state.hazard[h]
    clock = state.clock[0]
    p = world.parameters[0]
    if h == 0 and world.setting[0]["active_ms"] >= 0 and hazard["changes"] == 1:
        return int(world.setting[0]["active_ms"])
    key = (clock["epoch"], h, Purpose.HAZARD_DURATION, int(hazard["changes"]))
    median = p["hazard_duration_median_s"]
    seconds = lognormal(clock["seed"], key, median, p["hazard_duration_sigma"])
    return int(seconds * 1000.0)


@compiled
def schedule_move(state: State, world: World, h: int, now: int) -> None:
    """Draw when the hazard next moves to a neighbouring area."""
    hazard = state.hazard[h]
    clock = state.clock[0]
    key = (clock["epoch"], h, Purpose.HAZARD_MOVE, int(hazard["moves"]))
    wait = unit_exponential(clock["seed"], key) * world.parameters[0]["hazard_stay_s"]
    slot = world.layout[0]["slot"][EventKind.HAZARD_MOVE] + h
    schedule(state.times, state.winners, slot, now + int(wait * 1000.0) + 1)


@compiled
def move(state: State, world: World, h: int, now: int) -> None:
    """The hazard is in a neighbouring indoor area from now on, drawn evenly among open ways."""
    hazard = state.hazard[h]
    clock = state.clock[0]
    area = world.areas[hazard["area"]]
    ways = 0
    for e in range(area["edge_first"], area["edge_first"] + area["edge_count"]):
        if can_spread(state, world, e):
            ways += 1
    if ways > 0:
        key = (clock["epoch"], h, Purpose.HAZARD_MOVE_TO, int(hazard["moves"]))
        chosen = whole(clock["seed"], key, 0, ways - 1)
        for e in range(area["edge_first"], area["edge_first"] + area["edge_count"]):
            if can_spread(state, world, e):
                if chosen == 0:
                    hazard["area"] = world.edges[e]["to_area"]
                    break
                chosen -= 1
    hazard["moves"] += 1
    schedule_move(state, world, h, now)
    if hazard["state"] == HazardState.ACTIVE:
        hazard["last_heard_area"] = hazard["area"]
        if boxed_in(state, world, h):
            contain(state, world, h, now)
        else:
            refresh(state, world, now)
    if hazard["state"] == HazardState.SILENT:
        stop_at(state, world, int(hazard["area"]))
    meet_teams(state, world, h, now)


@compiled
def can_spread(state: State, world: World, e: int) -> bool:
    """Whether the hazard can pass edge e: open or closed, indoors, not held by officers."""
    edge = world.edges[e]
    if state.openings[edge["opening"]] >= OpeningState.LOCKED:
        return False
    return int(world.areas[edge["to_area"]]["outdoor"]) == 0 and not is_held(state, world, e)


@compiled
def boxed_in(state: State, world: World, h: int) -> bool:
    """Whether officers hold every way out of the hazard's area that can be passed."""
    area = world.areas[state.hazard[h]["area"]]
    held = 0
    for e in range(area["edge_first"], area["edge_first"] + area["edge_count"]):
        if state.openings[world.edges[e]["opening"]] < OpeningState.LOCKED:
            if not is_held(state, world, e):
                return False
            held += 1
    return held > 0


@compiled
def fall_silent(state: State, world: World, h: int, now: int) -> None:
    """Activity stops: over, or silent and nobody knows where."""
    hazard = state.hazard[h]
    clock = state.clock[0]
    setting = world.setting[0]
    hazard["silent_ms"] = now
    key = (clock["epoch"], h, Purpose.HAZARD_AFTER, int(hazard["changes"]))
    fate = uniform(clock["seed"], key)
    if fate < setting["over_p"]:
        end(state, world, h, now)
        shout(state, world, h, ThreatStatus.UNKNOWN, now)
        return
    hazard["state"] = HazardState.SILENT
    slots = world.layout[0]["slot"]
    if leaves(state, world, h, fate):
        leave(state, world, h, now)
        return
    if stays_put(world, fate):
        schedule(state.times, state.winners, slots[EventKind.HAZARD_MOVE] + h, NEVER)
    key = (clock["epoch"], h, Purpose.HAZARD_RESTART, int(hazard["changes"]))
    again = NEVER
    if uniform(clock["seed"], key) < setting["restart_p"] and hazard["changes"] <= MOST_STARTS:
        key = (clock["epoch"], h + HAZARDS, Purpose.HAZARD_RESTART, int(hazard["changes"]))
        mean = world.parameters[0]["hazard_restart_mean_s"]
        again = now + int(unit_exponential(clock["seed"], key) * mean * 1000.0) + 1
    schedule(state.times, state.winners, slots[EventKind.HAZARD] + h, again)
    refresh(state, world, now)
    shout(state, world, h, ThreatStatus.UNKNOWN, now)


@compiled
def stays_put(world: World, fate: float) -> bool:
    """Whether a hazard that falls silent with that draw, and is not over, stays where it is."""
    setting = world.setting[0]
    return bool((fate - setting["over_p"]) < setting["contained_p"] * (1.0 - setting["over_p"]))


@compiled
def leaves(state: State, world: World, h: int, fate: float) -> bool:
    """Whether a hazard that has just fallen silent for the first time leaves the site unseen."""
    hazard = state.hazard[h]
    clock = state.clock[0]
    setting = world.setting[0]
    if h > 0 or stays_put(world, fate) or hazard["changes"] > 1 or boxed_in(state, world, h):
        return False
    key = (clock["epoch"], h, Purpose.HAZARD_LEAVES, 0)
    chance = setting["leaves_p"]
    if chance < 0.0:
        chance = world.parameters[0]["hazard_leaves_p"]
    return bool(uniform(clock["seed"], key) < chance)


@compiled
def leave(state: State, world: World, h: int, now: int) -> None:
    """The hazard is away, and nobody knows; it would go on elsewhere after a while."""
    clock = state.clock[0]
    p = world.parameters[0]
    end(state, world, h, now)
    state.hazard[h]["state"] = HazardState.ELSEWHERE
    state.record[0]["left_ms"] = now
    key = (clock["epoch"], h, Purpose.ELSEWHERE, 0)
    after = lognormal(clock["seed"], key, p["elsewhere_s"], p["elsewhere_sigma"])
    state.record[0]["elsewhere_ms"] = now + int(after * 1000.0)
    shout(state, world, h, ThreatStatus.UNKNOWN, now)


@compiled
def next_change(state: State, world: World, h: int, now: int) -> None:
    """The scheduled transition: activity stops, starts again, or containment ends it."""
    hazard = state.hazard[h]
    slot = world.layout[0]["slot"][EventKind.HAZARD] + h
    schedule(state.times, state.winners, slot, NEVER)
    if hazard["state"] == HazardState.ACTIVE:
        fall_silent(state, world, h, now)
    elif hazard["state"] == HazardState.SILENT or hazard["state"] == HazardState.NONE:
        activate(state, world, h, now)
    elif hazard["state"] == HazardState.CONTAINED:
        end(state, world, h, now)
        shout(state, world, h, ThreatStatus.OVER, now)


@compiled
def end(state: State, world: World, h: int, now: int) -> None:
    """One hazard is over for good; with the last, outside command will call the scene clear."""
    hazard = state.hazard[h]
    hazard["state"] = HazardState.OVER
    hazard["over_ms"] = now
    slots = world.layout[0]["slot"]
    schedule(state.times, state.winners, slots[EventKind.HAZARD] + h, NEVER)
    schedule(state.times, state.winners, slots[EventKind.HAZARD_MOVE] + h, NEVER)
    refresh(state, world, now)
    if not is_over(state, world):
        return
    all_over(state, world, now)


@compiled
def all_over(state: State, world: World, now: int) -> None:
    """There is nothing left that hurts; draw when outside command will call the scene clear."""
    state.record[0]["threat_over_ms"] = now
    clock = state.clock[0]
    p = world.parameters[0]
    median = p["outside_clearance_median_s"]
    key = (clock["epoch"], 0, Purpose.OUTSIDE, 0)
    seconds = lognormal(clock["seed"], key, median, p["outside_clearance_sigma"])
    due = now + int(seconds * 1000.0)
    schedule(state.times, state.winners, world.layout[0]["slot"][EventKind.OUTSIDE], due)


@compiled
def is_over(state: State, world: World) -> bool:
    """Whether there is no hazard any more that could hurt anybody here, nor one to come."""
    first = world.layout[0]["slot"][EventKind.HAZARD]
    for h in range(HAZARDS):
        kind = state.hazard[h]["state"]
        if kind == HazardState.NONE and state.times[first + h] < NEVER:
            return False
        here = kind != HazardState.NONE and kind != HazardState.OVER
        if here and kind != HazardState.ELSEWHERE:
            return False
    return True


@compiled
def contact_succeeds(state: State, world: World, h: int, now: int) -> None:
    """Officers in reach have ended the hazard, or pinned it in one place with people in reach."""
    hazard = state.hazard[h]
    clock = state.clock[0]
    slot = world.layout[0]["slot"][EventKind.HAZARD_CONTACT] + h
    schedule(state.times, state.winners, slot, NEVER)
    key = (clock["epoch"], HAZARDS + h, Purpose.HAZARD_CONTACT, int(hazard["changes"]))
    pinned = uniform(clock["seed"], key) < world.parameters[0]["contact_contain_p"]
    if pinned and hazard["state"] == HazardState.ACTIVE:
        hazard["pinned"] = 1
        cut_all_short(state, world)
        contain(state, world, h, now)
    else:
        end(state, world, h, now)
        shout(state, world, h, ThreatStatus.OVER, now)


@compiled
def contain(state: State, world: World, h: int, now: int) -> None:
    """The hazard is shut up in its area; people in there are still in its reach."""
    hazard = state.hazard[h]
    slots = world.layout[0]["slot"]
    hazard["state"] = HazardState.CONTAINED
    hazard["contained_ms"] = now
    hazard["contact"] = 0.0
    hazard["contact_since_ms"] = now
    schedule(state.times, state.winners, slots[EventKind.HAZARD_MOVE] + h, NEVER)
    due = now + int(world.parameters[0]["contained_over_s"] * 1000.0)
    schedule(state.times, state.winners, slots[EventKind.HAZARD] + h, due)
    refresh(state, world, now)
    shout(state, world, h, ThreatStatus.CONTAINED, now)


@compiled
def break_out(state: State, world: World, h: int, now: int) -> None:
    """Nobody holds it any more: it goes on as it was, or is somewhere unseen."""
    hazard = state.hazard[h]
    hazard["pinned"] = 0
    slot = world.layout[0]["slot"][EventKind.HAZARD] + h
    if now < hazard["active_until_ms"]:
        hazard["state"] = HazardState.ACTIVE
        hazard["last_heard_area"] = hazard["area"]
        schedule(state.times, state.winners, slot, int(hazard["active_until_ms"]))
        schedule_move(state, world, h, now)
        refresh(state, world, now)
        shout(state, world, h, ThreatStatus.ONGOING, now)
        return
    schedule_move(state, world, h, now)
    fall_silent(state, world, h, now)


@compiled
def holds_changed(state: State, world: World, now: int) -> None:
    """Officers hold other ground than before: what is contained, breaks out, or is in reach."""
    live = False
    for h in range(HAZARDS):
        kind = state.hazard[h]["state"]
        live = live or kind == HazardState.ACTIVE or kind == HazardState.CONTAINED
        if kind == HazardState.ACTIVE and boxed_in(state, world, h):
            contain(state, world, h, now)
        elif kind == HazardState.CONTAINED:
            check_contained(state, world, h, now)
    if live:
        refresh(state, world, now)


@compiled
def check_contained(state: State, world: World, h: int, now: int) -> None:
    """Containment lasts while every way out is held, or the officers who pinned it stay by it."""
    if boxed_in(state, world, h):
        return
    hazard = state.hazard[h]
    if hazard["pinned"] == 1:
        for t in range(len(state.teams)):
            if keeps_pinned(state, world, t, int(hazard["area"])):
                return
    break_out(state, world, h, now)


@compiled
def refresh(state: State, world: World, now: int) -> None:
    """Work out afresh what lies in reach, everybody's exposure, and who acts on each hazard."""
    refresh_ground(state, world, now)
    recount_contact(state, world, now)


@compiled
def meet_teams(state: State, world: World, h: int, now: int) -> None:
    """A silent hazard that shares an area with responders becomes active."""
    hazard = state.hazard[h]
    if hazard["state"] != HazardState.SILENT:
        return
    for t in range(len(state.teams)):
        team = state.teams[t]
        here = team["phase"] != Phase.NOT_ARRIVED and team["able"] > 0
        if here and team["area"] == hazard["area"]:
            activate(state, world, h, now)
            return


@compiled
def team_moved(state: State, world: World, t: int, now: int) -> None:
    """A team stands in another area now: its exposure, the contact, and what it runs into."""
    team = state.teams[t]
    if team["exposure_rate_per_min"] > 0.0 or harm_rate(state, world, t) > 0.0:
        expose_team(state, world, t, now)
    if state.record[0]["device_found_ms"] >= 0:
        count_beside(state, t, now)
    contact_of(state, world, t, now)
    for h in range(HAZARDS):
        hazard = state.hazard[h]
        if hazard["state"] == HazardState.SILENT:
            if team["area"] == hazard["area"] and team["able"] > 0:
                activate(state, world, h, now)
        elif hazard["state"] == HazardState.CONTAINED and hazard["pinned"] == 1:
            check_contained(state, world, h, now)


@compiled
def shout(state: State, world: World, h: int, status: int, now: int) -> None:
    """The first team inside says what it hears; idle teams are drawn or released by it."""
    t = first_team_inside(state, world)
    if t >= 0:
        area = int(state.hazard[h]["last_heard_area"])
        row = threat_report(state, t, status, area, now)
        send_report(state, world, row, now)
    wake_idle_teams(state, world, now)
