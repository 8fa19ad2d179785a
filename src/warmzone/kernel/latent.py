"""The latent luck of an incident's start, block by block, and how blocks are drawn again.

A block is drawn from the same prior as at the start, with a seed of its own in place of the
incident's. A start is therefore told by the seeds of its blocks, 0 where it is the incident's own.
"""

from enum import IntEnum

import numpy as np

from warmzone.kernel.alarms import begin_device, begin_second
from warmzone.kernel.arrays import HAZARDS, State
from warmzone.kernel.arrivals import drive_in_ms, way_ms
from warmzone.kernel.callers import begin_caller, callers_of
from warmzone.kernel.casualties import expose_person, hurt_person
from warmzone.kernel.compiled import compiled
from warmzone.kernel.draws import Purpose, unit_exponential, whole
from warmzone.kernel.events import NEVER, EventKind, schedule
from warmzone.kernel.hazard import lasting, schedule_move
from warmzone.kernel.people import take_up
from warmzone.kernel.setup import (
    begin_calm,
    begin_hazard,
    begin_people,
    begin_person,
    begin_scene,
    counts_of,
    origin_of,
)
from warmzone.kernel.uninjured import begin_crowd
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import HazardState, Whereabouts


class Block(IntEnum):
    """What is drawn again together; a row of the seeds, with a column for each person, car ..."""

    PLACE = 0  # where a person is
    WOUND = 1  # what a person's wound is or would be, how bad, whether they walk
    REACH = 2  # how much a person who is not hurt yet can bear, and when they run
    CLOCK = 3  # how long a person lives once hurt
    NEED = 4  # how much officers need to end a hazard
    PATH = 5  # when a hazard first moves
    LASTING = 6  # how long a hazard that is active from the first stays active
    CARS = 7  # when the cars or crews of a stream come, and how many people each brings
    AMBULANCE = 8  # when an ambulance comes
    NUMBER = 9  # how many people there are
    ORIGIN = 10  # where a hazard begins
    CALLER = 11  # first how many call; then for each from where, and when first
    CROWD = 12  # how many uninjured people are in a place
    ALARM = 13  # first whether there is a second attacker, where and when; then a device


BLOCKS = 14
OF_A_PERSON = 4  # the first blocks
FROM_NOTHING = 9  # from this block on the start is begun anew


@compiled
def draw_again(state: State, world: World, seeds: np.ndarray) -> None:
    """Make a start another one: every block that has a seed is drawn from it.

    seeds: uint64[BLOCKS, as many as there are of anything], 0 for what stays.
    """
    clock = state.clock[0]
    own = clock["seed"]
    for i in range(int(clock["person_count"])):
        if has_seed(seeds, i):
            draw_person(state, world, i, seeds)
    relink(state)
    for h in range(HAZARDS):
        if seeds[Block.NEED, h] != 0:
            key = (0, h, Purpose.HAZARD_CONTACT, 0)
            state.hazard[h]["contact_threshold"] = unit_exponential(seeds[Block.NEED, h], key)
    if seeds[Block.LASTING, 0] != 0:
        clock["seed"] = seeds[Block.LASTING, 0]
        draw_lasting(state, world)
    if seeds[Block.PATH, 0] != 0:
        clock["seed"] = seeds[Block.PATH, 0]
        draw_first_move(state, world)
    for t in range(len(state.teams)):
        seed = seeds[Block.CARS, world.units[t]["burst"]]
        if seed != 0 and world.units[t]["on_call"] == 0:
            clock["seed"] = seed
            draw_team(state, world, t)
    for a in range(len(state.ambulances)):
        if seeds[Block.AMBULANCE, a] != 0 and world.vehicles[a]["on_call"] == 0:
            clock["seed"] = seeds[Block.AMBULANCE, a]
            slot = world.layout[0]["slot"][EventKind.AMBULANCE] + a
            schedule(state.times, state.winners, slot, drive_in_ms(state, world, a))
    clock["seed"] = own


@compiled
def is_begun_anew(seeds: np.ndarray) -> bool:
    """Whether a block has a seed for which all that hangs on it must be begun from nothing."""
    for b in range(FROM_NOTHING, BLOCKS):
        for k in range(seeds.shape[1]):
            if seeds[b, k] != 0:
                return True
    return False


@compiled
def begin_anew(
    state: State, world: World, seed: np.uint64, automatic: int, seeds: np.ndarray
) -> None:
    """Make a zeroed state the incident's start, with the blocks of `FROM_NOTHING` by their seeds.

    The other blocks are as with the incident's own seed.
    """
    begin_scene(state, world, seed, automatic)
    begin_people(state, world, counts_of(world, other(seeds[Block.NUMBER, 0], seed)))
    for k in range(len(world.crowds)):
        begin_crowd(state, world, k, other(seeds[Block.CROWD, k], seed))
    count = callers_of(world, other(seeds[Block.CALLER, 0], seed))
    for c in range(len(state.callers)):
        state.callers[c]["area"] = -1
        if c < count:
            begin_caller(state, world, c, other(seeds[Block.CALLER, 1 + c], seed))
    begin_hazard(state, world, origin_of(world, other(seeds[Block.ORIGIN, 0], seed)))
    state.clock[0]["seed"] = other(seeds[Block.ALARM, 0], seed)
    begin_second(state, world)
    state.clock[0]["seed"] = seed
    begin_calm(state, world)
    state.clock[0]["seed"] = other(seeds[Block.ALARM, 1], seed)
    begin_device(state, world)
    state.clock[0]["seed"] = seed


