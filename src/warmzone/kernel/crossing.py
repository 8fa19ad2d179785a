"""Armed teams that meet unannounced: what could have gone wrong, counted and said."""

from warmzone.kernel.arrays import State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.corridor import on_open_corridor
from warmzone.kernel.draws import Purpose, uniform
from warmzone.kernel.pace import threat_about
from warmzone.kernel.radio import send_report
from warmzone.kernel.reports import open_report
from warmzone.kernel.stretch import leg_ends_ms, leg_from, leg_into, note_entry, stop_team_at
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Discipline, Task
from warmzone.vocabulary.reports import ReportKind


@compiled
def will_meet(state: State, world: World, t: int, leg: tuple[int, int, int]) -> bool:
    """Whether a team that will walk from one area into another at a moment must beware of others.

    Who comes there after it, from elsewhere, is to stop there and beware of it.
    """
    _from, area, at_ms = leg
    if not can_cross(state, world, t, area):
        return False
    ground = state.ground[area]
    before = (int(ground["entry_team"]), int(ground["entry_from"]), int(ground["entry_ms"]))
    meets = is_crossing(state, world, t, before, leg)
    for other in range(len(state.teams)):
        k = leg_into(state, other, area)
        if k >= 0 and can_cross(state, world, other, area):
            walker = (other, leg_from(state, other, k), leg_ends_ms(state, other, k))
            if is_crossing(state, world, t, walker, leg):
                if walker[2] <= at_ms:
                    meets = True
                else:
                    stop_team_at(state, world, other, area)
    return meets


@compiled
def can_cross(state: State, world: World, t: int, area: int) -> bool:
    """Whether a team must beware in an area: officers, indoors, a threat about, no held lane."""
    if state.teams[t]["discipline"] != Discipline.POLICE or world.areas[area]["outdoor"] == 1:
        return False
    return threat_about(state) and not on_open_corridor(state, area)


@compiled
def is_crossing(
    state: State, world: World, t: int, other: tuple[int, int, int], leg: tuple[int, int, int]
) -> bool:
    """Whether others (team, from, at) come there about as soon, from another side, unannounced."""
    if other[0] < 0 or other[0] == t or other[1] == leg[0]:
        return False
    if abs(leg[2] - other[2]) > int(world.parameters[0]["near_miss_s"] * 1000.0):
        return False
    return not is_announced(state, t, other[0])


@compiled
def walk_in(state: State, world: World, t: int, now: int) -> None:
    """Officers walk into an area indoors: if others have just come from another side, beware."""
    team = state.teams[t]
    area = int(team["area"])
    if can_cross(state, world, t, area):
        ground = state.ground[area]
        before = (int(ground["entry_team"]), int(ground["entry_from"]), int(ground["entry_ms"]))
        if is_crossing(state, world, t, before, (int(team["last_area"]), area, now)):
            cross(state, world, t, before[0], now)
    note_entry(state, world, t, now)


@compiled
def cross(state: State, world: World, t: int, other: int, now: int) -> None:
    """Two teams cross unannounced; by luck it comes close, sooner where one is not known."""
    team = state.teams[t]
    clock = state.clock[0]
    p = world.parameters[0]
    team["crossings"] += 1
    chance = p["near_miss_p"]
    if team["linked"] == 0 or state.teams[other]["linked"] == 0:
        chance = chance * p["plain_clothes_factor"]
    key = (clock["epoch"], t, Purpose.NEAR_MISS, int(team["crossings"]))
    if uniform(clock["seed"], key) < chance:
        state.record[0]["near_misses"] += 1
        row = open_report(state, ReportKind.NEAR_MISS, t, now)
        send_report(state, world, row, now)


@compiled
def is_announced(state: State, t: int, other: int) -> bool:
    """Whether two teams know of each other: they go together, or were sent to the same ground."""
    one = state.teams[t]
    two = state.teams[other]
    if one["partner"] == other or two["partner"] == t:
        return True
    if one["works_for"] == other or two["works_for"] == t:
        return True
    if one["joins"] == other or two["joins"] == t:
        return True
    tasked = one["task"] != Task.UNASSIGNED and two["task"] != Task.UNASSIGNED
    return bool(tasked and one["target_area"] == two["target_area"])
