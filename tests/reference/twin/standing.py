"""What every task is made of: going somewhere, standing there, saying so, being done."""

from tests.reference.twin.contact import contact_of
from tests.reference.twin.incident import Incident
from tests.reference.twin.movement import can_reach, walk
from tests.reference.twin.radio import send_report
from tests.reference.twin.reports import open_report
from tests.reference.twin.teams import schedule_initiative, set_task
from tests.reference.twin.things import Team
from tests.reference.twin.world import Area
from warmzone.kernel.codes import Work
from warmzone.vocabulary.codes import Phase, Task
from warmzone.vocabulary.reports import CannotReason, ReportKind


def go(incident: Incident, team: Team, goal: Area) -> bool:
    """Walk to `goal`; True while under way. Where there is no way, say so and stand idle."""
    if not team.on_leg and not can_reach(incident, team.area, goal):
        cannot(incident, team, CannotReason.NO_WAY)
        become_idle(incident, team)
        return True
    return walk(incident, team, goal)


def cannot(incident: Incident, team: Team, reason: CannotReason) -> None:
    """Tell command that the order cannot be carried out, and why."""
    report = open_report(incident, ReportKind.CANNOT, team)
    report.status = reason
    send_report(incident, report)


def cannot_beside(incident: Incident, team: Team, reason: CannotReason) -> None:
    """Tell command so of something asked of the team beside its task, with which it goes on."""
    report = open_report(incident, ReportKind.CANNOT, team)
    report.status = reason
    report.flag = -1
    send_report(incident, report)


def done(incident: Incident, team: Team) -> None:
    """Tell command that the task is finished and stand without one."""
    report = open_report(incident, ReportKind.TASK_DONE, team)
    report.status = Task.UNASSIGNED
    send_report(incident, report)
    become_idle(incident, team)


def become_idle(incident: Incident, team: Team) -> None:
    """Stand without a task; officers in time act of their own accord, medics wait for a word."""
    if team.is_medical:
        team.cleared_area = None
        team.phase = Phase.HOLDING
        return
    set_task(incident, team, Task.UNASSIGNED)
    team.goal_area = None
    rest(incident, team)


def rest(incident: Incident, team: Team) -> None:
    """Stand idle until something happens or initiative takes over."""
    team.phase = Phase.IDLE
    team.work = Work.NONE
    p = incident.p
    mean_s = p.initiative_care_mean_s if team.self_directed else p.initiative_mean_s
    schedule_initiative(incident, team, mean_s)
    contact_of(incident, team)


def say_at_place(incident: Incident, team: Team) -> None:
    """Say where the team stands and that it holds there."""
    report = open_report(incident, ReportKind.AT_PLACE, team)
    report.status = team.task
    send_report(incident, report)
