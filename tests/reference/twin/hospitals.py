"""Hospitals: what they take an hour, who waits at their doors, and who is brought to which."""

from tests.reference.twin.casualties import admit
from tests.reference.twin.incident import Incident
from tests.reference.twin.radio import announce
from tests.reference.twin.reports import open_report
from tests.reference.twin.roles import is_appointed
from tests.reference.twin.things import Person
from tests.reference.twin.world import Hospital
from warmzone.vocabulary.codes import Role, Source, Triage
from warmzone.vocabulary.reports import ReportKind

MS_PER_HOUR = 3_600_000.0


def receive(incident: Incident, person: Person, hospital: Hospital) -> None:
    """Hand a casualty over: the wait for a trauma team comes before surgery."""
    person.hospital = hospital
    wait_ms = int(incident.p.surgery_delay_s * 1000.0)
    in_danger = person.triage == Triage.RED and not person.is_dead
    if in_danger or (person.seen in (Triage.UNSEEN, Triage.RED) and not person.is_dead):
        missed = person.seen not in (Triage.UNSEEN, Triage.RED)
        asks_ms = incident.now + (int(incident.p.missed_red_s * 1000.0) if missed else 0)
        begins = wait_for_team(incident, person, hospital, asks_ms)
        wait_ms += begins - incident.now
        if begins - asks_ms >= int(incident.p.hospital_full_s * 1000.0):
            say_full(incident, hospital)
    if in_danger and not hospital.trauma_centre:
        wait_ms += int(incident.p.hospital_transfer_s * 1000.0)
    admit(incident, person, wait_ms)


def wait_for_team(incident: Incident, person: Person, hospital: Hospital, asks_ms: int) -> int:
    """When the first free trauma team turns to a casualty who asks for one then."""
    team = min(range(hospital.teams), key=lambda k: (hospital.team_free_ms[k], k))
    begins = max(asks_ms, hospital.team_free_ms[team])
    hospital.team_free_ms[team] = begins + taken_up_ms(incident, person, hospital, begins)
    hospital.waited_ms += begins - asks_ms
    hospital.received += 1
    return begins


def say_full(incident: Incident, hospital: Hospital) -> None:
    """The hospital says, once, that casualties wait at its doors."""
    if hospital.full_ms is None:
        hospital.full_ms = incident.now
        report = open_report(incident, ReportKind.HOSPITAL, None)
        report.source = Source.DISPATCH
        report.flag = hospital.id + 1
        announce(incident, report)


def taken_up_ms(incident: Incident, person: Person, hospital: Hospital, begins: int) -> int:
    """How long a trauma team is taken up by somebody."""
    per_hour = hospital.per_hour
    if begins >= int(incident.p.hospital_plan_s * 1000.0):
        per_hour = per_hour * incident.p.hospital_plan_factor
    lasts = MS_PER_HOUR * float(hospital.teams) / per_hour
    return int(lasts if person.triage == Triage.RED else lasts * incident.p.overtriage_load)


def choose_hospital(incident: Incident, reds: int) -> Hospital:
    """The nearest trauma centre for reds, the nearest for others; or spread."""
    transfer_ms = int(incident.p.hospital_transfer_s * 1000.0)

    def reached(hospital: Hospital) -> int:
        far = transfer_ms if reds and not hospital.trauma_centre else 0
        return max(hospital.drive_ms + far, hospital.promised_ms - incident.now)

    full = any(hospital.full_ms is not None for hospital in incident.hospitals)
    if full or is_appointed(incident, Role.TRANSPORT):
        return min(incident.hospitals, key=reached)
    suitable = [h for h in incident.hospitals if h.trauma_centre or not reds]
    return min(suitable or incident.hospitals[:1], key=lambda hospital: hospital.drive_ms)


def promise(incident: Incident, hospital: Hospital, reds: int) -> None:
    """Reckon with so many reds more that have been sent there."""
    comes = incident.now + hospital.drive_ms
    work = int(MS_PER_HOUR / hospital.per_hour * float(reds))
    hospital.promised_ms = max(hospital.promised_ms, comes) + work


def nearest_trauma_centre(incident: Incident) -> Hospital:
    """The nearest trauma centre, or the nearest hospital where there is none."""
    return min(incident.hospitals, key=lambda h: (not h.trauma_centre, h.drive_ms))


def nearest_hospital(incident: Incident) -> Hospital:
    """The hospital with the shortest drive."""
    return min(incident.hospitals, key=lambda h: h.drive_ms)
