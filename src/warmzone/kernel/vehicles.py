"""Police cars left where they stopped: they block ambulances until somebody moves them."""

from warmzone.kernel.arrays import State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.draws import Purpose, uniform
from warmzone.kernel.events import EventKind, schedule
from warmzone.kernel.perimeter import is_kept
from warmzone.kernel.radio import send_report
from warmzone.kernel.reports import open_report
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Discipline, Seat, Source
from warmzone.vocabulary.reports import ReportKind


@compiled
def park(state: State, world: World, t: int, now: int) -> None:
    """A car-load leaves its car at the nearest place for vehicles, perhaps in the way."""
    road = int(world.areas[state.teams[t]["area"]]["road_area"])
    if road < 0 or world.units[t]["discipline"] != Discipline.POLICE:
        return
    state.ground[road]["cars"] += 1
    seed = state.clock[0]["seed"]
    blocks = float(world.parameters[0]["car_blocks_p"])
    if state.command[0]["sized_up_ms"] >= 0:
        blocks = blocks * float(world.parameters[0]["size_up_parking_factor"])
    if is_kept(state, road) or is_kept(state, int(state.teams[t]["area"])):
        blocks = blocks * float(world.parameters[0]["perimeter_parking_factor"])
    if uniform(seed, (0, t, Purpose.PARKING, 0)) < blocks:
        state.ground[road]["blocking"] += 1


@compiled
def held_up(state: State, world: World, a: int, aep: int, now: int) -> bool:
    """Whether an ambulance that comes to the AEP stands before parked cars; the driver says so.

    It squeezes through after a while, or drives on once they are moved.
    """
    ambulance = state.ambulances[a]
    slot = world.layout[0]["slot"][EventKind.AMBULANCE] + a
    if ambulance["blocked"] == 1:
        ambulance["blocked"] = 0
        state.record[0]["blocked_ms"] += now - int(ambulance["since_ms"])
        return False
    place = in_the_way(state, world, a, aep)
    if place < 0:
        return False
    ambulance["blocked"] = 1
    ambulance["since_ms"] = now
    wait = int(world.parameters[0]["blocked_way_s"] * 1000.0)
    schedule(state.times, state.winners, slot, now + wait)
    row = open_report(state, ReportKind.VEHICLES, -1, now)
    state.reports[row]["source"] = Source.MEDICAL
    state.reports[row]["area"] = place
    state.reports[row]["flag"] = state.ground[place]["blocking"]
    send_report(state, world, row, now)
    return True


@compiled
def in_the_way(state: State, world: World, a: int, aep: int) -> int:
    """The first place with cars in the way of an ambulance, or -1.

    Those are the AEP and, where the short way there from where ambulances come is all by road, the
    roads on it.
    """
    first = -1
    area = int(world.vehicles[a]["arrival_area"])
    while area >= 0 and world.areas[area]["vehicle"] == 1:
        if first < 0 and state.ground[area]["blocking"] > 0:
            first = area
        if area == aep:
            return first
        area = int(world.next_area[area, aep])
    return aep if state.ground[aep]["blocking"] > 0 else -1


@compiled
def move_cars(state: State, world: World, area: int, now: int) -> None:
    """No car is in the way there any more: ambulances before whom none is left drive on."""
    state.ground[area]["blocking"] = 0
    aep = int(state.seats[Seat.MEDICAL]["aep"])
    first = world.layout[0]["slot"][EventKind.AMBULANCE]
    for a in range(len(state.ambulances)):
        ambulance = state.ambulances[a]
        if ambulance["blocked"] == 1 and in_the_way(state, world, a, aep) < 0:
            schedule(state.times, state.winners, first + a, now)


@compiled
def knows_of_cars(state: State, world: World, area: int) -> bool:
    """Whether Tactical may think that police cars stand there: said so, or a team came there."""
    if state.area_beliefs[Seat.TACTICAL, area]["blocked"] == 1:
        return True
    for t in range(len(state.teams)):
        police = state.teams[t]["discipline"] == Discipline.POLICE
        if police and state.team_beliefs[Seat.TACTICAL, t]["known"] == 1:
            if world.areas[state.teams[t]["home_area"]]["road_area"] == area:
                return True
    return False
