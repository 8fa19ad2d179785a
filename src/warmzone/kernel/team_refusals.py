"""Why orders about teams, and about who comes, are refused: against what the seat may know."""

from warmzone.kernel.arrays import State
from warmzone.kernel.arrivals import left_to_call
from warmzone.kernel.compiled import compiled
from warmzone.kernel.movement import can_reach
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Seat
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
    if verb == Verb.CALL_RESOURCES and not left_to_call(state, world, value):
        return Refusal.NOTHING_THERE
    if verb == Verb.GO_IN:
        place = int(state.team_beliefs[Seat.TACTICAL, order[2]]["area"])
        if place >= 0 and world.areas[place]["outdoor"] == 0:
            return Refusal.ALREADY_DONE
    if verb in (Verb.LINK_UP, Verb.FORM_TEAM, Verb.ASSIGN):
        return check_two(state, world, verb, order[2], order[4])
    return Refusal.ACCEPTED


@compiled
def check_two(state: State, world: World, verb: int, team: int, other: int) -> int:
    """Whether two known teams can link up, become one, or work one for the other."""
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
