"""Police cars left where they stopped: they block ambulances until somebody moves them."""

from tests.reference.twin.incident import Incident
from tests.reference.twin.perimeter import is_kept
from tests.reference.twin.radio import send_report
from tests.reference.twin.reports import open_report
from tests.reference.twin.things import Ambulance, Team
from tests.reference.twin.world import Area
from warmzone.kernel.draws import Purpose
from warmzone.kernel.events import EventKind
from warmzone.vocabulary.codes import Source
from warmzone.vocabulary.reports import ReportKind


def park(incident: Incident, team: Team) -> None:
    """A car-load leaves its car at the nearest place for vehicles, perhaps in the way."""
    road = team.area.road_area
    if road is None or not team.is_police:
        return
    road.cars += 1
    blocks = incident.p.car_blocks_p
    if incident.command.sized_up_ms is not None:
        blocks *= incident.p.size_up_parking_factor
    if is_kept(incident, road) or is_kept(incident, team.area):
        blocks *= incident.p.perimeter_parking_factor
    if incident.latent.uniform(team.id, Purpose.PARKING, 0) < blocks:
        road.blocking += 1


def held_up(incident: Incident, ambulance: Ambulance, aep: Area) -> bool:
    """Whether an ambulance that comes to the AEP stands before parked cars; the driver says so.

    It squeezes through after a while, or drives on once they are moved.
    """
    if ambulance.blocked:
        ambulance.blocked = False
        incident.record.blocked_ms += incident.now - ambulance.since_ms
        return False
    place = in_the_way(incident, ambulance, aep)
    if place is None:
        return False
    ambulance.blocked = True
    ambulance.since_ms = incident.now
    due = incident.now + int(incident.p.blocked_way_s * 1000.0)
    incident.calendar.put(EventKind.AMBULANCE, ambulance.id, due)
    report = open_report(incident, ReportKind.VEHICLES, None)
    report.source, report.area, report.flag = Source.MEDICAL, place, place.blocking
    send_report(incident, report)
    return True


def in_the_way(incident: Incident, ambulance: Ambulance, aep: Area) -> Area | None:
    """The first place with cars in the way: on the roads that lead to the AEP, or there."""
    roads = [ambulance.arrival_area]
    while roads[-1] is not aep and roads[-1].vehicle:
        way = incident.way(roads[-1], aep)
        if way is None:
            break
        roads.append(way.to)
    if roads[-1] is not aep or not aep.vehicle:
        roads = [aep]
    return next((road for road in roads if road.blocking > 0), None)


def move_cars(incident: Incident, area: Area) -> None:
    """No car is in the way there any more: ambulances before whom none is left drive on."""
    area.blocking = 0
    aep = incident.medical.aep
    for ambulance in incident.ambulances:
        waits = ambulance.blocked and aep is not None
        if waits and in_the_way(incident, ambulance, aep) is None:
            incident.calendar.put(EventKind.AMBULANCE, ambulance.id, incident.now)


def knows_of_cars(incident: Incident, area: Area) -> bool:
    """Whether Tactical may think that police cars stand there: said so, or a team came there."""
    seat = incident.tactical
    return seat.areas[area.id].blocked or any(
        team.is_police and seat.teams[team.id].known and team.home_area.road_area is area
        for team in incident.teams
    )
