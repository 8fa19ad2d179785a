"""Officers in a crowd: who stands where without a task, and whom others follow."""

from tests.reference.twin.incident import Incident
from tests.reference.twin.things import Team
from tests.reference.twin.world import Area
from warmzone.vocabulary.codes import Phase, Task


def officers_here(incident: Incident, area: Area) -> int:
    """Able officers on scene in an area."""
    return sum(
        team.able
        for team in incident.teams
        if team.area is area and team.is_police and team.on_scene
    )


def is_jammed(incident: Incident, area: Area) -> bool:
    """Whether so many officers stand in an area without a task that a load gets through slowly."""
    standing = sum(
        team.able
        for team in incident.teams
        if team.area is area
        and team.is_police
        and team.task == Task.UNASSIGNED
        and team.phase == Phase.IDLE
    )
    return bool(standing > incident.p.crowd_officers)


def leader_near(incident: Incident, team: Team) -> Area | None:
    """Where the nearest officers who set out close by are going; the last of equals."""
    best, best_m = None, float(incident.p.follow_m)
    for other in incident.teams:
        if other is team or not other.on_leg or not other.is_police or not other.linked:
            continue
        metres = incident.metres(team.area, other.area)
        leads = other.goal_area is not None and other.goal_area is not team.area
        if leads and metres <= best_m:
            best, best_m = other.goal_area, metres
    return best
