"""The start of an incident: everything latent is drawn here, in epoch 0, and kept by branches."""

import numpy as np

from warmzone.kernel.alarms import begin_device, begin_second
from warmzone.kernel.arrays import CHANNELS, HAZARDS, ORDERS_AT_ONCE, SEATS, State
from warmzone.kernel.arrivals import drive_in_ms, way_ms
from warmzone.kernel.callers import begin_callers
from warmzone.kernel.casualties import hurt_person
from warmzone.kernel.compiled import compiled
from warmzone.kernel.draws import Purpose, drawn_place, uniform, unit_exponential, whole
from warmzone.kernel.events import EventKind, clear_calendar, schedule
from warmzone.kernel.hazard import activate, all_over, is_over
from warmzone.kernel.uninjured import begin_uninjured
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import HazardState, Phase, Seat, Source, ThreatStatus, Wound


@compiled
def begin(state: State, world: World, seed: np.uint64, automatic: int) -> None:
    """Make a zeroed state the start of the incident with that seed.

    `automatic` 1: the Tactical seat decides by policy; 0: a person sits there.
    """
    begin_scene(state, world, seed, automatic)
    begin_people(state, world, counts_of(world, seed))
    begin_uninjured(state, world)
    begin_callers(state, world)
    begin_hazard(state, world, origin_of(world, seed))
    begin_second(state, world)
    begin_calm(state, world)
    begin_device(state, world)


@compiled
def begin_scene(state: State, world: World, seed: np.uint64, automatic: int) -> None:
    """The ground, the seats, and who is on the way; nobody is there yet and nothing has begun."""
    clock = state.clock[0]
    clock["seed"] = seed
    clear_calendar(state.times, state.winners)
    begin_ground(state)
    begin_record(state)
    begin_seats(state, world, automatic)
    clock["arrivals_staged"] = world.profile[0]["stage_arrivals"]
    for t in range(len(state.teams)):
        begin_team(state, world, t)
    for a in range(len(state.ambulances)):
        state.ambulances[a]["area"] = -1
        if world.vehicles[a]["on_call"] == 0:
            slot = world.layout[0]["slot"][EventKind.AMBULANCE] + a
            schedule(state.times, state.winners, slot, drive_in_ms(state, world, a))
    for h in range(len(state.hospitals)):
        state.hospitals[h]["full_ms"] = -1
    for i in range(len(world.told)):
        if world.told[i]["heard_ms"] >= 0:
            slot = world.layout[0]["slot"][EventKind.FIRST_REPORT] + i
            schedule(state.times, state.winners, slot, world.told[i]["heard_ms"])


@compiled
def begin_ground(state: State) -> None:
    """Nobody has searched, seen or said anything; beliefs are empty."""
    for a in range(len(state.ground)):
        state.ground[a]["searched_ms"] = -1
        state.ground[a]["held_ms"] = -1
        state.ground[a]["entry_team"] = -1
        state.ground[a]["entry_from"] = -1
        state.ground[a]["first_person"] = -1
        state.ground[a]["first_unhurt"] = -1
        state.ground[a]["alarmed_ms"] = -1
        state.zones[a]["heard_ms"] = -1
        for seat in range(SEATS):
            belief = state.area_beliefs[seat, a]
            belief["report"] = -1
            belief["seen_ms"] = -1
            belief["searched_ms"] = -1
            belief["threat_ms"] = -1
            belief["latest"] = -1
            belief["asked_ms"] = -1
            belief["told_count"] = -1
            belief["counted"] = -1
            belief["uninjured"] = -1


@compiled
def begin_record(state: State) -> None:
    """No benchmark has been reached."""
    record = state.record[0]
    record["interior_command_ms"] = -1
    record["threat_over_ms"] = -1
    record["first_warm_ms"] = -1
    record["rtf_formed_ms"] = -1
    record["rtf_in_ms"] = -1
    record["rtf_contact_ms"] = -1
    record["corridor_open_ms"] = -1
    record["first_ccp_ms"] = -1
    record["first_red_out_ms"] = -1
    record["last_red_out_ms"] = -1
    record["first_contact_ms"] = -1
    record["down_area"] = -1
    record["down_ms"] = -1
    record["left_ms"] = -1
    record["warned_ms"] = -1
    record["elsewhere_ms"] = -1
    record["device_found_ms"] = -1
    state.corridor[0]["owner"] = -1


