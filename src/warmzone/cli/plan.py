"""The command that makes a training plan of an agency's own numbers."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from warmzone.cli.guard import guarded, list_files
from warmzone.cli.opening import OK, WrongUseError
from warmzone.cli.output import line, print_json

if TYPE_CHECKING:
    from warmzone.training.plan.agency import Agency
    from warmzone.training.plan.schedule import Session
    from warmzone.training.plan.splits import Answer


def plan(
    file: Path, out: Path | None, size: tuple[int, int], packets: str | None, as_json: bool
) -> int:
    """Find the split, lay out the year, write PDF, HTML, calendar and roster."""
    folder = out or Path("plan")
    return guarded(lambda: _plan(file, folder, size, packets, as_json), as_json)


def _plan(file: Path, folder: Path, size: tuple[int, int], packets: str | None, js: bool) -> int:
    from warmzone.cli.progress import watch
    from warmzone.cli.study import choose_workers
    from warmzone.training.plan.agency import open_agency
    from warmzone.training.plan.schedule import schedule
    from warmzone.training.plan.splits import answer, parts, study_of

    agency = open_agency(file)
    study = study_of(agency, *size)
    incidents = size[0] * size[1] * 3 * len(study.incidents) * (len(parts()) + 1)
    workers = choose_workers(("threads", None), incidents)
    with watch("incidents") as report:
        found = answer(agency, (file, folder / "study"), workers, report, size)
    sessions = schedule(agency, found.splits[0].hours)
    chosen = _chosen(packets, sessions)
    written = write_plan(agency, found, sessions, folder)
    written += [_write_packet(agency, each, folder) for each in chosen]
    list_files(written)
    _say(agency, found, sessions, js)
    return OK


def _chosen(packets: str | None, sessions: "list[Session]") -> "list[Session]":
    """The sessions whose packets are wanted. Raises WrongUseError."""
    if packets is None:
        return []
    if packets == "all":
        return sessions
    numbers = [each.strip() for each in packets.split(",")]
    for each in numbers:
        if not each.isdecimal() or not 1 <= int(each) <= len(sessions):
            allowed = f"all, or numbers from 1 to {len(sessions)}"
            raise WrongUseError(f"packets: {each!r} is not allowed; {allowed}")
    return [sessions[int(each) - 1] for each in numbers]


def write_plan(
    agency: "Agency", found: "Answer", sessions: "list[Session]", folder: Path
) -> list[Path]:
    """Write `plan.html`, `plan.pdf`, `plan.ics` and `roster.csv`; returns their paths."""
    from warmzone.interop.calendar import Entry, calendar_bytes
    from warmzone.studies.verification.html_page import as_html
    from warmzone.studies.verification.pdf_pages import as_pdf
    from warmzone.training.plan.packet import roster_csv
    from warmzone.training.plan.report import plan_report

    folder.mkdir(parents=True, exist_ok=True)
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
    made = {
        "plan.html": as_html(report).encode(),
        "plan.pdf": as_pdf(report),
        "plan.ics": calendar_bytes(entries, datetime.datetime.now(datetime.UTC)),
        "roster.csv": roster_csv(sessions).encode(),
    }
    for name, data in made.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in made]


def _write_packet(agency: "Agency", session: "Session", folder: Path) -> Path:
    from warmzone.studies.verification.pdf_pages import as_pdf
    from warmzone.training.plan.packet import packet

    path = folder / f"session-{session.number:03d}.pdf"
    path.write_bytes(as_pdf(packet(agency, session)))
    return path


def _say(agency: "Agency", found: "Answer", sessions: "list[Session]", as_json: bool) -> None:
    from warmzone.training.plan.report import NOT_LIVE, recommended, sure

    if as_json:
        print_json(told(agency, found, sessions))
        return
    line(recommended(found))
    line(sure(found))
    line(f"{len(sessions)} sessions in the year.")
    line(NOT_LIVE)


def told(agency: "Agency", found: "Answer", sessions: "list[Session]") -> dict[str, Any]:
    """The plan as plain values."""
    return {
        "agency": agency.name,
        "incidents": found.incidents,
        "points": found.points,
        "splits": [
            {
                "medical_h": each.hours[0],
                "movement_h": each.hours[1],
                "command_h": each.hours[2],
                "deaths_per_year": each.saved.mean,
                "low": each.saved.low,
                "high": each.saved.high,
                "half_width": each.saved.half_width,
                "best_p": each.best_p,
            }
            for each in found.splits
        ],
        "hangs_on": [
            {"name": each.row.name, "share": each.index, "worth": each.worth}
            for each in found.carries
        ],
        "sessions": [
            {
                "number": each.number,
                "shift": each.shift,
                "begins": each.begins.isoformat(),
                "minutes": each.minutes,
                "skill": each.skill,
                "title": each.title,
                "scenario": each.scenario,
            }
            for each in sessions
        ],
    }
