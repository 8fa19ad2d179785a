"""Officers who lead uninjured people out of a place, or have them stay behind closed doors."""

from tests.reference.twin.care import begin_work
from tests.reference.twin.hazard import holds_changed
from tests.reference.twin.incident import Incident
from tests.reference.twin.radio import send_report
from tests.reference.twin.reports import open_report
from tests.reference.twin.standing import become_idle, cannot, done
from tests.reference.twin.things import Team
from tests.reference.twin.uninjured import send_out, uninjured_here
from warmzone.kernel.codes import Work
from warmzone.vocabulary.codes import OpeningKind, OpeningState, Task
from warmzone.vocabulary.reports import CannotReason, ReportKind


def step_leading(incident: Incident, team: Team) -> None:
    """Gather the people where they are; outside with them, the task is done."""
    assert team.target_area is not None
    if team.focus_area is not team.target_area:
        report = open_report(incident, ReportKind.TASK_DONE, team)
        report.status = Task.UNASSIGNED
        report.flag = team.target_area.id + 1
        send_report(incident, report)
        become_idle(incident, team)
    elif uninjured_here(incident, team.target_area) == 0:
        cannot(incident, team, CannotReason.NOT_FOUND)
        become_idle(incident, team)
    else:
        begin_work(incident, team, Work.GATHER, incident.p.gather_s)


def finish_gathering(incident: Incident, team: Team) -> bool:
    """They have been told: whether the team walks out with them, else it is done there."""
    area = team.target_area
    assert area is not None
    if not team.leads_out:
        area.sheltering = True
        for way in area.ways:
            if way.opening.kind == OpeningKind.DOOR and way.opening.state == OpeningState.OPEN:
                way.opening.state = OpeningState.CLOSED
        holds_changed(incident)
        done(incident, team)
        return False
    if area.exit_area is None:
        cannot(incident, team, CannotReason.NO_WAY)
        become_idle(incident, team)
        return False
    send_out(incident, area)
    team.focus_area = area.exit_area
    return True
