"""A device that somebody finds: ground to be cleared, and who is still beside it."""

from tests.reference.twin.incident import Incident
from tests.reference.twin.radio import send_report
from tests.reference.twin.reports import open_report
from tests.reference.twin.stretch import cut_short, stop_at
from tests.reference.twin.teams import expose_team
from tests.reference.twin.things import Team
from warmzone.kernel.draws import Purpose
from warmzone.vocabulary.codes import Zone
from warmzone.vocabulary.reports import ReportKind


def look_for_device(incident: Incident, team: Team, *, searching: bool) -> None:
    """A team in the area finds the device: for sure when it searches, else by luck of its own."""
    alarm = incident.alarm
    if not alarm.device or incident.record.device_found_ms is not None:
        return
    if team.area is not alarm.device_area or incident.now < alarm.device_from_ms:
        return
    luck = incident.luck.uniform(team.id, Purpose.DEVICE_SEEN, 0)
    if searching or luck < incident.p.device_seen_p:
        find_device(incident, team)


def find_device(incident: Incident, team: Team) -> None:
    """A device is found: its area and those next to it are to be cleared."""
    here = incident.alarm.device_area
    assert here is not None
    incident.record.device_found_ms = incident.now
    for area in {near.id: near for near in [here, *(way.to for way in here.ways)]}.values():
        area.device = True
        stop_at(incident, area)
        if area.declared.zone >= Zone.WARM:
            incident.record.flips += 1
    for other in incident.teams:
        if other.area.device:
            expose_team(incident, other)
            count_beside(incident, other)
            cut_short(incident, other)
    send_report(incident, open_report(incident, ReportKind.DEVICE, team))


def count_beside(incident: Incident, team: Team) -> None:
    """Add up the time that a team has spent beside a device; it runs on while it is there."""
    if team.device_since_ms is not None:
        team.device_ms += (incident.now - team.device_since_ms) * team.able
    team.device_since_ms = incident.now if team.area.device and team.on_scene else None
