"""Hearing an order: teams acknowledge and turn to it, medics learn what was declared."""

import numpy as np

from warmzone.kernel.arrays import State
from warmzone.kernel.arrivals import set_out
from warmzone.kernel.attention import crew_waits, wake
from warmzone.kernel.beliefs import hear
from warmzone.kernel.codes import Work
from warmzone.kernel.command_words import hear_of_command
from warmzone.kernel.compiled import compiled
from warmzone.kernel.contact import contact_of
from warmzone.kernel.corridor import close_corridor, plan_corridor, take_posts
from warmzone.kernel.face_to_face import beside
from warmzone.kernel.ground_tasks import is_ground_verb, obey_ground
from warmzone.kernel.letting_go import release
from warmzone.kernel.parts import take_leader_along
from warmzone.kernel.police_car import obey_police_car
from warmzone.kernel.radio import (
    acknowledge,
    channel_of,
    is_for_medical_seat,
    said_on,
    send_report,
)
from warmzone.kernel.reports import open_report
from warmzone.kernel.roles import is_in_passing
from warmzone.kernel.rtf_orders import obey_rtf, obey_security, retreat
from warmzone.kernel.standing import cannot, say_at_place
from warmzone.kernel.tasks import step, wake_waiting_crews
from warmzone.kernel.team_orders import (
    is_heard_in_passing,
    is_team_verb,
    obey_in_passing,
    obey_team_order,
    turn_follower,
)
from warmzone.kernel.teams import set_task
from warmzone.kernel.walking import come_to_aep, tell_walking
from warmzone.kernel.word import hear_of_word
from warmzone.kernel.world_arrays import World
from warmzone.kernel.zones import hear_declared, safe_place
from warmzone.vocabulary.codes import (
    CorridorState,
    Discipline,
    Phase,
    Reply,
    Seat,
    Task,
    ThreatStatus,
)
from warmzone.vocabulary.orders import Verb
from warmzone.vocabulary.reports import CannotReason, ReportKind


@compiled
def hear_zone(state: State, world: World, row: int, now: int) -> None:
    """Medics hear a declaration, and every one that was said in the same breath."""
    count = int(state.clock[0]["orders"])
    k = row
    while k == row or (k < count and state.orders[k]["rides"] == 1):
        order = state.orders[k]
        zone = state.zones[order["area"]]
        order["heard_ms"] = now
        if k > row:
            acknowledge(state, world, k, -1, now)
        # Said again late, it may have been declared anew meanwhile.
        if state.orders[row]["tries"] == 0 or int(zone["zone"]) == int(order["value"]):
            hear_declared(state, int(order["area"]), int(order["value"]), now)
        k += 1
    wake_waiting_crews(state, world, now)


@compiled
def hear_order(state: State, world: World, row: int, now: int) -> None:
    """Order `row` has been heard by whom it concerns."""
    order = state.orders[row]
    order["heard_ms"] = now
    verb = order["verb"]
    medical = state.seats[Seat.MEDICAL]
    if verb == Verb.DECLARE_ZONE:
        hear_zone(state, world, row, now)
    elif verb == Verb.SET_CCP:
        medical["ccp"] = order["area"]
        medical["ccp_ms"] = now
        follow_ccp(state, world, now)
    elif verb == Verb.SET_AEP:
        medical["aep"] = order["area"]
        medical["aep_ms"] = now
        come_to_aep(state, world, now)
    elif verb == Verb.SET_PRIORITY:
        medical["priority"] = order["value"]
    elif verb == Verb.DECLARE_THREAT:
        medical["threat"] = order["value"]
        medical["threat_ms"] = now
        safe = order["value"] == ThreatStatus.NONE or order["value"] == ThreatStatus.OVER
        medical["free_entry"] = 1 if safe else 0
    elif verb == Verb.BREAK_CORRIDOR:
        break_corridor(state, world, now)
    elif verb == Verb.REQUEST_ENTRY:
        ask_entry(state, world, row, now)
    elif order["team"] >= 0:
        if verb == Verb.CLEAR_RTF_IN or verb == Verb.HOLD_RTF:
            belief = state.team_beliefs[Seat.MEDICAL, order["team"]]
            belief["asked_ms"] = -1
            belief["reply"] = Reply.CLEARED if verb == Verb.CLEAR_RTF_IN else Reply.HELD
        obey(state, world, row, now)
    else:
        hear_by_all(state, world, row, now)
    if order["team"] < 0:
        acknowledge(state, world, row, -1, now)
    if order["seat"] == Seat.TACTICAL and is_for_medical_seat(world, int(order["team"]), int(verb)):
        if crew_waits(state):
            wake(state, world, Seat.MEDICAL, now)


@compiled
def follow_ccp(state: State, world: World, now: int) -> None:
    """The CCP has been named, perhaps elsewhere than before: its security goes there."""
    for t in range(len(state.teams)):
        team = state.teams[t]
        ccp = int(state.seats[Seat.MEDICAL]["ccp"])
        if team["task"] == Task.CCP_SECURITY and team["able"] > 0 and team["target_area"] != ccp:
            release(state, world, t, now)
            team["target_area"] = ccp
            if team["leg_end_ms"] < 0:
                step(state, world, t, now)


