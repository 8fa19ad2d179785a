"""Armed teams that meet unannounced: what could have gone wrong, counted and said."""

from warmzone.kernel.arrays import State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.corridor import on_open_corridor
from warmzone.kernel.draws import Purpose, uniform
from warmzone.kernel.pace import threat_about
from warmzone.kernel.radio import send_report
from warmzone.kernel.reports import open_report
from warmzone.kernel.stretch import stop_team_at
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Discipline, Task
from warmzone.vocabulary.reports import ReportKind


@compiled
def will_meet(state: State, world: World, t: int, leg: tuple[int, int, int]) -> bool:
    """Whether a team that will walk from one area into another at a moment must beware of others.

    Where it need not, its coming is noted, and who comes after it from elsewhere stops there.
    """
    came_from, area, at_ms = leg
    if state.teams[t]["discipline"] != Discipline.POLICE or world.areas[area]["outdoor"] == 1:
        return False
    ground = state.ground[area]
    other = int(ground["entry_team"])
    if is_crossing(state, world, t, leg):
        if ground["entry_ms"] <= at_ms:
            return True
        stop_team_at(state, world, other, area)
    ground["entry_ms"] = at_ms
    ground["entry_team"] = t
    ground["entry_from"] = came_from
    return False


@compiled
def is_crossing(state: State, world: World, t: int, leg: tuple[int, int, int]) -> bool:
    """Whether others come into an area at about the same time from another side, unannounced."""
    came_from, area, at_ms = leg
    ground = state.ground[area]
    other = int(ground["entry_team"])
    if other < 0 or other == t or ground["entry_from"] == came_from:
        return False
    if abs(at_ms - int(ground["entry_ms"])) > int(world.parameters[0]["near_miss_s"] * 1000.0):
        return False
    if not threat_about(state) or on_open_corridor(state, area):
        return False
    return not is_announced(state, t, other)


@compiled
def walk_in(state: State, world: World, t: int, now: int) -> None:
    """Officers walk into an area indoors: if others have just come from another side, beware."""
    team = state.teams[t]
    area = int(team["area"])
    if team["discipline"] != Discipline.POLICE or world.areas[area]["outdoor"] == 1:
        return
    ground = state.ground[area]
    leg = (int(team["last_area"]), area, now)
    if ground["entry_ms"] <= now and is_crossing(state, world, t, leg):
        cross(state, world, t, int(ground["entry_team"]), now)
    ground["entry_ms"] = now
    ground["entry_team"] = t
    ground["entry_from"] = team["last_area"]


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
