"""A responder is down: what becomes of the team, and of officers near by, who are drawn to it."""

from tests.reference.twin.care import drop_work, put_down
from tests.reference.twin.contact import contact_of
from tests.reference.twin.corridor import leave_posts
from tests.reference.twin.holding import hold
from tests.reference.twin.incident import Incident
from tests.reference.twin.letting_go import release
from tests.reference.twin.obedience import stay_untasked
from tests.reference.twin.radio import send_report
from tests.reference.twin.reports import open_report, threat_report
from tests.reference.twin.standing import become_idle, cannot
from tests.reference.twin.teams import account_untasked, expose_team, schedule_initiative, set_task
from tests.reference.twin.things import Team
from warmzone.kernel.codes import Work
from warmzone.kernel.draws import Purpose
from warmzone.kernel.events import EventKind
from warmzone.vocabulary.codes import Phase, Task, ThreatStatus
from warmzone.vocabulary.reports import CannotReason, ReportKind


def officer_down(incident: Incident, team: Team) -> None:
    """A responder is hurt; the rest of the team goes on, or the team is out of action."""
    expose_team(incident, team)
    account_untasked(incident, team)
    team.hurt += 1
    team.roster_hurt += 1
    team.able -= 1
    incident.record.responders_hurt += 1
    send_report(incident, open_report(incident, ReportKind.OFFICER_DOWN, team))
    send_report(incident, threat_report(incident, team, ThreatStatus.ONGOING, team.area))
    if team.able <= 0:
        out_of_action(incident, team)
    expose_team(incident, team)
    contact_of(incident, team)
    hold(incident, team)
    pull_to_officer_down(incident, team)


def out_of_action(incident: Incident, team: Team) -> None:
    """Nobody of a team is fit: whatever it did or carried stays where it is."""
    set_task(incident, team, Task.WITHDRAW)
    leave_posts(incident, team)
    if team.load and team.work != Work.LIFT:
        put_down(incident, team)
    team.load = []
    drop_work(incident, team)
    part(incident, team)
    team.phase = Phase.OUT_OF_ACTION
    incident.calendar.cancel(EventKind.TEAM_WORK, team.id)
    incident.calendar.cancel(EventKind.TEAM_LEG, team.id)
    team.leg_end_ms = None


def part(incident: Incident, team: Team) -> None:
    """An RTF and its security no longer go together; officers left behind are without a task."""
    partner = team.partner
    team.partner = None
    if partner is not None and partner.partner is team:
        partner.partner = None
        if partner.task == Task.RTF_SECURITY:
            become_idle(incident, partner)


def pull_to_officer_down(incident: Incident, hurt: Team) -> None:
    """A responder of a team is hurt: officers near by go there, some of them from their work."""
    record, p = incident.record, incident.p
    record.down_area, record.down_ms = hurt.area, incident.now
    for team in incident.teams:
        if team is hurt or team.able <= 0 or not team.is_police:
            continue
        if incident.metres(team.area, hurt.area) > p.down_pull_m:
            continue
        if team.task == Task.UNASSIGNED and team.phase == Phase.IDLE:
            schedule_initiative(incident, team, p.look_s)
        elif leaves_work(incident, team):
            cannot(incident, team, CannotReason.OFFICER_DOWN)
            release(incident, team)
            stay_untasked(incident, team)
            schedule_initiative(incident, team, p.look_s)


def leaves_work(incident: Incident, team: Team) -> bool:
    """Whether a team at work that can be left drops it for a hurt officer."""
    if team.task not in (Task.CLEAR, Task.TREAT, Task.CARRY) or team.load or team.on_leg:
        return False
    luck = incident.luck.uniform(team.id, Purpose.DOWN_PULL, incident.record.responders_hurt)
    return bool(luck < incident.p.down_pull_p)
