"""Teams that join: linking up, becoming one team, working for another."""

from tests.reference.twin.care import begin_work
from tests.reference.twin.contact import contact_of
from tests.reference.twin.holding import hold
from tests.reference.twin.incident import Incident
from tests.reference.twin.radio import send_report
from tests.reference.twin.reports import open_report
from tests.reference.twin.standing import become_idle, cannot, go
from tests.reference.twin.teams import expose_team, new_roster, set_task
from tests.reference.twin.things import Team
from warmzone.kernel.codes import Work
from warmzone.kernel.events import EventKind
from warmzone.vocabulary.codes import Phase, Task
from warmzone.vocabulary.reports import CannotReason, ReportKind

SHARED = (Task.CONTACT, Task.CLEAR, Task.HOLD, Task.TREAT, Task.CARRY)


def join(incident: Incident, team: Team, other: Team, *, merges: bool) -> None:
    """A team sets out to link up with another, and perhaps to become part of it."""
    set_task(incident, team, Task.LINK_UP)
    team.joins = other
    team.merges = merges
    team.target_area = other.area


def step_join(incident: Incident, team: Team) -> None:
    """Go to where the other team is; then both identify themselves, which takes a little."""
    other = team.joins
    if other is None or other.able <= 0 or not other.on_scene:
        cannot(incident, team, CannotReason.NOT_FOUND)
        become_idle(incident, team)
    elif not go(incident, team, other.area):
        begin_work(incident, team, Work.LINK, incident.p.link_up_s)


def finish_join(incident: Incident, team: Team) -> None:
    """Both know each other now; whoever was taken in is part of the other team."""
    other = team.joins
    if other is None or other.area is not team.area or other.able <= 0:
        step_join(incident, team)
        return
    team.linked = other.linked = True
    merges = team.merges
    team.joins, team.merges = None, False
    if merges:
        merge(incident, team, other)
        said, speaker, named = ReportKind.JOINED, other, team
    else:
        said, speaker, named = ReportKind.LINKED, team, other
    report = open_report(incident, said, speaker)
    report.flag = 1 + named.id
    send_report(incident, report)
    if not merges:
        become_idle(incident, team)


def merge(incident: Incident, gone: Team, team: Team) -> None:
    """The able people of one team belong to the other from now on."""
    expose_team(incident, gone)
    expose_team(incident, team)
    if team.untasked_since_ms is not None:
        set_task(incident, team, team.task)
    team.people += gone.able
    team.able += gone.able
    gone.people -= gone.able
    gone.able = 0
    gone.merged = team
    gone.phase = Phase.OUT_OF_ACTION
    for kind in (EventKind.TEAM_WORK, EventKind.TEAM_LEG, EventKind.TEAM_INITIATIVE):
        incident.calendar.cancel(kind, gone.id)
    new_roster(incident, team)
    for each in (gone, team):
        expose_team(incident, each)
        contact_of(incident, each)
        hold(incident, each)


def shadow(incident: Incident, team: Team) -> None:
    """A team does what the team does that it works for, or stands by beside it."""
    leader = team.works_for
    assert leader is not None
    if leader.task in SHARED and leader.target_area is not None:
        task, target = leader.task, leader.target_area
    else:
        task, target = Task.RESERVE, leader.area
    set_task(incident, team, task)
    team.target_area = target
