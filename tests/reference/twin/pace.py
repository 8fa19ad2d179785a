"""How fast teams walk: under a load, in a crowd, and with care while a threat is about."""

from tests.reference.twin.alarms import hesitates
from tests.reference.twin.corridor import on_open_corridor
from tests.reference.twin.crowd import is_jammed
from tests.reference.twin.incident import Incident
from tests.reference.twin.marks import is_marked
from tests.reference.twin.things import Team
from tests.reference.twin.world import Area
from warmzone.vocabulary.codes import Task, ThreatStatus


def leg_s(incident: Incident, team: Team, start: Area, to_area: Area, begun_ms: int) -> float:
    """Seconds for one leg; longer while uninjured people stream there."""
    seconds = incident.metres(start, to_area) / speed(incident, team, to_area)
    if to_area.crowded_ms > begun_ms:
        seconds = seconds / incident.p.crowd_factor
    return seconds


def speed(incident: Incident, team: Team, to_area: Area) -> float:
    """Metres per second: slower under a load, and with care on ground that may not be safe."""
    p = incident.p
    value = float(p.walk_m_per_s)
    if team.load:
        bearers = team.able + (0 if team.partner is None else team.partner.able)
        stretchers = team.is_medical or bearers >= 4 * len(team.load)
        value = p.stretcher_m_per_s if stretchers else p.drag_m_per_s
        if is_jammed(incident, to_area):
            value = value * p.jam_factor
    if team.task != Task.CONTACT and calls_for_care(incident, to_area):
        value = value * p.cautious_factor
    if team.task != Task.CHECK and hesitates(incident, team, to_area):
        value = value * p.hesitation_factor
    return value


def calls_for_care(incident: Incident, area: Area) -> bool:
    """Whether teams go carefully into an area: a threat is about, indoors, off the held lane."""
    heard = incident.medical.threat == ThreatStatus.ONGOING
    searched = is_marked(incident, area) and not heard
    safe = area.outdoor or searched or on_open_corridor(incident, area)
    return threat_about(incident) and not safe


def search_s(incident: Incident, team: Team, area: Area) -> float:
    """Seconds that a team needs to search an area, pair by pair."""
    pairs = max(1, team.able // 2)
    return incident.p.search_base_s + incident.p.search_s_per_m2 * area.floor_m2 / pairs


def threat_about(incident: Incident) -> bool:
    """Whether teams on scene have reason to move with care: nobody has said it is over."""
    return incident.medical.threat not in (ThreatStatus.NONE, ThreatStatus.OVER)
