"""Searched ground is marked at the door, for whoever stands before it to see."""

from warmzone.kernel.arrays import State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.roles import is_near
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Seat


@compiled
def is_marked(state: State, area: int) -> bool:
    """Whether an area was searched, and nobody has spoken of the threat there since."""
    searched = state.ground[area]["searched_ms"]
    threat = state.area_beliefs[Seat.TACTICAL, area]["threat_ms"]
    return bool(searched >= 0 and searched >= threat)


@compiled
def is_known_searched(state: State, area: int) -> bool:
    """Whether it was said on the channel that an area is searched, and of no threat there since."""
    belief = state.area_beliefs[Seat.TACTICAL, area]
    searched = belief["searched_ms"]
    return bool(searched >= 0 and searched >= belief["threat_ms"])


@compiled
def sees_mark(state: State, world: World, t: int, area: int) -> bool:
    """Whether a team stands at, or next to, an area that is marked as searched."""
    return is_marked(state, area) and is_near(world, int(state.teams[t]["area"]), area)
