"""Armed teams that meet unannounced: what could have gone wrong, counted and said."""

from tests.reference.twin.corridor import on_open_corridor
from tests.reference.twin.incident import Incident
from tests.reference.twin.pace import threat_about
from tests.reference.twin.radio import send_report
from tests.reference.twin.reports import open_report
from tests.reference.twin.stretch import Leg, leg_into, note_entry, stop_team_at
from tests.reference.twin.things import Team
from tests.reference.twin.world import Area
from warmzone.kernel.draws import Purpose
from warmzone.vocabulary.codes import Task
from warmzone.vocabulary.reports import ReportKind


def will_meet(incident: Incident, team: Team, leg: Leg) -> bool:
    """Whether a team that will walk from one area into another at a moment must beware of others.

    Who comes there after it, from elsewhere, is to stop there and beware of it.
    """
    area = leg.to
    if not can_cross(incident, team, area):
        return False
    before = Leg(area.entry_from, area, area.entry_ms)
    meets = is_crossing(incident, (team, leg), (area.entry_team, before))
    for other in incident.teams:
        theirs = leg_into(other, area)
        if theirs is None or not can_cross(incident, other, area):
            continue
        if is_crossing(incident, (team, leg), (other, theirs)):
            if theirs.ends_ms <= leg.ends_ms:
                meets = True
            else:
                stop_team_at(incident, other, area)
    return meets


def can_cross(incident: Incident, team: Team, area: Area) -> bool:
    """Whether a team must beware in an area: officers, indoors, a threat about, no held lane."""
    if not team.is_police or area.outdoor:
        return False
    return threat_about(incident) and not on_open_corridor(incident, area)


def is_crossing(
    incident: Incident, ours: tuple[Team, Leg], theirs: tuple[Team | None, Leg]
) -> bool:
    """Whether others come there about as soon as a team, from another side, unannounced."""
    (team, leg), (other, other_leg) = ours, theirs
    if other is None or other is team or other_leg.start is leg.start:
        return False
    if abs(leg.ends_ms - other_leg.ends_ms) > int(incident.p.near_miss_s * 1000.0):
        return False
    return not is_announced(team, other)


def walk_in(incident: Incident, team: Team) -> None:
    """Officers walk into an area indoors: if others have just come from another side, beware."""
    area, now = team.area, incident.now
    if can_cross(incident, team, area):
        before = Leg(area.entry_from, area, area.entry_ms)
        if is_crossing(incident, (team, Leg(team.last_area, area, now)), (area.entry_team, before)):
            assert area.entry_team is not None
            cross(incident, team, area.entry_team)
    note_entry(team, now)


def cross(incident: Incident, team: Team, other: Team) -> None:
    """Two teams cross unannounced; by luck it comes close, sooner where one is not known."""
    team.crossings += 1
    chance = incident.p.near_miss_p
    if not team.linked or not other.linked:
        chance = chance * incident.p.plain_clothes_factor
    if incident.luck.uniform(team.id, Purpose.NEAR_MISS, team.crossings) < chance:
        incident.record.near_misses += 1
        send_report(incident, open_report(incident, ReportKind.NEAR_MISS, team))


def is_announced(team: Team, other: Team) -> bool:
    """Whether two teams know of each other: they go together, or were sent to the same ground."""
    if other in (team.partner, team.joins, team.works_for):
        return True
    if team in (other.partner, other.joins, other.works_for):
        return True
    tasked = Task.UNASSIGNED not in (team.task, other.task)
    return tasked and team.target_area is other.target_area
