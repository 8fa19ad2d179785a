"""What became of everybody: times and counts of one incident; `measures` names them."""

import numpy as np

from warmzone.kernel.arrays import State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.events import EventKind
from warmzone.kernel.physiology import clock_at, hospital_fate, lives_ideally
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Whereabouts, Wound

i4, i8, f8 = np.int32, np.int64, np.float64

OUTCOME = np.dtype(
    [
        ("casualties", i4),  # people hurt
        ("deaths", i4),  # dead at 24 hours
        ("savable_deaths", i4),  # of them, would have lived under the ideal response
        ("savable", i4),  # would live under the ideal response
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
        ("left_ms", i8),
        ("warned_ms", i8),
        ("elsewhere_ms", i8),
        ("unwarned", i4),  # 1 the hazard went on elsewhere where nobody had been warned
        ("flips", i4),
        ("near_misses", i4),
        ("blocked_ms", i8),
        ("lane_wait_ms", i8),
        ("device_found_ms", i8),
        ("beside_device_ms", i8),
        ("by_police", i4),  # casualties driven to hospital in police cars
        ("self_transported", i4),  # walking wounded who went to hospital by themselves
        ("uninjured_out", i4),  # people not hurt who are outside, run or led
        ("led_out", i4),  # people whom officers led out, who could still have been hurt among them
        ("hospital_wait_ms", i8),  # what casualties waited for a trauma team, together
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
        outcome_out["beside_device_ms"] += beside_device_ms(state.teams[t], end_ms)
    outcome_out["responders_hurt"] = record["responders_hurt"]
    outcome_out["interior_command_ms"] = record["interior_command_ms"]
    outcome_out["threat_over_ms"] = record["threat_over_ms"]
    outcome_out["first_warm_ms"] = record["first_warm_ms"]
    outcome_out["rtf_in_ms"] = record["rtf_in_ms"]
    outcome_out["corridor_open_ms"] = record["corridor_open_ms"]
    outcome_out["first_ccp_ms"] = record["first_ccp_ms"]
    outcome_out["first_red_out_ms"] = record["first_red_out_ms"]
    outcome_out["last_red_out_ms"] = record["last_red_out_ms"]
    settle_ground(record, end_ms, outcome_out)
    outcome_out["by_police"] = record["by_police"]
    outcome_out["self_transported"] = record["self_transported"]
    outcome_out["uninjured_out"] = record["uninjured_out"]
    outcome_out["led_out"] = record["led_out"]
    for h in range(len(state.hospitals)):
        outcome_out["hospital_wait_ms"] += state.hospitals[h]["waited_ms"]
    outcome_out["events"] = state.clock[0]["events"]
    outcome_out["messages"] = record["messages"]
    outcome_out["defect"] = state.clock[0]["defect"]


@compiled
def settle_ground(record: np.ndarray, end_ms: int, outcome_out: np.ndarray) -> None:
    """What became of the ground, of a hazard that left, and of a device."""
    outcome_out["left_ms"] = record["left_ms"]
    outcome_out["warned_ms"] = record["warned_ms"]
    outcome_out["elsewhere_ms"] = record["elsewhere_ms"]
    goes_on = record["elsewhere_ms"] >= 0 and record["elsewhere_ms"] <= end_ms
    warned = record["warned_ms"] >= 0 and record["warned_ms"] <= record["elsewhere_ms"]
    if goes_on and not warned:
        outcome_out["unwarned"] = 1
    outcome_out["flips"] = record["flips"]
    outcome_out["near_misses"] = record["near_misses"]
    outcome_out["blocked_ms"] = record["blocked_ms"]
    outcome_out["lane_wait_ms"] = record["lane_wait_ms"]
    outcome_out["device_found_ms"] = record["device_found_ms"]


@compiled
def beside_device_ms(team: np.ndarray, end_ms: int) -> int:
    """Person-milliseconds that a team has spent beside a device up to `end_ms`."""
    spent = int(team["device_ms"])
    if team["device_since_ms"] >= 0:
        spent += (end_ms - int(team["device_since_ms"])) * int(team["able"])
    return spent


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
    elif person["whereabouts"] == Whereabouts.SELF_MOVING:
        slot = world.layout[0]["slot"][EventKind.PERSON_MOVE] + i
        arrives = max(end_ms, int(state.times[slot]))
    elif person["left_ms"] >= 0:  # in a police car
        slot = world.layout[0]["slot"][EventKind.TEAM_WORK] + person["treater"]
        arrives = max(end_ms, int(state.times[slot]))
    slot = world.layout[0]["slot"][EventKind.PERSON_DEATH] + i
    due = int(state.times[slot])
    if due < arrives:
        return due
    wait_ms = int(world.parameters[0]["surgery_delay_s"] * 1000.0)
    return hospital_fate(world, person, clock_at(world, person, arrives), (arrives, wait_ms))
