"""What teams do unasked: converge on the noise, follow others, treat and drag who lies there.

This default is what command has to overcome.
"""

from tests.reference.twin.care import begin_care, begin_lift
from tests.reference.twin.contact import nearest_noise
from tests.reference.twin.incident import Incident
from tests.reference.twin.movement import can_reach, walk
from tests.reference.twin.tasks import step_contact
from tests.reference.twin.things import Team
from tests.reference.twin.world import Area
from warmzone.vocabulary.codes import Phase, Task, Triage

MOST_INITIATIVES = 6


def take_initiative(incident: Incident, team: Team) -> None:
    """A team that nobody has tasked acts of its own accord."""
    if team.task == Task.CONTACT and team.phase == Phase.HOLDING:
        step_contact(incident, team)
        return
    if team.task != Task.UNASSIGNED or team.phase != Phase.IDLE:
        return
    noise = nearest_noise(incident, team.area)
    if noise is not None:
        if team.area.exposure == 0.0:
            converge(incident, team, noise)
        return
    team.self_directed = True
    if begin_care(incident, team):
        return
    outside = team.area.exit_area
    if outside is not None and outside is not team.area and begin_lift(incident, team):
        return
    goal = incident.hazards[0].last_heard_area or worst_area_heard_of(incident)
    if goal is not None and goal is not team.area and team.initiatives < MOST_INITIATIVES:
        converge(incident, team, goal)


def converge(incident: Incident, team: Team, goal: Area) -> None:
    """Go where the noise is."""
    if can_reach(incident, team.area, goal):
        team.self_directed = True
        walk(incident, team, goal)


def worst_area_heard_of(incident: Incident) -> Area | None:
    """The area with the most reds, or the most casualties claimed, on the channel."""
    beliefs = incident.medical.areas
    need = [2 * belief.counts[Triage.RED - 1] + belief.claimed for belief in beliefs]
    return incident.areas[need.index(max(need))] if max(need) > 0 else None
