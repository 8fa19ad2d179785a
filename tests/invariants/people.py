"""What must hold of casualties: where they are, what they have, what becomes of them."""

from typing import Any

import numpy as np

from tests.invariants.promise import Broken, Promise, people_of
from warmzone.kernel.arrays import State
from warmzone.kernel.codes import Stage, Work
from warmzone.kernel.events import NEVER, EventKind
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Whereabouts

AFTER = {
    Whereabouts.UNHURT: {Whereabouts.FLED, Whereabouts.LYING},
    Whereabouts.FLED: set(),
    Whereabouts.LYING: {
        Whereabouts.CARRIED,
        Whereabouts.SELF_MOVING,
        Whereabouts.IN_AMBULANCE,
        Whereabouts.IN_HOSPITAL,
    },
    # From a carrying team on to the ground, an ambulance, or in its police car to hospital.
    Whereabouts.CARRIED: {Whereabouts.LYING, Whereabouts.IN_AMBULANCE, Whereabouts.IN_HOSPITAL},
    Whereabouts.SELF_MOVING: {Whereabouts.IN_HOSPITAL},
    Whereabouts.IN_AMBULANCE: {Whereabouts.IN_HOSPITAL},
    Whereabouts.IN_HOSPITAL: set(),
}
LUCK = ("wound", "moderate", "exposure_threshold", "death_threshold", "exit_area")
GROWS = ("death", "death_early", "exposure", "treatments", "carries", "care", "controlled")
STAMPS = ("hurt_ms", "seen_ms", "controlled_ms", "moved_ms", "collected_ms", "gathered_ms",
          "left_ms", "hospital_ms", "flee_ms")  # fmt: skip
IN_ORDER = (
    ("hurt_ms", "seen_ms"),
    ("hurt_ms", "controlled_ms"),
    ("hurt_ms", "moved_ms"),
    ("moved_ms", "gathered_ms"),
    ("gathered_ms", "collected_ms"),
    ("hurt_ms", "left_ms"),
    ("left_ms", "hospital_ms"),
    ("hurt_ms", "dead_ms"),
)


def lying_in(state: State, area: int) -> list[int]:
    """The people whom an area lists as lying there."""
    listed: list[int] = []
    i = int(state.ground[area]["first_person"])
    while i >= 0:
        if len(listed) > len(state.people):
            raise Broken("a list that never ends", area)
        listed.append(i)
        i = int(state.people[i]["next_person"])
    return listed


def carried(state: State) -> list[int]:
    """The people on the shoulders of some team."""
    return [
        i
        for team in state.teams
        if team["work"] != Work.LIFT
        for i in team["load"][: team["load_count"]].tolist()
    ]


def on_the_road(state: State) -> list[int]:
    """The people in an ambulance that has left."""
    return [
        i
        for ambulance in state.ambulances
        if ambulance["stage"] == Stage.TO_HOSPITAL
        for i in ambulance["load"][: ambulance["load_count"]].tolist()
    ]


def whereabouts_of(run: Run) -> list[list[int]]:
    """People by place, counted from the places: unhurt or fled, lying, carried, driven, treated.

    Who goes to hospital by themselves stands last.
    """
    state, people = run.state, people_of(run.state)
    unhurt = np.nonzero(people["hurt_ms"] < 0)[0].tolist()
    lying = [i for area in range(len(state.ground)) for i in lying_in(state, area)]
    treated = np.nonzero(people["hospital_ms"] >= 0)[0].tolist()
    going = (people["left_ms"] >= 0) & (people["hospital_ms"] < 0) & (people["treater"] < 0)
    alone = np.nonzero(going & (people["trip"] < 0))[0].tolist()
    return [unhurt, lying, carried(state), on_the_road(state), treated, alone]


def people_are_conserved(was: State, run: Run) -> None:
    """Unhurt or fled, at the scene, carried, driven and in hospital add up to everybody."""
    state = run.state
    count = int(state.clock[0]["person_count"])
    Broken.unless(count == int(was.clock[0]["person_count"]), "somebody came or went")
    found = sum(len(group) for group in whereabouts_of(run))
    Broken.unless(found == count, f"{found} people found of {count}")
    beyond = state.people["hurt_ms"][count:]
    Broken.unless(not (beyond >= 0).any(), "somebody hurt whom nobody counts")


