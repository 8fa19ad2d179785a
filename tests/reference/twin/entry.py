"""The way in: who waits at the door, who goes in, and what they do at wounded on the way."""

from tests.reference.twin.care import begin_care, begin_work
from tests.reference.twin.incident import Incident
from tests.reference.twin.movement import can_reach
from tests.reference.twin.radio import send_report
from tests.reference.twin.reports import open_report
from tests.reference.twin.standing import go
from tests.reference.twin.things import Team
from tests.reference.twin.world import Area
from warmzone.kernel.codes import Work
from warmzone.vocabulary.codes import AtWounded, Care, Phase, Task, Triage, Wound
from warmzone.vocabulary.reports import ReportKind


def way_in(incident: Incident, team: Team) -> Area:
    """Where the threat is said to be, else just inside."""
    place = incident.tactical.threat_area
    if place is not None and can_reach(incident, team.area, place):
        return place
    return nearest_indoors(incident, team.area)


def nearest_indoors(incident: Incident, area: Area) -> Area:
    """The nearest area indoors that can be walked to; the area itself where none is."""
    indoors = [a for a in incident.areas if not a.outdoor and incident.metres(area, a) < 1.0e8]
    return min(indoors, key=lambda a: (incident.metres(area, a), a.id), default=area)


def door(incident: Incident, team: Team) -> Area:
    """Outside the nearest way in, or outside of where the team is."""
    inside = nearest_indoors(incident, team.area) if team.area.outdoor else team.area
    return inside.exit_area or team.area


def step_door(incident: Incident, team: Team) -> None:
    """Go to the door, say so, and stand there ready."""
    assert team.target_area is not None
    if go(incident, team, team.target_area) or team.phase == Phase.HOLDING:
        return
    team.phase = Phase.HOLDING
    report = open_report(incident, ReportKind.WAITING_AT_DOOR, team)
    report.status = Task.AT_DOOR
    send_report(incident, report)


def stops_for_wounded(incident: Incident, team: Team) -> bool:
    """Whether a team on its way to the threat, or searching, stops for wounded whom it meets."""
    if team.task not in (Task.CONTACT, Task.CLEAR):
        return False
    if team.at_wounded == AtWounded.STOP:
        return begin_care(incident, team)
    return team.at_wounded == AtWounded.TOURNIQUET and tie_off(incident, team)


def tie_off(incident: Incident, team: Team) -> bool:
    """Put tourniquets on bleeding limbs here, one a member."""
    bleeding = [
        person
        for person in incident.lying_in(team.area)
        if person.wound == Wound.LIMB
        and person.care == Care.NONE
        and person.is_free
        and person.seen != Triage.GREY
    ][: team.able]
    for person in bleeding:
        person.treater = team
    if bleeding:
        begin_work(incident, team, Work.CARE, incident.p.tourniquet_s)
    return bool(bleeding)
