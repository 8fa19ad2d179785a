"""Casualties in a police car: a team lifts them, drives them to hospital, and comes back."""

from tests.reference.twin.care import begin_lift, begin_work
from tests.reference.twin.casualties import note_left
from tests.reference.twin.contact import contact_of
from tests.reference.twin.hospitals import nearest_trauma_centre, receive
from tests.reference.twin.incident import Incident
from tests.reference.twin.radio import acknowledge, send_report
from tests.reference.twin.reports import open_report
from tests.reference.twin.said import GivenOrder
from tests.reference.twin.standing import become_idle, cannot, done, go
from tests.reference.twin.stretch import lay_down
from tests.reference.twin.teams import expose_team, set_task
from tests.reference.twin.things import Team
from tests.reference.twin.world import Area
from warmzone.kernel.codes import Work
from warmzone.kernel.draws import Purpose
from warmzone.vocabulary.codes import Phase, Task, Triage
from warmzone.vocabulary.reports import CannotReason, ReportKind

TO_HOSPITAL, BACK = 0, 1


def obey_police_car(incident: Incident, order: GivenOrder, team: Team) -> None:
    """Officers are told to drive casualties of an area to hospital; without a car they cannot."""
    place = car_place(team)
    if place is None:
        acknowledge(incident, order)
        cannot(incident, team, CannotReason.NO_VEHICLE)
        become_idle(incident, team)
        return
    set_task(incident, team, Task.POLICE_TRANSPORT)
    team.target_area = order.area
    team.focus_area = place
    acknowledge(incident, order, Task.POLICE_TRANSPORT)
    contact_of(incident, team)


def car_place(team: Team) -> Area | None:
    """Where the team's car stands: where it came, if one is left there."""
    road = team.home_area.road_area
    return road if road is not None and road.cars > 0 else None


def step_police_car(incident: Incident, team: Team) -> None:
    """Lift whoever comes first in the area ordered, carry them to the car, drive."""
    assert team.target_area is not None
    if team.load:
        assert team.focus_area is not None
        if not go(incident, team, team.focus_area):
            drive_away(incident, team)
    elif not go(incident, team, team.target_area) and not begin_lift(incident, team):
        cannot(incident, team, CannotReason.NOT_FOUND)
        become_idle(incident, team)


def drive_away(incident: Incident, team: Team) -> None:
    """The car drives off, if one is left; its officers are away until it is back."""
    road = team.area
    if road.cars <= 0:
        for person in team.load:
            lay_down(incident, person, road)
            person.treater = None
        team.load = []
        cannot(incident, team, CannotReason.NO_VEHICLE)
        become_idle(incident, team)
        return
    road.cars -= 1
    road.blocking = min(road.blocking, road.cars)
    report = open_report(incident, ReportKind.TRANSPORTED, team)
    report.area = team.target_area
    for person in team.load:
        note_left(incident, person)
        if person.seen != Triage.UNSEEN:
            report.counts[person.seen - 1] += 1
    incident.record.by_police += len(team.load)
    send_report(incident, report)
    drive(incident, team, TO_HOSPITAL)
    expose_team(incident, team)
    contact_of(incident, team)


def drive(incident: Incident, team: Team, way: int) -> None:
    """Occupy a team with one drive; the hand-over comes before the way back."""
    median = float(nearest_trauma_centre(incident).drive_ms)
    key = (team.id, Purpose.POLICE_TRIP, team.works * 2 + way)
    lasts = incident.luck.lognormal(key, median, incident.p.drive_sigma) / 1000.0
    if way == BACK:
        lasts += incident.p.police_hand_over_s
    begin_work(incident, team, Work.DRIVE, lasts)
    team.phase = Phase.NOT_ARRIVED


def finish_drive(incident: Incident, team: Team) -> None:
    """At the hospital the casualties are handed over; back again the team is on scene."""
    if team.load:
        for person in team.load:
            person.treater = None
            receive(incident, person, nearest_trauma_centre(incident))
        team.load = []
        drive(incident, team, BACK)
        return
    team.area.cars += 1
    team.phase = Phase.IDLE
    expose_team(incident, team)
    done(incident, team)
