"""The hazard process: where it is, whether it is active, and what becomes of it.

It has no aims. It starts, may move to a neighbouring area at random, falls silent, may start again,
and ends; officers in reach raise the chance per minute that it ends or is contained. While officers
hold every open way out of its area it is contained; it breaks out when they go.
"""

from tests.reference.twin.alarms import given_or
from tests.reference.twin.contact import contact_of, keeps_pinned, recount_contact
from tests.reference.twin.device import count_beside
from tests.reference.twin.incident import Incident
from tests.reference.twin.radio import send_report
from tests.reference.twin.reach import is_held, refresh_ground
from tests.reference.twin.reports import threat_report
from tests.reference.twin.stretch import cut_short, stop_at
from tests.reference.twin.teams import (
    expose_team,
    first_team_inside,
    harm_rate,
    wake_idle_teams,
)
from tests.reference.twin.things import Hazard, Team
from tests.reference.twin.world import Way
from warmzone.kernel.draws import Purpose
from warmzone.kernel.events import EventKind
from warmzone.vocabulary.codes import HazardState, OpeningState, ThreatStatus

GONE = (HazardState.NONE, HazardState.OVER, HazardState.ELSEWHERE)
PASSABLE = (OpeningState.OPEN, OpeningState.CLOSED)


def activate(incident: Incident, hazard: Hazard) -> None:
    """The hazard begins to hurt people in its reach."""
    hazard.state = HazardState.ACTIVE
    hazard.changes += 1
    for team in incident.teams:
        cut_short(incident, team)
    hazard.last_heard_area = hazard.area
    hazard.active_until_ms = incident.now + lasting(incident, hazard)
    incident.calendar.put(EventKind.HAZARD, hazard.id, hazard.active_until_ms)
    schedule_move(incident, hazard)
    if is_boxed_in(hazard):
        contain(incident, hazard)
    else:
        refresh(incident)
        shout(incident, hazard, ThreatStatus.ONGOING)


def lasting(incident: Incident, hazard: Hazard) -> int:
    """Milliseconds of activity that begins now: the scenario's at the first start, else drawn."""
    fixed_s, p = incident.plan.scenario.threat.active_s, incident.p
    if fixed_s is not None and hazard.changes == 1 and hazard.id == 0:
        return round(fixed_s * 1000)
    key = (hazard.id, Purpose.HAZARD_DURATION, hazard.changes)
    seconds = incident.luck.lognormal(key, p.hazard_duration_median_s, p.hazard_duration_sigma)
    return int(seconds * 1000.0)


def schedule_move(incident: Incident, hazard: Hazard) -> None:
    """Draw when the hazard next moves to a neighbouring area."""
    wait = incident.luck.exponential(hazard.id, Purpose.HAZARD_MOVE, hazard.moves)
    due = incident.now + int(wait * incident.p.hazard_stay_s * 1000.0) + 1
    incident.calendar.put(EventKind.HAZARD_MOVE, hazard.id, due)


def move(incident: Incident, hazard: Hazard) -> None:
    """The hazard is in a neighbouring indoor area from now on, drawn evenly among open ways."""
    assert hazard.area is not None
    ways = [way for way in hazard.area.ways if can_spread(way)]
    if ways:
        key = (hazard.id, Purpose.HAZARD_MOVE_TO, hazard.moves)
        hazard.area = ways[incident.luck.whole(key, 0, len(ways) - 1)].to
    hazard.moves += 1
    schedule_move(incident, hazard)
    if hazard.state == HazardState.ACTIVE:
        hazard.last_heard_area = hazard.area
        if is_boxed_in(hazard):
            contain(incident, hazard)
        else:
            refresh(incident)
    if hazard.state == HazardState.SILENT:
        stop_at(incident, hazard.area)
    if hazard.state == HazardState.SILENT and any(
        team.on_scene and team.able > 0 and team.area is hazard.area for team in incident.teams
    ):
        activate(incident, hazard)


def can_spread(way: Way) -> bool:
    """Whether the hazard can pass: through what is not locked, to ground indoors nobody holds."""
    return way.opening.state in PASSABLE and not way.to.outdoor and not is_held(way)


