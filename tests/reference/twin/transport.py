"""Ambulances: from where casualties wait to hospital and back."""

from tests.reference.twin.casualties import look_around, note_left, set_death_rate
from tests.reference.twin.hospitals import choose_hospital, promise, receive
from tests.reference.twin.incident import Incident
from tests.reference.twin.perimeter import loading_factor
from tests.reference.twin.priority import to_move
from tests.reference.twin.radio import send_report
from tests.reference.twin.reports import open_report
from tests.reference.twin.things import Ambulance, Person
from tests.reference.twin.vehicles import held_up
from tests.reference.twin.world import Area
from warmzone.kernel.codes import Stage
from warmzone.kernel.draws import Purpose
from warmzone.kernel.events import EventKind
from warmzone.vocabulary.codes import Source, Triage, Whereabouts
from warmzone.vocabulary.reports import ReportKind

TO_HOSPITAL, BACK = 0, 1


def ambulance_turn(incident: Incident, ambulance: Ambulance) -> None:
    """What an ambulance does when its time has come."""
    if ambulance.stage == Stage.COMING:
        ambulance.area = ambulance.arrival_area
    aep = incident.medical.aep
    back = ambulance.stage == Stage.BACK and ambulance.area is aep
    if aep is not None and (ambulance.stage == Stage.TO_AEP or back):
        if held_up(incident, ambulance, aep):
            return
        ambulance.area = aep
    if ambulance.stage == Stage.LOADING:
        depart(incident, ambulance)
    elif ambulance.stage == Stage.TO_HOSPITAL:
        unload(incident, ambulance)
    else:
        look_for_casualties(incident, ambulance)


def look_for_casualties(incident: Incident, ambulance: Ambulance) -> None:
    """Drive to the AEP where one is known; load who waits there, who comes first; else wait."""
    p, aep = incident.p, incident.medical.aep
    if aep is not None and ambulance.area is not aep:
        set_stage(incident, ambulance, Stage.TO_AEP)
        delay(incident, ambulance, int(p.move_to_aep_s * 1000.0))
        return
    assert ambulance.area is not None
    look_around(incident, ambulance.area, medic=True)
    ambulance.load = to_move(incident, ambulance.area)[: ambulance.capacity]
    for person in ambulance.load:
        person.trip = ambulance
    if ambulance.load:
        set_stage(incident, ambulance, Stage.LOADING)
        each_s = p.load_s * loading_factor(incident, ambulance.area)
        delay(incident, ambulance, int(each_s * len(ambulance.load) * 1000.0))
    else:
        set_stage(incident, ambulance, Stage.WAITING)


def depart(incident: Incident, ambulance: Ambulance) -> None:
    """Leave for hospital with those loaded; who was sorted red goes to a trauma centre."""
    report = open_report(incident, ReportKind.TRANSPORTED, None)
    report.source = Source.MEDICAL
    report.area = ambulance.area
    for person in ambulance.load:
        leave(incident, person)
        if person.seen != Triage.UNSEEN:
            report.counts[person.seen - 1] += 1
    send_report(incident, report)
    reds = sum(person.seen == Triage.RED for person in ambulance.load)
    ambulance.hospital = choose_hospital(incident, reds)
    promise(incident, ambulance.hospital, reds)
    ambulance.trips += 1
    set_stage(incident, ambulance, Stage.TO_HOSPITAL)
    delay(incident, ambulance, drive_ms(incident, ambulance, TO_HOSPITAL))


def leave(incident: Incident, person: Person) -> None:
    """A casualty leaves the scene in an ambulance, whose crew slows the hidden clock."""
    person.whereabouts = Whereabouts.IN_AMBULANCE
    note_left(incident, person)
    if not person.is_dead:
        rate = person.death_rate_per_min * incident.p.ambulance_factor
        set_death_rate(incident, person, rate)


def drive_ms(incident: Incident, ambulance: Ambulance, way: int) -> int:
    """How long one drive takes."""
    key = (ambulance.id, Purpose.TRIP, ambulance.trips * 2 + way)
    median = float(ambulance.hospital.drive_ms)
    return int(incident.luck.lognormal(key, median, incident.p.drive_sigma))


def unload(incident: Incident, ambulance: Ambulance) -> None:
    """Hand the casualties over and drive back."""
    for person in ambulance.load:
        receive(incident, person, ambulance.hospital)
    ambulance.load = []
    set_stage(incident, ambulance, Stage.BACK)
    turnaround = int(incident.p.unload_s * 1000.0)
    delay(incident, ambulance, turnaround + drive_ms(incident, ambulance, BACK))


def set_stage(incident: Incident, ambulance: Ambulance, stage: Stage) -> None:
    """Enter a stage of the round."""
    ambulance.stage = stage
    ambulance.since_ms = incident.now


def delay(incident: Incident, ambulance: Ambulance, wait_ms: int) -> None:
    """Set when an ambulance's next turn comes."""
    incident.calendar.put(EventKind.AMBULANCE, ambulance.id, incident.now + wait_ms)


def call_ambulances(incident: Incident, area: Area | None) -> None:
    """Ambulances that wait at an area (or anywhere, for None) look again."""
    for ambulance in incident.ambulances:
        if ambulance.stage == Stage.WAITING and (area is None or ambulance.area is area):
            delay(incident, ambulance, 0)
