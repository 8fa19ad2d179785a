"""The one place that moves time, and the order in which things happen."""

from collections.abc import Callable

from tests.reference.twin.arrivals import officers_arrive
from tests.reference.twin.care import (
    begin_work,
    finish_care,
    finish_lift,
    see_area,
)
from tests.reference.twin.casualties import die, end_exposure
from tests.reference.twin.cover import medics_leave
from tests.reference.twin.crossing import walk_in
from tests.reference.twin.device import look_for_device
from tests.reference.twin.down import officer_down
from tests.reference.twin.entry import stops_for_wounded
from tests.reference.twin.face_to_face import set_up_staging
from tests.reference.twin.first_reports import outside_clears, told
from tests.reference.twin.ground_tasks import finish_ground
from tests.reference.twin.hazard import contact_succeeds, move, next_change, team_moved
from tests.reference.twin.incident import Incident
from tests.reference.twin.initiative import go_on, take_initiative
from tests.reference.twin.joining import finish_join
from tests.reference.twin.movement import can_reach, finish_leg, start_leg
from tests.reference.twin.obedience import obey
from tests.reference.twin.police_car import finish_drive
from tests.reference.twin.radio import announce, send_report
from tests.reference.twin.reports import open_report
from tests.reference.twin.said import CommandSeat
from tests.reference.twin.saying import arrives, channel_turn
from tests.reference.twin.senior import supervisor_arrives
from tests.reference.twin.standing import rest
from tests.reference.twin.stretch import walk_on
from tests.reference.twin.tasks import finish_search, step
from tests.reference.twin.teams import (
    schedule_initiative,
    set_task,
)
from tests.reference.twin.things import Team
from tests.reference.twin.transport import ambulance_turn
from tests.reference.twin.vehicles import park
from tests.reference.twin.walking import walk_out
from warmzone.kernel.codes import Lane, Work
from warmzone.kernel.events import EventKind
from warmzone.vocabulary.codes import AtWounded, Phase, Source, Task
from warmzone.vocabulary.reports import ReportKind


def next_event(incident: Incident, until: int) -> CommandSeat | None:
    """Handle the next event, which must be due by `until`; the seat that is to decide, if any."""
    now, kind, entity = incident.calendar.take()
    assert now <= until
    incident.now = incident.last_event_ms = now
    walk_on(incident)
    incident.events += 1
    if kind == EventKind.DECIDE:
        return incident.seats[entity]
    handle(incident, kind, entity)
    return None


def handle(incident: Incident, kind: EventKind, i: int) -> None:
    """One event, whose time it is now."""
    HAPPENS[kind](incident, i)


def team_arrives(incident: Incident, team: Team) -> None:
    """A car-load or a crew is on scene; officers report, medics first form up."""
    team.arrived_ms = incident.now
    team.phase = Phase.IDLE
    park(incident, team)
    if team.is_medical:
        set_up_staging(incident, team)
        set_task(incident, team, Task.RESCUE_TASK_FORCE)
        begin_work(incident, team, Work.ASSEMBLE, incident.p.rtf_assemble_s)
        return
    free = officers_arrive(incident, team)
    supervisor_arrives(incident, team)
    if free:
        rest(incident, team)
        schedule_initiative(incident, team, incident.p.self_deploy_mean_s)


def leg_ends(incident: Incident, team: Team) -> None:
    """A team stands in the next area: what it meets, what it sees, where it goes on."""
    finish_leg(incident, team)
    walk_in(incident, team)
    team_moved(incident, team)
    if team.task == Task.RESCUE_TASK_FORCE and team.partner is not None:
        team_moved(incident, team.partner)
    rtf_inside = team.task == Task.RESCUE_TASK_FORCE and not team.area.outdoor
    if rtf_inside and incident.record.rtf_in_ms is None:
        incident.record.rtf_in_ms = incident.now
    see_area(incident, team)
    look_for_device(incident, team, searching=False)
    goal = team.goal_area
    if team.task == Task.RESCUE_TASK_FORCE and not team.load:
        if team.area.exposure > 0.0 and goal is not None:
            if team.phase == Phase.WALKING and not team.on_leg:
                medics_leave(incident, team)  # unless their coming made it turn hot
            return
        goal = None  # a crew looks at the ground ahead before each leg
    if stops_for_wounded(incident, team):
        return
    if goal is not None and goal is not team.area and can_reach(incident, team.area, goal):
        start_leg(incident, team)
        return
    team.goal_area = None
    step(incident, team)
    turn_to_next_order(incident, team)
    go_on(incident, team)


