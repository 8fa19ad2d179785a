"""The latent luck of an incident at its start, block by block, and how one block is drawn again.

A block is drawn from the same prior as at the start, with another seed in place of the incident's;
what is drawn later (whether care works, how somebody is sorted, where the hazard goes) keeps its
keys. A block's seed is all that its luck hangs on, so a world is told by its seeds.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from warmzone.kernel.arrays import State
from warmzone.kernel.arrivals import drive_in_ms, way_ms
from warmzone.kernel.casualties import expose_person, hurt_person
from warmzone.kernel.draws import Purpose, drawn_place, uniform, unit_exponential, whole
from warmzone.kernel.events import NEVER, EventKind, schedule
from warmzone.kernel.hazard import schedule_move
from warmzone.kernel.people import take_up
from warmzone.kernel.physiology import dies_at
from warmzone.kernel.setup import begin_person
from warmzone.simulation.layout import view_state
from warmzone.simulation.lower import Prepared
from warmzone.vocabulary.codes import HazardState, Whereabouts

PERSON, PAIR, CLOCK, REACH, NEED, PATH, CARS, AMBULANCE = (
    "a person",
    "two people",
    "how long a casualty lives",
    "who else is hurt",
    "what ends the hazard",
    "where the hazard went",
    "a stream of cars or crews",
    "an ambulance",
)
KINDS = (PERSON, PERSON, PERSON, PAIR, CLOCK, CLOCK, REACH, NEED, PATH, CARS, AMBULANCE)
"""Blocks in the proportion in which they are tried: an assumption, which changes no result."""

NEVER_MOVED = (
    "how many people there are",
    "where a hazard that was active from the first began, and how long it stayed active",
    "a second attacker and devices",
    "whether care worked and how casualties were sorted",
    "what was lost on the air",
)
"""What every world shares with the true one."""

MOVES_MOST = 1 << 30
"""A path drawn again counts the hazard's moves from some number below this, so each is another."""


@dataclass(frozen=True)
class World:
    """A whole incident at its start. `start`: uint8[bytes]; `seeds`: the seed of each block."""

    start: np.ndarray
    seeds: tuple[tuple[str, int, int], ...] = ()

    @property
    def mark(self) -> bytes:
        """Equal for equal worlds."""
        return repr(self.seeds).encode()

    def noted(self, blocks: Sequence[tuple[str, int]], seed: int) -> "World":
        """With those blocks' seeds."""
        names = set(blocks)
        kept = [one for one in self.seeds if (one[0], one[1]) not in names]
        if any(kind == PERSON for kind, _ in blocks):  # a whole person: their clock is new too
            who = {index for kind, index in blocks if kind == PERSON}
            kept = [one for one in kept if one[0] not in (CLOCK, REACH) or one[1] not in who]
        return replace(self, seeds=tuple(sorted([*kept, *((*one, seed) for one in blocks)])))


def moved(prepared: Prepared, world: World, kind: str, luck: np.random.Generator) -> World:
    """The world with one block of a kind drawn again."""
    start = world.start.copy()
    state = view_state(prepared.layout, start)
    seed = int(luck.integers(1 << 62))
    own = np.uint64(state.clock[0]["seed"])
    state.clock[0]["seed"] = np.uint64(seed)
    with np.errstate(over="ignore"):
        blocks = _draw(prepared, state, (kind, seed != int(own)), luck)
    state.clock[0]["seed"] = own
    return replace(world, start=start).noted(blocks, seed)


def _draw(
    prepared: Prepared, state: State, what: tuple[str, bool], luck: np.random.Generator
) -> list[tuple[str, int]]:
    """Draw one block of a kind; the other half of `what` is whether with another seed."""
    kind, anew = what
    people = int(state.clock[0]["person_count"])
    if kind in (PERSON, PAIR, CLOCK, REACH):
        wanted = min(people, 2 if kind == PAIR else 1)
        chosen = [int(i) for i in luck.choice(people, wanted, replace=False)] if people else []
        if kind in (PERSON, PAIR):
            for i in chosen:
                draw_person(prepared, state, i)
            return [(PERSON, i) for i in chosen]
        for i in chosen:
            (draw_clock if kind == CLOCK else draw_reach)(prepared, state, i)
        return [(kind, i) for i in chosen]
    if kind == NEED:
        h = int(luck.integers(len(state.hazard)))
        key = (0, h, Purpose.HAZARD_CONTACT, 0)
        state.hazard[h]["contact_threshold"] = unit_exponential(state.clock[0]["seed"], key)
        return [(NEED, h)]
    if kind == PATH:
        return draw_path(prepared, state, anew=anew)
    if kind == CARS:
        return draw_stream(prepared, state, int(luck.integers(max(1, len(state.teams)))))
    a = int(luck.integers(max(1, len(state.ambulances))))
    return draw_ambulance(prepared, state, a)