@compiled
def other(block: np.uint64, own: np.uint64) -> np.uint64:
    """The seed of a block, the incident's own where it has none."""
    return own if block == 0 else block


@compiled
def has_seed(seeds: np.ndarray, i: int) -> bool:
    """Whether anything about a person is drawn again."""
    return bool(
        seeds[Block.PLACE, i] != 0
        or seeds[Block.WOUND, i] != 0
        or seeds[Block.REACH, i] != 0
        or seeds[Block.CLOCK, i] != 0
    )


@compiled
def draw_person(state: State, world: World, i: int, seeds: np.ndarray) -> None:
    """Where a person was, with which wound, and what they bear, each from its own seed."""
    clock, person = state.clock[0], state.people[i]
    own = clock["seed"]
    hurt = int(person["hurt_ms"]) == 0
    forget_person(state, world, i)
    clock["seed"] = own if seeds[Block.REACH, i] == 0 else seeds[Block.REACH, i]
    begin_person(state, world, i)
    bears = float(person["exposure_threshold"])
    clock["seed"] = own if seeds[Block.CLOCK, i] == 0 else seeds[Block.CLOCK, i]
    begin_person(state, world, i)
    lives = float(person["death_threshold"])
    person["moderate"] = 0
    clock["seed"] = own if seeds[Block.WOUND, i] == 0 else seeds[Block.WOUND, i]
    begin_person(state, world, i)
    wound, moderate = int(person["wound"]), int(person["moderate"])
    clock["seed"] = own if seeds[Block.PLACE, i] == 0 else seeds[Block.PLACE, i]
    begin_person(state, world, i)
    person["wound"] = wound
    person["moderate"] = moderate
    person["exposure_threshold"] = bears
    person["death_threshold"] = lives
    if hurt:
        clock["seed"] = own if seeds[Block.WOUND, i] == 0 else seeds[Block.WOUND, i]
        hurt_person(state, world, i, 0)
    else:
        clock["seed"] = own if seeds[Block.REACH, i] == 0 else seeds[Block.REACH, i]
        expose_person(state, world, i, 0)
    clock["seed"] = own


@compiled
def forget_person(state: State, world: World, i: int) -> None:
    """A person is as before anything was drawn of them."""
    person = state.people[i]
    if person["whereabouts"] == Whereabouts.LYING:
        take_up(state, i, Whereabouts.UNHURT)
    slots = world.layout[0]["slot"]
    schedule(state.times, state.winners, slots[EventKind.PERSON_EXPOSURE] + i, NEVER)
    schedule(state.times, state.winners, slots[EventKind.PERSON_DEATH] + i, NEVER)
    schedule(state.times, state.winners, slots[EventKind.PERSON_MOVE] + i, NEVER)
    person["whereabouts"] = Whereabouts.UNHURT
    person["moderate"] = 0
    person["walks"] = 0
    person["exposure"] = 0.0
    person["exposure_rate_per_min"] = 0.0
    person["triage"] = 0
    person["death"] = 0.0
    person["death_early"] = 0.0
    person["death_rate_per_min"] = 0.0
    person["death_since_ms"] = 0
    person["flee_ms"] = -1
    person["hurt_ms"] = -1
    person["dead_ms"] = -1
    person["walks_to"] = -1


@compiled
def relink(state: State) -> None:
    """The lists of who starts where, by index, as they are made at the start."""
    for a in range(len(state.ground)):
        state.ground[a]["first_unhurt"] = -1
    for i in range(int(state.clock[0]["person_count"]) - 1, -1, -1):
        ground = state.ground[state.people[i]["area"]]
        state.people[i]["next_unhurt"] = ground["first_unhurt"]
        ground["first_unhurt"] = i


@compiled
def draw_lasting(state: State, world: World) -> None:
    """How long a hazard that is active from the first stays so; the scenario's where it says."""
    hazard = state.hazard[0]
    if hazard["state"] != HazardState.ACTIVE:
        return
    hazard["active_until_ms"] = lasting(state, world, 0)
    slot = world.layout[0]["slot"][EventKind.HAZARD]
    schedule(state.times, state.winners, slot, int(hazard["active_until_ms"]))


@compiled
def draw_first_move(state: State, world: World) -> None:
    """When a hazard that is there from the first first moves."""
    kind = state.hazard[0]["state"]
    slot = world.layout[0]["slot"][EventKind.HAZARD_MOVE]
    there = kind == HazardState.SILENT or kind == HazardState.ACTIVE
    if there and state.times[slot] < NEVER:
        schedule_move(state, world, 0, 0)


@compiled
def draw_team(state: State, world: World, t: int) -> None:
    """When a car-load or crew comes, and how many people it brings."""
    unit, team = world.units[t], state.teams[t]
    low, high = int(unit["people_low"]), int(unit["people_high"])
    team["people"] = whole(state.clock[0]["seed"], (0, t, Purpose.CREW, 0), low, high)
    team["able"] = team["people"]
    team["roster_people"] = team["people"]
    slot = world.layout[0]["slot"][EventKind.TEAM_ARRIVAL] + t
    schedule(state.times, state.winners, slot, way_ms(state, world, t))
