"""The perimeter: officers outside who keep people and cars from where they would be in the way."""

from tests.reference.twin.incident import Incident
from tests.reference.twin.world import Area
from warmzone.vocabulary.codes import Phase, Task


def is_kept(incident: Incident, area: Area) -> bool:
    """Whether officers keep a perimeter at an area."""
    return any(
        team.task == Task.PERIMETER and team.area is area and team.able > 0
        for team in incident.teams
        if team.phase == Phase.HOLDING
    )


def loading_factor(incident: Incident, area: Area) -> float:
    """By how much loading takes longer at an area: people who came out stand about, unreceived."""
    if area.uninjured < incident.p.bystanders or is_kept(incident, area):
        return 1.0
    return float(incident.p.bystander_factor)
