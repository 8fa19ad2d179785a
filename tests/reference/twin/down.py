"""A responder is down: officers near by are drawn to it unless they were ordered otherwise."""

from tests.reference.twin.incident import Incident
from tests.reference.twin.letting_go import release
from tests.reference.twin.obedience import stay_untasked
from tests.reference.twin.standing import cannot
from tests.reference.twin.teams import schedule_initiative
from tests.reference.twin.things import Team
from warmzone.kernel.draws import Purpose
from warmzone.vocabulary.codes import Phase, Task
from warmzone.vocabulary.reports import CannotReason


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