@compiled
def begin_seats(state: State, world: World, automatic: int) -> None:
    """Every seat knows what dispatch first said, and nothing else."""
    reported = world.setting[0]["threat_reported"]
    for s in range(SEATS):
        seat = state.seats[s]
        seat["automatic"] = 1
        seat["place_area"] = -1
        seat["since_ms"] = -1
        seat["threat"] = reported
        seat["threat_area"] = -1
        seat["threat_by"] = Source.DISPATCH
        seat["threat_report"] = -1
        seat["reconciled_ms"] = -1
        seat["warned_ms"] = -1
        seat["device_area"] = -1
        seat["commander"] = -1
        seat["overall"] = -1
        seat["senior"] = -1
        for channel in range(CHANNELS):
            seat["on_air"][channel] = -1
        seat["asked_unified_ms"] = -1
        seat["sized_up_ms"] = -1
        seat["roll_ms"] = -1
        seat["plan_ms"] = -1
        seat["asked_together_ms"] = -1
        seat["ccp"] = -1
        seat["aep"] = -1
        seat["walking_area"] = -1
        seat["arrivals_staged"] = world.profile[0]["stage_arrivals"]
    state.seats[Seat.TACTICAL]["automatic"] = automatic
    for k in range(len(state.orders) - SEATS * ORDERS_AT_ONCE, len(state.orders)):
        state.orders[k]["verb"] = -1
    command = state.command[0]
    command["radio_plan"] = world.setting[0]["radio_plan"]
    command["unified_ms"] = -1
    command["together_ms"] = -1
    command["sized_up_ms"] = -1
    command["walking_area"] = -1
    command["commander"] = -1
    command["heir"] = -1
    command["accepted"] = -1
    command["rival"] = -1
    command["returns"] = -1
    command["two_since_ms"] = -1
    if reported == ThreatStatus.NONE:
        state.seats[Seat.MEDICAL]["free_entry"] = 1


@compiled
def begin_team(state: State, world: World, t: int) -> None:
    """A car-load or crew that will come: how many they are and when."""
    team = state.teams[t]
    unit = world.units[t]
    clock = state.clock[0]
    seed = clock["seed"]
    team["agency"] = unit["agency"]
    team["discipline"] = unit["discipline"]
    team["number"] = unit["number"]
    low, high = int(unit["people_low"]), int(unit["people_high"])
    team["people"] = whole(seed, (0, t, Purpose.CREW, 0), low, high)
    team["able"] = team["people"]
    team["phase"] = Phase.NOT_ARRIVED
    team["area"] = unit["arrival_area"]
    team["home_area"] = unit["arrival_area"]
    team["target_area"] = unit["arrival_area"]
    team["next_area"] = -1
    team["goal_area"] = -1
    team["focus_area"] = -1
    team["last_area"] = -1
    team["via_area"] = -1
    team["holding_area"] = -1
    team["guards_from"] = -1
    team["guards"] = -1
    team["device_since_ms"] = -1
    team["partner"] = -1
    team["cleared_area"] = -1
    team["held_by"] = -1
    team["held_area"] = -1
    team["waits_for"] = -1
    team["next_order"] = -1
    team["on_air"] = -1
    team["leg_end_ms"] = -1
    team["arrived_ms"] = -1
    team["asked_ms"] = -1
    team["drawn_ms"] = -1
    team["joins"] = -1
    team["merged"] = -1
    team["works_for"] = -1
    team["post_area"] = -1
    team["plan_area"] = -1
    team["linked"] = 1 - int(unit["plain_clothes"])
    team["at_wounded"] = world.profile[0]["at_wounded"]
    team["roster_people"] = team["people"]
    team["untasked_since_ms"] = -1
    for s in range(SEATS):
        belief = state.team_beliefs[s, t]
        belief["area"] = -1
        belief["observed_ms"] = -1
        belief["target_area"] = -1
        belief["pending_order"] = -1
        belief["asked_ms"] = -1
        belief["cannot_ms"] = -1
        belief["heard_ms"] = -1
        belief["works_for"] = -1
        belief["post_area"] = -1
    if unit["on_call"] == 0:
        slot = world.layout[0]["slot"][EventKind.TEAM_ARRIVAL] + t
        schedule(state.times, state.winners, slot, way_ms(state, world, t))


