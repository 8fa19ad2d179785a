"""What the agency's own rules forbid, beyond the verbs that it forbids altogether."""

from warmzone.kernel.arrays import State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Seat, ThreatStatus
from warmzone.vocabulary.orders import Verb


@compiled
def against_profile(state: State, world: World, order: tuple[int, int, int, int, int, int]) -> bool:
    """Whether an order that could otherwise be given is against the agency's rules."""
    verb, team, area, value = order[1], order[2], order[3], order[5]
    rules = world.profile[0]
    if verb == Verb.SET_CCP:
        return bool(rules["ccp_inside"] == 0 and world.areas[area]["outdoor"] == 0)
    if verb == Verb.CLEAR_RTF_IN and value > 0:
        return (int(rules["movements"]) >> value) & 1 == 0
    if verb in (Verb.CONTACT, Verb.CLEAR, Verb.GO_IN) and rules["solo_entry"] == 0:
        inside = verb == Verb.GO_IN or world.areas[area]["outdoor"] == 0
        return bool(inside and alone_into_danger(state, world, team))
    return False


@compiled
def alone_into_danger(state: State, world: World, team: int) -> bool:
    """Whether one officer alone would be sent in while there is, or may be, a threat."""
    belief = state.team_beliefs[Seat.TACTICAL, team]
    status = state.seats[Seat.TACTICAL]["threat"]
    threat = status != ThreatStatus.NONE and status != ThreatStatus.OVER
    outside = belief["area"] >= 0 and world.areas[belief["area"]]["outdoor"] == 1
    return bool(threat and outside and belief["able"] == 1)
