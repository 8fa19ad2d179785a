"""Tasks about ground beyond holding and searching: containing, checking, moving cars, breaching."""

from tests.reference.twin.care import begin_care, begin_work, see_area
from tests.reference.twin.contact import contact_of
from tests.reference.twin.holding import hold
from tests.reference.twin.incident import Incident
from tests.reference.twin.leading import finish_gathering, step_leading
from tests.reference.twin.radio import acknowledge, send_report
from tests.reference.twin.reports import open_report, threat_report
from tests.reference.twin.said import GivenOrder
from tests.reference.twin.standing import become_idle, cannot, done, go, say_at_place
from tests.reference.twin.teams import set_task
from tests.reference.twin.things import Team
from tests.reference.twin.vehicles import move_cars
from tests.reference.twin.world import Area
from warmzone.kernel.codes import Work
from warmzone.vocabulary.codes import HazardState, OpeningState, Phase, Task, ThreatStatus
from warmzone.vocabulary.orders import Verb
from warmzone.vocabulary.reports import CannotReason, ReportKind

TASKS = {
    Verb.CONTAIN: Task.CONTAIN,
    Verb.CHECK_REPORT: Task.CHECK,
    Verb.BREACH: Task.BREACH,
    Verb.MOVE_VEHICLES: Task.MOVE_VEHICLES,
    Verb.TRIAGE_OUTSIDE: Task.OUTSIDE_TRIAGE,
    Verb.MOVE_UNINJURED: Task.LEAD_OUT,
}


def obey_ground(incident: Incident, order: GivenOrder, team: Team) -> None:
    """A team that has left what it was doing turns to an order about ground; it steps after."""
    assert order.area is not None
    task = TASKS[order.verb]
    focus: Area | None = order.area
    if task == Task.CONTAIN:
        focus = free_way_out(incident, team, order.area)
    elif task == Task.BREACH:
        focus = locked_side(incident, team, order.area)
    elif task == Task.LEAD_OUT:
        team.leads_out = bool(order.value)
    if focus is None:
        acknowledge(incident, order)
        cannot(incident, team, CannotReason.NOTHING_TO_DO)
        set_task(incident, team, Task.UNASSIGNED)
        if not team.on_leg:
            become_idle(incident, team)
        return
    set_task(incident, team, task)
    team.target_area = order.area
    team.focus_area = focus
    acknowledge(incident, order, task)
    contact_of(incident, team)


def locked_side(incident: Incident, team: Team, area: Area) -> Area | None:
    """The nearest place from which a locked door into an area can be opened."""
    near = [
        way.to
        for way in area.ways
        if way.opening.state == OpeningState.LOCKED and incident.metres(team.area, way.to) < 1.0e9
    ]
    return min(near, key=lambda place: incident.metres(team.area, place), default=None)


def free_way_out(incident: Incident, team: Team, area: Area) -> Area | None:
    """From where a team can guard a way out of an area that nobody holds: the nearest."""
    near = [
        way.to
        for way in area.ways
        if way.opening.state in (OpeningState.OPEN, OpeningState.CLOSED)
        and incident.metres(team.area, way.to) < 1.0e9
        and not is_taken(incident, team, area, way.to)
    ]
    return min(near, key=lambda place: incident.metres(team.area, place), default=None)


def is_taken(incident: Incident, team: Team, area: Area, near: Area) -> bool:
    """Whether officers hold `near`, or another team guards the area from there or is on its way."""
    return near.held_officers > 0 or any(
        other is not team
        and other.task == Task.CONTAIN
        and other.able > 0
        and other.target_area is area
        and other.focus_area is near
        for other in incident.teams
    )


def step_ground(incident: Incident, team: Team) -> None:
    """Take the next step of such a task."""
    assert team.focus_area is not None
    if go(incident, team, team.focus_area):
        return
    p = incident.p
    if team.task == Task.CHECK:
        each_m2 = team.area.floor_m2 / max(1, team.able // 2)
        begin_work(incident, team, Work.CHECK, p.search_base_s + p.search_s_per_m2 * each_m2)
    elif team.task == Task.BREACH:
        begin_work(incident, team, Work.BREACH, p.breach_s)
    elif team.task == Task.MOVE_VEHICLES:
        begin_work(incident, team, Work.VEHICLES, p.move_car_s * max(1, team.area.blocking))
    elif team.task == Task.LEAD_OUT:
        step_leading(incident, team)
    elif team.task == Task.OUTSIDE_TRIAGE and triages(incident, team):
        return
    elif team.phase != Phase.HOLDING:
        team.phase = Phase.HOLDING
        say_at_place(incident, team)
        hold(incident, team)


def triages(incident: Incident, team: Team) -> bool:
    """Look about outside for those who fled, then care for who has come there; False where done."""
    searched = team.area.searched_ms
    if searched is None or searched < team.since_ms:
        p = incident.p
        begin_work(incident, team, Work.SEARCH, p.search_base_s + p.triage_s)
        return True
    see_area(incident, team)
    return begin_care(incident, team)


def finish_ground(incident: Incident, team: Team, work: Work) -> None:
    """Such a piece of work is finished."""
    if work == Work.CHECK:
        finish_check(incident, team)
    elif work == Work.BREACH:
        finish_breach(incident, team)
    elif work == Work.GATHER:
        if finish_gathering(incident, team):
            step_ground(incident, team)
    else:
        move_cars(incident, team.area)
        send_report(incident, open_report(incident, ReportKind.VEHICLES, team))
        done(incident, team)


def finish_breach(incident: Incident, team: Team) -> None:
    """The doors here are open; on to the next side of the area that is locked, or done."""
    target = team.target_area
    assert target is not None
    for way in target.ways:
        if way.to is team.area and way.opening.state == OpeningState.LOCKED:
            way.opening.state = OpeningState.CLOSED
    side = locked_side(incident, team, target)
    if side is None:
        done(incident, team)
        return
    team.focus_area = side
    step_ground(incident, team)


def finish_check(incident: Incident, team: Team) -> None:
    """The area has been looked through: somebody is there, or the report is said to be checked."""
    there = (HazardState.ACTIVE, HazardState.CONTAINED)
    if any(h.state in there and h.area is team.area for h in incident.hazards):
        report = threat_report(incident, team, ThreatStatus.ONGOING, team.area)
    else:
        report = open_report(incident, ReportKind.CHECKED, team)
    send_report(incident, report)
    done(incident, team)
