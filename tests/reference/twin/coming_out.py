"""Uninjured people who are outside now: they are counted, and some say what they ran from."""

from tests.reference.twin.incident import Incident
from tests.reference.twin.radio import announce
from tests.reference.twin.reports import open_report, threat_report
from tests.reference.twin.world import Area
from warmzone.kernel.codes import Item
from warmzone.vocabulary.codes import Source, ThreatStatus
from warmzone.vocabulary.reports import ReportKind


def are_outside(incident: Incident, kind: Item, area: Area, people: int) -> None:
    """A batch is outside; people say how many have come, as their number doubles."""
    assert area.exit_area is not None
    area.exit_area.uninjured += people
    record = incident.record
    before = record.uninjured_out
    record.uninjured_out += people
    if record.uninjured_out.bit_length() == before.bit_length():
        return
    report = open_report(incident, ReportKind.PEOPLE_OUT, None)
    report.source = Source.CALLER
    report.area = area.exit_area
    report.flag = record.uninjured_out
    announce(incident, report)
    if kind == Item.RAN:
        report = threat_report(incident, None, ThreatStatus.ONGOING, area)
        report.source = Source.CALLER
        assert area.alarmed_ms is not None
        report.observed_ms = area.alarmed_ms
        announce(incident, report)
