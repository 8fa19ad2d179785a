"""How fast teams walk: under a load, in a crowd, and with care while a threat is about."""

import numpy as np

from warmzone.kernel.alarms import hesitates
from warmzone.kernel.arrays import State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.corridor import on_open_corridor
from warmzone.kernel.crowd import is_jammed
from warmzone.kernel.marks import is_marked
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Discipline, Seat, Task, ThreatStatus

PAIR = 2  # officers who search side by side
BEARERS = 4  # who carry one casualty on a stretcher (Rice 1996, see `stretcher_m_per_s`)


@compiled
def leg_s(state: State, world: World, t: int, leg: tuple[int, int, int]) -> float:
    """Seconds for one leg (from, to, begun at); longer while uninjured people stream there."""
    from_area, to_area, begun_ms = leg
    seconds = world.distance_m[from_area, to_area] / speed(state, world, t, to_area)
    if state.ground[to_area]["crowded_ms"] > begun_ms:
        seconds = seconds / world.parameters[0]["crowd_factor"]
    return float(seconds)


@compiled
def speed(state: State, world: World, t: int, to_area: int) -> float:
    """Metres per second: slower under a load, and with care on ground that may not be safe."""
    team = state.teams[t]
    p = world.parameters[0]
    value = float(p["walk_m_per_s"])
    if team["load_count"] > 0:
        bearers = team["able"]
        if team["partner"] >= 0:
            bearers += state.teams[team["partner"]]["able"]
        enough = bearers >= BEARERS * team["load_count"] or team["discipline"] == Discipline.MEDICAL
        value = p["stretcher_m_per_s"] if enough else p["drag_m_per_s"]
        if is_jammed(state, world, to_area):
            value = value * p["jam_factor"]
    if team["task"] != Task.CONTACT and calls_for_care(state, world, to_area):
        value = value * p["cautious_factor"]
    if team["task"] != Task.CHECK and hesitates(state, world, t, to_area):
        value = value * p["hesitation_factor"]
    return value


@compiled
def calls_for_care(state: State, world: World, area: int) -> bool:
    """Whether teams go carefully into an area: a threat is about, indoors, off the held lane.

    Once nothing is heard of it, ground is walked like any other that a mark at the door says to be
    searched.
    """
    if not threat_about(state) or world.areas[area]["outdoor"] == 1:
        return False
    heard = state.seats[Seat.MEDICAL]["threat"] == ThreatStatus.ONGOING
    return (heard or not is_marked(state, area)) and not on_open_corridor(state, area)


@compiled
def pairs_of(team: np.ndarray) -> int:
    """How many pairs can search at once; one officer alone searches like a pair."""
    return max(1, int(team["able"]) // PAIR)


@compiled
def search_s(state: State, world: World, t: int, area: int) -> float:
    """Seconds that a team needs to search an area, pair by pair."""
    p = world.parameters[0]
    pairs = pairs_of(state.teams[t])
    return float(p["search_base_s"] + p["search_s_per_m2"] * world.areas[area]["floor_m2"] / pairs)


@compiled
def threat_about(state: State) -> bool:
    """Whether teams on scene have reason to move with care: nobody has said it is over."""
    status = int(state.seats[Seat.MEDICAL]["threat"])
    return status != ThreatStatus.NONE and status != ThreatStatus.OVER
