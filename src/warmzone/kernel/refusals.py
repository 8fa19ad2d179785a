"""Which orders are refused, and why. Pure: what is asked against what the seat may know."""

import numpy as np

from warmzone.kernel.arrays import LANES, SEATS, State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.lanes import waiting
from warmzone.kernel.movement import can_reach
from warmzone.kernel.profile import against_profile
from warmzone.kernel.team_refusals import check_team_order
from warmzone.kernel.vehicles import knows_of_cars
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import (
    Alarm,
    CommandPlace,
    CorridorState,
    Discipline,
    OpeningState,
    Seat,
)
from warmzone.vocabulary.orders import FORMS, UNBUILT, Addressee, Refusal, Verb

BUILT = np.array([int(verb not in UNBUILT) for verb in Verb])
NAMES_TEAM = np.array([int(FORMS[verb].team) for verb in Verb])  # Addressee
NAMES_AREA = np.array([int(FORMS[verb].area) for verb in Verb])
NAMES_OTHER = np.array([int(FORMS[verb].other) for verb in Verb])  # Addressee
COMMANDS = np.array([int(FORMS[verb].commands) for verb in Verb])
VALUE_LOW = np.array([FORMS[verb].low for verb in Verb])
VALUE_HIGH = np.array([FORMS[verb].high for verb in Verb])


@compiled
def check_order(state: State, world: World, order: tuple[int, int, int, int, int, int]) -> int:
    """Refusal code for (seat, verb, team, area, other team, value); ACCEPTED where it may be given.

    `order` holds whole numbers of any size; nothing is changed.
    """
    seat, verb, team, area = order[0], order[1], order[2], order[3]
    if seat < 0 or seat >= SEATS:
        return Refusal.NOT_YOUR_ORDER
    if verb < 0 or verb >= len(BUILT) or BUILT[verb] == 0:
        return Refusal.UNKNOWN_VERB
    if world.profile[0]["forbidden"][verb] == 1:
        return Refusal.FORBIDDEN_BY_PROFILE
    if no_room(state):
        return Refusal.QUEUE_FULL
    if area < -1 or area >= len(state.ground):
        return Refusal.UNKNOWN_AREA
    if team < -1 or team >= len(state.teams):
        return Refusal.UNKNOWN_TEAM
    if seat == Seat.MEDICAL:
        return check_medical(state, world, order)
    refusal = check_right(state, verb)
    if refusal == Refusal.ACCEPTED:
        refusal = check_value(verb, order[5])
    if refusal == Refusal.ACCEPTED and NAMES_AREA[verb] == 1 and area < 0:
        refusal = Refusal.AREA_NEEDED
    if refusal == Refusal.ACCEPTED and NAMES_TEAM[verb] != 0:
        refusal = check_team(state, world, order)
    if refusal == Refusal.ACCEPTED:
        refusal = check_place(state, world, verb, area)
    if refusal == Refusal.ACCEPTED:
        refusal = check_team_order(state, world, order)
    if refusal == Refusal.ACCEPTED and against_profile(state, world, order):
        refusal = Refusal.FORBIDDEN_BY_PROFILE
    return refusal


@compiled
def no_room(state: State) -> bool:
    """Whether this order, or the reports it leads to, might not fit its table or the air.

    Far below what the tables hold, so that what people order never ends a run as a defect.
    """
    clock = state.clock[0]
    full = False
    for lane in range(LANES):
        full = full or waiting(state, lane) >= state.air.shape[1] // 4
    told = clock["reports"] >= len(state.reports) // 4 * 3
    return bool(full or told or clock["orders"] >= len(state.orders) - 64)


@compiled
def check_medical(state: State, world: World, order: tuple[int, int, int, int, int, int]) -> int:
    """What the medical seat may say."""
    verb, team, area = order[1], order[2], order[3]
    if verb == Verb.SET_AEP:
        if area < 0:
            return Refusal.AREA_NEEDED
        return (
            Refusal.ACCEPTED if world.areas[area]["vehicle"] == 1 else Refusal.NOT_A_VEHICLE_PLACE
        )
    if verb not in (Verb.REQUEST_ENTRY, Verb.CLEAR_RTF_IN):
        return Refusal.NOT_YOUR_ORDER
    if team < 0 or state.team_beliefs[Seat.MEDICAL, team]["known"] == 0:
        return Refusal.UNKNOWN_TEAM
    if state.teams[team]["discipline"] != Discipline.MEDICAL:
        return Refusal.WRONG_DISCIPLINE
    if verb == Verb.CLEAR_RTF_IN:
        if state.seats[Seat.MEDICAL]["free_entry"] == 0:
            return Refusal.NOT_YOUR_ORDER
        if area < 0:
            return Refusal.AREA_NEEDED
        if not can_reach(world, int(state.team_beliefs[Seat.MEDICAL, team]["area"]), area):
            return Refusal.NOT_REACHABLE
        return check_value(verb, order[5])
    return Refusal.ACCEPTED


@compiled
def check_right(state: State, verb: int) -> int:
    """Whether the Tactical seat may speak this verb now."""
    in_command = state.seats[Seat.TACTICAL]["place"] != CommandPlace.NOBODY
    if verb == Verb.REQUEST_ENTRY:
        return Refusal.NOT_YOUR_ORDER
    if verb == Verb.TAKE_COMMAND:
        if in_command:
            return Refusal.ALREADY_IN_COMMAND
        for t in range(len(state.teams)):
            belief = state.team_beliefs[Seat.TACTICAL, t]
            if belief["known"] == 1 and state.teams[t]["discipline"] == Discipline.POLICE:
                return Refusal.ACCEPTED
        return Refusal.NOBODY_HERE_TO_COMMAND
    if in_command or COMMANDS[verb] == 0:
        return Refusal.ACCEPTED
    return Refusal.NOT_IN_COMMAND


