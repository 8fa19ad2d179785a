"""Casualties: who is hurt, how their hidden clock runs, and what becomes of them by 24 hours."""

from warmzone.kernel.arrays import State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.draws import Purpose, uniform, unit_exponential
from warmzone.kernel.events import MS_PER_MIN, NEVER, EventKind, schedule
from warmzone.kernel.people import lay_down
from warmzone.kernel.physiology import (
    dies_at,
    hospital_fate,
    settle_clock,
    untreated_rate,
)
from warmzone.kernel.stretch import stop_at
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Care, Triage, Whereabouts, Wound


@compiled
def expose_person(state: State, world: World, i: int, now: int) -> None:
    """Settle a person's exposure and set when they are hurt or out of reach."""
    person = state.people[i]
    slot = world.layout[0]["slot"][EventKind.PERSON_EXPOSURE] + i
    elapsed = float(now - person["exposure_since_ms"]) / MS_PER_MIN
    person["exposure"] += person["exposure_rate_per_min"] * elapsed
    person["exposure_since_ms"] = now
    rate = world.parameters[0]["hazard_rate_per_min"] * state.ground[person["area"]]["exposure"]
    person["exposure_rate_per_min"] = rate
    if person["flee_ms"] < 0:
        if rate <= 0.0:
            return
        mean = world.parameters[0]["flee_mean_s"]
        clock = state.clock[0]
        wait = unit_exponential(clock["seed"], (clock["epoch"], i, Purpose.FLEE, 0)) * mean
        person["flee_ms"] = now + int(wait * 1000.0) + 1
    due = person["flee_ms"]
    if rate > 0.0:
        left = (person["exposure_threshold"] - person["exposure"]) / rate
        due = min(due, now + int(max(left, 0.0) * MS_PER_MIN) + 1)
    schedule(state.times, state.winners, slot, due)


@compiled
def end_exposure(state: State, world: World, i: int, now: int) -> None:
    """The scheduled moment: the person has got away, or is hurt."""
    person = state.people[i]
    slot = world.layout[0]["slot"][EventKind.PERSON_EXPOSURE] + i
    schedule(state.times, state.winners, slot, NEVER)
    if now >= person["flee_ms"]:
        person["whereabouts"] = Whereabouts.FLED
    else:
        hurt_person(state, world, i, now)


@compiled
def get_away(state: State, world: World, i: int) -> None:
    """A person who is not hurt is out of reach for good."""
    state.people[i]["whereabouts"] = Whereabouts.FLED
    slot = world.layout[0]["slot"][EventKind.PERSON_EXPOSURE] + i
    schedule(state.times, state.winners, slot, NEVER)


@compiled
def hurt_person(state: State, world: World, i: int, now: int) -> None:
    """A latent person becomes a casualty with the wound that was theirs from the start."""
    person = state.people[i]
    wound = world.wounds[person["wound"]]
    lay_down(state, world, i, int(person["area"]))
    person["hurt_ms"] = now
    moderate = person["moderate"] == 1
    person["triage"] = wound["triage_moderate"] if moderate else wound["triage_severe"]
    if person["wound"] == Wound.KILLED:
        person["dead_ms"] = now
        person["triage"] = Triage.GREY
        return
    person["death_since_ms"] = now
    set_death_rate(state, world, i, untreated_rate(world, person), now)
    clock = state.clock[0]
    key = (clock["epoch"], i, Purpose.WALKS, 0)
    if uniform(clock["seed"], key) < wound["walks_p"] and person["exit_area"] >= 0:
        person["walks"] = 1
        person["walks_to"] = person["exit_area"]
        wait = world.parameters[0]["walk_out_delay_s"]
        way = world.distance_m[person["area"], person["exit_area"]]
        due = wait + way / world.parameters[0]["walk_wounded_m_per_s"]
        slot = world.layout[0]["slot"][EventKind.PERSON_MOVE] + i
        schedule(state.times, state.winners, slot, now + int(due * 1000.0))


@compiled
def set_death_rate(state: State, world: World, i: int, rate_per_min: float, now: int) -> None:
    """Settle the clock and set the moment at which it will have run out."""
    person = state.people[i]
    settle_clock(world, person, now)
    person["death_rate_per_min"] = rate_per_min
    slot = world.layout[0]["slot"][EventKind.PERSON_DEATH] + i
    schedule(state.times, state.winners, slot, dies_at(world, person))


