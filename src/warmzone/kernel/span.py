"""Span of control: what a commander with too many reporting to them does not take in.

Direct reports are the teams that take their word from Tactical, as it believes. Who works for
another team, or secures a crew, reports there, and who is where somebody controls the area, reports
to them; crews report to Triage where one is appointed, or stands beside Tactical.
"""

from warmzone.kernel.arrays import State
from warmzone.kernel.codes import Lane
from warmzone.kernel.compiled import compiled
from warmzone.kernel.draws import Purpose, uniform
from warmzone.kernel.lanes import waiting
from warmzone.kernel.roles import is_near
from warmzone.kernel.weights import CONTROL, OFFICERS
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import CommandPlace, Role, Seat

TAKEN_IN, MISPLACED, OVERLOOKED = 0, 1, 2


@compiled
def direct_reports(state: State, world: World) -> int:
    """How many report to Tactical directly, as it believes; 0 while nobody commands.

    Each area control takes on as many as one person can lead, of those at its place or next to it.
    """
    if state.seats[Seat.TACTICAL]["place"] == CommandPlace.NOBODY:
        return 0
    weights = state.weights[0]
    police, crews, controls = int(weights["officers"]), int(weights["crews"]), weights["controls"]
    if crews > 1 and (state.seats[Seat.TACTICAL]["together"] == 1 or weights["triage"] > 0):
        crews = 1
    if controls == 0:
        return police + crews
    led = 0
    for t in range(len(state.teams)):
        if state.weighing[t] & OFFICERS != 0 and is_believed_led(state, world, t):
            led += 1
    beyond = max(0, led - int(controls) * int(world.parameters[0]["span_most"]))
    return police - led + beyond + crews


@compiled
def is_believed_led(state: State, world: World, t: int) -> bool:
    """Whether Tactical believes team t to be where somebody controls the area, or next to it."""
    beliefs = state.team_beliefs[Seat.TACTICAL]
    if beliefs[t]["role"] == Role.AREA_CONTROL:
        return False
    for c in range(len(state.teams)):
        if state.weighing[c] & CONTROL != 0:
            post = beliefs[c]["post_area"]
            if post < 0:
                post = beliefs[c]["target_area"]
            if is_near(world, int(beliefs[t]["area"]), int(post)):
                return True
    return False


@compiled
def beyond_span(state: State, world: World) -> int:
    """How many more report to Tactical than one can lead; fewer while others wait to speak."""
    p = world.parameters[0]
    most = p["span_busy"] if waiting(state, Lane.POLICE) > 0 else p["span_most"]
    return max(0, direct_reports(state, world) - int(most))


@compiled
def taken_in(state: State, world: World, t: int) -> int:
    """What Tactical makes of what team t has just said: all, not where it is, or nothing."""
    over = float(beyond_span(state, world))
    if over <= 0.0:
        return TAKEN_IN
    p = world.parameters[0]
    most = float(p["span_most_p"])
    loses = min(most, over * float(p["span_overlooks_p"]))
    misplaces = min(most, over * float(p["span_misplaces_p"]))
    clock = state.clock[0]
    key = (clock["epoch"], t, Purpose.SPAN, int(state.teams[t]["spoken"]))
    u = uniform(clock["seed"], key)
    if u < loses:
        return OVERLOOKED
    return MISPLACED if u < loses + misplaces else TAKEN_IN
