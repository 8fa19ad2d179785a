"""What must hold between two incidents that differ in one thing."""

import math

import msgspec
import numpy as np
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.invariants.incidents import begun, lowered, numbers
from tests.invariants.watch import each_event
from tests.reference.random_incidents import Incident, random_incident
from warmzone.doctrine.commanders import NAMES, automatic
from warmzone.kernel import casualties, outcomes, physiology, reach
from warmzone.kernel.codes import Stage
from warmzone.kernel.events import EventKind
from warmzone.kernel.physiology import lives_ideally
from warmzone.simulation.lower import Prepared, prepare
from warmzone.simulation.observe import outcome
from warmzone.simulation.run import Run
from warmzone.studies.verification.playing import with_parameters
from warmzone.vocabulary.codes import OpeningState, Physiology, Seat, Wound
from warmzone.vocabulary.orders import FORMS, UNBUILT, Addressee, Order, Refusal, Speaker, Verb

MINUTE = 60_000
LATENT = ("wound", "moderate", "exposure_threshold", "death_threshold", "exit_area")
few = settings(max_examples=12, deadline=None)


def play(run: Run, said: list[tuple[int, Order]], until_ms: int) -> Run:
    """Play a run to a moment, giving its orders on the way."""
    for at_ms, order in said:
        if at_ms <= until_ms:
            run.advance(at_ms)
            run.give(order)
    run.advance(until_ms)
    return run


def played(number: int) -> Run:
    """A random incident at its end."""
    incident = random_incident(number)
    run = begun(incident)
    return play(run, incident.orders, run.prepared.end_ms)


@given(numbers, st.lists(st.integers(0, 60 * MINUTE), max_size=12))
@few
def test_where_time_is_stopped_leaves_no_trace(number: int, stops: list[int]) -> None:
    """Any stops between orders, and a look at the outcome at each, give the same digest."""
    straight = played(number)
    incident = random_incident(number)
    run = begun(incident)
    for at_ms, order in [*incident.orders, (run.prepared.end_ms, None)]:
        for stop in sorted(stop for stop in stops if run.now_ms < stop <= at_ms):
            run.advance(stop)
            outcome(run)
        run.advance(at_ms)
        if order is not None:
            run.give(order)
    assert run.digest() == straight.digest()


@given(numbers)
@few
def test_who_can_be_hurt_is_the_same_whoever_commands(number: int) -> None:
    """Wounds, thresholds and arrivals belong to the seed, not to the commander or the orders."""
    incident = random_incident(number)
    prepared = lowered(incident)
    seen = set()
    for name in NAMES:
        run = Run(prepared, incident.seed, automatic(name))
        run.advance(8 * MINUTE)
        people = run.state.people[: int(run.state.clock[0]["person_count"])]
        hazard = run.state.hazard["contact_threshold"].tolist()
        seen.add(str([people[field].tolist() for field in LATENT] + [hazard]))
    assert len(seen) == 1


@given(numbers, st.integers(0, 8 * MINUTE))
@few
def test_an_order_that_is_refused_leaves_no_trace(number: int, at_ms: int) -> None:
    """Whatever is asked and refused, not one bit of the state differs."""
    incident = random_incident(number)
    run = play(begun(incident), incident.orders, at_ms)
    before, refused = run.digest(), 0
    for _, order in incident.orders or [(0, Order(0, Verb.HOLD, 99, 99))]:
        if run.check(order) != Refusal.ACCEPTED:
            assert run.give(order) != Refusal.ACCEPTED
            refused += 1
    assert run.digest() == before
    assume(refused > 0)


TRUE_THINGS = ("people", "hazard", "ground", "openings", "ambulances", "corridor")
SAYING = ("said_ms", "spoken")


def deeds(run: Run) -> bytes:
    """Everything that is true of people, ground and teams, but for what teams have said."""
    tables = [getattr(run.state, name).tobytes() for name in TRUE_THINGS]
    teams = run.state.teams
    tables += [teams[name].tobytes() for name in teams.dtype.names if name not in SAYING]
    return b"".join(tables)


