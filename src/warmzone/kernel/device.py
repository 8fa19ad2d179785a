"""A device that somebody finds: ground to be cleared, and who is still beside it."""

from warmzone.kernel.arrays import State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.draws import Purpose, uniform
from warmzone.kernel.radio import send_report
from warmzone.kernel.reports import open_report
from warmzone.kernel.stretch import cut_short, stop_at
from warmzone.kernel.teams import expose_team
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Phase, Zone
from warmzone.vocabulary.reports import ReportKind


@compiled
def look_for_device(state: State, world: World, t: int, searching: bool, now: int) -> None:
    """A team in the area finds the device: for sure when it searches, else by luck of its own."""
    alarm = state.alarm[0]
    if alarm["device"] == 0 or state.record[0]["device_found_ms"] >= 0:
        return
    if state.teams[t]["area"] != alarm["device_area"] or now < alarm["device_from_ms"]:
        return
    clock = state.clock[0]
    key = (clock["epoch"], t, Purpose.DEVICE_SEEN, 0)
    if searching or uniform(clock["seed"], key) < world.parameters[0]["device_seen_p"]:
        find_device(state, world, t, now)


@compiled
def find_device(state: State, world: World, t: int, now: int) -> None:
    """A device is found: its area and those next to it are to be cleared."""
    here = int(state.alarm[0]["device_area"])
    state.record[0]["device_found_ms"] = now
    area = world.areas[here]
    turn_by_device(state, world, here)
    for e in range(area["edge_first"], area["edge_first"] + area["edge_count"]):
        turn_by_device(state, world, int(world.edges[e]["to_area"]))
    for other in range(len(state.teams)):
        if state.ground[state.teams[other]["area"]]["device"] == 1:
            expose_team(state, world, other, now)
            count_beside(state, other, now)
            cut_short(state, world, other)
    row = open_report(state, ReportKind.DEVICE, t, now)
    send_report(state, world, row, now)


@compiled
def turn_by_device(state: State, world: World, area: int) -> None:
    """Ground beside a device; a flip where it was called warm or cold."""
    if state.ground[area]["device"] == 0:
        state.ground[area]["device"] = 1
        stop_at(state, world, area)
        if state.zones[area]["zone"] >= Zone.WARM:
            state.record[0]["flips"] += 1


@compiled
def count_beside(state: State, t: int, now: int) -> None:
    """Settle the time that a team has spent beside a device; it runs on while it is there."""
    team = state.teams[t]
    if team["device_since_ms"] >= 0:
        team["device_ms"] += (now - team["device_since_ms"]) * team["able"]
    team["device_since_ms"] = -1
    if state.ground[team["area"]]["device"] == 1 and team["phase"] != Phase.NOT_ARRIVED:
        team["device_since_ms"] = now