@compiled
def counts_of(world: World, seed: np.uint64) -> tuple[int, int]:
    """How many may yet be hurt, and how many are hurt at time 0 already."""
    setting = world.setting[0]
    low, high = int(setting["latent_low"]), int(setting["latent_high"])
    latent = whole(seed, (0, 0, Purpose.COUNT, 0), low, high)
    low, high = int(setting["hurt_low"]), int(setting["hurt_high"])
    return latent, whole(seed, (0, 0, Purpose.COUNT, 1), low, high)


@compiled
def begin_people(state: State, world: World, counts: tuple[int, int]) -> None:
    """The latent people: area, wound and thresholds; some are hurt at time 0 already."""
    latent, hurt = counts
    state.clock[0]["person_count"] = latent + hurt
    for i in range(len(state.people)):
        person = state.people[i]
        person["next_person"] = -1
        person["walks_to"] = -1
        person["treater"] = -1
        person["trip"] = -1
        person["hospital"] = -1
        person["flee_ms"] = -1
        person["hurt_ms"] = -1
        person["seen_ms"] = -1
        person["controlled_ms"] = -1
        person["moved_ms"] = -1
        person["collected_ms"] = -1
        person["gathered_ms"] = -1
        person["left_ms"] = -1
        person["hospital_ms"] = -1
        person["dead_ms"] = -1
        if i < latent + hurt:
            begin_person(state, world, i)
            if i < hurt:
                hurt_person(state, world, i, 0)
    for i in range(latent + hurt - 1, -1, -1):
        ground = state.ground[state.people[i]["area"]]
        state.people[i]["next_unhurt"] = ground["first_unhurt"]
        ground["first_unhurt"] = i


@compiled
def begin_person(state: State, world: World, i: int) -> None:
    """One latent person."""
    person = state.people[i]
    seed = state.clock[0]["seed"]
    person["area"] = drawn_place(world.people_places, uniform(seed, (0, i, Purpose.PERSON_AREA, 0)))
    person["exit_area"] = world.areas[person["area"]]["exit_area"]
    u = uniform(seed, (0, i, Purpose.WOUND, 0))
    person["wound"] = Wound.MINOR
    total = 0.0
    for w in range(len(world.wounds)):
        total += world.wounds[w]["share_p"]
        if u < total:
            person["wound"] = w
            break
    moderate = world.wounds[person["wound"]]["moderate_p"]
    if uniform(seed, (0, i, Purpose.SEVERITY, 0)) < moderate:
        person["moderate"] = 1
    person["exposure_threshold"] = unit_exponential(seed, (0, i, Purpose.EXPOSURE_THRESHOLD, 0))
    person["death_threshold"] = unit_exponential(seed, (0, i, Purpose.DEATH_THRESHOLD, 0))


@compiled
def origin_of(world: World, seed: np.uint64) -> int:
    """Where the hazard is at the first call, -1 where no places are given."""
    if len(world.hazard_places) == 0:
        return -1
    return drawn_place(world.hazard_places, uniform(seed, (0, 0, Purpose.HAZARD_AREA, 0)))


@compiled
def begin_hazard(state: State, world: World, origin: int) -> None:
    """The hazard as it is at the first call, there."""
    seed = state.clock[0]["seed"]
    for h in range(HAZARDS):
        one = state.hazard[h]
        one["area"] = -1
        one["last_heard_area"] = -1
        one["over_ms"] = -1
        one["silent_ms"] = -1
        one["contained_ms"] = -1
        one["contact_threshold"] = unit_exponential(seed, (0, h, Purpose.HAZARD_CONTACT, 0))
    hazard = state.hazard[0]
    hazard["state"] = world.setting[0]["hazard_state"]
    if origin >= 0 and hazard["state"] != HazardState.NONE:
        hazard["area"] = origin
        hazard["last_heard_area"] = origin  # by those who are there when officers come
    if hazard["state"] == HazardState.ACTIVE:
        activate(state, world, 0, 0)
    if hazard["state"] == HazardState.NONE or hazard["state"] == HazardState.OVER:
        hazard["over_ms"] = 0


@compiled
def begin_calm(state: State, world: World) -> None:
    """Where nothing hurts anybody and nothing is to come, the threat is over from the first."""
    if is_over(state, world):
        state.record[0]["threat_over_ms"] = 0
        if world.setting[0]["threat_reported"] != ThreatStatus.NONE:
            all_over(state, world, 0)
