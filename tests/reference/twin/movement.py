"""Walking from area to neighbouring area along the shortest way, quiet ground in one stretch."""

from tests.reference.twin.corridor import enter_lane, on_open_corridor
from tests.reference.twin.crossing import will_meet
from tests.reference.twin.incident import Incident
from tests.reference.twin.pace import leg_s
from tests.reference.twin.stretch import cut_short, enter
from tests.reference.twin.things import Team
from tests.reference.twin.world import Area
from tests.reference.twin.zones import way_round
from warmzone.kernel.arrays import WAY
from warmzone.kernel.events import EventKind
from warmzone.vocabulary.codes import HazardState, OpeningState, Phase, Task

AWAY = (HazardState.NONE, HazardState.OVER, HazardState.ELSEWHERE)


def can_reach(incident: Incident, start: Area, goal: Area) -> bool:
    """Whether there is a way on foot."""
    return start is goal or incident.way(start, goal) is not None


def walk(incident: Incident, team: Team, goal: Area) -> bool:
    """Set out for `goal`. False where the team is there already or there is no way.

    A team in the middle of a leg finishes that leg and turns there.
    """
    if goal is not team.goal_area:
        team.via_area = None
        cut_short(incident, team)
    team.goal_area = goal
    if team.on_leg:
        return True
    if team.area is goal or not can_reach(incident, team.area, goal):
        team.goal_area = None
        return False
    start_leg(incident, team)
    return True


def start_leg(incident: Incident, team: Team) -> None:
    """Begin the next leg towards the goal, round hot ground, and those after it over quiet ground.

    A locked door is breached.
    """
    assert team.goal_area is not None
    if team.via_area is None or team.via_area is team.area:
        team.via_area = way_round(incident, team, team.goal_area)
    heading = team.via_area or team.goal_area
    way = incident.way(team.area, heading)
    assert way is not None
    seconds = leg_s(incident, team, team.area, way.to, incident.now)
    locked = way.opening.state == OpeningState.LOCKED
    if locked:
        seconds += incident.p.breach_s
    wait = team.start_ms
    team.start_ms = 0
    if team.load and not team.in_lane and on_open_corridor(incident, way.to):
        wait += enter_lane(incident, team, incident.now + wait)
    team.next_area = way.to
    team.leg_ms = incident.now + wait
    team.leg_end_ms = team.leg_ms + int(seconds * 1000.0) + 1
    team.phase = Phase.CARRYING if team.load else Phase.WALKING
    team.way = []
    meets = will_meet(incident, team, team.area, way.to, team.leg_end_ms)
    if not locked and not meets and walks_through(incident, team):
        plan_stretch(incident, team, heading)
    incident.calendar.put(EventKind.TEAM_LEG, team.id, team.stretch_end_ms)


def walks_through(incident: Incident, team: Team) -> bool:
    """Whether a team walks on through quiet ground; no crew does that looks ahead at every step.

    While a hazard is about, and beside a device, everybody stops to look in every area.
    """
    if any(hazard.state not in AWAY for hazard in incident.hazards):
        return False
    looks = team.task == Task.RESCUE_TASK_FORCE and not team.load
    return not looks and team.device_since_ms is None


def plan_stretch(incident: Incident, team: Team, heading: Area) -> None:
    """Add legs towards `heading` while the ground is quiet."""
    assert team.next_area is not None
    assert team.leg_end_ms is not None
    area, ends = team.next_area, team.leg_end_ms
    while area is not heading and len(team.way) < WAY and is_quiet(incident, area):
        way = incident.way(area, heading)
        assert way is not None
        if way.opening.state == OpeningState.LOCKED:
            return
        if team.load and not team.in_lane and on_open_corridor(incident, way.to):
            return
        ends += int(leg_s(incident, team, area, way.to, ends) * 1000.0) + 1
        team.way.append((way.to, ends))
        if will_meet(incident, team, area, way.to, ends):
            return
        area = way.to


def is_quiet(incident: Incident, area: Area) -> bool:
    """Whether there is nothing in an area to see, to report or to run into."""
    alarm = incident.alarm
    hidden = alarm.device and incident.record.device_found_ms is None
    if area.exposure > 0.0 or area.device or (hidden and area is alarm.device_area):
        return False
    return not incident.lying_in(area) and not any(area.said_counts or [])


def finish_leg(incident: Incident, team: Team) -> None:
    """Stand in the next area; its door is unlocked from now on."""
    assert team.next_area is not None
    for way in team.area.ways:
        if way.to is team.next_area and way.opening.state == OpeningState.LOCKED:
            way.opening.state = OpeningState.CLOSED
    enter(team)
    team.leg_end_ms = None