@compiled
def die(state: State, world: World, i: int, now: int) -> None:
    """The hidden clock has run out."""
    person = state.people[i]
    person["dead_ms"] = now
    person["triage"] = Triage.GREY
    person["death_rate_per_min"] = 0.0
    if person["whereabouts"] == Whereabouts.LYING:
        stop_at(state, world, int(person["area"]))
    layout = world.layout[0]
    schedule(state.times, state.winners, layout["slot"][EventKind.PERSON_DEATH] + i, NEVER)
    schedule(state.times, state.winners, layout["slot"][EventKind.PERSON_MOVE] + i, NEVER)


@compiled
def care_for(state: State, world: World, i: int, medic: bool, now: int) -> None:
    """Care is finished: a success lowers the rate, bad luck leaves it; a medic may try again."""
    person = state.people[i]
    person["treater"] = -1
    person["treatments"] += 1
    level = Care.MEDIC if medic else Care.OFFICER
    if person["care"] < level:
        person["care"] = level
    if person["dead_ms"] >= 0:
        return
    wound = world.wounds[person["wound"]]
    chance = wound["medic_success_p"] if medic else wound["officer_success_p"]
    factor = wound["medic_factor"] if medic else wound["officer_factor"]
    clock = state.clock[0]
    key = (clock["epoch"], i, Purpose.TREATMENT, int(person["treatments"]))
    if uniform(clock["seed"], key) >= chance:
        return
    rate = untreated_rate(world, person) * factor
    if rate < person["death_rate_per_min"]:
        set_death_rate(state, world, i, rate, now)
        if person["controlled"] == 0:
            person["controlled"] = 1
            person["controlled_ms"] = now


@compiled
def judge(state: State, world: World, i: int, medic: bool, now: int) -> None:
    """A responder looks at a casualty and gives a category, right or wrong by keyed luck."""
    person = state.people[i]
    if person["seen_ms"] < 0:
        person["seen_ms"] = now
    if person["dead_ms"] >= 0:
        person["seen"] = Triage.GREY
        return
    accuracy = world.parameters[0]["triage_officer_p"]
    if medic:
        accuracy = world.parameters[0]["triage_medic_p"]
    clock = state.clock[0]
    key = (clock["epoch"], i, Purpose.TRIAGE, 1 if medic else 0)
    person["seen"] = person["triage"]
    if uniform(clock["seed"], key) >= accuracy:
        if person["triage"] == Triage.YELLOW:
            person["seen"] = Triage.RED
        else:
            person["seen"] = Triage.YELLOW


@compiled
def look_around(state: State, world: World, area: int, medic: bool, now: int) -> None:
    """Judge every casualty lying in an area who has not been judged, or only by an officer."""
    i = int(state.ground[area]["first_person"])
    while i >= 0:
        person = state.people[i]
        unseen = person["seen"] == Triage.UNSEEN
        died = person["dead_ms"] >= 0 and person["seen"] != Triage.GREY
        if unseen or died or medic:
            judge(state, world, i, medic, now)
        i = int(person["next_person"])


@compiled
def note_left(state: State, i: int, now: int) -> None:
    """Person i leaves the scene."""
    person = state.people[i]
    person["left_ms"] = now
    if person["triage"] == Triage.RED:
        record = state.record[0]
        if record["first_red_out_ms"] < 0:
            record["first_red_out_ms"] = now
        record["last_red_out_ms"] = now


@compiled
def admit(state: State, world: World, i: int, wait_ms: int, now: int) -> None:
    """At hospital, `wait_ms` before definitive care: the rest of the clock decides by 24 hours."""
    person = state.people[i]
    person["whereabouts"] = Whereabouts.IN_HOSPITAL
    person["hospital_ms"] = now
    settle_clock(world, person, now)
    dead = -1
    if person["dead_ms"] < 0:
        clock = (float(person["death"]), float(person["death_early"]))
        dead = hospital_fate(world, person, clock, (now, wait_ms))
    slot = world.layout[0]["slot"][EventKind.PERSON_DEATH] + i
    schedule(state.times, state.winners, slot, NEVER)
    if dead >= 0:
        person["dead_ms"] = dead
    person["death_rate_per_min"] = 0.0
