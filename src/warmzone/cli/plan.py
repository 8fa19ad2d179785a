"""The command that makes a training plan of an agency's own numbers."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from warmzone.cli.guard import guarded, list_files
from warmzone.cli.opening import OK, WrongUseError
from warmzone.cli.output import line, print_json

if TYPE_CHECKING:
    from warmzone.training.plan.agency import Agency
    from warmzone.training.plan.schedule import Session
    from warmzone.training.plan.splits import Answer


EVERY, ONE_FILE = "all", "zip"
"""What may be said of packets beside numbers: each as a file, or all in one archive."""


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
    from warmzone.training.plan.splits import answer, study_of

    agency = open_agency(file)
    study = study_of(agency, *size)
    incidents = size[0] * size[1] * 3 * len(study.incidents) * len(study.arms)
    workers = choose_workers(("threads", None), incidents)
    with watch("incidents") as report:
        found = answer(agency, (file, folder / "study"), workers, report, size)
    sessions = schedule(agency, found.splits[0].hours)
    chosen = _chosen(packets, sessions)
    written = write_plan(agency, found, sessions, folder)
    if packets == ONE_FILE:
        written.append(_write_bundle(agency, sessions, folder))
    written += [_write_packet(agency, each, folder) for each in chosen]
    list_files(written)
    _say(agency, found, sessions, js)
    return OK


def _chosen(packets: str | None, sessions: "list[Session]") -> "list[Session]":
    """The sessions whose packets are wanted. Raises WrongUseError."""
    if packets is None or packets == ONE_FILE:
        return []
    if packets == EVERY:
        return sessions
    numbers = [each.strip() for each in packets.split(",")]
    for each in numbers:
        if not each.isdecimal() or not 1 <= int(each) <= len(sessions):
            allowed = f"{EVERY}, {ONE_FILE}, or numbers from 1 to {len(sessions)}"
            raise WrongUseError(f"packets: {each!r} is not allowed; {allowed}")
    return [sessions[int(each) - 1] for each in numbers]


def write_plan(
    agency: "Agency", found: "Answer", sessions: "list[Session]", folder: Path
) -> list[Path]:
    """Write the files of a plan; returns their paths."""
    from warmzone.interop.plan_files import plan_files

    folder.mkdir(parents=True, exist_ok=True)
    made = plan_files(agency, found, sessions, datetime.datetime.now(datetime.UTC))
    for name, data in made.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in made]


def _write_packet(agency: "Agency", session: "Session", folder: Path) -> Path:
    from warmzone.interop.plan_files import packet_file

    name, data = packet_file(agency, session)
    (folder / name).write_bytes(data)
    return folder / name


def _write_bundle(agency: "Agency", sessions: "list[Session]", folder: Path) -> Path:
    """Everything of the plan in one archive, out of what was just written."""
    from warmzone.interop.plan_files import plan_bundle
    from warmzone.training.plan.read import PLAN_FILES

    made = {name: (folder / name).read_bytes() for name in PLAN_FILES}
    name, data = plan_bundle(agency, sessions, made)
    (folder / name).write_bytes(data)
    return folder / name


def _say(agency: "Agency", found: "Answer", sessions: "list[Session]", as_json: bool) -> None:
    from warmzone.training.plan.break_even import sentences
    from warmzone.training.plan.report import NOT_LIVE, recommended, sure
    from warmzone.training.plan.told import told

    if as_json:
        import msgspec

        print_json(msgspec.to_builtins(told(agency, found, sessions)))
        return
    line(recommended(found))
    line(sure(found))
    for sentence in sentences(found.break_even):
        line(sentence)
    line(f"{len(sessions)} sessions in the year.")
    line(NOT_LIVE)