def nobody_is_in_two_places(was: State, run: Run) -> None:
    """Each person is in one place, and their own word for it is that place."""
    words = run.state.people["whereabouts"]
    places = whereabouts_of(run)
    everybody = [i for group in places for i in group]
    Broken.unless(len(everybody) == len(set(everybody)), "somebody is in two places")
    says = (
        (Whereabouts.UNHURT, Whereabouts.FLED),
        (Whereabouts.LYING,),
        (Whereabouts.CARRIED,),
        (Whereabouts.IN_AMBULANCE,),
        (Whereabouts.IN_HOSPITAL,),
        (Whereabouts.SELF_MOVING,),
    )
    for group, allowed in zip(places, says, strict=True):
        for i in group:
            Broken.unless(int(words[i]) in allowed, "where they are is not what they say", i)


def areas_list_who_lies_there(was: State, run: Run) -> None:
    """Every area lists exactly those who lie there, by index."""
    people = run.state.people
    lying = people["whereabouts"] == Whereabouts.LYING
    for area in range(len(run.state.ground)):
        found = np.nonzero(lying & (people["area"] == area))[0].tolist()
        Broken.unless(lying_in(run.state, area) == found, "listed and lying differ", area)


def whereabouts_follow_one_another(was: State, run: Run) -> None:
    """From unhurt to hospital there is one way: nobody skips a step, comes back or is unhurt."""
    before, after = people_of(was)["whereabouts"], people_of(run.state)["whereabouts"]
    for i in np.nonzero(before != after)[0].tolist():
        allowed = AFTER[Whereabouts(int(before[i]))]
        Broken.unless(int(after[i]) in allowed, f"{before[i]} to {after[i]}", i)


def a_fate_never_changes(was: State, run: Run) -> None:
    """Who is dead stays dead, of that moment; so with the moment of every wound and every step."""
    before, after = people_of(was), people_of(run.state)
    for name in (*STAMPS, "dead_ms", "hospital"):
        known = before[name] >= 0
        Broken.unless((after[name] == before[name])[known].all(), f"{name} has changed")


def nobody_dies_twice(was: State, run: Run) -> None:
    """No death is to come for the dead, the unhurt, or those whose fate the hospital has told."""
    people = people_of(run.state)
    first = int(run.prepared.world.layout[0]["slot"][EventKind.PERSON_DEATH])
    due = run.state.times[first : first + len(people)] < NEVER
    beyond = (people["dead_ms"] >= 0) | (people["hurt_ms"] < 0) | (people["hospital_ms"] >= 0)
    Broken.unless(not (due & beyond).any(), "a death that cannot be is in the calendar")


def the_dead_are_beyond_help(was: State, run: Run) -> None:
    """No care stops the bleeding of the dead, and their clock stands still."""
    before, after = people_of(was), people_of(run.state)
    dead = (before["dead_ms"] >= 0) & (before["hospital_ms"] < 0)
    Broken.unless((after["death_rate_per_min"][dead] == 0.0).all(), "a clock of the dead runs")
    for name in ("controlled", "controlled_ms", "death"):
        Broken.unless((after[name] == before[name])[dead].all(), f"{name} of the dead changes")


def care_never_raises_the_hazard(was: State, run: Run) -> None:
    """A tourniquet, any other care, an ambulance, a hospital: no death rate ever rises."""
    before, after = people_of(was), people_of(run.state)
    hurt = before["hurt_ms"] >= 0
    rose = (after["death_rate_per_min"] > before["death_rate_per_min"]) & hurt
    Broken.unless(not rose.any(), "a death rate rose")


def luck_is_fixed_before_the_incident(was: State, run: Run) -> None:
    """Wound, severity and thresholds are each person's own from first to last."""
    before, after = people_of(was), people_of(run.state)
    for name in LUCK:
        Broken.unless(bool((before[name] == after[name]).all()), f"{name} has changed")


def clocks_of_people_run_on(was: State, run: Run) -> None:
    """Exposure, the hidden clock, care given and times carried never go back."""
    before, after = people_of(was), people_of(run.state)
    for name in GROWS:
        Broken.unless(bool((after[name] >= before[name]).all()), f"{name} went back")


def nobody_is_hurt_out_of_reach(was: State, run: Run) -> None:
    """Who is newly hurt lay in reach of the hazard at that moment, and had not got away."""
    before, after = people_of(was), people_of(run.state)
    newly = (before["hurt_ms"] < 0) & (after["hurt_ms"] >= 0)
    Broken.unless((after["exposure_rate_per_min"][newly] > 0.0).all(), "hurt out of reach")
    Broken.unless((before["whereabouts"][newly] != Whereabouts.FLED).all(), "hurt after fleeing")
    now = int(run.state.clock[0]["last_event_ms"])
    Broken.unless((after["hurt_ms"][newly] == now).all(), "hurt at another time")


