"""Who stands so near to a seat that they speak face to face: in its place, or through an open door.

Tactical is where its commander stands, inside or at the post; the medical seat is at the staging
of the first crew, and beside Tactical once Triage and Transport have come there. Face to face
nothing waits for the air and nothing is lost.
"""

from warmzone.kernel.arrays import State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import CommandPlace, OpeningState, Seat


@compiled
def beside(state: State, world: World, t: int, seat: int) -> bool:
    """Whether team t (-1: nobody who stands anywhere) can speak with a seat face to face."""
    if t < 0:
        return False
    place = int(state.seats[seat]["place_area"])
    return place >= 0 and near(state, world, int(state.teams[t]["area"]), place)


@compiled
def near(state: State, world: World, here: int, there: int) -> bool:
    """Whether two places are one, or next to each other through an opening that stands open."""
    if here == there:
        return True
    area = world.areas[here]
    for e in range(area["edge_first"], area["edge_first"] + area["edge_count"]):
        edge = world.edges[e]
        if int(edge["to_area"]) == there:
            if state.openings[edge["opening"]] == OpeningState.OPEN:
                return True
    return False


@compiled
def post_of(state: State, world: World, t: int, place: int) -> int:
    """Where an officer of team t stands to command: a post is outside, where the team came in."""
    here = int(state.teams[t]["area"])
    if place == CommandPlace.POST and world.areas[here]["outdoor"] == 0:
        return int(state.teams[t]["home_area"])
    return here


@compiled
def set_up_staging(state: State, t: int) -> None:
    """The first crew on scene is where the medical seat stands from then on."""
    medical = state.seats[Seat.MEDICAL]
    if medical["place_area"] < 0:
        medical["place_area"] = state.teams[t]["area"]


@compiled
def join_tactical(state: State) -> None:
    """Whoever leads the medics stands where Tactical does from now on."""
    state.seats[Seat.MEDICAL]["place_area"] = state.seats[Seat.TACTICAL]["place_area"]
