"""Armed teams that meet unannounced: what could have gone wrong, counted and said."""

from tests.reference.twin.corridor import on_open_corridor
from tests.reference.twin.incident import Incident
from tests.reference.twin.movement import threat_about
from tests.reference.twin.radio import send_report
from tests.reference.twin.reports import open_report
from tests.reference.twin.things import Team
from warmzone.kernel.draws import Purpose
from warmzone.vocabulary.codes import Task
from warmzone.vocabulary.reports import ReportKind


def walk_in(incident: Incident, team: Team) -> None:
    """Officers walk into an area indoors: if others have just come from another side, beware."""
    area = team.area
    if not team.is_police or area.outdoor:
        return
    other = area.entry_team
    if other is not None and other is not team and not is_announced(team, other):
        soon = incident.now - area.entry_ms <= int(incident.p.near_miss_s * 1000.0)
        elsewhere = area.entry_from is not team.last_area
        if soon and elsewhere and threat_about(incident) and not on_open_corridor(incident, area):
            cross(incident, team, other)
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
