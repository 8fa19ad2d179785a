"""Those appointed to a part: what each does on its own, and when it is given up.

Officers turn to their part and stand at its place until they are told something else or leave. A
crew's leader is Triage or Transport, and who leads officers controls the area they are at work in:
the team has one fewer (`parts`).
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
    """Officers who turn to something else give their part up; one leader's part is their own."""
    if state.teams[t]["discipline"] == Discipline.POLICE and state.teams[t]["post_area"] < 0:
        state.teams[t]["role"] = Role.NONE


@compiled
def is_in_passing(state: State, world: World, row: int) -> bool:
    """Whether an appointment takes only a leader, so that the rest go on with what they do.

    A crew's always does; that of officers to control an area where they are, or one next to it.
    """
    order = state.orders[row]
    if order["verb"] != Verb.APPOINT:
        return False
    team = state.teams[order["team"]]
    if team["discipline"] == Discipline.MEDICAL:
        return True
    if order["value"] != Role.AREA_CONTROL or team["able"] < 2:
        return False
    return is_near(world, int(team["area"]), int(order["area"]))


@compiled
def keeps_post(world: World, task: int, place: int, post: int) -> bool:
    """Whether a team on that task at that place works about the area that its leader controls."""
    if task in (Task.RTF_SECURITY, Task.POLICE_TRANSPORT, Task.LINK_UP, Task.CONTACT):
        return False  # these go wherever others, or the noise, are
    return is_near(world, place, post)


@compiled
def forget_post(state: State, world: World, seat: int, t: int) -> None:
    """A seat takes a leader's part for given up once the team turns to work elsewhere."""
    belief = state.team_beliefs[seat, t]
    if belief["post_area"] < 0:
        return
    place = int(belief["target_area"] if belief["target_area"] >= 0 else belief["area"])
    if not keeps_post(world, int(belief["task"]), place, int(belief["post_area"])):
        belief["post_area"] = -1
        belief["role"] = Role.NONE


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
        if control["role"] != Role.AREA_CONTROL or control["able"] <= 0:
            continue
        post = int(control["post_area"])
        if post < 0 and c != t and control["area"] == control["target_area"]:
            post = int(control["area"])
        if post >= 0 and is_near(world, int(state.teams[t]["area"]), post):
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
    if officers and order["ack_task"] not in (Task.HOLD, Task.RESERVE, Task.AREA_CONTROL):
        return  # not yet, or nobody is left to
    role = int(order["value"])
    for other in range(len(state.teams)):
        belief = state.team_beliefs[seat, other]
        if role != Role.AREA_CONTROL and belief["role"] == role:
            belief["role"] = Role.NONE
    state.team_beliefs[seat, t]["role"] = role
    alone = order["ack_task"] == Task.AREA_CONTROL
    state.team_beliefs[seat, t]["post_area"] = order["area"] if alone else -1
