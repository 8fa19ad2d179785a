"""Why orders about teams, and about who comes, are refused: against what the seat may know."""

from warmzone.kernel.arrays import State
from warmzone.kernel.arrivals import left_to_call
from warmzone.kernel.compiled import compiled
from warmzone.kernel.movement import can_reach
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Discipline, Role, Seat
from warmzone.vocabulary.orders import Refusal, Verb


@compiled
def check_team_order(state: State, world: World, order: tuple[int, int, int, int, int, int]) -> int:
    """Refusal code for an order whose form is right; ACCEPTED for every other verb."""
    verb, value = order[1], order[5]
    seat = state.seats[Seat.TACTICAL]
    if verb == Verb.STAGE_ARRIVALS and seat["arrivals_staged"] == value:
        return Refusal.ALREADY_DONE
    if verb == Verb.CLEAR_THE_AIR and value == 0 and seat["quiet_until_ms"] == 0:
        return Refusal.ALREADY_DONE
    if verb == Verb.SET_PRIORITY and seat["priority"] == value:
        return Refusal.ALREADY_DONE
    if verb == Verb.CALL_RESOURCES and not left_to_call(state, world, value):
        return Refusal.NOTHING_THERE
    if verb == Verb.GO_IN:
        place = int(state.team_beliefs[Seat.TACTICAL, order[2]]["area"])
        if place >= 0 and world.areas[place]["outdoor"] == 0:
            return Refusal.ALREADY_DONE
    if verb in (Verb.SIZE_UP, Verb.SAY_PLAN, Verb.ROLL_CALL, Verb.CO_LOCATE, Verb.UNIFY_COMMAND):
        return check_word(state, world, verb)
    if verb == Verb.SET_RADIO_PLAN and state.command[0]["radio_plan"] == value:
        return Refusal.ALREADY_DONE
    if verb == Verb.APPOINT:
        return check_role(state, order[2], order[3], value)
    if verb == Verb.TRANSFER_COMMAND:
        return check_heir(state, order[2], value)
    if verb in (Verb.LINK_UP, Verb.FORM_TEAM, Verb.ASSIGN, Verb.SEND_RUNNER):
        return check_two(state, world, verb, order[2], order[4])
    return Refusal.ACCEPTED


@compiled
def check_word(state: State, world: World, verb: int) -> int:
    """Whether a word to everybody may be said: not again at once, and not where nobody is."""
    seat = state.seats[Seat.TACTICAL]
    last = int(seat["sized_up_ms"])
    if verb == Verb.SAY_PLAN:
        last = int(seat["plan_ms"])
    elif verb == Verb.ROLL_CALL:
        last = int(seat["roll_ms"])
    elif verb == Verb.CO_LOCATE:
        last = int(seat["asked_together_ms"])
    elif verb == Verb.UNIFY_COMMAND:
        last = int(seat["asked_unified_ms"])
    soon = int(state.clock[0]["last_event_ms"]) - last
    if last >= 0 and soon < int(world.parameters[0]["say_again_s"] * 1000.0):
        return Refusal.ALREADY_DONE
    if verb == Verb.CO_LOCATE or verb == Verb.UNIFY_COMMAND:
        if (seat["together"] if verb == Verb.CO_LOCATE else seat["unified"]) == 1:
            return Refusal.ALREADY_DONE
        return Refusal.ACCEPTED if knows(state, Discipline.MEDICAL) else Refusal.NOTHING_THERE
    if verb == Verb.SIZE_UP and not knows(state, Discipline.POLICE):
        return Refusal.NOBODY_HERE_TO_COMMAND
    return Refusal.ACCEPTED


@compiled
def check_role(state: State, team: int, area: int, role: int) -> int:
    """Whether a team may be appointed: areas and staging are officers' parts, a crew spares one."""
    belief = state.team_beliefs[Seat.TACTICAL, team]
    crew = state.teams[team]["discipline"] == Discipline.MEDICAL
    if crew and (role == Role.AREA_CONTROL or role == Role.STAGING):
        return Refusal.WRONG_DISCIPLINE
    if crew and belief["role"] == Role.NONE and belief["able"] < 2:
        return Refusal.TOO_FEW
    place = belief["post_area"] if belief["post_area"] >= 0 else belief["target_area"]
    if belief["role"] == role and (crew or place == area):
        return Refusal.ALREADY_DONE
    return Refusal.ACCEPTED


@compiled
def check_heir(state: State, team: int, all_of_it: int) -> int:
    """Whether command may be handed to a team: (1) all of it, (0) but for what happens inside."""
    seat = state.seats[Seat.TACTICAL]
    if (seat["commander"] if all_of_it == 1 else seat["overall"]) == team:
        return Refusal.ALREADY_DONE
    if all_of_it == 0 and seat["senior"] != team:
        return Refusal.ROLE_NEEDED
    return Refusal.ACCEPTED


@compiled
def knows(state: State, discipline: int) -> bool:
    """Whether Tactical knows a team of that service to be on scene."""
    for t in range(len(state.teams)):
        if state.teams[t]["discipline"] == discipline:
            if state.team_beliefs[Seat.TACTICAL, t]["known"] == 1:
                return True
    return False


@compiled
def check_two(state: State, world: World, verb: int, team: int, other: int) -> int:
    """Whether two known teams can link up, become one, work or run one for the other."""
    one = state.team_beliefs[Seat.TACTICAL, team]
    two = state.team_beliefs[Seat.TACTICAL, other]
    if two["able"] <= 0:
        return Refusal.TEAM_OUT_OF_ACTION
    if verb == Verb.LINK_UP and one["plain"] == 0 and two["plain"] == 0:
        return Refusal.ALREADY_DONE
    if verb == Verb.ASSIGN:
        if one["works_for"] == other:
            return Refusal.ALREADY_DONE
        if two["works_for"] == team:
            return Refusal.SAME_TEAM
    if one["area"] >= 0 and two["area"] >= 0:
        if not can_reach(world, int(two["area"]), int(one["area"])):
            return Refusal.NOT_REACHABLE
    return Refusal.ACCEPTED
