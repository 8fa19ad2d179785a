"""Ground that comes into reach under those who are on it: who stops, covers, or goes back."""

from tests.reference.twin.care import begin_work, drop_work
from tests.reference.twin.incident import Incident
from tests.reference.twin.movement import walk
from tests.reference.twin.radio import send_report
from tests.reference.twin.reports import open_report
from tests.reference.twin.things import Team
from tests.reference.twin.world import Area
from warmzone.kernel.codes import Work
from warmzone.kernel.events import EventKind
from warmzone.vocabulary.codes import Phase, Zone
from warmzone.vocabulary.reports import CannotReason, ReportKind


def ground_turned(incident: Incident, area: Area) -> None:
    """An area has come into reach: a flip where it was called warm or cold; teams there react."""
    if area.declared.zone >= Zone.WARM:
        incident.record.flips += 1
    for team in incident.teams:
        if team.area is area and team.able > 0 and team.on_scene and not team.on_leg:
            if team.is_medical:
                medics_leave(incident, team)
            elif team.work in (Work.CARE, Work.LIFT):
                take_cover(incident, team)


def stop_work(incident: Incident, team: Team) -> None:
    """Drop what is in hand where it is; a load half lifted stays on the ground."""
    if team.work == Work.LIFT:
        team.load = []
    incident.calendar.cancel(EventKind.TEAM_WORK, team.id)
    drop_work(incident, team)
    team.phase = Phase.IDLE


def take_cover(incident: Incident, team: Team) -> None:
    """Officers at work on casualties turn on the threat for a while, then go on."""
    stop_work(incident, team)
    begin_work(incident, team, Work.COVER, incident.p.cover_s)


def medics_leave(incident: Incident, team: Team) -> None:
    """A crew stops and says so: with security it holds here, alone it goes back a step."""
    carrying = team.load and team.work != Work.LIFT
    if carrying or team.work == Work.ASSEMBLE or team.phase == Phase.OUT_OF_ACTION:
        return
    stop_work(incident, team)
    team.cleared_area = None
    team.phase = Phase.HOLDING
    report = open_report(incident, ReportKind.CANNOT, team)
    report.status = CannotReason.GROUND_HOT
    send_report(incident, report)
    if team.partner is None and team.last_area is not None:
        walk(incident, team, team.last_area)
