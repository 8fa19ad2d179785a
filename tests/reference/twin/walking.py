"""Walking wounded: they come out by themselves and go to the medics, or where they are told to."""

from tests.reference.twin.casualties import note_left
from tests.reference.twin.ground_tasks import step_ground
from tests.reference.twin.hospitals import nearest_hospital, receive
from tests.reference.twin.incident import Incident
from tests.reference.twin.perimeter import is_kept
from tests.reference.twin.radio import announce
from tests.reference.twin.reports import open_report
from tests.reference.twin.stretch import lay_down
from tests.reference.twin.things import Person
from tests.reference.twin.transport import call_ambulances
from tests.reference.twin.world import Area
from warmzone.kernel.draws import Purpose
from warmzone.kernel.events import EventKind
from warmzone.vocabulary.codes import Phase, Source, Task, Whereabouts
from warmzone.vocabulary.reports import ReportKind


def walk_out(incident: Incident, person: Person) -> None:
    """A walking casualty arrives, unless somebody has taken them up; then they walk on."""
    if person.whereabouts == Whereabouts.SELF_MOVING:
        assert person.hospital is not None
        receive(incident, person, person.hospital)
        return
    if not person.is_on_foot:
        return
    assert person.walks_to is not None
    lay_down(incident, person, person.walks_to)
    if person.moved_ms is None:
        person.moved_ms = incident.now
        come_out(incident, person.area)
        if goes_by_themselves(incident, person):
            drive_off(incident, person)
            return
    if not walk_to_goal(incident, person):
        call_ambulances(incident, person.area)
        met_outside(incident, person.area)


def met_outside(incident: Incident, area: Area) -> None:
    """Teams that sort those who come out turn to who has just come."""
    for team in incident.teams:
        waits = team.phase == Phase.HOLDING and team.task == Task.OUTSIDE_TRIAGE
        if waits and team.area is area and team.able > 0:
            step_ground(incident, team)


def goes_by_themselves(incident: Incident, person: Person) -> bool:
    """Whether one who comes out goes to hospital without waiting: nobody receives them."""
    u = incident.luck.uniform(person.id, Purpose.SELF_TRANSPORT, 0)
    assert person.area is not None
    told = incident.command.walking_area is not None or is_kept(incident, person.area)
    return not told and u < incident.p.self_transport_p


def drive_off(incident: Incident, person: Person) -> None:
    """A walking casualty is on the way to the nearest hospital, driven by somebody."""
    person.whereabouts = Whereabouts.SELF_MOVING
    note_left(incident, person)
    incident.record.self_transported += 1
    person.hospital = nearest_hospital(incident)
    wait_ms = int(incident.p.self_transport_s * 1000.0) + person.hospital.drive_ms
    incident.calendar.put(EventKind.PERSON_MOVE, person.id, incident.now + wait_ms)


def come_out(incident: Incident, area: Area) -> None:
    """One more has come out; it is said of the second, the fourth, the eighth and so on."""
    incident.record.came_out += 1
    count = incident.record.came_out
    if count in {2**k for k in range(1, 16)}:
        report = open_report(incident, ReportKind.SELF_EVACUATED, None)
        report.source = Source.CALLER
        report.area = area
        report.flag = count
        announce(incident, report)


def walkers_goal(incident: Incident) -> Area | None:
    """Where walking wounded outside go: where they were told, else to the ambulances."""
    if incident.command.walking_area is not None:
        return incident.command.walking_area
    if incident.medical.aep is None and incident.ambulances:
        return incident.ambulances[0].arrival_area
    return incident.medical.aep


def walk_to_goal(incident: Incident, person: Person) -> bool:
    """Let a casualty on foot set out for where walking wounded go; False where they are there."""
    goal, here = walkers_goal(incident), person.area
    if goal is None or goal is here or incident.way(here, goal) is None:
        return False
    person.walks_to = goal
    seconds = incident.metres(here, goal) / incident.p.walk_wounded_m_per_s
    due = incident.now + int(seconds * 1000.0) + 1
    incident.calendar.put(EventKind.PERSON_MOVE, person.id, due)
    return True


def tell_walking(incident: Incident) -> None:
    """Where walking wounded go has changed: those outside turn there; if told, those found too."""
    goal = walkers_goal(incident)
    for person in incident.people:
        if not person.is_on_foot:
            continue
        outside = person.moved_ms is not None
        found = incident.command.walking_area is not None and person.seen_ms is not None
        walking = incident.calendar.when(EventKind.PERSON_MOVE, person.id) is not None
        there_already = outside and walking and person.walks_to is goal
        if (outside or found) and not there_already:
            walk_to_goal(incident, person)