def times_of_a_casualty_are_in_order(was: State, run: Run) -> None:
    """Hurt before seen, treated and moved; moved before put down; gone before in hospital."""
    people = people_of(run.state)
    for first, then in IN_ORDER:
        both = people[then] >= 0
        Broken.unless((people[first] >= 0)[both].all(), f"{then} without {first}")
        Broken.unless((people[first] <= people[then])[both].all(), f"{then} before {first}")
    now = int(run.state.clock[0]["last_event_ms"])
    for name in STAMPS:
        if name != "flee_ms":
            Broken.unless(bool((people[name] <= max(now, run.now_ms)).all()), f"{name} to come")


def nobody_is_treated_from_afar(was: State, run: Run) -> None:
    """Whoever is in a team's hands is in the area where that team stands."""
    people = people_of(run.state)
    held = people["treater"] >= 0
    stands = run.state.teams["area"][people["treater"][held]]
    Broken.unless(bool((people["area"][held] == stands).all()), "treated from afar")
    able = run.state.teams["able"][people["treater"][held]]
    Broken.unless(bool((able > 0).all()), "treated by nobody")


def _one(state: State, condition: Any) -> int:
    found = np.nonzero(condition)[0]
    return int(found[0]) if len(found) else -1


def _spoil(name: str, value: Any, which: Any) -> Any:
    """A corruption: give one person, for whom `which` holds, another value."""

    def spoil(run: Run) -> bool:
        people = people_of(run.state)
        i = _one(run.state, which(people))
        if i >= 0:
            people[name][i] = value(people[i]) if callable(value) else value
        return i >= 0

    return spoil


def _lying(people: Any) -> Any:
    return people["whereabouts"] == Whereabouts.LYING


def _dead(people: Any) -> Any:
    return (people["dead_ms"] >= 0) & (people["hospital_ms"] < 0)


def _gone(people: Any) -> Any:
    return people["left_ms"] > 0


def _fled(people: Any) -> Any:
    return people["whereabouts"] == Whereabouts.FLED


def _treated(people: Any) -> Any:
    return people["treater"] >= 0


def _driven_twice(run: Run) -> bool:
    """Put somebody who is driven on the ground too."""
    state = run.state
    for i in on_the_road(state):
        area = int(state.people[i]["area"])
        state.people[i]["next_person"] = state.ground[area]["first_person"]
        state.ground[area]["first_person"] = i
        return True
    return False


def _forgotten_on_the_ground(run: Run) -> bool:
    """Leave the first one out of an area's list."""
    for ground in run.state.ground:
        if ground["first_person"] >= 0:
            ground["first_person"] = run.state.people[ground["first_person"]]["next_person"]
            return True
    return False


def _death_of_the_dead(run: Run) -> bool:
    """Schedule a second death."""
    i = _one(run.state, _dead(people_of(run.state)))
    if i >= 0:
        first = int(run.prepared.world.layout[0]["slot"][EventKind.PERSON_DEATH])
        run.state.times[first + i] = run.now_ms + 1
    return i >= 0


PROMISES = (
    Promise(people_are_conserved, _forgotten_on_the_ground),
    Promise(nobody_is_in_two_places, _driven_twice),
    Promise(areas_list_who_lies_there, _forgotten_on_the_ground),
    Promise(whereabouts_follow_one_another, _spoil("whereabouts", Whereabouts.UNHURT, _lying)),
    Promise(a_fate_never_changes, _spoil("dead_ms", -1, _dead)),
    Promise(nobody_dies_twice, _death_of_the_dead),
    Promise(the_dead_are_beyond_help, _spoil("controlled", lambda p: 1 - p["controlled"], _dead)),
    Promise(
        care_never_raises_the_hazard,
        _spoil("death_rate_per_min", lambda p: p["death_rate_per_min"] + 0.001, _lying),
    ),
    Promise(
        luck_is_fixed_before_the_incident,
        _spoil("death_threshold", lambda p: p["death_threshold"] * 1.01, _lying),
    ),
    Promise(clocks_of_people_run_on, _spoil("exposure", -1.0, _lying)),
    Promise(nobody_is_hurt_out_of_reach, _spoil("hurt_ms", 0, _fled)),
    Promise(times_of_a_casualty_are_in_order, _spoil("hospital_ms", 0, _gone)),
    Promise(nobody_is_treated_from_afar, _spoil("area", lambda p: 1 - min(p["area"], 1), _treated)),
)
