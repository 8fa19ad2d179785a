"""A stretch of quiet ground that a team walks through without stopping: one event for all of it."""

from typing import NamedTuple

from tests.reference.twin.incident import Incident
from tests.reference.twin.things import Person, Team
from tests.reference.twin.world import Area
from warmzone.kernel.codes import Work
from warmzone.kernel.events import EventKind
from warmzone.vocabulary.codes import OpeningState, Phase, Task, Whereabouts


class Leg(NamedTuple):
    """From where, into which area, and when a team stands there."""

    start: Area | None
    to: Area
    ends_ms: int


def walk_on(incident: Incident) -> None:
    """Let every team that has come through an area of its stretch meanwhile stand beyond it."""
    for team in incident.teams:
        while team.way and team.leg_end_ms is not None and team.leg_end_ms <= incident.now:
            enter(team)
            note_entry(team, team.leg_end_ms)
            team.leg_ms = team.leg_end_ms
            team.next_area, team.leg_end_ms = team.way.pop(0)
        arrived = team.leg_end_ms is not None and team.leg_end_ms <= incident.now
        if arrived and team.search_ms > 0:
            begin_search(team)


def begin_search(team: Team) -> None:
    """A team has come to where its stretch ends, and searches there from that moment on."""
    assert team.leg_end_ms is not None
    enter(team)
    note_entry(team, team.leg_end_ms)
    team.leg_end_ms = team.goal_area = None
    team.search_ms = 0
    team.works += 1
    team.work = Work.SEARCH
    team.phase = Phase.WORKING


def note_entry(team: Team, at_ms: int) -> None:
    """Officers have walked into an area indoors, the last ones so far."""
    area = team.area
    if team.is_police and not area.outdoor:
        if area.entry_team is None or area.entry_ms <= at_ms:
            area.entry_ms, area.entry_team, area.entry_from = at_ms, team, team.last_area


def enter(team: Team) -> None:
    """Stand in the next area, with those who are carried; an RTF's security walks along.

    The door that they came through is unlocked from now on.
    """
    assert team.next_area is not None
    for way in team.area.ways:
        if way.to is team.next_area and way.opening.state == OpeningState.LOCKED:
            way.opening.state = OpeningState.CLOSED
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
    """Let a stretch end, as soon as it can, after so many legs beside the one being walked."""
    if len(team.way) <= legs and team.search_ms == 0:
        return
    team.way = team.way[:legs]
    if team.search_ms > 0:
        team.search_ms = 0
        incident.calendar.cancel(EventKind.TEAM_WORK, team.id)
    incident.calendar.put(EventKind.TEAM_LEG, team.id, team.stretch_end_ms)


def legs_to_come(team: Team) -> list[Leg]:
    """The legs of a team on its way, the one being walked first."""
    if team.leg_end_ms is None:
        return []
    assert team.next_area is not None
    ends = [(team.next_area, team.leg_end_ms), *team.way]
    starts = [team.area, *(area for area, _ in ends)]
    return [Leg(start, area, ms) for start, (area, ms) in zip(starts, ends, strict=False)]


def leg_into(team: Team, area: Area) -> Leg | None:
    """The leg of a team on its way that ends in an area."""
    return next((leg for leg in legs_to_come(team) if leg.to is area), None)


def stop_team_at(incident: Incident, team: Team, area: Area) -> None:
    """Let a stretch end in an area that it leads through."""
    areas = [leg.to for leg in legs_to_come(team)]
    if area in areas:
        end_after(incident, team, areas.index(area))


def lay_down(incident: Incident, person: Person, area: Area) -> None:
    """Somebody lies in an area from now on."""
    person.whereabouts, person.area = Whereabouts.LYING, area
    stop_at(incident, area)


def stop_at(incident: Incident, area: Area) -> None:
    """Something is in an area now that nobody walks past."""
    for team in incident.teams:
        stop_team_at(incident, team, area)


def beware_of(incident: Incident, area: Area) -> None:
    """An area has come into reach: nobody walks through it, or out of it, without stopping."""
    for team in incident.teams:
        if team.area is area:
            cut_short(incident, team)
        else:
            stop_team_at(incident, team, area)
