"""Those appointed to a part: what each does on its own, and when it is given up.

Officers turn to their part and stand at its place until they are told something else or leave; a
crew's leader is Triage or Transport, and the crew has one medic fewer (`parts`).
"""

from warmzone.kernel.arrays import State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Discipline, Priority, Role, Seat, Task
from warmzone.vocabulary.orders import Verb


@compiled
def take_role(state: State, t: int, role: int) -> None:
    """Team t takes a part up; of every part but area control there is one holder.

    Triage puts reds first where nobody has said whom to take first; Staging keeps whoever comes.
    """
    for other in range(len(state.teams)):
        if role != Role.AREA_CONTROL and state.teams[other]["role"] == role:
            state.teams[other]["role"] = Role.NONE
    state.teams[t]["role"] = role
    medical = state.seats[Seat.MEDICAL]
    if role == Role.TRIAGE and medical["priority"] == Priority.NEAREST:
        medical["priority"] = Priority.REDS
    elif role == Role.STAGING:
        state.clock[0]["arrivals_staged"] = 1


@compiled
def leave_role(state: State, t: int) -> None:
    """Officers who turn to something else give their part up; a crew's leader does not."""
    if state.teams[t]["discipline"] == Discipline.POLICE:
        state.teams[t]["role"] = Role.NONE


@compiled
def is_in_passing(state: State, t: int, verb: int) -> bool:
    """Whether an appointment is heard by a crew, which goes on with what it does."""
    return bool(verb == Verb.APPOINT and state.teams[t]["discipline"] == Discipline.MEDICAL)


@compiled
def is_appointed(state: State, role: int) -> bool:
    """Whether somebody fit holds a part."""
    for t in range(len(state.teams)):
        if state.teams[t]["role"] == role and state.teams[t]["able"] > 0:
            return True
    return False


@compiled
def is_led(state: State, world: World, t: int) -> bool:
    """Whether somebody controls the area where team t is, or one next to it, from there."""
    for c in range(len(state.teams)):
        control = state.teams[c]
        if control["role"] == Role.AREA_CONTROL and control["able"] > 0 and c != t:
            if control["area"] == control["target_area"]:
                if is_near(world, int(state.teams[t]["area"]), int(control["area"])):
                    return True
    return False


@compiled
def is_near(world: World, area: int, other: int) -> bool:
    """Whether two areas are the same, or next to each other."""
    if area == other:
        return True
    if area < 0 or other < 0:
        return False
    ground = world.areas[area]
    for e in range(ground["edge_first"], ground["edge_first"] + ground["edge_count"]):
        if world.edges[e]["to_area"] == other:
            return True
    return False


@compiled
def hear_of_role(state: State, seat: int, row: int) -> None:
    """A seat learns that somebody has taken up the part of order `row`."""
    order = state.orders[row]
    t = int(order["team"])
    officers = state.teams[t]["discipline"] == Discipline.POLICE
    if officers and order["ack_task"] != Task.HOLD and order["ack_task"] != Task.RESERVE:
        return  # not yet, or nobody is left to
    role = int(order["value"])
    for other in range(len(state.teams)):
        belief = state.team_beliefs[seat, other]
        if role != Role.AREA_CONTROL and belief["role"] == role:
            belief["role"] = Role.NONE
    state.team_beliefs[seat, t]["role"] = role
