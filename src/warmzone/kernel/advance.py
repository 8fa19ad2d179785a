"""The one function that moves time, and the order in which things happen.

Events are handled in order of (time, kind rank, entity id): the ranks are those of `EventKind`, and
`handle` goes through them in that order and shows what each kind does. Three things do not wait in
the calendar for themselves. Before every event, and before every order that is given, teams stand
where they are by then on the quiet ground that they walk through (`stretch.walk_on`). Orders,
answers and whatever else arrives by other means than the air is one event, RELAY, and `saying`
shows what each does. What follows from an event at once is called from where it happens.
Stopping is invisible: nothing is settled and no stop time is stored.
"""

from warmzone.kernel.arrays import State
from warmzone.kernel.arrivals import officers_arrive
from warmzone.kernel.care import begin_work, finish_care, finish_lift, see_area
from warmzone.kernel.casualties import die, end_exposure
from warmzone.kernel.codes import Defect, Stop, Work
from warmzone.kernel.compiled import compiled
from warmzone.kernel.cover import medics_leave
from warmzone.kernel.crossing import walk_in
from warmzone.kernel.device import look_for_device
from warmzone.kernel.down import officer_down
from warmzone.kernel.entry import stops_for_wounded
from warmzone.kernel.events import NEVER, EventKind, schedule
from warmzone.kernel.face_to_face import set_up_staging
from warmzone.kernel.first_reports import outside_clears, told
from warmzone.kernel.ground_tasks import finish_ground
from warmzone.kernel.hazard import contact_succeeds, move, next_change, team_moved
from warmzone.kernel.initiative import go_on, take_initiative
from warmzone.kernel.joining import finish_join
from warmzone.kernel.movement import can_reach, finish_leg, start_leg
from warmzone.kernel.obedience import obey
from warmzone.kernel.police_car import finish_drive
from warmzone.kernel.radio import send_report
from warmzone.kernel.reports import open_report
from warmzone.kernel.saying import arrives, channel_turn
from warmzone.kernel.senior import supervisor_arrives
from warmzone.kernel.standing import rest
from warmzone.kernel.stretch import walk_on
from warmzone.kernel.tasks import finish_search, step
from warmzone.kernel.teams import schedule_initiative, set_task
from warmzone.kernel.transport import ambulance_turn
from warmzone.kernel.vehicles import park
from warmzone.kernel.walking import walk_out
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import AtWounded, Discipline, Phase, Task
from warmzone.vocabulary.reports import ReportKind

MOST_EVENTS = 400_000


@compiled
def advance(state: State, world: World, until: int) -> int:
    """Handle every event with time ≤ `until` milliseconds; returns why it stopped (Stop).

    DECIDE: the automatic seat `clock.deciding` decides at `clock.last_event_ms`; call again after.
    """
    clock = state.clock[0]
    while True:
        slot = state.winners[1]
        now = int(state.times[slot])
        if now > until:
            return Stop.REACHED
        walk_on(state, world, now)
        clock["last_event_ms"] = now
        clock["events"] += 1
        kind = int(world.slot_kind[slot])
        entity = int(world.slot_entity[slot])
        if kind == EventKind.DECIDE:
            schedule(state.times, state.winners, int(slot), NEVER)
            clock["deciding"] = entity
            return Stop.DECIDE
        handle(state, world, (kind, entity), now)
        if clock["events"] > MOST_EVENTS:
            clock["defect"] = Defect.RUNAWAY
        if clock["defect"] != Defect.NONE:
            return Stop.DEFECT


@compiled
def handle(state: State, world: World, event: tuple[int, int], now: int) -> None:
    """One event: (kind, entity)."""
    kind, i = event
    if kind <= EventKind.HAZARD_CONTACT:
        hazard_event(state, world, event, now)
    elif kind == EventKind.PERSON_EXPOSURE:
        end_exposure(state, world, i, now)
    elif kind == EventKind.PERSON_DEATH:
        die(state, world, i, now)
    elif kind == EventKind.PERSON_MOVE:
        walk_out(state, world, i, now)
    elif kind == EventKind.TEAM_ARRIVAL:
        team_arrives(state, world, i, now)
    elif kind == EventKind.TEAM_LEG:
        leg_ends(state, world, i, now)
    elif kind == EventKind.TEAM_WORK:
        work_ends(state, world, i, now)
    elif kind == EventKind.TEAM_HURT:
        officer_down(state, world, i, now)
    elif kind == EventKind.TEAM_INITIATIVE:
        take_initiative(state, world, i, now)
    elif kind == EventKind.AMBULANCE:
        ambulance_turn(state, world, i, now)
    elif kind == EventKind.FIRST_REPORT:
        told(state, world, i, now)
    elif kind == EventKind.RADIO:
        channel_turn(state, world, i, now)
    elif kind == EventKind.RELAY:
        arrives(state, world, now)
    elif kind == EventKind.OUTSIDE:
        outside_clears(state, world, now)


