"""Armed teams that meet unannounced: what could have gone wrong, counted and said."""

from tests.reference.twin.corridor import on_open_corridor
from tests.reference.twin.incident import Incident
from tests.reference.twin.pace import threat_about
from tests.reference.twin.radio import send_report
from tests.reference.twin.reports import open_report
from tests.reference.twin.stretch import stop_team_at
from tests.reference.twin.things import Team
from tests.reference.twin.world import Area
from warmzone.kernel.draws import Purpose
from warmzone.vocabulary.codes import Task
from warmzone.vocabulary.reports import ReportKind


def will_meet(incident: Incident, team: Team, came_from: Area, area: Area, at_ms: int) -> bool:
    """Whether a team that will walk from one area into another at a moment must beware of others.

    Where it need not, its coming is noted, and who comes after it from elsewhere stops there.
    """
    if not team.is_police or area.outdoor:
        return False
    if is_crossing(incident, team, came_from, area, at_ms):
        assert area.entry_team is not None
        if area.entry_ms <= at_ms:
            return True
        stop_team_at(incident, area.entry_team, area)
    area.entry_ms, area.entry_team, area.entry_from = at_ms, team, came_from
    return False


def is_crossing(
    incident: Incident, team: Team, came_from: Area | None, area: Area, at_ms: int
) -> bool:
    """Whether others come into an area at about the same time from another side, unannounced."""
    other = area.entry_team
    if other is None or other is team or area.entry_from is came_from:
        return False
    if abs(at_ms - area.entry_ms) > int(incident.p.near_miss_s * 1000.0):
        return False
    if not threat_about(incident) or on_open_corridor(incident, area):
        return False
    return not is_announced(team, other)


def walk_in(incident: Incident, team: Team) -> None:
    """Officers walk into an area indoors: if others have just come from another side, beware."""
    area = team.area
    if not team.is_police or area.outdoor:
        return
    crosses = is_crossing(incident, team, team.last_area, area, incident.now)
    if crosses and area.entry_ms <= incident.now:
        assert area.entry_team is not None
        cross(incident, team, area.entry_team)
    area.entry_ms, area.entry_team, area.entry_from = incident.now, team, team.last_area


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
