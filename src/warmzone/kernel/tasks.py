"""What a team does next: called when it arrives, has finished a piece of work, or is told."""

from warmzone.kernel.alarms import is_unchecked
from warmzone.kernel.arrays import State
from warmzone.kernel.care import (
    begin_care,
    begin_lift,
    begin_work,
    carry_goal,
    put_down,
    see_area,
    see_what_is_left,
)
from warmzone.kernel.codes import Work
from warmzone.kernel.compiled import compiled
from warmzone.kernel.contact import contact_of, nearest_noise
from warmzone.kernel.corridor import on_open_corridor
from warmzone.kernel.device import look_for_device
from warmzone.kernel.entry import step_door
from warmzone.kernel.ground_tasks import is_ground_task, step_ground
from warmzone.kernel.holding import hold
from warmzone.kernel.joining import step_join
from warmzone.kernel.marks import is_known_searched, is_marked, sees_mark
from warmzone.kernel.onward import goes_on, say_turned_to
from warmzone.kernel.pace import search_s
from warmzone.kernel.police_car import step_police_car
from warmzone.kernel.radio import send_report
from warmzone.kernel.reports import fill_counts, open_report, threat_report
from warmzone.kernel.roles import is_near
from warmzone.kernel.standing import become_idle, cannot, done, go, rest, say_at_place
from warmzone.kernel.world_arrays import BEYOND_M, World
from warmzone.kernel.zones import ground_in_the_way, why_not
from warmzone.vocabulary.codes import (
    AreaKind,
    HazardState,
    Movement,
    Phase,
    Seat,
    Task,
    ThreatStatus,
)
from warmzone.vocabulary.reports import CannotReason, ReportKind


@compiled
def step(state: State, world: World, t: int, now: int) -> None:
    """Take the next step of the team's task."""
    team = state.teams[t]
    if team["phase"] == Phase.OUT_OF_ACTION or team["phase"] == Phase.NOT_ARRIVED:
        return
    task = team["task"]
    if task == Task.UNASSIGNED:
        step_unasked(state, world, t, now)
    elif task == Task.CLEAR:
        step_clear(state, world, t, now)
    elif task == Task.TREAT:
        step_treat(state, world, t, now)
    elif task == Task.CARRY:
        step_carry(state, world, t, now)
    elif task == Task.RTF_SECURITY:
        step_security(state, world, t, now)
    elif task == Task.RESCUE_TASK_FORCE:
        step_rtf(state, world, t, now)
    elif task == Task.CONTACT:
        step_contact(state, world, t, now)
    elif task == Task.LINK_UP:
        step_join(state, world, t, now)
    elif task == Task.POLICE_TRANSPORT:
        step_police_car(state, world, t, now)
    elif task == Task.AT_DOOR:
        step_door(state, world, t, now)
    elif is_ground_task(int(task)):
        step_ground(state, world, t, now)
    else:
        step_hold(state, world, t, now)


@compiled
def step_unasked(state: State, world: World, t: int, now: int) -> None:
    """A team that acts of its own accord brings its load out, then stands idle."""
    team = state.teams[t]
    if team["load_count"] > 0:
        goal = carry_goal(state, world, t, int(team["area"]))
        if team["goal_area"] >= 0:
            goal = int(team["goal_area"])
        if goal >= 0 and goal != team["area"] and go(state, world, t, goal, now):
            return
        put_down(state, world, t, now)
    rest(state, world, t, now)


@compiled
def step_hold(state: State, world: World, t: int, now: int) -> None:
    """HOLD, CORRIDOR_POST, STAGED and the like: walk there, then stay.

    Crews that waited for a CCP to be secured look again.
    """
    team = state.teams[t]
    if go(state, world, t, team["target_area"], now):
        return
    if team["phase"] != Phase.HOLDING:
        team["phase"] = Phase.HOLDING
        say_at_place(state, world, t, now)
        hold(state, world, t, now)
        if team["area"] == state.seats[Seat.MEDICAL]["ccp"]:
            wake_waiting_crews(state, world, now)


@compiled
def step_contact(state: State, world: World, t: int, now: int) -> None:
    """Go to the threat: to the noise while there is any, else to the area ordered; then hold."""
    team = state.teams[t]
    goal = int(team["target_area"])
    noise = nearest_noise(state, world, int(team["area"]))
    if noise >= 0:
        goal = noise
    if state.ground[team["area"]]["exposure"] > 0.0:
        goal = int(team["area"])
    if go(state, world, t, goal, now):
        return
    if team["phase"] != Phase.HOLDING:
        team["phase"] = Phase.HOLDING
        say_at_place(state, world, t, now)
        if state.hazard[0]["state"] == HazardState.SILENT:
            row = threat_report(state, t, ThreatStatus.UNKNOWN, int(team["area"]), now)
            send_report(state, world, row, now)
    contact_of(state, world, t, now)


