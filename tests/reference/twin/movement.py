"""Walking from area to neighbouring area along the shortest way, quiet ground in one stretch."""

from tests.reference.twin.contact import keeps_pinned
from tests.reference.twin.corridor import enter_lane, on_open_corridor
from tests.reference.twin.crossing import will_meet
from tests.reference.twin.incident import Incident
from tests.reference.twin.pace import leg_s, search_s
from tests.reference.twin.reports import is_news
from tests.reference.twin.stretch import Leg, cut_short, enter
from tests.reference.twin.things import Person, Team
from tests.reference.twin.world import Area
from tests.reference.twin.zones import way_round
from warmzone.kernel.arrays import WAY
from warmzone.kernel.events import EventKind
from warmzone.vocabulary.codes import (
    AtWounded,
    Care,
    HazardState,
    OpeningState,
    Phase,
    Task,
    Triage,
)

UNSEEN = (HazardState.SILENT, HazardState.CONTAINED)


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
        team.via_area = way_round(incident, team, team.area, team.goal_area)
    heading = team.via_area or team.goal_area
    way = incident.way(team.area, heading)
    assert way is not None
    seconds = leg_s(incident, team, team.area, way.to, incident.now)
    if way.opening.state == OpeningState.LOCKED:
        seconds += incident.p.breach_s
    wait = team.start_ms
    team.start_ms = 0
    if enters_lane(incident, team, way.to):
        wait += enter_lane(incident, team, incident.now + wait)
    team.next_area = way.to
    team.leg_ms = incident.now + wait
    team.leg_end_ms = team.leg_ms + int(seconds * 1000.0) + 1
    team.phase = Phase.CARRYING if team.load else Phase.WALKING
    team.way = []
    meets = will_meet(incident, team, Leg(team.area, way.to, team.leg_end_ms))
    if not meets and walks_through(incident, team):
        plan_stretch(incident, team, heading)
    else:
        incident.calendar.put(EventKind.TEAM_LEG, team.id, team.leg_end_ms)


def walks_through(incident: Incident, team: Team) -> bool:
    """Whether a team walks on through quiet ground; no crew does that looks ahead at every step.

    Nobody does in reach of harm, in contact, beside a device, or while they keep a hazard pinned.
    """
    looks = team.task == Task.RESCUE_TASK_FORCE and not team.load
    harmed = team.exposure_rate_per_min > 0.0 or any(team.contact)
    pins = any(
        hazard.state == HazardState.CONTAINED
        and hazard.pinned
        and hazard.area is not None
        and keeps_pinned(incident, team, hazard.area)
        for hazard in incident.hazards
    )
    return not looks and not harmed and not pins and team.device_since_ms is None


def plan_stretch(incident: Incident, team: Team, heading: Area) -> None:
    """Add legs by way of `heading` while the ground is quiet, and a search if that is its work."""
    assert team.next_area is not None
    assert team.leg_end_ms is not None
    goal = team.goal_area
    assert goal is not None
    area, ends, meets = team.next_area, team.leg_end_ms, False
    while area is not goal and len(team.way) < WAY and not meets:
        if not is_quiet(incident, team, area):
            break
        if area is heading:
            heading = way_round(incident, team, area, goal) or goal
            team.via_area = None  # a way that is cut short is thought over again
        way = incident.way(area, heading)
        assert way is not None
        if enters_lane(incident, team, way.to):
            break
        seconds = leg_s(incident, team, area, way.to, ends)
        if way.opening.state == OpeningState.LOCKED:
            seconds += incident.p.breach_s
        ends += int(seconds * 1000.0) + 1
        team.way.append((way.to, ends))
        meets = will_meet(incident, team, Leg(area, way.to, ends))
        area = way.to
    searches = team.task == Task.CLEAR and team.goal_area is area and team.focus_area is area
    if searches and not meets and is_quiet(incident, team, area):
        team.search_ms = int(search_s(incident, team, area) * 1000.0) + 1
        incident.calendar.put(EventKind.TEAM_WORK, team.id, ends + team.search_ms)
    else:
        incident.calendar.put(EventKind.TEAM_LEG, team.id, ends)


def enters_lane(incident: Incident, team: Team, to_area: Area) -> bool:
    """Whether a loaded team would come into the open corridor by its next leg."""
    return bool(team.load) and not team.in_lane and on_open_corridor(incident, to_area)


def is_quiet(incident: Incident, team: Team, area: Area) -> bool:
    """Whether there is nothing in an area for a team to see, to report, to do or to run into."""
    alarm = incident.alarm
    hidden = alarm.device and incident.record.device_found_ms is None
    if area.exposure > 0.0 or area.device or (hidden and area is alarm.device_area):
        return False
    if any(hazard.area is area and hazard.state in UNSEEN for hazard in incident.hazards):
        return False
    if any(draws_look(team, person) for person in incident.lying_in(area)):
        return False
    return not is_news(incident, area)


def draws_look(team: Team, person: Person) -> bool:
    """Whether a team would stop at one who lies on its way: to judge them, or to help."""
    if team.is_medical or person.seen == Triage.UNSEEN:
        return True
    if person.seen == Triage.GREY:
        return False
    helps = team.task in (Task.CONTACT, Task.CLEAR) and team.at_wounded != AtWounded.STEP_PAST
    return person.is_dead or (helps and person.care == Care.NONE)


def finish_leg(incident: Incident, team: Team) -> None:
    """Stand in the next area."""
    enter(team)
    team.leg_end_ms = None