def work_ends(incident: Incident, team: Team) -> None:
    """A piece of work is finished; the team takes its next step."""
    work = team.work
    team.work = Work.NONE
    team.phase = Phase.IDLE
    if work == Work.SEARCH:
        finish_search(incident, team)
    elif work == Work.CARE:
        finish_care(incident, team)
        if team.next_order is not None:
            turn_to_next_order(incident, team)
            return
        if team.at_wounded == AtWounded.STOP and stops_for_wounded(incident, team):
            return
    elif work == Work.LINK:
        finish_join(incident, team)
        return
    elif work in (Work.CHECK, Work.BREACH, Work.VEHICLES, Work.GATHER):
        finish_ground(incident, team, work)
        return
    elif work == Work.DRIVE:
        finish_drive(incident, team)
        if team.on_scene:
            turn_to_next_order(incident, team)
        return
    elif work == Work.LIFT:
        finish_lift(incident, team)
    elif work == Work.ASSEMBLE:
        report = open_report(incident, ReportKind.ARRIVED, team)
        report.status = Task.RESCUE_TASK_FORCE
        send_report(incident, report)
    step(incident, team)
    turn_to_next_order(incident, team)
    go_on(incident, team)


def turn_to_next_order(incident: Incident, team: Team) -> None:
    """The load is down, or the care in hand given: obey what was said meanwhile."""
    order = team.next_order
    if order is not None and not team.load:
        team.next_order = None
        obey(incident, order)


def first_report(incident: Incident, i: int) -> None:
    """One of the scenario's first reports, or behind them the one that came up by luck."""
    if i < len(incident.told):
        told(incident, incident.told[i])
        return
    report = open_report(incident, ReportKind.SECOND_ATTACKER, None)
    report.area, report.source = incident.alarm.claimed_area, Source.CALLER
    announce(incident, report)


HAPPENS: dict[EventKind, Callable[[Incident, int], None]] = {
    EventKind.HAZARD: lambda incident, i: next_change(incident, incident.hazards[i]),
    EventKind.HAZARD_MOVE: lambda incident, i: move(incident, incident.hazards[i]),
    EventKind.HAZARD_CONTACT: lambda incident, i: contact_succeeds(incident, incident.hazards[i]),
    EventKind.PERSON_EXPOSURE: lambda incident, i: end_exposure(incident, incident.people[i]),
    EventKind.PERSON_DEATH: lambda incident, i: die(incident, incident.people[i]),
    EventKind.PERSON_MOVE: lambda incident, i: walk_out(incident, incident.people[i]),
    EventKind.TEAM_ARRIVAL: lambda incident, i: team_arrives(incident, incident.teams[i]),
    EventKind.TEAM_LEG: lambda incident, i: leg_ends(incident, incident.teams[i]),
    EventKind.TEAM_WORK: lambda incident, i: work_ends(incident, incident.teams[i]),
    EventKind.TEAM_HURT: lambda incident, i: officer_down(incident, incident.teams[i]),
    EventKind.TEAM_INITIATIVE: lambda incident, i: take_initiative(incident, incident.teams[i]),
    EventKind.AMBULANCE: lambda incident, i: ambulance_turn(incident, incident.ambulances[i]),
    EventKind.FIRST_REPORT: first_report,
    EventKind.RADIO: lambda incident, i: channel_turn(incident, Lane(i)),
    EventKind.RELAY: lambda incident, _: arrives(incident),
    EventKind.OUTSIDE: lambda incident, _: outside_clears(incident),
}
"""What each kind of event does, in rank order; DECIDE is for the caller."""
