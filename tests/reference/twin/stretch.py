"""A stretch of quiet ground that a team walks through without stopping: one event for all of it."""

from tests.reference.twin.incident import Incident
from tests.reference.twin.things import Person, Team
from tests.reference.twin.world import Area
from warmzone.kernel.events import EventKind
from warmzone.vocabulary.codes import Task, Whereabouts


def walk_on(incident: Incident) -> None:
    """Let every team that has come through an area of its stretch meanwhile stand beyond it."""
    for team in incident.teams:
        while team.way and team.leg_end_ms is not None and team.leg_end_ms <= incident.now:
            enter(team)
            team.leg_ms = team.leg_end_ms
            team.next_area, team.leg_end_ms = team.way.pop(0)


def enter(team: Team) -> None:
    """Stand in the next area, with those who are carried; an RTF's security walks along."""
    assert team.next_area is not None
    team.last_area = team.area
    team.area = team.next_area
    if not team.load:
        team.in_lane = False
    for person in team.load:
        person.area = team.area
    if team.task == Task.RESCUE_TASK_FORCE and team.partner is not None:
        team.partner.area = team.area


def cut_short(incident: Incident, team: Team) -> None:
    """Let a team stop where the leg ends that it is walking."""
    end_after(incident, team, 0)


def end_after(incident: Incident, team: Team, legs: int) -> None:
    """Let a stretch end after so many more legs than the one being walked."""
    if len(team.way) <= legs:
        return
    for area, at_ms in team.way[legs:]:
        if area.entry_team is team and area.entry_ms == at_ms:
            area.entry_team = None
    team.way = team.way[:legs]
    incident.calendar.put(EventKind.TEAM_LEG, team.id, team.stretch_end_ms)


def stop_team_at(incident: Incident, team: Team, area: Area) -> None:
    """Let a stretch end in an area that it leads through."""
    legs = [team.next_area, *(there for there, _ in team.way)]
    if team.way and area in legs:
        end_after(incident, team, legs.index(area))


def lay_down(incident: Incident, person: Person, area: Area) -> None:
    """Somebody lies in an area from now on."""
    person.whereabouts, person.area = Whereabouts.LYING, area
    stop_at(incident, area)


def stop_at(incident: Incident, area: Area) -> None:
    """Something is in an area now that nobody walks past."""
    for team in incident.teams:
        stop_team_at(incident, team, area)
