"""Ambulances: from where casualties wait to hospital and back."""

import numpy as np

from warmzone.kernel.arrays import State
from warmzone.kernel.casualties import look_around, note_left, set_death_rate
from warmzone.kernel.codes import Stage
from warmzone.kernel.compiled import compiled
from warmzone.kernel.draws import Purpose, lognormal
from warmzone.kernel.events import NEVER, EventKind, schedule
from warmzone.kernel.hospitals import choose_hospital, promise, receive
from warmzone.kernel.people import take_up
from warmzone.kernel.perimeter import loading_factor
from warmzone.kernel.priority import TURNS, next_to_move
from warmzone.kernel.radio import send_report
from warmzone.kernel.reports import open_report
from warmzone.kernel.vehicles import held_up
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Seat, Source, Triage, Whereabouts
from warmzone.vocabulary.reports import ReportKind


@compiled
def ambulance_turn(state: State, world: World, a: int, now: int) -> None:
    """What an ambulance does when its time has come."""
    ambulance = state.ambulances[a]
    slot = world.layout[0]["slot"][EventKind.AMBULANCE] + a
    schedule(state.times, state.winners, slot, NEVER)
    stage = ambulance["stage"]
    if stage == Stage.COMING:
        ambulance["area"] = world.vehicles[a]["arrival_area"]
    aep = int(state.seats[Seat.MEDICAL]["aep"])
    if comes_to_aep(ambulance, aep):
        if held_up(state, world, a, aep, now):
            return
        ambulance["area"] = aep
    if stage == Stage.LOADING:
        depart(state, world, a, now)
    elif stage == Stage.TO_HOSPITAL:
        unload(state, world, a, now)
    else:
        look_for_casualties(state, world, a, now)


@compiled
def comes_to_aep(ambulance: np.ndarray, aep: int) -> bool:
    """Whether an ambulance drives in to the AEP now: for the first time, or back from hospital."""
    if ambulance["stage"] == Stage.TO_AEP:
        return True
    return bool(ambulance["stage"] == Stage.BACK and ambulance["area"] == aep and aep >= 0)


@compiled
def look_for_casualties(state: State, world: World, a: int, now: int) -> None:
    """Drive to the AEP where one is known; load who waits there, who comes first; else wait."""
    ambulance = state.ambulances[a]
    aep = state.seats[Seat.MEDICAL]["aep"]
    if aep >= 0 and ambulance["area"] != aep:
        set_stage(state, world, a, Stage.TO_AEP, now)
        delay(state, world, a, now + int(world.parameters[0]["move_to_aep_s"] * 1000.0))
        return
    loaded = 0
    look_around(state, world, int(ambulance["area"]), True, now)
    for turn in range(TURNS):
        while loaded < world.vehicles[a]["capacity"]:
            i = next_to_move(state, world, int(ambulance["area"]), turn, False)
            if i < 0:
                break
            state.people[i]["trip"] = a
            ambulance["load"][loaded] = i
            loaded += 1
    ambulance["load_count"] = loaded
    if loaded == 0:
        set_stage(state, world, a, Stage.WAITING, now)
    else:
        set_stage(state, world, a, Stage.LOADING, now)
        each_s = world.parameters[0]["load_s"] * loading_factor(
            state, world, int(ambulance["area"])
        )
        delay(state, world, a, now + int(each_s * loaded * 1000.0))


@compiled
def depart(state: State, world: World, a: int, now: int) -> None:
    """Leave for hospital with those loaded; who was sorted red goes to a trauma centre."""
    ambulance = state.ambulances[a]
    row = open_report(state, ReportKind.TRANSPORTED, -1, now)
    report = state.reports[row]
    report["source"] = Source.MEDICAL
    report["area"] = ambulance["area"]
    reds = 0
    for k in range(int(ambulance["load_count"])):
        i = int(ambulance["load"][k])
        take_up(state, i, Whereabouts.IN_AMBULANCE)
        person = state.people[i]
        note_left(state, i, now)
        if person["seen"] == Triage.RED:
            reds += 1
        if person["seen"] > 0:
            report["counts"][person["seen"] - 1] += 1
        if person["dead_ms"] < 0:
            rate = person["death_rate_per_min"] * world.parameters[0]["ambulance_factor"]
            set_death_rate(state, world, i, rate, now)
    send_report(state, world, row, now)
    ambulance["hospital"] = choose_hospital(state, world, reds, now)
    promise(state, world, int(ambulance["hospital"]), reds, now)
    ambulance["trips"] += 1
    set_stage(state, world, a, Stage.TO_HOSPITAL, now)
    delay(state, world, a, now + drive_ms(state, world, a, 0))


@compiled
def drive_ms(state: State, world: World, a: int, way: int) -> int:
    """How long one drive takes; `way` is 0 to hospital, 1 back."""
    ambulance = state.ambulances[a]
    clock = state.clock[0]
    key = (clock["epoch"], a, Purpose.TRIP, int(ambulance["trips"]) * 2 + way)
    median = float(world.hospitals[ambulance["hospital"]]["drive_ms"])
    return int(lognormal(clock["seed"], key, median, world.parameters[0]["drive_sigma"]))


@compiled
def unload(state: State, world: World, a: int, now: int) -> None:
    """Hand the casualties over and drive back."""
    ambulance = state.ambulances[a]
    for k in range(int(ambulance["load_count"])):
        i = int(ambulance["load"][k])
        receive(state, world, i, int(ambulance["hospital"]), now)
    ambulance["load_count"] = 0
    set_stage(state, world, a, Stage.BACK, now)
    turnaround = int(world.parameters[0]["unload_s"] * 1000.0)
    delay(state, world, a, now + turnaround + drive_ms(state, world, a, 1))


@compiled
def set_stage(state: State, world: World, a: int, stage: int, now: int) -> None:
    """Enter a stage of the round."""
    state.ambulances[a]["stage"] = stage
    state.ambulances[a]["since_ms"] = now


@compiled
def delay(state: State, world: World, a: int, until: int) -> None:
    """Set when an ambulance's next turn comes."""
    slot = world.layout[0]["slot"][EventKind.AMBULANCE] + a
    schedule(state.times, state.winners, slot, until)


@compiled
def call_ambulances(state: State, world: World, area: int, now: int) -> None:
    """Ambulances that wait at an area (or anywhere, for -1) look again."""
    for a in range(len(state.ambulances)):
        ambulance = state.ambulances[a]
        if ambulance["stage"] == Stage.WAITING and (area < 0 or ambulance["area"] == area):
            delay(state, world, a, now)