@compiled
def check_value(verb: int, value: int) -> int:
    """Whether the value suits the verb; a verb that carries none ignores it."""
    carries = VALUE_HIGH[verb] > 0
    bad = carries and (value < VALUE_LOW[verb] or value > VALUE_HIGH[verb])
    return Refusal.BAD_VALUE if bad else Refusal.ACCEPTED


@compiled
def check_team(state: State, world: World, order: tuple[int, int, int, int, int, int]) -> int:
    """Whether the team is known, of the right service, fit, and can get there."""
    verb, team, area, other = order[1], order[2], order[3], order[4]
    if team < 0:
        return Refusal.TEAM_NEEDED
    belief = state.team_beliefs[Seat.TACTICAL, team]
    if belief["known"] == 0:
        return Refusal.UNKNOWN_TEAM
    if belief["able"] <= 0:
        return Refusal.TEAM_OUT_OF_ACTION
    if not suits(state, team, int(NAMES_TEAM[verb])):
        return Refusal.WRONG_DISCIPLINE
    if NAMES_OTHER[verb] != 0:
        refusal = check_other(state, verb, team, other)
        if refusal != Refusal.ACCEPTED:
            return refusal
    if NAMES_AREA[verb] == 1 and not can_reach(world, int(belief["area"]), area):
        return Refusal.NOT_REACHABLE
    return Refusal.ACCEPTED


@compiled
def suits(state: State, team: int, addressee: int) -> bool:
    """Whether a team is of the service that is spoken to."""
    medical = state.teams[team]["discipline"] == Discipline.MEDICAL
    if addressee == Addressee.POLICE:
        return not medical
    return bool(medical or addressee == Addressee.ANY)


@compiled
def check_other(state: State, verb: int, team: int, other: int) -> int:
    """Whether the second team is known and of the right service, and is not the first."""
    if other == -1:
        return Refusal.OTHER_TEAM_NEEDED
    if other < 0 or other >= len(state.teams):
        return Refusal.UNKNOWN_TEAM
    if other == team:
        return Refusal.SAME_TEAM
    if state.team_beliefs[Seat.TACTICAL, other]["known"] == 0:
        return Refusal.UNKNOWN_TEAM
    if not suits(state, other, int(NAMES_OTHER[verb])):
        return Refusal.WRONG_DISCIPLINE
    return Refusal.ACCEPTED


@compiled
def check_place(state: State, world: World, verb: int, area: int) -> int:
    """Whether the place, or the lack of one, suits the verb."""
    seat = state.seats[Seat.TACTICAL]
    if verb == Verb.SET_AEP and world.areas[area]["vehicle"] == 0:
        return Refusal.NOT_A_VEHICLE_PLACE
    if verb == Verb.SECURE_CCP and seat["ccp"] < 0:
        return Refusal.NO_CCP
    if verb == Verb.BUILD_CORRIDOR:
        if seat["ccp"] < 0:
            return Refusal.NO_CCP
        if seat["aep"] < 0:
            return Refusal.NO_AEP
    if verb == Verb.BREAK_CORRIDOR and state.corridor[0]["state"] == CorridorState.NONE:
        return Refusal.NO_CORRIDOR
    if verb == Verb.ASK_SOURCE and state.area_beliefs[Seat.TACTICAL, area]["latest"] < 0:
        return Refusal.NO_SUCH_REPORT
    if verb == Verb.RECONCILE and seat["places"] == 0:
        return Refusal.NOTHING_THERE
    if verb == Verb.WARN_SITES and seat["warned_ms"] >= 0:
        return Refusal.ALREADY_DONE
    if verb == Verb.MOVE_WALKING and seat["walking_area"] == area:
        return Refusal.ALREADY_DONE
    return check_ground(state, world, verb, area)


@compiled
def check_ground(state: State, world: World, verb: int, area: int) -> int:
    """Whether what a team is to do at a place can be done there, by the plan and what was said."""
    if verb == Verb.MOVE_VEHICLES:
        if world.areas[area]["vehicle"] == 0:
            return Refusal.NOT_A_VEHICLE_PLACE
        if not knows_of_cars(state, world, area):
            return Refusal.NOTHING_THERE
    if verb == Verb.BREACH and not has_locked_door(world, area):
        return Refusal.NOT_LOCKED
    if verb == Verb.CHECK_REPORT:
        if state.area_beliefs[Seat.TACTICAL, area]["alarm"] != Alarm.SECOND_ATTACKER:
            return Refusal.NO_SUCH_REPORT
    if verb == Verb.PERIMETER and world.areas[area]["outdoor"] == 0:
        return Refusal.NOT_OUTSIDE
    if verb == Verb.TRIAGE_OUTSIDE and world.areas[area]["outdoor"] == 0:
        return Refusal.NOTHING_THERE
    if verb == Verb.MOVE_UNINJURED:
        nobody = state.area_beliefs[Seat.TACTICAL, area]["uninjured"] == 0
        if nobody or world.areas[area]["outdoor"] == 1:
            return Refusal.NOTHING_THERE
    return Refusal.ACCEPTED


@compiled
def has_locked_door(world: World, area: int) -> bool:
    """Whether the plan shows a locked door into an area."""
    ground = world.areas[area]
    for e in range(ground["edge_first"], ground["edge_first"] + ground["edge_count"]):
        if world.openings[world.edges[e]["opening"]] == OpeningState.LOCKED:
            return True
    return False
