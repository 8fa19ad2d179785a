"""Triage and Transport come and stand with Tactical: from then on they know and hear the same."""

from tests.reference.twin.beliefs import hear
from tests.reference.twin.incident import Incident
from tests.reference.twin.lanes import hand_on
from tests.reference.twin.movement import can_reach
from tests.reference.twin.radio import announce, send_report
from tests.reference.twin.reports import open_report
from tests.reference.twin.said import Message
from tests.reference.twin.world import Area
from tests.reference.twin.zones import medics_accept, why_not
from warmzone.kernel.codes import Item
from warmzone.vocabulary.codes import Seat, Source
from warmzone.vocabulary.reports import CannotReason, ReportKind


def come_together(incident: Incident) -> None:
    """The medics' supervisors have been asked to come: they set out, or say why they cannot."""
    crews = [team for team in incident.teams if team.is_medical and team.on_scene and team.able > 0]
    place = incident.tactical.place_area
    if not crews or place is None or incident.command.together_ms is not None:
        return
    first = min(crews, key=lambda team: team.arrived_ms or 0)
    start = incident.medical.place_area
    assert start is not None
    reason = why_not_there(incident, start, place)
    if reason is not None:
        report = open_report(incident, ReportKind.CANNOT, first)
        report.status = reason
        report.flag = place.id + 1
        send_report(incident, report)
        return
    seconds = 0.0
    if start is not place:
        seconds = incident.metres(start, place) / incident.p.walk_m_per_s
    hand_on(incident, Message(Item.TOGETHER, place, Seat.TACTICAL), seconds)


def why_not_there(incident: Incident, start: Area, place: Area) -> CannotReason | None:
    """Why medics will not go there, if they will not."""
    if not can_reach(incident, start, place):
        return CannotReason.NO_WAY
    if place.outdoor or medics_accept(incident, place):
        return None
    return why_not(incident, place)


def share_picture(incident: Incident) -> None:
    """Side by side each tells the other who was last said to lie in every place they know of."""
    for own, others in zip(incident.tactical.areas, incident.medical.areas, strict=True):
        police, medics = own.counted, others.counted
        if police is not None and (medics is None or medics.id < police.id):
            hear(incident, incident.medical, police)
        elif medics is not None and (police is None or police.id < medics.id):
            hear(incident, incident.tactical, medics)


def stand_together(incident: Incident) -> None:
    """Triage and Transport stand where Tactical does."""
    if incident.command.together_ms is not None:
        return
    incident.command.together_ms = incident.now
    incident.medical.place_area = incident.tactical.place_area
    share_picture(incident)
    report = open_report(incident, ReportKind.TOGETHER, None)
    report.source, report.area = Source.MEDICAL, incident.tactical.place_area
    announce(incident, report)
