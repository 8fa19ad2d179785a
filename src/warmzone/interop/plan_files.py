"""The files of a training plan: what is printed, put into calendars and filled in."""

import datetime
from collections.abc import Sequence

from warmzone.interop.calendar import Entry, calendar_bytes
from warmzone.studies.verification.html_page import as_html
from warmzone.studies.verification.pdf_pages import as_pdf
from warmzone.training.plan.agency import Agency
from warmzone.training.plan.packet import certificates_csv, packet, roster_csv
from warmzone.training.plan.report import plan_report
from warmzone.training.plan.schedule import Session
from warmzone.training.plan.splits import Answer


def plan_files(
    agency: Agency, found: Answer, sessions: Sequence[Session], stamp: datetime.datetime
) -> dict[str, bytes]:
    """The printed plan, its calendar, roster and certificates by name; `stamp` is now in UTC."""
    report = plan_report(agency, found, sessions)
    entries = [
        Entry(
            f"session-{each.number}-{each.begins:%Y%m%d}@warmzone",
            each.begins,
            each.minutes,
            f"{each.title} (shift {each.shift})",
            f"Session {each.number}: {each.scenario or 'hands on'}. Not for a live incident.",
        )
        for each in sessions
    ]
    return {
        "plan.html": as_html(report).encode(),
        "plan.pdf": as_pdf(report),
        "plan.ics": calendar_bytes(entries, stamp),
        "roster.csv": roster_csv(agency, sessions).encode(),
        "certificates.csv": certificates_csv(agency, sessions).encode(),
    }


def packet_file(agency: Agency, session: Session) -> tuple[str, bytes]:
    """The packet of a session: its file's name and its PDF."""
    return f"session-{session.number:03d}.pdf", as_pdf(packet(agency, session))
