"""Casualties: who is hurt, how their hidden clock runs, and what becomes of them by 24 hours."""

from tests.reference.twin.incident import Incident
from tests.reference.twin.physiology import (
    MS_PER_MIN,
    Clock,
    dies_at,
    hospital_fate,
    settle_clock,
    untreated_rate,
)
from tests.reference.twin.stretch import lay_down, stop_at
from tests.reference.twin.things import Person
from tests.reference.twin.world import Area
from warmzone.kernel.draws import Purpose
from warmzone.kernel.events import EventKind
from warmzone.vocabulary.codes import Care, Triage, Whereabouts, Wound


def expose_person(incident: Incident, person: Person) -> None:
    """Add up the exposure so far, and foresee the moment they are hurt or out of reach."""
    now = incident.now
    minutes = float(now - person.exposure_since_ms) / MS_PER_MIN
    person.exposure += person.exposure_rate_per_min * minutes
    person.exposure_since_ms = now
    rate = incident.p.hazard_rate_per_min * person.area.exposure
    person.exposure_rate_per_min = rate
    if person.flee_ms is None:
        if rate <= 0.0:
            return
        wait_s = incident.luck.exponential(person.id, Purpose.FLEE, 0) * incident.p.flee_mean_s
        person.flee_ms = now + int(wait_s * 1000.0) + 1
    due = person.flee_ms
    if rate > 0.0:
        due = min(due, moment_of(now, person.exposure_threshold - person.exposure, rate))
    incident.calendar.put(EventKind.PERSON_EXPOSURE, person.id, due)


def moment_of(now: int, left: float, rate_per_min: float) -> int:
    """The first millisecond at which what is left of a threshold has run out at that rate."""
    return now + int(max(left / rate_per_min, 0.0) * MS_PER_MIN) + 1


def end_exposure(incident: Incident, person: Person) -> None:
    """The moment has come: the person has got away, or is hurt."""
    assert person.flee_ms is not None
    if incident.now >= person.flee_ms:
        person.whereabouts = Whereabouts.FLED
    else:
        hurt_person(incident, person)


def hurt_person(incident: Incident, person: Person) -> None:
    """A latent person becomes a casualty with the wound that was theirs from the start."""
    wound = incident.wounds[person.wound]
    lay_down(incident, person, person.area)
    person.hurt_ms = incident.now
    person.triage = wound.triage_moderate if person.moderate else wound.triage_severe
    if person.wound == Wound.KILLED:
        person.dead_ms = incident.now
        person.triage = Triage.GREY
        return
    person.death_since_ms = incident.now
    set_death_rate(incident, person, untreated_rate(incident, person))
    walks = incident.luck.uniform(person.id, Purpose.WALKS, 0) < wound.walks_p
    if walks and person.exit_area is not None:
        person.walks = True
        person.walks_to = person.exit_area
        way_m = incident.metres(person.area, person.exit_area)
        seconds = incident.p.walk_out_delay_s + way_m / incident.p.walk_wounded_m_per_s
        due = incident.now + int(seconds * 1000.0)
        incident.calendar.put(EventKind.PERSON_MOVE, person.id, due)


def set_death_rate(incident: Incident, person: Person, rate_per_min: float) -> None:
    """From now on the hidden clock runs at this rate; foresee when it will have run out."""
    settle_clock(incident, person)
    person.death_rate_per_min = rate_per_min
    incident.calendar.cancel(EventKind.PERSON_DEATH, person.id)
    due = dies_at(incident, person)
    if due is not None:
        incident.calendar.put(EventKind.PERSON_DEATH, person.id, due)


def die(incident: Incident, person: Person) -> None:
    """The hidden clock has run out."""
    person.dead_ms = incident.now
    person.triage = Triage.GREY
    person.death_rate_per_min = 0.0
    incident.calendar.cancel(EventKind.PERSON_MOVE, person.id)
    if person.whereabouts == Whereabouts.LYING:
        stop_at(incident, person.area)


def care_for(incident: Incident, person: Person, medic: bool) -> None:
    """Care is finished: success lowers the rate, bad luck leaves it."""
    person.treater = None
    person.treatments += 1
    person.care = max(person.care, Care.MEDIC if medic else Care.OFFICER)
    if person.is_dead:
        return
    wound = incident.wounds[person.wound]
    chance = wound.medic_success_p if medic else wound.officer_success_p
    if incident.luck.uniform(person.id, Purpose.TREATMENT, person.treatments) >= chance:
        return
    factor = wound.medic_factor if medic else wound.officer_factor
    rate = untreated_rate(incident, person) * factor
    if rate < person.death_rate_per_min:
        set_death_rate(incident, person, rate)
        if not person.controlled:
            person.controlled = True
            person.controlled_ms = incident.now


def look_around(incident: Incident, area: Area, medic: bool) -> None:
    """Judge who lies here: officers the unjudged and the dead, medics everybody."""
    for person in incident.lying_in(area):
        unseen = person.seen == Triage.UNSEEN
        died = person.is_dead and person.seen != Triage.GREY
        if unseen or died or medic:
            judge(incident, person, medic)


def judge(incident: Incident, person: Person, medic: bool) -> None:
    """Give a casualty a category, right or wrong by luck that does not change with time."""
    if person.seen_ms is None:
        person.seen_ms = incident.now
    if person.is_dead:
        person.seen = Triage.GREY
        return
    accuracy = incident.p.triage_medic_p if medic else incident.p.triage_officer_p
    person.seen = person.triage
    if incident.luck.uniform(person.id, Purpose.TRIAGE, int(medic)) >= accuracy:
        person.seen = Triage.RED if person.triage == Triage.YELLOW else Triage.YELLOW


def note_left(incident: Incident, person: Person) -> None:
    """Somebody leaves the scene."""
    person.left_ms = incident.now
    record = incident.record
    if person.triage == Triage.RED:
        if record.first_red_out_ms is None:
            record.first_red_out_ms = incident.now
        record.last_red_out_ms = incident.now


def admit(incident: Incident, person: Person, wait_ms: int) -> None:
    """At hospital, so long before definitive care: the rest of the clock decides by 24 hours."""
    person.whereabouts = Whereabouts.IN_HOSPITAL
    person.hospital_ms = incident.now
    settle_clock(incident, person)
    if not person.is_dead:
        clock = Clock(person.death, person.death_early)
        at = (incident.now, wait_ms)
        person.dead_ms = hospital_fate(incident, person, clock, at)
    incident.calendar.cancel(EventKind.PERSON_DEATH, person.id)
    person.death_rate_per_min = 0.0
