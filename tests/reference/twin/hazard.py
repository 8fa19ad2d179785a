"""The hazard process: where it is, whether it is active, and what lies in its reach.

It has no aims. It starts, may move to a neighbouring area at random, falls silent, may start again,
and ends; officers in reach raise the chance per minute that it ends or is contained.
"""

from tests.reference.twin.casualties import expose_person
from tests.reference.twin.incident import Incident
from tests.reference.twin.radio import send_report
from tests.reference.twin.reports import threat_report
from tests.reference.twin.teams import expose_team, first_team_inside, wake_idle_teams
from tests.reference.twin.things import Team
from tests.reference.twin.world import Area, Way
from warmzone.kernel.draws import Purpose
from warmzone.kernel.events import EventKind
from warmzone.vocabulary.codes import HazardState, OpeningState, Task, ThreatStatus, Whereabouts

ACT_ON_THREAT = {Task.CONTACT, Task.UNASSIGNED, Task.CLEAR, Task.HOLD, Task.CORRIDOR_POST}
"""Tasks on which officers turn on a threat in reach rather than keep to their work."""


def activate(incident: Incident) -> None:
    """The hazard begins to hurt people in its reach."""
    hazard, p = incident.hazard, incident.p
    hazard.state = HazardState.ACTIVE
    hazard.changes += 1
    hazard.last_heard_area = hazard.area
    fixed_s = incident.plan.scenario.threat.active_s
    if fixed_s is not None and hazard.changes == 1:
        lasts = round(fixed_s * 1000)
    else:
        key = (0, Purpose.HAZARD_DURATION, hazard.changes)
        seconds = incident.luck.lognormal(key, p.hazard_duration_median_s, p.hazard_duration_sigma)
        lasts = int(seconds * 1000.0)
    hazard.active_until_ms = incident.now + lasts
    incident.calendar.put(EventKind.HAZARD, 0, incident.now + lasts)
    schedule_move(incident)
    refresh(incident)
    shout(incident, ThreatStatus.ONGOING)


def schedule_move(incident: Incident) -> None:
    """Draw when the hazard next moves to a neighbouring area."""
    wait = incident.luck.exponential(0, Purpose.HAZARD_MOVE, incident.hazard.moves)
    due = incident.now + int(wait * incident.p.hazard_stay_s * 1000.0) + 1
    incident.calendar.put(EventKind.HAZARD_MOVE, 0, due)


def move(incident: Incident) -> None:
    """The hazard is in a neighbouring indoor area from now on, drawn evenly among open ways."""
    hazard = incident.hazard
    assert hazard.area is not None
    ways = [way for way in hazard.area.ways if can_spread(way)]
    if ways:
        key = (0, Purpose.HAZARD_MOVE_TO, hazard.moves)
        hazard.area = ways[incident.luck.whole(key, 0, len(ways) - 1)].to
    hazard.moves += 1
    schedule_move(incident)
    if hazard.state == HazardState.ACTIVE:
        hazard.last_heard_area = hazard.area
        refresh(incident)
    meet_teams(incident)


def can_spread(way: Way) -> bool:
    """Whether the hazard can pass: through what is not locked, to ground indoors nobody holds."""
    passable = way.opening.state in (OpeningState.OPEN, OpeningState.CLOSED)
    return passable and not way.to.outdoor and way.to.held_officers == 0


def next_change(incident: Incident) -> None:
    """The scheduled transition: activity stops, starts again, or containment ends it."""
    state = incident.hazard.state
    if state == HazardState.ACTIVE:
        fall_silent(incident)
    elif state == HazardState.SILENT:
        activate(incident)
    elif state == HazardState.CONTAINED:
        end(incident)
        shout(incident, ThreatStatus.OVER)


def fall_silent(incident: Incident) -> None:
    """Activity stops: over, or silent and nobody knows where."""
    hazard, threat = incident.hazard, incident.plan.scenario.threat
    hazard.silent_ms = incident.now
    fate = incident.luck.uniform(0, Purpose.HAZARD_AFTER, hazard.changes)
    if fate < threat.over_after_active_p:
        end(incident)
        shout(incident, ThreatStatus.UNKNOWN)
        return
    hazard.state = HazardState.SILENT
    beyond = fate - threat.over_after_active_p
    if beyond < threat.contained_p * (1.0 - threat.over_after_active_p):
        incident.calendar.cancel(EventKind.HAZARD_MOVE, 0)
    may_restart = hazard.changes <= 2
    restarts = incident.luck.uniform(0, Purpose.HAZARD_RESTART, hazard.changes) < threat.restart_p
    if may_restart and restarts:
        wait = incident.luck.exponential(1, Purpose.HAZARD_RESTART, hazard.changes)
        due = incident.now + int(wait * incident.p.hazard_restart_mean_s * 1000.0) + 1
        incident.calendar.put(EventKind.HAZARD, 0, due)
    refresh(incident)
    shout(incident, ThreatStatus.UNKNOWN)