@compiled
def hazard_event(state: State, world: World, event: tuple[int, int], now: int) -> None:
    """A hazard changes, moves, or is ended or pinned by officers in reach."""
    kind, h = event
    if kind == EventKind.HAZARD:
        next_change(state, world, h, now)
    elif kind == EventKind.HAZARD_MOVE:
        move(state, world, h, now)
    else:
        contact_succeeds(state, world, h, now)


@compiled
def team_arrives(state: State, world: World, t: int, now: int) -> None:
    """A car-load or a crew is on scene; officers report, medics first form up."""
    team = state.teams[t]
    slot = world.layout[0]["slot"][EventKind.TEAM_ARRIVAL] + t
    schedule(state.times, state.winners, slot, NEVER)
    team["arrived_ms"] = now
    team["phase"] = Phase.IDLE
    park(state, world, t, now)
    if team["discipline"] == Discipline.MEDICAL:
        set_up_staging(state, t)
        set_task(state, t, Task.RESCUE_TASK_FORCE, now)
        team["work"] = Work.ASSEMBLE
        begin_work(state, world, t, world.parameters[0]["rtf_assemble_s"], now)
        return
    free = officers_arrive(state, world, t, now)
    supervisor_arrives(state, world, t, now)
    if free:
        rest(state, world, t, now)
        # Whoever comes unsent goes straight on to the noise.
        schedule_initiative(state, world, t, world.parameters[0]["self_deploy_mean_s"], now)


@compiled
def leg_ends(state: State, world: World, t: int, now: int) -> None:
    """A team stands in the next area: what it meets, what it sees, where it goes on."""
    team = state.teams[t]
    finish_leg(state, world, t)
    walk_in(state, world, t, now)
    team_moved(state, world, t, now)
    partner = int(team["partner"])
    is_rtf = team["task"] == Task.RESCUE_TASK_FORCE
    if is_rtf and partner >= 0:
        team_moved(state, world, partner, now)
    if is_rtf and world.areas[team["area"]]["outdoor"] == 0:
        if state.record[0]["rtf_in_ms"] < 0:
            state.record[0]["rtf_in_ms"] = now
    see_area(state, world, t, now)
    look_for_device(state, world, t, False, now)
    goal = int(team["goal_area"])
    if is_rtf and team["load_count"] == 0:
        if state.ground[team["area"]]["exposure"] > 0.0 and goal >= 0:
            if team["phase"] == Phase.WALKING and team["leg_end_ms"] < 0:
                medics_leave(state, world, t, now)  # unless their coming made it turn hot
            return
        goal = -1  # a crew looks at the ground ahead before each leg
    if stops_for_wounded(state, world, t, now):
        return
    here = goal < 0 or goal == team["area"]
    if here or not can_reach(world, int(team["area"]), goal):
        team["goal_area"] = -1
        step(state, world, t, now)
        turn_to_next_order(state, world, t, now)
        go_on(state, world, t, now)
    else:
        start_leg(state, world, t, now)


@compiled
def work_ends(state: State, world: World, t: int, now: int) -> None:
    """A piece of work is finished; the team takes its next step."""
    team = state.teams[t]
    slot = world.layout[0]["slot"][EventKind.TEAM_WORK] + t
    schedule(state.times, state.winners, slot, NEVER)
    work = team["work"]
    team["work"] = Work.NONE
    team["phase"] = Phase.IDLE
    if work == Work.SEARCH:
        finish_search(state, world, t, now)
    elif work == Work.CARE:
        finish_care(state, world, t, now)
        if team["next_order"] >= 0:
            turn_to_next_order(state, world, t, now)
            return
        if team["at_wounded"] == AtWounded.STOP and stops_for_wounded(state, world, t, now):
            return
    elif work == Work.LINK:
        finish_join(state, world, t, now)
        return
    elif work in (Work.CHECK, Work.BREACH, Work.VEHICLES, Work.GATHER):
        finish_ground(state, world, t, int(work), now)
        return
    elif work == Work.DRIVE:
        finish_drive(state, world, t, now)
        if team["phase"] != Phase.NOT_ARRIVED:
            turn_to_next_order(state, world, t, now)
        return
    elif work == Work.LIFT:
        finish_lift(state, t, now)
    elif work == Work.ASSEMBLE:
        row = open_report(state, ReportKind.ARRIVED, t, now)
        state.reports[row]["status"] = Task.RESCUE_TASK_FORCE
        send_report(state, world, row, now)
    step(state, world, t, now)
    turn_to_next_order(state, world, t, now)
    go_on(state, world, t, now)


@compiled
def turn_to_next_order(state: State, world: World, t: int, now: int) -> None:
    """The load is down, or the care in hand given: obey what was said meanwhile."""
    team = state.teams[t]
    if team["next_order"] >= 0 and team["load_count"] == 0:
        row = int(team["next_order"])
        team["next_order"] = -1
        obey(state, world, row, now)
