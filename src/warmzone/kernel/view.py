"""What a seat can know: built from what was delivered to it and from what it said itself."""

from typing import NamedTuple

import numpy as np

from warmzone.kernel.arrays import State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.world_arrays import World


class View(NamedTuple):
    """What a policy is given. Nothing true reaches it but through a report that was heard."""

    now_ms: int
    seat: np.ndarray  # SEAT[1], its own row
    areas: np.ndarray  # AREA_BELIEF[areas]
    teams: np.ndarray  # TEAM_BELIEF[teams]
    zones: np.ndarray  # ZONE[areas], as it declared or heard them
    units: np.ndarray  # UNIT[teams], who may come (service and number, no times are to be read)
    ground: np.ndarray  # AREA[areas], the floor plan
    distance_m: np.ndarray  # float64[areas, areas]
    profile: np.ndarray  # PROFILE[1], the agency's own rules
    decision_ms: int
    places: np.ndarray  # int32[areas], areas it has heard of casualties in: seat["places"] of them


@compiled
def view_of(state: State, world: World, seat: int, now: int) -> View:
    """The view of a seat at `now`."""
    return View(
        now,
        state.seats[seat : seat + 1],
        state.area_beliefs[seat],
        state.team_beliefs[seat],
        state.zones,
        world.units,
        world.areas,
        world.distance_m,
        world.profile,
        int(world.parameters[0]["decision_s"] * 1000.0),
        state.places[seat],
    )