def draw_person(prepared: Prepared, state: State, i: int) -> None:
    """Where a person was, with which wound, and all that they bear."""
    world, person = prepared.world, state.people[i]
    hurt = int(person["hurt_ms"]) == 0
    if person["whereabouts"] == Whereabouts.LYING:
        take_up(state, i, int(Whereabouts.UNHURT))
    _clear(prepared, state, i)
    person["whereabouts"] = Whereabouts.UNHURT
    for name in ("moderate", "walks", "exposure", "exposure_rate_per_min", "triage"):
        person[name] = 0
    for name in ("death", "death_early", "death_rate_per_min", "death_since_ms"):
        person[name] = 0
    for name in ("flee_ms", "hurt_ms", "dead_ms", "walks_to"):
        person[name] = -1
    begin_person(state, world, i)
    if hurt:
        hurt_person(state, world, i, 0)
    _relink(state)
    if not hurt:
        expose_person(state, world, i, 0)


def draw_clock(prepared: Prepared, state: State, i: int) -> None:
    """How long a person lives once hurt."""
    person = state.people[i]
    key = (0, i, Purpose.DEATH_THRESHOLD, 0)
    person["death_threshold"] = unit_exponential(state.clock[0]["seed"], key)
    if person["hurt_ms"] == 0 and person["dead_ms"] < 0:
        slot = prepared.world.layout[0]["slot"][EventKind.PERSON_DEATH] + i
        schedule(state.times, state.winners, slot, dies_at(prepared.world, person))


def draw_reach(prepared: Prepared, state: State, i: int) -> None:
    """How much a person who is not hurt yet can bear before they are."""
    person = state.people[i]
    key = (0, i, Purpose.EXPOSURE_THRESHOLD, 0)
    person["exposure_threshold"] = unit_exponential(state.clock[0]["seed"], key)
    if person["hurt_ms"] < 0:
        expose_person(state, prepared.world, i, 0)


def draw_path(prepared: Prepared, state: State, *, anew: bool) -> list[tuple[str, int]]:
    """Where a silent hazard begins, and when and where each one moves."""
    world, hazard, seed = prepared.world, state.hazard[0], state.clock[0]["seed"]
    silent = hazard["state"] == HazardState.SILENT
    if not silent and hazard["state"] != HazardState.ACTIVE:
        return []
    if silent and len(world.hazard_places):
        u = uniform(seed, (0, 0, Purpose.HAZARD_AREA, 0))
        hazard["area"] = drawn_place(world.hazard_places, u)
        hazard["last_heard_area"] = hazard["area"]
    hazard["moves"] = 1 + int(seed) % MOVES_MOST if anew else 0
    slot = world.layout[0]["slot"][EventKind.HAZARD_MOVE]
    if state.times[slot] < NEVER:
        schedule_move(state, world, 0, 0)
    return [(PATH, 0)]


def draw_stream(prepared: Prepared, state: State, t: int) -> list[tuple[str, int]]:
    """When the cars or crews of a stream come, and how many people each brings."""
    world = prepared.world
    if not len(state.teams):
        return []
    burst = int(world.units[t]["burst"])
    for k in range(len(state.teams)):
        unit, team = world.units[k], state.teams[k]
        if int(unit["burst"]) != burst or unit["on_call"] == 1:
            continue
        low, high = int(unit["people_low"]), int(unit["people_high"])
        team["people"] = whole(state.clock[0]["seed"], (0, k, Purpose.CREW, 0), low, high)
        team["able"] = team["roster_people"] = team["people"]
        slot = world.layout[0]["slot"][EventKind.TEAM_ARRIVAL] + k
        schedule(state.times, state.winners, slot, way_ms(state, world, k))
    return [(CARS, burst)]


def draw_ambulance(prepared: Prepared, state: State, a: int) -> list[tuple[str, int]]:
    """When an ambulance comes."""
    world = prepared.world
    if not len(state.ambulances) or world.vehicles[a]["on_call"] == 1:
        return []
    slot = world.layout[0]["slot"][EventKind.AMBULANCE] + a
    schedule(state.times, state.winners, slot, drive_in_ms(state, world, a))
    return [(AMBULANCE, a)]


def _clear(prepared: Prepared, state: State, i: int) -> None:
    slots = prepared.world.layout[0]["slot"]
    for kind in (EventKind.PERSON_EXPOSURE, EventKind.PERSON_DEATH, EventKind.PERSON_MOVE):
        schedule(state.times, state.winners, int(slots[kind]) + i, NEVER)


def _relink(state: State) -> None:
    """The lists of who starts where, by index, as they are made at the start."""
    state.ground["first_unhurt"] = -1
    for i in range(int(state.clock[0]["person_count"]) - 1, -1, -1):
        ground = state.ground[state.people[i]["area"]]
        state.people[i]["next_unhurt"] = ground["first_unhurt"]
        ground["first_unhurt"] = i
