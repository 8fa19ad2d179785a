"""Who comes, and when: car-loads and crews in bursts, and those who come only when called for."""

from tests.reference.twin.incident import Incident
from tests.reference.twin.perimeter import is_kept
from tests.reference.twin.radio import send_report
from tests.reference.twin.reports import open_report
from tests.reference.twin.teams import set_task
from tests.reference.twin.things import Ambulance, Team
from warmzone.kernel.draws import Purpose
from warmzone.kernel.events import EventKind
from warmzone.vocabulary.codes import Phase, Resource, Task
from warmzone.vocabulary.reports import ReportKind

UNCALLED, ASKED, COMING = 0, 1, 2


def way_ms(incident: Incident, team: Team) -> int:
    """How long a car-load or crew takes: its stream's factor, and its gaps behind the first."""
    unit, latent = incident.plan.units[team.id], incident.latent
    due = float(unit.first_ms) * latent.lognormal(
        (unit.burst, Purpose.ARRIVAL, 2), 1.0, incident.p.arrival_sigma
    )
    for car in range(team.id - unit.before + 1, team.id + 1):
        due += latent.exponential(car, Purpose.ARRIVAL, 0) * float(unit.gap_ms)
    return int(due)


def drive_in_ms(incident: Incident, ambulance: Ambulance) -> int:
    """How long an ambulance takes to come, by its own luck."""
    key = (ambulance.id, Purpose.ARRIVAL, 1)
    factor = incident.latent.lognormal(key, 1.0, incident.p.arrival_sigma)
    return int(float(ambulance.first_ms) * factor)


def left_to_call(incident: Incident, resource: Resource) -> bool:
    """Whether some are on call and have not been asked for."""
    return bool(on_call(incident, resource))


def on_call(incident: Incident, resource: Resource) -> list[Team | Ambulance]:
    """Those who come next if they are called for: a stream of cars or crews, or all ambulances."""
    if resource == Resource.AMBULANCES:
        return [one for one in incident.ambulances if one.on_call and one.called == UNCALLED]
    units = incident.plan.units
    waiting = [
        team
        for team in incident.teams
        if units[team.id].on_call
        and team.called == UNCALLED
        and team.is_medical == (resource == Resource.RTF)
    ]
    return [team for team in waiting if units[team.id].burst == units[waiting[0].id].burst]


def ask_for(incident: Incident, resource: Resource) -> None:
    """They are asked for."""
    for one in on_call(incident, resource):
        one.called = ASKED


def set_out(incident: Incident) -> None:
    """Whoever was asked for has been told, and sets out."""
    for team in incident.teams:
        if team.called == ASKED:
            team.called = COMING
            due = incident.now + way_ms(incident, team)
            incident.calendar.put(EventKind.TEAM_ARRIVAL, team.id, due)
    for ambulance in incident.ambulances:
        if ambulance.called == ASKED:
            ambulance.called = COMING
            due = incident.now + drive_in_ms(incident, ambulance)
            incident.calendar.put(EventKind.AMBULANCE, ambulance.id, due)


def officers_arrive(incident: Incident, team: Team) -> bool:
    """A car-load says that it is here; False where it waits at staging."""
    staged = incident.arrivals_staged or is_kept(incident, team.area)
    set_task(incident, team, Task.STAGED if staged else Task.UNASSIGNED)
    kind = ReportKind.ARRIVED if team.linked else ReportKind.PLAIN_CLOTHES
    report = open_report(incident, kind, team)
    if staged:
        team.phase = Phase.HOLDING
        report.status = Task.STAGED
    send_report(incident, report)
    return not staged
