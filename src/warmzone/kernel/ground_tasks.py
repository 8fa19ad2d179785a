"""Tasks about ground beyond holding and searching: containing, checking, moving cars, breaching."""

from warmzone.kernel.arrays import HAZARDS, State
from warmzone.kernel.care import begin_care, begin_work, see_area
from warmzone.kernel.codes import Work
from warmzone.kernel.compiled import compiled
from warmzone.kernel.contact import contact_of
from warmzone.kernel.holding import hold
from warmzone.kernel.leading import finish_gathering, step_leading
from warmzone.kernel.pace import pairs_of
from warmzone.kernel.radio import acknowledge, send_report
from warmzone.kernel.reports import open_report, threat_report
from warmzone.kernel.standing import become_idle, cannot, done, go, say_at_place
from warmzone.kernel.stretch import unlock
from warmzone.kernel.teams import set_task
from warmzone.kernel.vehicles import move_cars
from warmzone.kernel.world_arrays import BEYOND_M, World
from warmzone.vocabulary.codes import HazardState, OpeningState, Phase, Task, ThreatStatus
from warmzone.vocabulary.orders import Verb
from warmzone.vocabulary.reports import CannotReason, ReportKind


@compiled
def is_ground_verb(verb: int) -> bool:
    """Whether an order of that verb is obeyed here."""
    ground = (Verb.CONTAIN, Verb.CHECK_REPORT, Verb.MOVE_VEHICLES, Verb.BREACH)
    return verb in ground or verb == Verb.TRIAGE_OUTSIDE or verb == Verb.MOVE_UNINJURED


@compiled
def is_ground_task(task: int) -> bool:
    """Whether the steps of that task are taken here."""
    ground = (Task.CONTAIN, Task.CHECK, Task.MOVE_VEHICLES, Task.BREACH)
    return task in ground or task == Task.OUTSIDE_TRIAGE or task == Task.LEAD_OUT


@compiled
def obey_ground(state: State, world: World, row: int, now: int) -> None:
    """A team that has left what it was doing turns to an order about ground; it steps after."""
    order = state.orders[row]
    t = int(order["team"])
    team = state.teams[t]
    area = int(order["area"])
    task = Task.CHECK
    focus = area
    if order["verb"] == Verb.CONTAIN:
        task = Task.CONTAIN
        focus = free_way_out(state, world, t, area)
    elif order["verb"] == Verb.BREACH:
        task = Task.BREACH
        focus = locked_side(state, world, t, area)
    elif order["verb"] == Verb.MOVE_VEHICLES:
        task = Task.MOVE_VEHICLES
    elif order["verb"] == Verb.TRIAGE_OUTSIDE:
        task = Task.OUTSIDE_TRIAGE
    elif order["verb"] == Verb.MOVE_UNINJURED:
        task = Task.LEAD_OUT
        team["leads_out"] = order["value"]
    if focus < 0:
        acknowledge(state, world, row, -1, now)
        cannot(state, world, t, CannotReason.NOTHING_TO_DO, now)
        set_task(state, t, Task.UNASSIGNED, now)
        if team["leg_end_ms"] < 0:  # on its way it stands idle where that leg ends
            become_idle(state, world, t, now)
        return
    set_task(state, t, task, now)
    team["target_area"] = area
    team["focus_area"] = focus
    acknowledge(state, world, row, task, now)
    contact_of(state, world, t, now)


@compiled
def locked_side(state: State, world: World, t: int, area: int) -> int:
    """The nearest place from which a locked door into an area can be opened, or -1."""
    team = state.teams[t]
    ground = world.areas[area]
    best = -1
    best_m = BEYOND_M
    for e in range(ground["edge_first"], ground["edge_first"] + ground["edge_count"]):
        edge = world.edges[e]
        metres = world.distance_m[team["area"], edge["to_area"]]
        if state.openings[edge["opening"]] == OpeningState.LOCKED and metres < best_m:
            best = int(edge["to_area"])
            best_m = metres
    return best