@compiled
def step_clear(state: State, world: World, t: int, now: int) -> None:
    """Search the area ordered, then every room off it; say so from the last one; then done."""
    team = state.teams[t]
    target = int(team["target_area"])
    focus = target
    marked = sees_mark(state, world, t, target) and not is_known_searched(state, target)
    if state.ground[target]["searched_ms"] >= team["since_ms"] or marked:
        focus = next_room(state, world, t)
    if focus < 0:
        if not is_near(world, int(team["area"]), target) and go(state, world, t, target, now):
            return
        row = open_report(state, ReportKind.AREA_CLEAR, t, now)
        fill_counts(state, row, target)
        state.reports[row]["flag"] = 1
        state.reports[row]["status"] = Task.UNASSIGNED
        send_report(state, world, row, now)
        become_idle(state, world, t, now)
        return
    team["focus_area"] = focus
    if go(state, world, t, focus, now):
        return
    team["work"] = Work.SEARCH
    begin_work(state, world, t, search_s(state, world, t, focus), now)


@compiled
def next_room(state: State, world: World, t: int) -> int:
    """The nearest room off the ordered area that has not been searched since the order, or -1.

    Rooms marked at the door as searched are left out, unless the area itself is searched again.
    """
    team = state.teams[t]
    target = world.areas[team["target_area"]]
    again = is_known_searched(state, int(team["target_area"]))
    best = -1
    best_m = BEYOND_M
    for e in range(target["edge_first"], target["edge_first"] + target["edge_count"]):
        room = int(world.edges[e]["to_area"])
        if world.areas[room]["kind"] == AreaKind.ROOM:
            marked = is_marked(state, room) and not again
            if state.ground[room]["searched_ms"] < team["since_ms"] and not marked:
                metres = world.distance_m[team["area"], room]
                if metres < best_m:
                    best = room
                    best_m = metres
    return best


@compiled
def finish_search(state: State, world: World, t: int, now: int) -> None:
    """One area is searched; casualties found there are reported."""
    team = state.teams[t]
    state.ground[team["area"]]["searched_ms"] = now
    see_area(state, world, t, now)
    look_for_device(state, world, t, True, now)
    if is_unchecked(state, Seat.TACTICAL, int(team["area"])):
        row = open_report(state, ReportKind.CHECKED, t, now)
        send_report(state, world, row, now)


@compiled
def step_treat(state: State, world: World, t: int, now: int) -> None:
    """Treat the casualties of the area ordered until nobody there needs it."""
    team = state.teams[t]
    if go(state, world, t, team["target_area"], now):
        return
    if not begin_care(state, world, t, now):
        see_what_is_left(state, world, t, now)
        done(state, world, t, now)


@compiled
def step_carry(state: State, world: World, t: int, now: int) -> None:
    """Shuttle casualties from the area ordered to the CCP or the AEP until none is left."""
    team = state.teams[t]
    if team["load_count"] > 0:
        goal = carry_goal(state, world, t, int(team["target_area"]))
        if goal < 0:
            goal = int(team["area"])
        if go(state, world, t, goal, now):
            return
        put_down(state, world, t, now)
    if go(state, world, t, team["target_area"], now):
        return
    if carry_goal(state, world, t, int(team["target_area"])) < 0:
        cannot(state, world, t, CannotReason.NOTHING_TO_DO, now)
        become_idle(state, world, t, now)
    elif not begin_lift(state, world, t, now):
        see_what_is_left(state, world, t, now)
        done(state, world, t, now)


@compiled
def step_security(state: State, world: World, t: int, now: int) -> None:
    """Join the RTF; once linked up the officers go where it goes."""
    team = state.teams[t]
    rtf = int(team["partner"])
    if rtf < 0:
        become_idle(state, world, t, now)
        return
    if state.teams[rtf]["phase"] == Phase.OUT_OF_ACTION:
        team["partner"] = -1
        cannot(state, world, t, CannotReason.NOTHING_TO_DO, now)
        become_idle(state, world, t, now)
        return
    if team["phase"] == Phase.FOLLOWING:
        return
    if go(state, world, t, state.teams[rtf]["area"], now):
        return
    before = int(state.teams[rtf]["partner"])
    if before >= 0 and before != t:
        state.teams[before]["partner"] = -1
        done(state, world, before, now)
    team["phase"] = Phase.FOLLOWING
    state.teams[rtf]["partner"] = t
    note_formed(state, rtf, now)
    say_at_place(state, world, t, now)
    if state.teams[rtf]["cleared_area"] >= 0 and state.teams[rtf]["phase"] == Phase.HOLDING:
        step_rtf(state, world, rtf, now)


@compiled
def note_formed(state: State, t: int, now: int) -> None:
    """Note when the first crew is ready: formed up, with security beside it or free to go."""
    team = state.teams[t]
    ready = team["work"] != Work.ASSEMBLE
    free = state.seats[Seat.MEDICAL]["free_entry"] == 1
    if ready and (free or team["partner"] >= 0) and state.record[0]["rtf_formed_ms"] < 0:
        state.record[0]["rtf_formed_ms"] = now


