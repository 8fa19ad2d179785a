"""What became of everybody: times and counts of one incident; `measures` names them."""

import numpy as np

from warmzone.kernel.arrays import State
from warmzone.kernel.casualties import MS_PER_MIN, hospital_fate
from warmzone.kernel.compiled import compiled
from warmzone.kernel.events import EventKind
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Whereabouts, Wound

i4, i8, f8 = np.int32, np.int64, np.float64

OUTCOME = np.dtype(
    [
        ("casualties", i4),  # people hurt
        ("deaths", i4),  # dead at 24 hours
        ("savable_deaths", i4),  # of them, would have lived under the ideal response
        ("savable", i4),  # would live under the ideal response but not untreated
        ("responders_hurt", i4),
        ("untasked_officer_ms", i8),
        ("interior_command_ms", i8),
        ("threat_over_ms", i8),
        ("first_warm_ms", i8),
        ("rtf_in_ms", i8),
        ("corridor_open_ms", i8),
        ("first_ccp_ms", i8),
        ("first_red_out_ms", i8),
        ("last_red_out_ms", i8),
        ("events", i8),
        ("messages", i8),
        ("defect", i4),
    ],
    align=True,
)


@compiled
def settle(state: State, world: World, end_ms: int, outcome_out: np.ndarray) -> None:
    """Fill one OUTCOME row for an incident that ended at `end_ms`; the state is not changed."""
    record = state.record[0]
    for i in range(int(state.clock[0]["person_count"])):
        person = state.people[i]
        if person["hurt_ms"] >= 0:
            outcome_out["casualties"] += 1
            dead = fate(state, world, i, end_ms) >= 0
            could_live = lives_ideally(world, person)
            if dead:
                outcome_out["deaths"] += 1
                if could_live:
                    outcome_out["savable_deaths"] += 1
            if could_live:
                outcome_out["savable"] += 1
    for t in range(len(state.teams)):
        outcome_out["untasked_officer_ms"] += untasked_ms(state.teams[t], end_ms)
    outcome_out["responders_hurt"] = record["responders_hurt"]
    outcome_out["interior_command_ms"] = record["interior_command_ms"]
    outcome_out["threat_over_ms"] = record["threat_over_ms"]
    outcome_out["first_warm_ms"] = record["first_warm_ms"]
    outcome_out["rtf_in_ms"] = record["rtf_in_ms"]
    outcome_out["corridor_open_ms"] = record["corridor_open_ms"]
    outcome_out["first_ccp_ms"] = record["first_ccp_ms"]
    outcome_out["first_red_out_ms"] = record["first_red_out_ms"]
    outcome_out["last_red_out_ms"] = record["last_red_out_ms"]
    outcome_out["events"] = state.clock[0]["events"]
    outcome_out["messages"] = record["messages"]
    outcome_out["defect"] = state.clock[0]["defect"]


@compiled
def untasked_ms(team: np.ndarray, end_ms: int) -> int:
    """Officer-milliseconds that a team has spent without a task up to `end_ms`."""
    spent = int(team["untasked_officer_ms"])
    if team["untasked_since_ms"] >= 0:
        spent += (end_ms - int(team["untasked_since_ms"])) * int(team["able"])
    return spent


@compiled
def fate(state: State, world: World, i: int, end_ms: int) -> int:
    """When a casualty dies within 24 hours, or -1.

    Those still at the scene when play ends reach hospital after the stated further time, under the
    rate they have.
    """
    person = state.people[i]
    if person["dead_ms"] >= 0:
        return int(person["dead_ms"])
    if person["whereabouts"] == Whereabouts.IN_HOSPITAL or person["wound"] == Wound.KILLED:
        return -1
    arrives = end_ms + int(world.parameters[0]["after_play_s"] * 1000.0)
    if person["whereabouts"] == Whereabouts.IN_AMBULANCE:
        slot = world.layout[0]["slot"][EventKind.AMBULANCE] + person["trip"]
        arrives = max(end_ms, int(state.times[slot]))
    elapsed = float(arrives - person["death_since_ms"]) / MS_PER_MIN
    total = person["death"] + person["death_rate_per_min"] * elapsed
    if total >= person["death_threshold"]:
        left = person["death_threshold"] - person["death"]
        rate = person["death_rate_per_min"]
        return int(person["death_since_ms"]) + int(left / rate * MS_PER_MIN)
    return hospital_fate(world, person, total, arrives)


@compiled
def lives_ideally(world: World, person: np.ndarray) -> bool:
    """Savable: with the same luck, would this casualty live under the ideal response?

    Care that succeeds after `ideal_care_s`, then `ideal_scene_s` to leave and the drive to the
    nearest trauma centre.
    """
    if person["wound"] == Wound.KILLED:
        return False
    p = world.parameters[0]
    wound = world.wounds[person["wound"]]
    scale = p["moderate_rate_factor"] if person["moderate"] == 1 else 1.0
    rate = wound["rate_per_min"] * scale
    drive_ms = 1 << 40
    for h in range(len(world.hospitals)):
        if world.hospitals[h]["trauma_centre"] == 1:
            drive_ms = min(drive_ms, int(world.hospitals[h]["drive_ms"]))
    way_min = p["ideal_scene_s"] / 60.0 + float(drive_ms) / MS_PER_MIN
    total = rate * p["ideal_care_s"] / 60.0
    total += rate * wound["medic_factor"] * way_min
    if total >= person["death_threshold"]:
        return False
    return hospital_fate(world, person, total, 0) < 0
