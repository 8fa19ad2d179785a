"""The files of a training plan: what is printed, put into calendars and filled in."""

import datetime
import hashlib
import io
import zipfile
from collections.abc import Mapping, Sequence

import msgspec

from warmzone.interop.calendar import Entry, calendar_bytes
from warmzone.interop.certificate_pages import certificate_pages
from warmzone.studies.verification.html_page import as_html
from warmzone.studies.verification.pdf_pages import as_pdf
from warmzone.training.plan.agency import Agency
from warmzone.training.plan.certificates import certificates, certificates_csv
from warmzone.training.plan.packet import packet, roster_csv
from warmzone.training.plan.read import BUNDLE_FILE, PLAN_FILE
from warmzone.training.plan.report import plan_report
from warmzone.training.plan.schedule import Session
from warmzone.training.plan.splits import Answer
from warmzone.training.plan.told import told

PACKETS = "packets/"
_ALWAYS = (2020, 1, 1, 0, 0, 0)
"""The time that stands in an archive, so that the same plan gives the same bytes."""


def plan_files(
    agency: Agency, found: Answer, sessions: Sequence[Session], stamp: datetime.datetime
) -> dict[str, bytes]:
    """The plan printed and as values, calendar, roster and certificates; `stamp` is now in UTC."""
    whose = hashlib.blake2b(agency.name.encode(), digest_size=4).hexdigest()
    report = plan_report(agency, found, sessions)
    entries = [
        Entry(
            f"session-{each.number}-{agency.start:%Y%m%d}-{whose}@warmzone",
            each.begins,
            each.minutes,
            f"{each.title} (shift {each.shift})",
            f"Session {each.number}: {each.scenario or 'hands on'}. Not for a live incident.",
            f"Shift {each.shift}",
        )
        for each in sessions
    ]
    return {
        "plan.html": as_html(report).encode(),
        "plan.pdf": as_pdf(report),
        "plan.ics": calendar_bytes(f"Training plan: {agency.name}", entries, stamp),
        "roster.csv": roster_csv(agency, sessions).encode(),
        "certificates.csv": certificates_csv(agency, sessions).encode(),
        "certificates.pdf": certificate_pages(certificates(agency, sessions)),
        PLAN_FILE: msgspec.json.format(
            msgspec.json.encode(told(agency, found, sessions)), indent=1
        ),
    }


def packet_file(agency: Agency, session: Session) -> tuple[str, bytes]:
    """The packet of a session: its file's name and its PDF."""
    return f"session-{session.number:03d}.pdf", as_pdf(packet(agency, session))


def plan_bundle(
    agency: Agency, sessions: Sequence[Session], made: Mapping[str, bytes]
) -> tuple[str, bytes]:
    """A plan's files and the packet of every session in one archive: its name and its bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in made.items():
            archive.writestr(zipfile.ZipInfo(name, _ALWAYS), data, zipfile.ZIP_DEFLATED)
        for each in sessions:
            name, data = packet_file(agency, each)
            inside = zipfile.ZipInfo(PACKETS + name, _ALWAYS)
            archive.writestr(inside, data, zipfile.ZIP_DEFLATED)
    return BUNDLE_FILE, packed.getvalue()