def without_medics(incident: Incident) -> Prepared:
    """The incident with police alone, so that nobody is in an automatic seat."""
    police = [agency for agency in incident.scenario.agencies if agency.discipline == "police"]
    scenario = msgspec.structs.replace(incident.scenario, agencies=police)
    return prepare(scenario, incident.site, physiology=incident.physiology)


SPOKEN_TO = [
    verb
    for verb, form in FORMS.items()
    if form.team in (Addressee.POLICE, Addressee.ANY)
    and form.other == Addressee.NOBODY
    and form.speaker != Speaker.MEDICAL
    and verb not in UNBUILT
]


@given(numbers, st.sampled_from(SPOKEN_TO), st.integers(0, 5), st.integers(0, 5))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
def test_an_order_does_nothing_before_it_is_heard(
    number: int, verb: Verb, team: int, area: int
) -> None:
    """Until the team hears it, everything is as if nobody had said a word."""
    incident = random_incident(number)
    prepared = without_medics(incident)
    with_it, without = (
        Run(prepared, incident.seed, automatic("nobody"), tactical_is_person=True) for _ in "ab"
    )
    for run in (with_it, without):
        run.advance(4 * MINUTE)
        run.give(Order(0, Verb.TAKE_COMMAND, value=2))
        run.state.seats[Seat.TACTICAL]["place_area"] = -1  # beside nobody
    assume(with_it.give(Order(0, verb, team, area, value=FORMS[verb].low)) == Refusal.ACCEPTED)
    row = int(with_it.state.clock[0]["orders"]) - 1
    for due in each_event(with_it):
        if with_it.state.orders[row]["heard_ms"] >= 0:
            break
        without.advance(due)
        assert deeds(with_it) == deeds(without), due
    if with_it.state.orders[row]["heard_ms"] >= 0:
        assert with_it.state.orders[row]["heard_ms"] > with_it.state.orders[row]["given_ms"]


def first_loading_ms(run: Run) -> float:
    """When the first casualty was put into an ambulance."""
    for due in each_event(run):
        if (run.state.ambulances["stage"] == Stage.LOADING).any():
            return due
    return math.inf


@given(numbers, st.integers(1, 3))
@few
def test_more_ambulances_never_delay_the_first(number: int, more: int) -> None:
    """With the same orders and no car in the way, the first casualty is loaded no later."""
    incident = random_incident(number)
    fleet = msgspec.structs.replace(incident.scenario.ambulances, on_call=0)
    times = []
    for count in (fleet.count, fleet.count + more):
        several = msgspec.structs.replace(fleet, count=count)
        scenario = msgspec.structs.replace(incident.scenario, ambulances=several, minutes=30)
        prepared = with_parameters(prepare(scenario, incident.site), {"car_blocks_p": 0.0})
        times.append(first_loading_ms(Run(prepared, incident.seed, automatic("interior"))))
    assert times[1] <= times[0]


def somebody(number: int, wound: Wound, moderate: bool, kind: Physiology) -> tuple[Run, int]:
    """A run in which person 0 has just been wounded so."""
    incident = random_incident(number)
    prepared = prepare(incident.scenario, incident.site, physiology=kind, tempo=incident.tempo)
    run = Run(prepared, incident.seed, automatic("nobody"))
    assume(int(run.state.clock[0]["person_count"]) > 0)
    person = run.state.people[0]
    person["hurt_ms"], person["dead_ms"] = 0, -1
    person["death"] = person["death_early"] = person["death_since_ms"] = 0
    person["wound"], person["moderate"] = wound, moderate
    rate = physiology.untreated_rate(prepared.world, person)
    casualties.set_death_rate(run.state, prepared.world, 0, rate, 0)
    return run, int(prepared.world.layout[0]["slot"][EventKind.PERSON_DEATH])


wounded = given(
    numbers,
    st.tuples(
        st.sampled_from([wound for wound in Wound if wound != Wound.KILLED]),
        st.booleans(),
        st.sampled_from(list(Physiology)),
    ),
    st.integers(0, 90 * MINUTE),
    st.integers(0, 90 * MINUTE),
)
many = settings(max_examples=40, deadline=None)


