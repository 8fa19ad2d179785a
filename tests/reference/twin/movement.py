"""Walking: one event per leg, from area to neighbouring area along the shortest way."""

from tests.reference.twin.alarms import hesitates
from tests.reference.twin.corridor import enter_lane, on_open_corridor
from tests.reference.twin.crowd import is_jammed
from tests.reference.twin.incident import Incident
from tests.reference.twin.things import Team
from tests.reference.twin.world import Area
from tests.reference.twin.zones import way_round
from warmzone.kernel.events import EventKind
from warmzone.vocabulary.codes import OpeningState, Phase, Task, ThreatStatus


def can_reach(incident: Incident, start: Area, goal: Area) -> bool:
    """Whether there is a way on foot."""
    return start is goal or incident.way(start, goal) is not None


def walk(incident: Incident, team: Team, goal: Area) -> bool:
    """Set out for `goal`. False where the team is there already or there is no way.

    A team in the middle of a leg finishes that leg and turns there.
    """
    if goal is not team.goal_area:
        team.via_area = None
    team.goal_area = goal
    if team.on_leg:
        return True
    if team.area is goal or not can_reach(incident, team.area, goal):
        team.goal_area = None
        return False
    start_leg(incident, team)
    return True


def start_leg(incident: Incident, team: Team) -> None:
    """Begin the next leg towards the goal, round hot ground; a locked door is breached."""
    assert team.goal_area is not None
    if team.via_area is None or team.via_area is team.area:
        team.via_area = way_round(incident, team, team.goal_area)
    way = incident.way(team.area, team.via_area or team.goal_area)
    assert way is not None
    seconds = incident.metres(team.area, way.to) / speed(incident, team, way.to)
    if way.to.crowded_ms > incident.now:
        seconds = seconds / incident.p.crowd_factor
    if way.opening.state == OpeningState.LOCKED:
        seconds += incident.p.breach_s
    wait = team.start_ms
    team.start_ms = 0
    if team.load and not team.in_lane and on_open_corridor(incident, way.to):
        wait += enter_lane(incident, team, incident.now + wait)
    team.next_area = way.to
    team.leg_ms = incident.now + wait
    team.leg_end_ms = team.leg_ms + int(seconds * 1000.0) + 1
    team.phase = Phase.CARRYING if team.load else Phase.WALKING
    incident.calendar.put(EventKind.TEAM_LEG, team.id, team.leg_end_ms)


def speed(incident: Incident, team: Team, to_area: Area) -> float:
    """Metres per second: slower under a load, and indoors with a threat about and no held lane."""
    p = incident.p
    value = float(p.walk_m_per_s)
    if team.load:
        bearers = team.able + (0 if team.partner is None else team.partner.able)
        stretchers = team.is_medical or bearers >= 4 * len(team.load)
        value = p.stretcher_m_per_s if stretchers else p.drag_m_per_s
        if is_jammed(incident, to_area):
            value = value * p.jam_factor
    careful = team.task != Task.CONTACT and threat_about(incident) and not to_area.outdoor
    if careful and not on_open_corridor(incident, to_area):
        value = value * p.cautious_factor
    if team.task != Task.CHECK and hesitates(incident, team, to_area):
        value = value * p.hesitation_factor
    return value


def threat_about(incident: Incident) -> bool:
    """Whether teams on scene have reason to move with care: nobody has said it is over."""
    return incident.medical.threat not in (ThreatStatus.NONE, ThreatStatus.OVER)


def finish_leg(incident: Incident, team: Team) -> None:
    """Stand in the next area; its door is unlocked from now on; security walks along."""
    assert team.next_area is not None
    for way in team.area.ways:
        if way.to is team.next_area and way.opening.state == OpeningState.LOCKED:
            way.opening.state = OpeningState.CLOSED
    team.last_area = team.area
    team.area = team.next_area
    team.leg_end_ms = None
    if not team.load:
        team.in_lane = False
    for person in team.load:
        person.area = team.area
    if team.task == Task.RESCUE_TASK_FORCE and team.partner is not None:
        team.partner.area = team.area