def is_boxed_in(hazard: Hazard) -> bool:
    """Whether officers hold every way out of the hazard's area that can be passed."""
    assert hazard.area is not None
    ways = [way for way in hazard.area.ways if way.opening.state in PASSABLE]
    return bool(ways) and all(is_held(way) for way in ways)


def next_change(incident: Incident, hazard: Hazard) -> None:
    """The scheduled transition: activity stops, starts again, or containment ends it."""
    state = hazard.state
    if state == HazardState.ACTIVE:
        fall_silent(incident, hazard)
    elif state in (HazardState.SILENT, HazardState.NONE):
        activate(incident, hazard)
    elif state == HazardState.CONTAINED:
        end(incident, hazard)
        shout(incident, hazard, ThreatStatus.OVER)


def fall_silent(incident: Incident, hazard: Hazard) -> None:
    """Activity stops: over, or silent and nobody knows where."""
    threat, luck = incident.plan.scenario.threat, incident.luck
    hazard.silent_ms = incident.now
    fate = luck.uniform(hazard.id, Purpose.HAZARD_AFTER, hazard.changes)
    if fate < threat.over_after_active_p:
        end(incident, hazard)
        shout(incident, hazard, ThreatStatus.UNKNOWN)
        return
    hazard.state = HazardState.SILENT
    if leaves(incident, hazard, fate):
        leave(incident, hazard)
        return
    beyond = fate - threat.over_after_active_p
    if beyond < threat.contained_p * (1.0 - threat.over_after_active_p):
        incident.calendar.cancel(EventKind.HAZARD_MOVE, hazard.id)
    incident.calendar.cancel(EventKind.HAZARD, hazard.id)
    again = luck.uniform(hazard.id, Purpose.HAZARD_RESTART, hazard.changes) < threat.restart_p
    if hazard.changes <= 2 and again:
        key = hazard.id + len(incident.hazards)
        wait = luck.exponential(key, Purpose.HAZARD_RESTART, hazard.changes)
        due = incident.now + int(wait * incident.p.hazard_restart_mean_s * 1000.0) + 1
        incident.calendar.put(EventKind.HAZARD, hazard.id, due)
    refresh(incident)
    shout(incident, hazard, ThreatStatus.UNKNOWN)


def leaves(incident: Incident, hazard: Hazard, fate: float) -> bool:
    """Whether a hazard that has just fallen silent for the first time leaves the site unseen."""
    threat = incident.plan.scenario.threat
    beyond = fate - threat.over_after_active_p
    stays = beyond < threat.contained_p * (1.0 - threat.over_after_active_p)
    if hazard.id > 0 or hazard.changes > 1 or stays or is_boxed_in(hazard):
        return False
    chance = given_or(incident.plan, "leaves_p", "hazard_leaves_p")
    return incident.luck.uniform(0, Purpose.HAZARD_LEAVES, 0) < chance


def leave(incident: Incident, hazard: Hazard) -> None:
    """The hazard is away, and nobody knows; it would go on elsewhere after a while."""
    p = incident.p
    end(incident, hazard)
    hazard.state = HazardState.ELSEWHERE
    incident.record.left_ms = incident.now
    after = incident.luck.lognormal((0, Purpose.ELSEWHERE, 0), p.elsewhere_s, p.elsewhere_sigma)
    incident.record.elsewhere_ms = incident.now + int(after * 1000.0)
    shout(incident, hazard, ThreatStatus.UNKNOWN)


def end(incident: Incident, hazard: Hazard) -> None:
    """One hazard is over for good; with the last, outside command will call the scene clear."""
    hazard.state = HazardState.OVER
    hazard.over_ms = incident.now
    for kind in (EventKind.HAZARD, EventKind.HAZARD_MOVE):
        incident.calendar.cancel(kind, hazard.id)
    refresh(incident)
    if is_over(incident):
        all_over(incident)


def is_over(incident: Incident) -> bool:
    """Whether there is no hazard any more that could hurt anybody here, nor one to come."""
    to_come = incident.calendar.when(EventKind.HAZARD, 1) is not None
    return not to_come and all(hazard.state in GONE for hazard in incident.hazards)


