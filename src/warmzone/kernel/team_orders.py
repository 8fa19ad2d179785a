"""Orders about officers as teams: the door, wounded on the way, joining, reserve, who comes."""

from warmzone.kernel.arrays import State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.contact import contact_of
from warmzone.kernel.entry import door, way_in
from warmzone.kernel.joining import join, shadow
from warmzone.kernel.letting_go import release
from warmzone.kernel.parts import leave_leader, take_leader_along, take_part
from warmzone.kernel.radio import acknowledge
from warmzone.kernel.runners import send_runner
from warmzone.kernel.teams import set_task
from warmzone.kernel.transfer import take_brief
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Discipline, Phase, Role, Task
from warmzone.vocabulary.orders import Verb


@compiled
def is_team_verb(verb: int) -> bool:
    """Whether a team that hears that verb turns to it here, after leaving what it did."""
    moves = verb == Verb.GO_IN or verb == Verb.WAIT_AT_DOOR or verb == Verb.RESERVE
    return moves or verb in (Verb.LINK_UP, Verb.ASSIGN, Verb.APPOINT)


@compiled
def is_heard_in_passing(verb: int) -> bool:
    """Whether a team goes on with what it does when it hears that verb."""
    runs = verb == Verb.SEND_RUNNER or verb == Verb.TRANSFER_COMMAND
    return verb == Verb.STEP_PAST or verb == Verb.FORM_TEAM or runs


@compiled
def turns_team(verb: int) -> bool:
    """Whether an order of that verb makes a team leave what it does, and whom it works for."""
    return not is_heard_in_passing(verb) and verb != Verb.ASK_REPORT


@compiled
def obey_team_order(state: State, world: World, row: int, now: int) -> None:
    """A team that has left what it was doing turns to an order; it steps after."""
    order = state.orders[row]
    t = int(order["team"])
    team = state.teams[t]
    verb = order["verb"]
    if verb == Verb.LINK_UP:
        join(state, t, int(order["other_team"]), 0, now)
    elif verb == Verb.ASSIGN:
        team["works_for"] = order["other_team"]
        shadow(state, t, now)
    elif verb == Verb.RESERVE:
        set_task(state, t, Task.RESERVE, now)
        team["target_area"] = order["area"]
    elif verb == Verb.APPOINT:
        controls = order["value"] == Role.AREA_CONTROL
        set_task(state, t, Task.HOLD if controls else Task.RESERVE, now)
        team["target_area"] = order["area"]
        take_part(state, world, t, int(order["value"]), now)
    elif verb == Verb.WAIT_AT_DOOR:
        set_task(state, t, Task.AT_DOOR, now)
        team["target_area"] = door(state, world, t)
    else:
        set_task(state, t, Task.CONTACT, now)
        team["target_area"] = way_in(state, world, t)
    acknowledge(state, world, row, int(team["task"]), now)
    contact_of(state, world, t, now)


@compiled
def obey_in_passing(state: State, world: World, row: int, now: int) -> int:
    """A team hears what it need not stop for; the team that is to step now, or -1."""
    order = state.orders[row]
    t = int(order["team"])
    if order["verb"] == Verb.TRANSFER_COMMAND:
        take_brief(state, world, row, now)
        return -1
    if order["verb"] == Verb.APPOINT and state.teams[t]["discipline"] == Discipline.POLICE:
        acknowledge(state, world, row, Task.AREA_CONTROL, now)
        leave_leader(state, world, t, int(order["area"]), now)
        return -1
    acknowledge(state, world, row, -1, now)
    if order["verb"] == Verb.APPOINT:
        take_part(state, world, t, int(order["value"]), now)
        return -1
    if order["verb"] == Verb.STEP_PAST:
        state.teams[t]["at_wounded"] = order["value"]
        return -1
    if order["verb"] == Verb.SEND_RUNNER:
        send_runner(state, world, row, now)
        return -1
    other = int(order["other_team"])
    joining = state.teams[other]
    if joining["able"] <= 0 or joining["phase"] == Phase.NOT_ARRIVED:
        return -1
    if joining["load_count"] > 0:
        return -1
    release(state, world, other, now)
    join(state, other, t, 1, now)
    take_leader_along(state, world, other, now)
    contact_of(state, world, other, now)
    return other if joining["leg_end_ms"] < 0 else -1


@compiled
def turn_follower(state: State, world: World, t: int, leader: int, now: int) -> bool:
    """Whether team t works for `leader` and has turned to what that does now; it steps after."""
    team = state.teams[t]
    if team["works_for"] != leader or team["able"] <= 0 or team["load_count"] > 0:
        return False
    release(state, world, t, now)
    team["works_for"] = leader
    shadow(state, t, now)
    take_leader_along(state, world, t, now)
    contact_of(state, world, t, now)
    return bool(team["leg_end_ms"] < 0)