@compiled
def hear_by_all(state: State, world: World, row: int, now: int) -> None:
    """An order to everybody, to those on their way, or to dispatch."""
    order = state.orders[row]
    verb = order["verb"]
    if verb == Verb.WITHDRAW_AREA:
        withdraw_area(state, world, int(order["area"]), now)
    elif verb == Verb.WARN_SITES:
        if state.record[0]["warned_ms"] < 0:
            state.record[0]["warned_ms"] = now
    elif verb == Verb.STAGE_ARRIVALS:
        state.clock[0]["arrivals_staged"] = order["value"]
    elif verb == Verb.CALL_RESOURCES:
        set_out(state, world, now)
    elif verb == Verb.MOVE_WALKING:
        tell_walking(state, world, int(order["area"]), now)
    else:
        hear_of_word(state, world, row, now)
        hear_of_command(state, world, row, now)


@compiled
def ask_entry(state: State, world: World, row: int, now: int) -> None:
    """An RTF's request is heard on its channel, or by Tactical beside it."""
    order = state.orders[row]
    t = int(order["team"])
    team = state.teams[t]
    if team["asked_ms"] < 0:
        team["asked_ms"] = order["given_ms"]
    report = open_report(state, ReportKind.ENTRY_REQUEST, t, now)
    state.reports[report]["observed_ms"] = order["given_ms"]
    if beside(state, world, t, Seat.TACTICAL):
        hear(state, world, Seat.TACTICAL, report, now)
        hear(state, world, Seat.MEDICAL, report, now)
    else:
        said_on(state, world, report, channel_of(state, world, t), now)


@compiled
def break_corridor(state: State, world: World, now: int) -> None:
    """The corridor is given up; its posts are without a task."""
    close_corridor(state)
    for t in range(len(state.teams)):
        if state.teams[t]["task"] == Task.CORRIDOR_POST:
            release(state, world, t, now)
            stay_untasked(state, world, t, now)


@compiled
def stay_untasked(state: State, world: World, t: int, now: int) -> None:
    """Nothing to do: stand here, or where the leg being walked ends."""
    set_task(state, t, Task.UNASSIGNED, now)
    if state.teams[t]["leg_end_ms"] < 0:
        step(state, world, t, now)


@compiled
def obey(state: State, world: World, row: int, now: int) -> None:
    """A team has heard its order: it acknowledges and turns to it, once its hands are free."""
    order = state.orders[row]
    t = int(order["team"])
    team = state.teams[t]
    verb = order["verb"]
    if team["work"] == Work.DRIVE:
        team["next_order"] = row
        acknowledge(state, world, row, -1, now)
        return
    if team["able"] <= 0 or team["phase"] == Phase.NOT_ARRIVED:
        acknowledge(state, world, row, -1, now)
        return
    if verb == Verb.ASK_REPORT:
        acknowledge(state, world, row, -1, now)
        say_at_place(state, world, t, now)
        return
    if is_heard_in_passing(int(verb)) or is_in_passing(state, world, row):
        joining = obey_in_passing(state, world, row, now)
        if joining >= 0:
            step(state, world, joining, now)
        return
    if hands_are_full(team) and verb != Verb.WITHDRAW and verb != Verb.HOLD_RTF:
        team["next_order"] = row
        acknowledge(state, world, row, -1, now)
        return
    ready = team["task"] == Task.RESERVE or team["task"] == Task.AT_DOOR
    release(state, world, t, now)
    if not ready and team["leg_end_ms"] < 0:
        team["start_ms"] = int(world.parameters[0]["start_delay_s"] * 1000.0)
    turn_to(state, world, row, now)
    take_leader_along(state, world, t, now)
    team["start_ms"] = 0
    for other in range(len(state.teams)):
        if turn_follower(state, world, other, t, now):
            step(state, world, other, now)


@compiled
def hands_are_full(team: np.ndarray) -> bool:
    """Whether a team carries somebody, or is a crew in the middle of care that it has begun."""
    if team["load_count"] > 0:
        return bool(team["work"] != Work.LIFT)
    return bool(team["discipline"] == Discipline.MEDICAL and team["work"] == Work.CARE)


