"""Where a crew under escort goes on to, once nobody is left who needs it where it was let in."""

from tests.reference.twin.care import see_what_is_left
from tests.reference.twin.incident import Incident
from tests.reference.twin.movement import can_reach
from tests.reference.twin.radio import send_report
from tests.reference.twin.reports import open_report
from tests.reference.twin.standing import go
from tests.reference.twin.things import Team
from tests.reference.twin.world import Area
from tests.reference.twin.zones import ground_in_the_way, medics_accept
from warmzone.vocabulary.codes import Task
from warmzone.vocabulary.reports import ReportKind

MOST_PLACES = 8


def goes_on(incident: Incident, team: Team, *, untended: bool) -> bool:
    """Whether a crew that is done here sets out for the next casualties, and says so."""
    escorted = team.partner is not None and not incident.medical.free_entry
    may = escorted and team.went_on < MOST_PLACES
    area = next_place(incident, team, untended=untended) if may else None
    if area is None:
        return False
    see_what_is_left(incident, team)
    team.went_on += 1
    team.cleared_area = area
    say_turned_to(incident, team, area)
    return go(incident, team, area)


def say_turned_to(incident: Incident, team: Team, area: Area) -> None:
    """A crew says that it sets out for where it has been let in."""
    report = open_report(incident, ReportKind.TURNED_TO, team)
    report.status = Task.RESCUE_TASK_FORCE
    report.flag = area.id + 1
    send_report(incident, report)


def next_place(incident: Incident, team: Team, *, untended: bool) -> Area | None:
    """Where most are said to lie near by, on ground open to medics, with no crew there."""
    medical = incident.medical
    gathered = medical.ccp if medical.aep is None else medical.aep
    best, best_score = None, 0.0
    for area, belief in zip(incident.areas, medical.areas, strict=True):
        red, yellow, _, _ = belief.counts
        if area is team.area or area is gathered or (untended and area.tended):
            continue
        score = float(2 * red + yellow) / (60.0 + incident.metres(team.area, area))
        open_to_medics = can_reach(incident, team.area, area) and medics_accept(incident, area)
        if score <= best_score or not open_to_medics or crew_at(incident, area):
            continue
        if ground_in_the_way(incident, team, area) is None:
            best, best_score = area, score
    return best


def crew_at(incident: Incident, area: Area) -> bool:
    """Whether an able crew has been let in to an area."""
    return any(
        each.is_medical and each.able > 0 and each.cleared_area is area for each in incident.teams
    )