def all_over(incident: Incident) -> None:
    """There is nothing left that hurts; draw when outside command will call the scene clear."""
    p = incident.p
    incident.record.threat_over_ms = incident.now
    key = (0, Purpose.OUTSIDE, 0)
    seconds = incident.luck.lognormal(key, p.outside_clearance_median_s, p.outside_clearance_sigma)
    incident.calendar.put(EventKind.OUTSIDE, 0, incident.now + int(seconds * 1000.0))


def contact_succeeds(incident: Incident, hazard: Hazard) -> None:
    """Officers in reach have ended the hazard, or pinned it in one place with people in reach."""
    key = len(incident.hazards) + hazard.id
    luck = incident.luck.uniform(key, Purpose.HAZARD_CONTACT, hazard.changes)
    if luck < incident.p.contact_contain_p and hazard.state == HazardState.ACTIVE:
        hazard.pinned = True
        for team in incident.teams:
            cut_short(incident, team)
        contain(incident, hazard)
    else:
        end(incident, hazard)
        shout(incident, hazard, ThreatStatus.OVER)


def contain(incident: Incident, hazard: Hazard) -> None:
    """The hazard is shut up in its area; people in there are still in its reach."""
    hazard.state = HazardState.CONTAINED
    hazard.contained_ms = hazard.contact_since_ms = incident.now
    hazard.contact = 0.0
    incident.calendar.cancel(EventKind.HAZARD_MOVE, hazard.id)
    due = incident.now + int(incident.p.contained_over_s * 1000.0)
    incident.calendar.put(EventKind.HAZARD, hazard.id, due)
    refresh(incident)
    shout(incident, hazard, ThreatStatus.CONTAINED)


def break_out(incident: Incident, hazard: Hazard) -> None:
    """Nobody holds it any more: it goes on as it was, or is somewhere unseen."""
    hazard.pinned = False
    schedule_move(incident, hazard)
    if incident.now >= hazard.active_until_ms:
        fall_silent(incident, hazard)
        return
    hazard.state = HazardState.ACTIVE
    hazard.last_heard_area = hazard.area
    incident.calendar.put(EventKind.HAZARD, hazard.id, hazard.active_until_ms)
    refresh(incident)
    shout(incident, hazard, ThreatStatus.ONGOING)


def holds_changed(incident: Incident) -> None:
    """Officers hold other ground than before: what is contained, breaks out, or is in reach."""
    states = [hazard.state for hazard in incident.hazards]
    for hazard in incident.hazards:
        if hazard.state == HazardState.ACTIVE and is_boxed_in(hazard):
            contain(incident, hazard)
        elif hazard.state == HazardState.CONTAINED:
            check_contained(incident, hazard)
    if HazardState.ACTIVE in states or HazardState.CONTAINED in states:
        refresh(incident)


def check_contained(incident: Incident, hazard: Hazard) -> None:
    """Containment lasts while every way out is held, or the officers who pinned it stay by it."""
    assert hazard.area is not None
    pinned = hazard.pinned and any(
        keeps_pinned(incident, team, hazard.area) for team in incident.teams
    )
    if not pinned and not is_boxed_in(hazard):
        break_out(incident, hazard)


def refresh(incident: Incident) -> None:
    """Work out afresh what lies in reach, everybody's exposure, and who acts on each hazard."""
    refresh_ground(incident)
    recount_contact(incident)


def team_moved(incident: Incident, team: Team) -> None:
    """A team stands in another area now: its exposure, the contact, and what it runs into."""
    if team.exposure_rate_per_min > 0.0 or harm_rate(incident, team) > 0.0:
        expose_team(incident, team)
    if incident.record.device_found_ms is not None:
        count_beside(incident, team)
    contact_of(incident, team)
    for hazard in incident.hazards:
        if hazard.state == HazardState.SILENT:
            if team.area is hazard.area and team.able > 0:
                activate(incident, hazard)
        elif hazard.state == HazardState.CONTAINED and hazard.pinned:
            check_contained(incident, hazard)


def shout(incident: Incident, hazard: Hazard, status: ThreatStatus) -> None:
    """The first team inside says what it hears; idle teams are drawn or released by it."""
    team = first_team_inside(incident)
    if team is not None:
        send_report(incident, threat_report(incident, team, status, hazard.last_heard_area))
    wake_idle_teams(incident)