@compiled
def may_go(state: State, world: World, t: int) -> bool:
    """Whether an RTF may move: free entry, its own security beside it, or an open corridor.

    As an island it may also go to ground that officers hold; where officers carry, it stays out.
    """
    team = state.teams[t]
    if state.seats[Seat.MEDICAL]["free_entry"] == 1 or team["partner"] >= 0:
        return True
    goal = int(team["cleared_area"])
    if world.areas[goal]["outdoor"] == 1 or goal == team["home_area"]:
        return True
    if team["movement"] == Movement.POLICE_CARRY:
        return False
    if team["movement"] == Movement.ISLAND and state.ground[goal]["held_officers"] > 0:
        return True
    return on_open_corridor(state, goal)


@compiled
def waits_for_ground(state: State, world: World, t: int, now: int) -> bool:
    """Whether a crew stays put because of ground on its way; it says once which ground that is."""
    team = state.teams[t]
    bad = ground_in_the_way(state, world, t, int(team["cleared_area"]), now)
    if bad >= 0 and team["waits_for"] != bad:
        row = open_report(state, ReportKind.CANNOT, t, now)
        state.reports[row]["status"] = why_not(state, world, bad, now)
        state.reports[row]["flag"] = bad + 1
        send_report(state, world, row, now)
    team["waits_for"] = bad
    if bad >= 0:
        team["phase"] = Phase.HOLDING
    return bad >= 0


@compiled
def wait_for_escort(state: State, world: World, t: int, now: int) -> None:
    """A crew stays put for want of security; it says so once, and looks again as ground is held."""
    team = state.teams[t]
    if team["waits_for"] < 0 and team["area"] != team["cleared_area"]:
        cannot(state, world, t, CannotReason.NO_SECURITY, now)
        team["waits_for"] = team["cleared_area"]
    team["phase"] = Phase.HOLDING


@compiled
def wake_waiting_crews(state: State, world: World, now: int) -> None:
    """Ground has been declared: crews that waited for it look again."""
    for t in range(len(state.teams)):
        team = state.teams[t]
        if team["waits_for"] >= 0 and team["phase"] == Phase.HOLDING:
            if team["cleared_area"] >= 0 and team["leg_end_ms"] < 0:
                step_rtf(state, world, t, now)


@compiled
def sets_out(state: State, world: World, t: int, waited: bool, now: int) -> bool:
    """Whether a crew is on its way to where it was let in; after a wait it says that it is."""
    if not go(state, world, t, int(state.teams[t]["cleared_area"]), now):
        return False
    if waited:
        say_turned_to(state, world, t, now)
    return True


@compiled
def sees_to_casualties(state: State, world: World, t: int, now: int) -> bool:
    """Whether a crew has somebody to treat, to carry, or to go on to; where it is, treating first.

    By the agency's rule it treats wherever it may go before it carries anybody.
    """
    team = state.teams[t]
    see_area(state, world, t, now)
    if begin_care(state, world, t, now):
        if state.record[0]["rtf_contact_ms"] < 0:
            state.record[0]["rtf_contact_ms"] = now
        return True
    state.ground[team["area"]]["tended"] = 1
    if world.profile[0]["treat_first"] == 1 and goes_on(state, world, t, True, now):
        return True
    if carry_goal(state, world, t, int(team["cleared_area"])) >= 0:
        if begin_lift(state, world, t, now):
            return True
    return goes_on(state, world, t, False, now)


@compiled
def step_rtf(state: State, world: World, t: int, now: int) -> None:
    """A rescue task force: wait for clearance, go in, treat, carry out, come back for more."""
    team = state.teams[t]
    note_formed(state, t, now)
    if team["load_count"] > 0:
        loaded_at = int(team["cleared_area"])
        if loaded_at < 0:
            loaded_at = int(team["area"])
        goal = carry_goal(state, world, t, loaded_at)
        if goal < 0:
            goal = int(team["area"])
        if go(state, world, t, goal, now):
            return
        put_down(state, world, t, now)
    if team["cleared_area"] < 0:
        team["phase"] = Phase.HOLDING
        return
    if not may_go(state, world, t):
        wait_for_escort(state, world, t, now)
        return
    waited = team["waits_for"] >= 0
    home = team["cleared_area"] == team["home_area"]  # the way out is always open
    if not home and waits_for_ground(state, world, t, now):
        return
    if state.record[0]["rtf_formed_ms"] < 0:
        state.record[0]["rtf_formed_ms"] = now  # let in along an open corridor, without security
    if sets_out(state, world, t, waited and not home, now):
        return
    if sees_to_casualties(state, world, t, now):
        return
    team["phase"] = Phase.HOLDING
    if team["busy_said"] == 0:
        team["busy_said"] = 1
        see_what_is_left(state, world, t, now)
        row = open_report(state, ReportKind.TASK_DONE, t, now)
        state.reports[row]["status"] = Task.RESCUE_TASK_FORCE
        send_report(state, world, row, now)