def end(incident: Incident) -> None:
    """The hazard is over for good; outside command will call the scene clear in its own time."""
    hazard, p = incident.hazard, incident.p
    hazard.state = HazardState.OVER
    hazard.over_ms = incident.record.threat_over_ms = incident.now
    for kind in (EventKind.HAZARD, EventKind.HAZARD_MOVE, EventKind.HAZARD_CONTACT):
        incident.calendar.cancel(kind, 0)
    key = (0, Purpose.OUTSIDE, 0)
    seconds = incident.luck.lognormal(key, p.outside_clearance_median_s, p.outside_clearance_sigma)
    incident.calendar.put(EventKind.OUTSIDE, 0, incident.now + int(seconds * 1000.0))
    refresh(incident)


def contact_succeeds(incident: Incident) -> None:
    """Officers in reach have ended the hazard, or hold it in one place with people in reach."""
    hazard, p = incident.hazard, incident.p
    luck = incident.luck.uniform(1, Purpose.HAZARD_CONTACT, hazard.changes)
    if luck < p.contact_contain_p and hazard.state == HazardState.ACTIVE:
        hazard.state = HazardState.CONTAINED
        incident.calendar.cancel(EventKind.HAZARD_MOVE, 0)
        due = incident.now + int(p.contained_over_s * 1000.0)
        incident.calendar.put(EventKind.HAZARD, 0, due)
        refresh(incident)
        shout(incident, ThreatStatus.CONTAINED)
    else:
        end(incident)
        shout(incident, ThreatStatus.OVER)


def refresh(incident: Incident) -> None:
    """Work out afresh what lies in reach of the hazard, and everybody's exposure to it."""
    for area in incident.areas:
        area.exposure = reach(incident, area)
    for person in incident.people:
        if person.whereabouts == Whereabouts.UNHURT:
            expose_person(incident, person)
    for team in incident.teams:
        expose_team(incident, team)
    recount_contact(incident)


def reach(incident: Incident, area: Area) -> float:
    """How far the hazard reaches into an area: all where it is, less through open openings."""
    hazard = incident.hazard
    if hazard.state == HazardState.CONTAINED:
        return float(incident.p.contained_rate_factor) if area is hazard.area else 0.0
    if hazard.state != HazardState.ACTIVE:
        return 0.0
    if area is hazard.area:
        return 1.0
    assert hazard.area is not None
    joined = any(
        way.to is area and way.opening.state == OpeningState.OPEN for way in hazard.area.ways
    )
    return float(incident.p.reach_factor) if joined and area.held_officers == 0 else 0.0


def recount_contact(incident: Incident) -> None:
    """Count the officers who can act on the hazard, and foresee when they will have ended it."""
    hazard, now = incident.hazard, incident.now
    rate = incident.p.contact_end_per_officer_min
    minutes = float(now - hazard.contact_since_ms) / 60_000.0
    hazard.contact += hazard.contact_officers * rate * minutes
    hazard.contact_since_ms = now
    officers = 0
    if hazard.state == HazardState.ACTIVE:
        officers = sum(team.able for team in incident.teams if acts_on_threat(team))
    if officers > 0 and hazard.first_contact_ms is None:
        hazard.first_contact_ms = incident.record.first_contact_ms = now
    hazard.contact_officers = officers
    incident.calendar.cancel(EventKind.HAZARD_CONTACT, 0)
    if officers > 0:
        left_min = (hazard.contact_threshold - hazard.contact) / (officers * rate)
        due = now + int(max(left_min, 0.0) * 60_000.0) + 1
        incident.calendar.put(EventKind.HAZARD_CONTACT, 0, due)


def acts_on_threat(team: Team) -> bool:
    """Whether a team is in reach of the hazard and its task lets it turn on it."""
    in_reach = team.on_scene and team.is_police and team.area.exposure > 0.0
    return in_reach and team.task in ACT_ON_THREAT


def meet_teams(incident: Incident) -> None:
    """A silent hazard that shares an area with responders becomes active."""
    hazard = incident.hazard
    if hazard.state == HazardState.SILENT and any(
        team.on_scene and team.able > 0 and team.area is hazard.area for team in incident.teams
    ):
        activate(incident)


def team_moved(incident: Incident, team: Team) -> None:
    """A team stands in another area now: its exposure, the contact, and what it runs into."""
    state = incident.hazard.state
    if state == HazardState.SILENT:
        meet_teams(incident)
    elif state in (HazardState.ACTIVE, HazardState.CONTAINED):
        expose_team(incident, team)
        recount_contact(incident)


def shout(incident: Incident, status: ThreatStatus) -> None:
    """The first team inside says what it hears; idle teams are drawn or released by it."""
    team = first_team_inside(incident)
    if team is not None:
        area = incident.hazard.last_heard_area
        send_report(incident, threat_report(incident, team, status, area))
    wake_idle_teams(incident)
