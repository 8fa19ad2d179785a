"""Searched ground is marked at the door, for whoever stands before it to see."""

from tests.reference.twin.incident import Incident
from tests.reference.twin.roles import is_near
from tests.reference.twin.things import Team
from tests.reference.twin.world import Area


def is_marked(incident: Incident, area: Area) -> bool:
    """Whether an area was searched, and nobody has spoken of the threat there since."""
    threat_ms = incident.tactical.areas[area.id].threat_ms
    if area.searched_ms is None:
        return False
    return threat_ms is None or area.searched_ms >= threat_ms


def is_known_searched(incident: Incident, area: Area) -> bool:
    """Whether it was said on the channel that an area is searched, and of no threat there since."""
    belief = incident.tactical.areas[area.id]
    if belief.searched_ms is None:
        return False
    return belief.threat_ms is None or belief.searched_ms >= belief.threat_ms


def sees_mark(incident: Incident, team: Team, area: Area) -> bool:
    """Whether a team stands at, or next to, an area that is marked as searched."""
    return is_marked(incident, area) and is_near(team.area, area)
