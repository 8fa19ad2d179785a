"""A team that knows the plan and has nothing to do turns to what comes next, and says so."""

from tests.reference.twin.care import in_need
from tests.reference.twin.contact import contact_of
from tests.reference.twin.incident import Incident
from tests.reference.twin.marks import sees_mark
from tests.reference.twin.movement import can_reach
from tests.reference.twin.priority import is_carried, to_move
from tests.reference.twin.profile import forbidden_verbs
from tests.reference.twin.radio import send_report
from tests.reference.twin.reports import open_report
from tests.reference.twin.roles import is_led
from tests.reference.twin.teams import set_task
from tests.reference.twin.things import Team
from tests.reference.twin.world import Area
from tests.reference.twin.zones import is_known_hot
from warmzone.vocabulary.codes import AreaKind, Care, Task, ThreatStatus
from warmzone.vocabulary.orders import Verb
from warmzone.vocabulary.reports import ReportKind

CARE = (Task.TREAT, Task.CARRY)


def turn_by_plan(incident: Incident, team: Team) -> bool:
    """Whether an idle team has turned to a task by the plan; it steps after."""
    if team.is_medical or (team.plan_until_ms <= incident.now and not is_led(incident, team)):
        return False
    area, task = neediest(incident, team), Task.TREAT
    if area is not None:
        if area is team.plan_area and carries_out(incident, area):
            task = Task.CARRY
        team.plan_area = area
    else:
        area, task = unsearched(incident, team), Task.CLEAR
    if area is None:
        return False
    set_task(incident, team, task)
    team.target_area = area
    contact_of(incident, team)
    report = open_report(incident, ReportKind.TURNED_TO, team)
    report.status = task
    report.flag = area.id + 1
    send_report(incident, report)
    return True


def carries_out(incident: Incident, area: Area) -> bool:
    """Whether officers carry, and somebody has named a place to carry an area's casualties to."""
    if Verb.CARRY in forbidden_verbs(incident.plan.profile):
        return False
    places = [place for place in (incident.medical.ccp, incident.medical.aep) if place]
    return any(place is not area for place in places)


def has_work(incident: Incident, area: Area) -> bool:
    """Whether who stands in an area sees somebody there to treat, or to carry somewhere."""
    if in_need(incident, area, Care.OFFICER):
        return True
    carried = any(is_carried(incident, person) for person in to_move(incident, area))
    return carried and carries_out(incident, area)


def neediest(incident: Incident, team: Team) -> Area | None:
    """Where casualties are said to lie that fewer teams are at than they need."""
    only_here = Verb.CARRY in forbidden_verbs(incident.plan.profile)
    tactical = incident.tactical
    best, best_score = None, 0.0
    for area, belief in zip(incident.areas, tactical.areas, strict=True):
        red, yellow, _, _ = belief.counts
        threatened = tactical.threat == ThreatStatus.ONGOING and area is tactical.threat_area
        if area is tactical.aep or is_known_hot(area) or threatened:
            continue
        if not can_reach(incident, team.area, area) or (only_here and area is not team.area):
            continue
        if 2 * teams_at(incident, area, CARE) >= red + yellow:
            continue
        if area is team.area and not has_work(incident, area):
            continue
        score = float(2 * red + yellow) / (60.0 + incident.metres(team.area, area))
        if score > best_score:
            best, best_score = area, score
    return best


def teams_at(incident: Incident, area: Area, tasks: tuple[Task, ...]) -> int:
    """Able teams on one of those tasks at an area."""
    return sum(
        team.task in tasks and team.able > 0 and team.target_area is area for team in incident.teams
    )


def unsearched(incident: Incident, team: Team) -> Area | None:
    """The nearest indoor area that is not known to be searched and that nobody searches."""
    if incident.tactical.threat == ThreatStatus.NONE:
        return None
    best, best_m = None, 1.0e8
    for area, belief in zip(incident.areas, incident.tactical.areas, strict=True):
        if area.outdoor or belief.searched_ms is not None:
            continue
        if not can_reach(incident, team.area, area):
            continue
        metres = incident.metres(team.area, area) + (25.0 if area.kind == AreaKind.ROOM else 0.0)
        if sees_mark(incident, team, area):
            continue
        if metres < best_m and teams_at(incident, area, (Task.CLEAR,)) == 0:
            best, best_m = area, metres
    return best
