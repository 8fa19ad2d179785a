"""Hospitals: what they take an hour, who waits at their doors, and who is brought to which.

A hospital has a few trauma teams. Each is taken up for a while by a casualty in danger, and for a
shorter while by one who was sorted red, or sorted by nobody, and is not. Casualties in danger who
were sorted too low are found out later. After a time the hospital's whole plan is in force.
"""

import numpy as np

from warmzone.kernel.arrays import State
from warmzone.kernel.casualties import admit
from warmzone.kernel.compiled import compiled
from warmzone.kernel.events import NEVER
from warmzone.kernel.radio import announce
from warmzone.kernel.reports import open_report
from warmzone.kernel.roles import is_appointed
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Role, Source, Triage
from warmzone.vocabulary.reports import ReportKind

MS_PER_HOUR = 3_600_000.0


@compiled
def receive(state: State, world: World, i: int, h: int, now: int) -> None:
    """Hand casualty i over to hospital h: the wait for a trauma team comes before surgery."""
    person = state.people[i]
    person["hospital"] = h
    p = world.parameters[0]
    wait_ms = int(p["surgery_delay_s"] * 1000.0)
    if person["dead_ms"] < 0:
        danger = person["triage"] == Triage.RED
        taken_in = person["seen"] == Triage.UNSEEN or person["seen"] == Triage.RED
        if danger or taken_in:
            asks_ms = now if taken_in else now + int(p["missed_red_s"] * 1000.0)
            begins = wait_for_team(state, world, i, asks_ms)
            wait_ms += begins - now
            is_full = begins - asks_ms >= int(p["hospital_full_s"] * 1000.0)
            if is_full and state.hospitals[h]["full_ms"] < 0:
                say_full(state, world, h, now)
        if danger and world.hospitals[h]["trauma_centre"] == 0:
            wait_ms += int(p["hospital_transfer_s"] * 1000.0)
    admit(state, world, i, wait_ms, now)


@compiled
def wait_for_team(state: State, world: World, i: int, asks_ms: int) -> int:
    """When the first free trauma team of their hospital turns to casualty i, who asks then."""
    person = state.people[i]
    h = int(person["hospital"])
    load = state.hospitals[h]
    first = 0
    for k in range(int(world.hospitals[h]["teams"])):
        if load["team_free_ms"][k] < load["team_free_ms"][first]:
            first = k
    begins = max(asks_ms, int(load["team_free_ms"][first]))
    load["team_free_ms"][first] = begins + taken_up_ms(world, person, begins)
    load["waited_ms"] += begins - asks_ms
    load["received"] += 1
    return begins


@compiled
def taken_up_ms(world: World, person: np.ndarray, begins: int) -> int:
    """How long a trauma team is taken up by somebody whom it turns to at `begins`."""
    p = world.parameters[0]
    hospital = world.hospitals[person["hospital"]]
    per_hour = float(hospital["per_hour"])
    if begins >= int(p["hospital_plan_s"] * 1000.0):
        per_hour = per_hour * p["hospital_plan_factor"]
    lasts = MS_PER_HOUR * float(hospital["teams"]) / per_hour
    if person["triage"] != Triage.RED:
        lasts = lasts * p["overtriage_load"]
    return int(lasts)


@compiled
def say_full(state: State, world: World, h: int, now: int) -> None:
    """The hospital says that casualties wait at its doors; from then on others are spread."""
    state.hospitals[h]["full_ms"] = now
    row = open_report(state, ReportKind.HOSPITAL, -1, now)
    state.reports[row]["source"] = Source.DISPATCH
    state.reports[row]["flag"] = h + 1
    announce(state, world, row, now)


@compiled
def is_spread(state: State) -> bool:
    """Whether casualties are spread over the hospitals: somebody is Transport, or one is full."""
    full = is_appointed(state, Role.TRANSPORT)
    for h in range(len(state.hospitals)):
        full = full or state.hospitals[h]["full_ms"] >= 0
    return full


@compiled
def choose_hospital(state: State, world: World, reds: int, now: int) -> int:
    """Where a load with so many reds goes: the nearest trauma centre, without reds the nearest.

    Where loads are spread, the hospital that reaches its patients first by what was sent there.
    """
    spread = is_spread(state)
    best = 0
    best_ms = NEVER
    for h in range(len(world.hospitals)):
        one = world.hospitals[h]
        cost = int(one["drive_ms"])
        suits = one["trauma_centre"] == 1 or reds == 0
        if spread:
            suits = True
            if reds > 0 and one["trauma_centre"] == 0:
                cost += int(world.parameters[0]["hospital_transfer_s"] * 1000.0)
            cost = max(cost, int(state.hospitals[h]["promised_ms"]) - now)
        if suits and cost < best_ms:
            best = h
            best_ms = cost
    return best


@compiled
def promise(state: State, world: World, h: int, reds: int, now: int) -> None:
    """Reckon with so many reds more that have been sent to hospital h."""
    load = state.hospitals[h]
    one = world.hospitals[h]
    comes = now + int(one["drive_ms"])
    work = int(MS_PER_HOUR / float(one["per_hour"]) * float(reds))
    load["promised_ms"] = max(int(load["promised_ms"]), comes) + work


@compiled
def nearest_trauma_centre(world: World) -> int:
    """The nearest trauma centre, or the nearest hospital where there is none."""
    best = -1
    for h in range(len(world.hospitals)):
        one = world.hospitals[h]
        better = best < 0 or one["trauma_centre"] > world.hospitals[best]["trauma_centre"]
        same = best >= 0 and one["trauma_centre"] == world.hospitals[best]["trauma_centre"]
        if better or (same and one["drive_ms"] < world.hospitals[best]["drive_ms"]):
            best = h
    return best


@compiled
def nearest_hospital(world: World) -> int:
    """The hospital with the shortest drive."""
    best = 0
    for h in range(1, len(world.hospitals)):
        if world.hospitals[h]["drive_ms"] < world.hospitals[best]["drive_ms"]:
            best = h
    return best