@compiled
def turn_to(state: State, world: World, row: int, now: int) -> None:
    """A team that has left what it was doing turns to an order."""
    order = state.orders[row]
    t = int(order["team"])
    team = state.teams[t]
    verb = order["verb"]
    if verb == Verb.TRIAGE_OUTSIDE and state.command[0]["walking_area"] < 0:
        tell_walking(state, world, int(order["area"]), now)  # who has come out is called there
    crew = verb == Verb.TRIAGE_OUTSIDE and team["discipline"] == Discipline.MEDICAL
    if crew or verb in (Verb.CLEAR_RTF_IN, Verb.HOLD_RTF):
        obey_rtf(state, world, row, now)
    elif is_team_verb(int(verb)):
        obey_team_order(state, world, row, now)
        if team["leg_end_ms"] < 0:
            step(state, world, t, now)
    elif is_ground_verb(int(verb)):
        obey_ground(state, world, row, now)
        if team["leg_end_ms"] < 0 and team["task"] != Task.UNASSIGNED:
            step(state, world, t, now)
    elif verb == Verb.POLICE_TRANSPORT:
        obey_police_car(state, world, row, now)
        if team["leg_end_ms"] < 0 and team["task"] != Task.UNASSIGNED:
            step(state, world, t, now)
    elif verb == Verb.SECURE_RTF:
        obey_security(state, world, row, now)
    elif verb == Verb.BUILD_CORRIDOR:
        obey_corridor(state, world, row, now)
    else:
        obey_task(state, world, row, now)


@compiled
def obey_task(state: State, world: World, row: int, now: int) -> None:
    """CONTACT, HOLD, CLEAR, TREAT, CARRY, STAGE, WITHDRAW, PERIMETER, SECURE_CCP."""
    order = state.orders[row]
    t = int(order["team"])
    team = state.teams[t]
    verb = order["verb"]
    task = Task.HOLD
    target = int(order["area"])
    if verb == Verb.CONTACT:
        task = Task.CONTACT
    elif verb == Verb.CLEAR:
        task = Task.CLEAR
    elif verb == Verb.TREAT:
        task = Task.TREAT
    elif verb == Verb.CARRY:
        task = Task.CARRY
    elif verb == Verb.PERIMETER:
        task = Task.PERIMETER
    elif verb == Verb.SECURE_CCP:
        task = Task.CCP_SECURITY
        target = int(state.seats[Seat.TACTICAL]["ccp"])
    elif verb == Verb.STAGE:
        task = Task.STAGED
        target = int(team["home_area"])
    elif verb == Verb.WITHDRAW:
        task = Task.WITHDRAW
        target = int(world.areas[team["area"]]["exit_area"])
        if target < 0:
            target = int(team["home_area"])
    if team["discipline"] == Discipline.MEDICAL:
        task = Task.RESCUE_TASK_FORCE
        team["cleared_area"] = -1
        acknowledge(state, world, row, task, now)
        retreat(state, world, t, now)
        return
    set_task(state, t, task, now)
    team["target_area"] = target
    acknowledge(state, world, row, task, now)
    contact_of(state, world, t, now)
    if team["leg_end_ms"] < 0:
        step(state, world, t, now)


@compiled
def withdraw_area(state: State, world: World, area: int, now: int) -> None:
    """Everybody out: each team there answers and leaves; about a device, next door too."""
    wide = state.zones[area]["device"] == 1
    for t in range(len(state.teams)):
        team = state.teams[t]
        here = int(team["area"])
        there = here == area or (wide and state.zones[here]["device"] == 1)
        if there and team["able"] > 0 and team["phase"] != Phase.NOT_ARRIVED:
            row = open_report(state, ReportKind.STATUS, t, now)
            state.reports[row]["status"] = Task.WITHDRAW
            send_report(state, world, row, now)
            carrying = team["load_count"] > 0 and team["work"] != Work.LIFT
            idle = team["phase"] != Phase.FOLLOWING and team["work"] != Work.ASSEMBLE
            if idle and not carrying:
                release(state, world, t, now)
                if team["discipline"] == Discipline.MEDICAL:
                    retreat(state, world, t, now)
                else:
                    set_task(state, t, Task.WITHDRAW, now)
                    team["target_area"] = safe_place(state, world, here)
                    if team["leg_end_ms"] < 0:
                        step(state, world, t, now)


@compiled
def obey_corridor(state: State, world: World, row: int, now: int) -> None:
    """Officers are told to man the corridor; the first ones lay it out."""
    order = state.orders[row]
    t = int(order["team"])
    team = state.teams[t]
    medical = state.seats[Seat.MEDICAL]
    corridor = state.corridor[0]
    if corridor["state"] == CorridorState.NONE:
        known = medical["ccp"] >= 0 and medical["aep"] >= 0
        if not known or not plan_corridor(state, world, int(medical["ccp"]), int(medical["aep"])):
            acknowledge(state, world, row, -1, now)
            cannot(state, world, t, CannotReason.NO_CCP, now)
            stay_untasked(state, world, t, now)
            return
        corridor["state"] = CorridorState.BUILDING
        corridor["since_ms"] = now
    post = take_posts(state, world, t)
    if post < 0:
        acknowledge(state, world, row, -1, now)
        cannot(state, world, t, CannotReason.NOTHING_TO_DO, now)
        stay_untasked(state, world, t, now)
        return
    set_task(state, t, Task.CORRIDOR_POST, now)
    team["target_area"] = post
    acknowledge(state, world, row, Task.CORRIDOR_POST, now)
    if team["leg_end_ms"] < 0:
        step(state, world, t, now)
