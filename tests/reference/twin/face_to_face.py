"""Who stands so near to a seat that they speak face to face."""

from tests.reference.twin.incident import Incident
from tests.reference.twin.said import CommandSeat
from tests.reference.twin.things import Team
from tests.reference.twin.world import Area
from warmzone.vocabulary.codes import CommandPlace, OpeningState


def beside(team: Team | None, seat: CommandSeat) -> bool:
    """Whether a team can speak with a seat face to face."""
    return team is not None and seat.place_area is not None and near(team.area, seat.place_area)


def near(here: Area, there: Area) -> bool:
    """Whether two places are one, or next to each other through an opening that stands open."""
    through = [way.to for way in here.ways if way.opening.state == OpeningState.OPEN]
    return here is there or any(area is there for area in through)


def post_of(team: Team, place: CommandPlace) -> Area:
    """Where an officer of a team stands to command: a post is outside, where the team came in."""
    outside = team.area.outdoor or place != CommandPlace.POST
    return team.area if outside else team.home_area


def set_up_staging(incident: Incident, team: Team) -> None:
    """The first crew on scene is where the medical seat stands from then on."""
    incident.medical.place_area = incident.medical.place_area or team.area
