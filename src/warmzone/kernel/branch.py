"""A branch: the true state at a moment, and other luck from then on.

What has been said, done and suffered stays. The epoch is raised, so every later draw is another.
Of what was drawn before and has not shown itself yet
- redrawn given survival to the branch: how long each casualty lives, how much exposure each person
  who is not hurt bears, how long officers in contact need, when the hazard next moves;
- kept: who is on the way and when they arrive, who was where with which wound, how long an activity
  of the hazard that has begun lasts and whether it starts again, responders' own thresholds, what
  was already decided in a hospital.
"""

import numpy as np

from warmzone.kernel.arrays import HAZARDS, State
from warmzone.kernel.casualties import expose_person
from warmzone.kernel.compiled import compiled
from warmzone.kernel.contact import settle_contact
from warmzone.kernel.draws import Purpose, unit_exponential
from warmzone.kernel.events import MS_PER_MIN, NEVER, EventKind, schedule
from warmzone.kernel.hazard import schedule_move
from warmzone.kernel.physiology import (
    dies_at,
    initial_rpm,
    rpm_hazard,
    rpm_zero_min,
    settle_clock,
)
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Physiology, Whereabouts, Wound


@compiled
def redraw(state: State, world: World, epoch: int, now: int) -> None:
    """Go on with the luck of `epoch` from now; under the epoch in force nothing changes."""
    clock = state.clock[0]
    if epoch == clock["epoch"]:
        return
    clock["epoch"] = epoch
    for i in range(int(clock["person_count"])):
        redraw_person(state, world, i, now)
    for h in range(HAZARDS):
        redraw_hazard(state, world, h, now)


@compiled
def redraw_person(state: State, world: World, i: int, now: int) -> None:
    """Other thresholds for one person, given that they have borne what they have borne."""
    person = state.people[i]
    clock = state.clock[0]
    fresh = unit_exponential(clock["seed"], (clock["epoch"], i, Purpose.DEATH_THRESHOLD, 0))
    if person["whereabouts"] == Whereabouts.UNHURT:
        person["death_threshold"] = fresh
        key = (clock["epoch"], i, Purpose.EXPOSURE_THRESHOLD, 0)
        elapsed = float(now - person["exposure_since_ms"]) / MS_PER_MIN
        borne = person["exposure"] + person["exposure_rate_per_min"] * elapsed
        person["exposure_threshold"] = borne + unit_exponential(clock["seed"], key)
        if person["flee_ms"] >= 0:
            expose_person(state, world, i, now)
        return
    decided = person["dead_ms"] >= 0 or person["wound"] == Wound.KILLED
    gone = person["whereabouts"] == Whereabouts.FLED
    if decided or gone or person["whereabouts"] == Whereabouts.IN_HOSPITAL:
        return
    settle_clock(world, person, now)
    person["death_threshold"] = survived(world, person) + fresh
    slot = world.layout[0]["slot"][EventKind.PERSON_DEATH] + i
    schedule(state.times, state.winners, slot, dies_at(world, person))


@compiled
def survived(world: World, person: np.ndarray) -> float:
    """What a casualty's threshold is known to exceed, who is alive with that clock (settled)."""
    total = float(person["death"])
    kind = world.setting[0]["physiology"]
    if kind == Physiology.RPM:
        if total < rpm_zero_min(world, initial_rpm(world, person)):
            return 0.0
        return rpm_hazard(world, 0.0)
    if kind == Physiology.FLAT:
        p = world.parameters[0]
        early = float(person["death_early"]) * p["flat_reference_s"] / p["flat_window_s"]
        return min(total, float(early))
    return total


@compiled
def redraw_hazard(state: State, world: World, h: int, now: int) -> None:
    """Another need of officers in contact, given what they have done; another time to move."""
    hazard = state.hazard[h]
    clock = state.clock[0]
    settle_contact(state, world, h, 0, now)
    key = (clock["epoch"], h, Purpose.HAZARD_CONTACT, 0)
    hazard["contact_threshold"] = hazard["contact"] + unit_exponential(clock["seed"], key)
    settle_contact(state, world, h, 0, now)
    slot = world.layout[0]["slot"][EventKind.HAZARD_MOVE] + h
    if state.times[slot] < NEVER:
        schedule_move(state, world, h, now)
