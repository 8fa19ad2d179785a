"""How survival falls with time: three physiologies over the same hidden luck of each casualty."""

from typing import NamedTuple

from tests.reference.twin.incident import Incident
from tests.reference.twin.things import Person
from warmzone.evidence.rpm import rpm_deterioration, rpm_initial, rpm_survival
from warmzone.kernel.arithmetic import natural_log
from warmzone.vocabulary.codes import Physiology, Wound

MS_PER_MIN = 60_000.0
DAY_MS = 86_400_000
STEP_MIN = 30.0
FOR_EVER = 1.0e12


class Clock(NamedTuple):
    """A casualty's clock: all of it, and what belongs to the first minutes where those count."""

    total: float
    early: float


def severity(incident: Incident, person: Person) -> float:
    """How fast a wound kills, against a severe one of its class."""
    return incident.p.moderate_rate_factor if person.moderate else 1.0


def untreated_rate(incident: Incident, person: Person) -> float:
    """How fast the clock runs while nobody helps, per minute."""
    tempo = incident.plan.tempo
    if person.wound == Wound.KILLED:
        return 0.0
    if incident.plan.physiology == Physiology.RPM:
        return tempo * STEP_MIN * 60.0 / incident.p.rpm_period_s
    rate_per_min = incident.wounds[person.wound].rate_per_min
    return rate_per_min * severity(incident, person) * tempo


def early_minutes(incident: Incident, person: Person, start_ms: int, end_ms: int) -> float:
    """Minutes of a span that lie within the first minutes after the wound, where those count."""
    if incident.plan.physiology != Physiology.FLAT:
        return 0.0
    assert person.hurt_ms is not None
    over_ms = person.hurt_ms + int(incident.p.flat_window_s * 1000.0 / incident.plan.tempo)
    return max(0, min(end_ms, over_ms) - start_ms) / MS_PER_MIN


def clock_at(incident: Incident, person: Person, at_ms: int) -> Clock:
    """The clock at a moment, if its rate stays as it is."""
    since, rate = person.death_since_ms, person.death_rate_per_min
    total = person.death + rate * float(at_ms - since) / MS_PER_MIN
    early = person.death_early + rate * early_minutes(incident, person, since, at_ms)
    return Clock(total, early)


def settle_clock(incident: Incident, person: Person) -> None:
    """Bring the clock up to now."""
    person.death, person.death_early = clock_at(incident, person, incident.now)
    person.death_since_ms = incident.now


def dies_at(incident: Incident, person: Person) -> int | None:
    """When somebody whose clock is settled dies outside a hospital if nothing changes, or None."""
    rate, since = person.death_rate_per_min, person.death_since_ms
    if rate <= 0.0 or person.is_dead:
        return None
    if incident.plan.physiology == Physiology.FLAT:
        to_come = rate * early_minutes(incident, person, since, 1 << 62)
        if not flat_total(incident, person.death_early + to_come) >= person.death_threshold:
            return None
    left_min = (clock_limit(incident, person) - person.death) / rate
    return since + int(max(left_min, 0.0) * MS_PER_MIN) + 1 if left_min < 1.0e6 else None


def clock_limit(incident: Incident, person: Person) -> float:
    """What the clock reads when a casualty who has not reached definitive care dies."""
    if incident.plan.physiology != Physiology.RPM:
        return person.death_threshold
    if rpm_hazard(0.0) < person.death_threshold:
        return FOR_EVER
    return rpm_zero_min(initial_rpm(person))


def flat_total(incident: Incident, early: float) -> float:
    """What the first minutes amount to."""
    return early * incident.p.flat_reference_s / incident.p.flat_window_s


def initial_rpm(person: Person) -> int:
    """The RPM score that a wound begins with."""
    return rpm_initial()[person.wound.name.lower()][int(person.moderate)]


def rpm_after(start: int, minutes: float) -> float:
    """The score after so many minutes of the table's time; between two columns on the line."""
    scores = (start, *rpm_deterioration()[start])
    steps = minutes / STEP_MIN
    k = int(steps)
    if k >= len(scores) - 1:
        return float(scores[-1])
    return scores[k] + float(scores[k + 1] - scores[k]) * (steps - k)


def rpm_zero_min(start: int) -> float:
    """Minutes of the table's time until a score has fallen to 0, without end if it does not."""
    scores = (start, *rpm_deterioration()[start])
    return STEP_MIN * scores.index(0) if 0 in scores else FOR_EVER


def rpm_hazard(score: float) -> float:
    """The chance of living with a score at definitive care, as an integrated hazard."""
    chances = rpm_survival()
    low = min(int(score), len(chances) - 2)
    return -natural_log(chances[low] + (chances[low + 1] - chances[low]) * (score - low))


def hospital_fate(
    incident: Incident, person: Person, clock: Clock, at: tuple[int, int]
) -> int | None:
    """When somebody with that clock dies within 24 hours. at: arrival, wait to definitive care."""
    arrives, wait_ms = at
    after = incident.wounds[person.wound].hospital_total * severity(incident, person)
    threshold = person.death_threshold
    if incident.plan.physiology == Physiology.FLAT:
        total = flat_total(incident, clock.early) + after
        return arrives + int(threshold / total * DAY_MS) if total >= threshold else None
    rate = untreated_rate(incident, person) * incident.p.hospital_factor
    before = rate * (float(wait_ms) / MS_PER_MIN)
    left = clock_limit(incident, person) - clock.total
    if left <= before:
        return arrives + int(max(left, 0.0) / rate * MS_PER_MIN)
    left = left - before
    if incident.plan.physiology == Physiology.RPM:
        after = rpm_hazard(rpm_after(initial_rpm(person), clock.total + before))
        left = threshold
    return arrives + wait_ms + int(left / after * DAY_MS) if left <= after else None


def lives_ideally(incident: Incident, person: Person) -> bool:
    """Savable: with the same luck, would this casualty live under the ideal response?

    Care that succeeds after `ideal_care_s`, then `ideal_scene_s` to leave and the drive to the
    nearest trauma centre, which treats at once.
    """
    if person.wound == Wound.KILLED:
        return False
    assert person.hurt_ms is not None
    centres = [hospital.drive_ms for hospital in incident.hospitals if hospital.trauma_centre]
    cared = person.hurt_ms + int(incident.p.ideal_care_s * 1000.0)
    arrives = cared + int(incident.p.ideal_scene_s * 1000.0) + min(centres, default=1 << 40)
    rate = untreated_rate(incident, person)
    lowered = rate * incident.wounds[person.wound].medic_factor
    total = rate * float(cared - person.hurt_ms) / MS_PER_MIN
    total += lowered * float(arrives - cared) / MS_PER_MIN
    early = rate * early_minutes(incident, person, person.hurt_ms, cared)
    early += lowered * early_minutes(incident, person, cared, arrives)
    dies_before = total >= clock_limit(incident, person)
    if dies_before and incident.plan.physiology != Physiology.FLAT:
        return False
    wait_ms = int(incident.p.surgery_delay_s * 1000.0)
    return hospital_fate(incident, person, Clock(total, early), (arrives, wait_ms)) is None
