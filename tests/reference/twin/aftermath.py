"""A hazard that ended by itself: nobody knows until officers come to where it did, and say so."""

from tests.reference.twin.incident import Incident
from tests.reference.twin.radio import send_report
from tests.reference.twin.reports import threat_report
from tests.reference.twin.stretch import stop_at
from tests.reference.twin.things import Hazard, Team
from warmzone.vocabulary.codes import ThreatStatus


def lie_unseen(incident: Incident, hazard: Hazard) -> None:
    """A hazard has ended by itself: officers who are there see it, others once they come by."""
    assert hazard.area is not None
    hazard.unseen = True
    stop_at(incident, hazard.area)
    for team in incident.teams:
        see_that_it_is_over(incident, team)


def see_that_it_is_over(incident: Incident, team: Team) -> None:
    """Officers stand where a hazard ended that nobody has seen since: they say that it is over."""
    if team.is_medical or team.able <= 0 or not team.on_scene:
        return
    for hazard in incident.hazards:
        if hazard.unseen and hazard.area is team.area:
            hazard.unseen = False
            send_report(incident, threat_report(incident, team, ThreatStatus.OVER, team.area))
