"""What is said from outside the scene: first reports, and that the scene is called clear."""

from tests.reference.twin.incident import Incident
from tests.reference.twin.radio import announce
from tests.reference.twin.reports import open_report, threat_report
from tests.reference.twin.said import Report
from tests.reference.twin.world import Told
from warmzone.vocabulary.codes import Source, ThreatStatus
from warmzone.vocabulary.reports import ReportKind


def told(incident: Incident, said: Told) -> None:
    """A first report (dispatch, caller, camera) is said on every channel."""
    if said.casualties > 0:
        report = open_report(incident, ReportKind.AREA_SEEN, None)
        report.flag = said.casualties
        deliver_told(incident, said, report)
    if said.threat is not None:
        report = open_report(incident, ReportKind.THREAT, None)
        report.status = said.threat
        deliver_told(incident, said, report)
    if said.second:
        deliver_told(incident, said, open_report(incident, ReportKind.SECOND_ATTACKER, None))


def deliver_told(incident: Incident, said: Told, report: Report) -> None:
    """Say it, with its area, its source and its true age."""
    report.area = incident.areas[said.area]
    report.source = said.source
    report.told = said
    if said.source != Source.CAMERA:
        report.observed_ms = said.observed_ms
    announce(incident, report)


def outside_clears(incident: Incident) -> None:
    """Outside command calls the scene clear, late and on its own: medics may go in freely."""
    incident.medical.free_entry = True
    report = threat_report(incident, None, ThreatStatus.OVER, None)
    report.source = Source.DISPATCH
    announce(incident, report)