@wounded
@many
def test_care_never_brings_death_nearer(
    number: int, who: tuple[Wound, bool, Physiology], at_ms: int, more_ms: int
) -> None:
    """A tourniquet, whoever puts it on and however late: death comes no sooner, or not at all."""
    for medic in (False, True):
        run, slot = somebody(number, *who)
        without = int(run.state.times[slot])
        assume(at_ms < without)
        casualties.care_for(run.state, run.prepared.world, 0, medic, at_ms)
        assert int(run.state.times[slot]) >= without - 1


@wounded
@many
def test_a_later_hospital_saves_nobody(
    number: int, who: tuple[Wound, bool, Physiology], at_ms: int, more_ms: int
) -> None:
    """Who lives though taken to hospital late lives taken there early."""
    run, slot = somebody(number, *who)
    world, person = run.prepared.world, run.state.people[0]
    fates = []
    for arrives in (at_ms, at_ms + more_ms):
        if arrives >= int(run.state.times[slot]):
            fates.append(False)
            continue
        clock = physiology.clock_at(world, person, arrives)
        fates.append(physiology.hospital_fate(world, person, clock, (arrives, MINUTE)) < 0)
    assert fates[0] >= fates[1]


@given(st.integers(0, 400))
@settings(max_examples=40, deadline=None)
def test_who_is_saved_was_savable(number: int) -> None:
    """Nobody lives who could not: whoever lives with no more than the ideal response is savable.

    The ride is taken to help no more than the scene does, as in the ideal.
    """
    incident = random_incident(number)
    scenario = msgspec.structs.replace(incident.scenario, minutes=40)
    kind, tempo = incident.physiology, incident.tempo
    prepared = prepare(scenario, incident.site, physiology=kind, tempo=tempo)
    prepared = with_parameters(prepared, {"ambulance_factor": 1.0})
    run = Run(prepared, incident.seed, automatic(incident.commander))
    run.advance(prepared.end_ms)
    p, drives = prepared.world.parameters[0], prepared.world.hospitals
    best_ms = int(drives["drive_ms"][drives["trauma_centre"] == 1].min())
    for i in range(int(run.state.clock[0]["person_count"])):
        one = run.state.people[i]
        care_ms = int(one["hurt_ms"]) + int(p["ideal_care_s"] * 1000)
        arrival_ms = care_ms + int(p["ideal_scene_s"] * 1000) + best_ms
        cared, arrived = int(one["controlled_ms"]), int(one["hospital_ms"])
        arrived = prepared.end_ms if arrived < 0 else arrived  # no sooner than that
        late = (cared < 0 or cared >= care_ms) and arrived >= arrival_ms
        if (
            one["hurt_ms"] >= 0
            and late
            and outcomes.fate(run.state, prepared.world, i, prepared.end_ms) < 0
        ):
            assert lives_ideally(prepared.world, one), i


@given(st.integers(0, 400))
@settings(max_examples=30, deadline=None)
def test_an_outcome_adds_up(number: int) -> None:
    """Savable deaths are deaths and savable; deaths and savable are casualties."""
    run = played(number)
    row = run.outcome_row()[0]
    killed = int(
        (run.state.people["wound"][run.state.people["hurt_ms"] >= 0] == Wound.KILLED).sum()
    )
    assert 0 <= row["savable_deaths"] <= min(row["deaths"], row["savable"])
    assert max(row["deaths"], row["savable"]) <= row["casualties"]
    assert row["deaths"] - row["savable_deaths"] >= killed
    assert row["casualties"] - row["savable"] >= killed


@given(numbers, st.integers(0, 5 * MINUTE))
@few
def test_a_closed_door_never_lets_the_hazard_reach_further(number: int, at_ms: int) -> None:
    """Closing any open door leaves everybody as much in reach as before, or less."""
    incident = random_incident(number)
    run = play(begun(incident), incident.orders, at_ms)
    saved = run.snapshot()
    before = run.state.ground["exposure"].copy()
    for k in np.nonzero(run.state.openings == OpeningState.OPEN)[0].tolist():
        run.state.openings[k] = OpeningState.CLOSED
        reach.refresh_ground(run.state, run.prepared.world, run.now_ms)
        assert (run.state.ground["exposure"] <= before).all(), k
        run.restore(saved)
