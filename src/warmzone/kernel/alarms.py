"""What is claimed beyond the first threat, and whether it is true: a second attacker, a device."""

from warmzone.kernel.arrays import State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.draws import Purpose, drawn_place, uniform, unit_exponential
from warmzone.kernel.events import EventKind, schedule
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Alarm, Discipline, Seat

DRAWN = 2  # in `told.second`


@compiled
def begin_second(state: State, world: World) -> None:
    """Draw what is behind the first report of a second attacker, and whether a drawn one comes.

    A true one is a second hazard that begins at the moment that the report speaks of.
    """
    state.alarm[0]["claimed_area"] = -1
    claim = -1
    for i in range(len(world.told)):
        if claim < 0 and world.told[i]["second"] > 0:
            claim = i
    if claim < 0:
        return
    seed = state.clock[0]["seed"]
    said = world.told[claim]
    slots = world.layout[0]["slot"]
    area = int(said["area"])
    at_ms = int(said["observed_ms"])
    if said["second"] == DRAWN:
        if uniform(seed, (0, 1, Purpose.SECOND_REPORT, 0)) >= world.setting[0]["second_report_p"]:
            return
        wait = unit_exponential(seed, (0, 1, Purpose.SECOND_REPORT, 1))
        at_ms = int(wait * world.parameters[0]["second_report_mean_s"] * 1000.0)
        u = uniform(seed, (0, 1, Purpose.SECOND_AREA, 0))
        area = drawn_place(world.people_places, u)
        schedule(state.times, state.winners, slots[EventKind.FIRST_REPORT] + claim, at_ms)
    state.alarm[0]["claimed_area"] = area
    state.hazard[1]["area"] = area
    if uniform(seed, (0, 1, Purpose.SECOND_TRUE, 0)) < world.setting[0]["second_true_p"]:
        schedule(state.times, state.winners, slots[EventKind.HAZARD] + 1, at_ms)


@compiled
def begin_device(state: State, world: World) -> None:
    """Draw whether the scenario's device is there."""
    setting = world.setting[0]
    alarm = state.alarm[0]
    alarm["device_area"] = setting["device_area"]
    alarm["device_from_ms"] = setting["device_ms"]
    u = uniform(state.clock[0]["seed"], (0, 0, Purpose.DEVICE, 0))
    if setting["device_area"] >= 0 and u < setting["device_p"]:
        alarm["device"] = 1


@compiled
def is_unchecked(state: State, seat: int, area: int) -> bool:
    """Whether a seat's side has heard of a second attacker in an area and of nobody who checked."""
    return int(state.area_beliefs[seat, area]["alarm"]) == Alarm.SECOND_ATTACKER


@compiled
def hesitates(state: State, world: World, t: int, to_area: int) -> bool:
    """Whether a team goes slowly there: near ground of which its side knows an unchecked report."""
    medical = state.teams[t]["discipline"] == Discipline.MEDICAL
    seat = Seat.MEDICAL if medical else Seat.TACTICAL
    if state.seats[seat]["alarms"] == 0:
        return False
    near_m = world.parameters[0]["second_side_m"]
    for a in range(len(state.ground)):
        if is_unchecked(state, seat, a) and world.distance_m[to_area, a] <= near_m:
            return True
    return False