@compiled
def free_way_out(state: State, world: World, t: int, area: int) -> int:
    """From where a team can guard a way out of an area that nobody holds: the nearest, or -1."""
    team = state.teams[t]
    ground = world.areas[area]
    best = -1
    best_m = BEYOND_M
    for e in range(ground["edge_first"], ground["edge_first"] + ground["edge_count"]):
        edge = world.edges[e]
        near = int(edge["to_area"])
        metres = world.distance_m[team["area"], near]
        passable = state.openings[edge["opening"]] < OpeningState.LOCKED
        if passable and metres < best_m and not is_taken(state, t, area, near):
            best = near
            best_m = metres
    return best


@compiled
def is_taken(state: State, t: int, area: int, near: int) -> bool:
    """Whether officers hold `near`, or another team guards the area from there or is on its way."""
    if state.ground[near]["held_officers"] > 0:
        return True
    for other in range(len(state.teams)):
        team = state.teams[other]
        if other != t and team["task"] == Task.CONTAIN and team["able"] > 0:
            if team["target_area"] == area and team["focus_area"] == near:
                return True
    return False


@compiled
def step_ground(state: State, world: World, t: int, now: int) -> None:
    """Take the next step of such a task."""
    team = state.teams[t]
    if go(state, world, t, int(team["focus_area"]), now):
        return
    p = world.parameters[0]
    task = team["task"]
    if task == Task.CHECK:
        team["work"] = Work.CHECK
        each_m2 = world.areas[team["area"]]["floor_m2"] / pairs_of(team)
        begin_work(state, world, t, p["search_base_s"] + p["search_s_per_m2"] * each_m2, now)
    elif task == Task.BREACH:
        team["work"] = Work.BREACH
        begin_work(state, world, t, p["breach_s"], now)
    elif task == Task.MOVE_VEHICLES:
        cars = max(1, int(state.ground[team["area"]]["blocking"]))
        team["work"] = Work.VEHICLES
        begin_work(state, world, t, p["move_car_s"] * cars, now)
    elif task == Task.LEAD_OUT:
        step_leading(state, world, t, now)
    elif task == Task.OUTSIDE_TRIAGE and triages(state, world, t, now):
        return
    elif team["phase"] != Phase.HOLDING:
        team["phase"] = Phase.HOLDING
        say_at_place(state, world, t, now)
        hold(state, world, t, now)


@compiled
def triages(state: State, world: World, t: int, now: int) -> bool:
    """Look about outside for those who fled, then care for who has come there; False where done."""
    team = state.teams[t]
    if state.ground[team["area"]]["searched_ms"] < team["since_ms"]:
        p = world.parameters[0]
        team["work"] = Work.SEARCH
        begin_work(state, world, t, p["search_base_s"] + p["triage_s"], now)
        return True
    see_area(state, world, t, now)
    return begin_care(state, world, t, now)


@compiled
def finish_ground(state: State, world: World, t: int, work: int, now: int) -> None:
    """Such a piece of work is finished."""
    if work == Work.CHECK:
        finish_check(state, world, t, now)
    elif work == Work.BREACH:
        finish_breach(state, world, t, now)
    elif work == Work.GATHER:
        if finish_gathering(state, world, t, now):
            step_ground(state, world, t, now)
    else:
        area = int(state.teams[t]["area"])
        move_cars(state, world, area, now)
        row = open_report(state, ReportKind.VEHICLES, t, now)
        send_report(state, world, row, now)
        done(state, world, t, now)


@compiled
def finish_breach(state: State, world: World, t: int, now: int) -> None:
    """The doors here are open; on to the next side of the area that is locked, or done."""
    team = state.teams[t]
    target = int(team["target_area"])
    unlock(state, world, target, int(team["area"]))
    side = locked_side(state, world, t, target)
    if side < 0:
        done(state, world, t, now)
        return
    team["focus_area"] = side
    step_ground(state, world, t, now)


@compiled
def finish_check(state: State, world: World, t: int, now: int) -> None:
    """The area has been looked through: somebody is there, or the report is said to be checked."""
    area = int(state.teams[t]["area"])
    found = False
    for h in range(HAZARDS):
        hazard = state.hazard[h]
        there = hazard["state"] == HazardState.ACTIVE or hazard["state"] == HazardState.CONTAINED
        found = found or bool(there and hazard["area"] == area)
    if found:
        row = threat_report(state, t, ThreatStatus.ONGOING, area, now)
    else:
        row = open_report(state, ReportKind.CHECKED, t, now)
    send_report(state, world, row, now)
    done(state, world, t, now)
