"""Casualties: who is hurt, how their hidden clock runs, and what becomes of them by 24 hours."""

from tests.reference.twin.incident import Incident
from tests.reference.twin.things import Person
from tests.reference.twin.world import Area
from warmzone.kernel.draws import Purpose
from warmzone.kernel.events import EventKind
from warmzone.vocabulary.codes import Care, Triage, Whereabouts, Wound

MS_PER_MIN = 60_000.0
DAY_MS = 86_400_000


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
    person.whereabouts = Whereabouts.LYING
    person.hurt_ms = incident.now
    person.triage = wound.triage_moderate if person.moderate else wound.triage_severe
    if person.wound == Wound.KILLED:
        person.dead_ms = incident.now
        person.triage = Triage.GREY
        return
    set_death_rate(incident, person, wound.rate_per_min * severity(incident, person))
    walks = incident.luck.uniform(person.id, Purpose.WALKS, 0) < wound.walks_p
    if walks and person.exit_area is not None:
        way_m = incident.metres(person.area, person.exit_area)
        seconds = incident.p.walk_out_delay_s + way_m / incident.p.walk_wounded_m_per_s
        due = incident.now + int(seconds * 1000.0)
        incident.calendar.put(EventKind.PERSON_MOVE, person.id, due)


def severity(incident: Incident, person: Person) -> float:
    """How fast a wound kills, against a severe one of its class."""
    return incident.p.moderate_rate_factor if person.moderate else 1.0


def set_death_rate(incident: Incident, person: Person, rate_per_min: float) -> None:
    """From now on the hidden clock runs at this rate; foresee when it will have run out."""
    settle_death(person, incident.now)
    person.death_rate_per_min = rate_per_min
    incident.calendar.cancel(EventKind.PERSON_DEATH, person.id)
    if rate_per_min > 0.0:
        left = person.death_threshold - person.death
        if left / rate_per_min < 1.0e6:
            due = moment_of(incident.now, left, rate_per_min)
            incident.calendar.put(EventKind.PERSON_DEATH, person.id, due)


def settle_death(person: Person, now: int) -> None:
    """Bring the hidden clock up to now."""
    person.death += person.death_rate_per_min * (float(now - person.death_since_ms) / MS_PER_MIN)
    person.death_since_ms = now


def die(incident: Incident, person: Person) -> None:
    """The hidden clock has run out."""
    person.dead_ms = incident.now
    person.triage = Triage.GREY
    person.death_rate_per_min = 0.0
    incident.calendar.cancel(EventKind.PERSON_MOVE, person.id)


def walk_out(incident: Incident, person: Person) -> None:
    """A walking casualty arrives outside, unless somebody has taken them up meanwhile."""
    lies_free = person.whereabouts == Whereabouts.LYING and person.is_free
    if lies_free and person.moved_ms is None:
        assert person.exit_area is not None
        person.area = person.exit_area
        person.moved_ms = incident.now


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
    rate = wound.rate_per_min * severity(incident, person) * factor
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


def admit(incident: Incident, person: Person) -> None:
    """Arrival at hospital: what is left of the hidden clock decides by 24 hours."""
    person.whereabouts = Whereabouts.IN_HOSPITAL
    person.hospital_ms = incident.now
    settle_death(person, incident.now)
    if not person.is_dead:
        person.dead_ms = hospital_fate(incident, person, person.death, incident.now)
    incident.calendar.cancel(EventKind.PERSON_DEATH, person.id)
    person.death_rate_per_min = 0.0


def hospital_fate(incident: Incident, person: Person, spent: float, arrives: int) -> int | None:
    """When somebody admitted then, with that much of the clock spent, dies within 24 hours.

    Before surgery the clock runs at a lowered rate; afterwards a total is spread evenly over a day.
    """
    wound, scale = incident.wounds[person.wound], severity(incident, person)
    before = wound.rate_per_min * incident.p.hospital_factor * scale
    wait_min = incident.p.surgery_delay_s / 60.0
    left = person.death_threshold - spent
    if left <= before * wait_min:
        return arrives + int(left / before * MS_PER_MIN)
    left = left - before * wait_min
    after = wound.hospital_total * scale
    if left <= after:
        return arrives + int(wait_min * MS_PER_MIN) + int(left / after * DAY_MS)
    return None
