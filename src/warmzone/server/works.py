"""The jobs of the worker that are long: a plan or a study, in the folder where it is kept."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

import msgspec

from warmzone.server.long_work import ASK, RESULT, Ask
from warmzone.server.pipe import Report, WorkInput
from warmzone.simulation.machine import PLAIN, Machine
from warmzone.studies.engines import Workers

if TYPE_CHECKING:
    from warmzone.studies.study_file import Opened

TELL_S = 0.5
SAMPLE_POINTS = 4
SAMPLE: dict[str, Any] = {
    "format": "warmzone-agency/1",
    "name": "sample",
    "officers": 1,
    "hours": 12.0,
    "start": "2027-01-04",
    "shifts": ["A"],
    "incidents_per_year": {"single": 1.0, "many": 1.0, "active": 1.0},
    "now": {"medical_h": 4.0, "movement_h": 4.0, "command_h": 4.0},
}
"""Any agency will do to see how fast incidents are played; nothing of its answer is kept."""
SMALL_POINTS = 16


def do_plan(data: bytes, report: Report) -> Any:
    """Find an agency's split, lay out its year, and write everything beside it."""
    from warmzone.interop.plan_files import plan_files
    from warmzone.training.plan.agency import agency_of
    from warmzone.training.plan.report import NOT_LIVE, READING, recommended, sure
    from warmzone.training.plan.schedule import schedule
    from warmzone.training.plan.splits import answer
    from warmzone.training.plan.told import told

    folder, ask, workers = _begin(data)
    agency = agency_of(ask.what["agency"], "plan")
    size = (int(ask.what["points"]), int(ask.what["repeats"]))
    place = (folder / "agency", folder / "study")
    found = answer(agency, place, workers, counting(report), size)
    sessions = schedule(agency, found.splits[0].hours)
    files = plan_files(agency, found, sessions, datetime.datetime.now(datetime.UTC))
    for name, content in files.items():
        (folder / name).write_bytes(content)
    words = {"recommended": recommended(found), "sure": sure(found), "reading": READING}
    now, plan = msgspec.to_builtins(agency.now), msgspec.to_builtins(told(agency, found, sessions))
    _finish(folder, {**plan, **words, "now": now, "notice": NOT_LIVE})
    return True


def do_pace() -> float:
    """How many incidents of a plan a second are played here, by playing a few; for a forecast."""
    from warmzone.studies.engines import play_parts
    from warmzone.studies.lowered import lower_study, parts_of
    from warmzone.studies.study_file import open_values
    from warmzone.training.plan.agency import agency_of
    from warmzone.training.plan.splits import study_of

    study = study_of(agency_of(SAMPLE, "sample"), SAMPLE_POINTS, 1)
    lowered = lower_study(open_values(study, Path("sample")))
    workers = Workers("threads", _machine(fast=True))
    begun, played = monotonic(), 0
    for _part, rows in play_parts(lowered, parts_of(lowered, range(SAMPLE_POINTS)), workers):
        played += len(rows)
    return played / max(1e-3, monotonic() - begun)


def do_study(data: bytes, report: Report) -> Any:
    """Play a shipped study, or what is missing of it, and write down what it found."""
    from warmzone.server.study_told import claim_told, study_told
    from warmzone.studies.claims.suite import READERS, open_claim, put_to_test
    from warmzone.studies.conduct import conduct
    from warmzone.studies.lowered import lower_study

    folder, ask, workers = _begin(data)
    name, small = str(ask.what["study"]), bool(ask.what["small"])
    if name in READERS:
        claim = put_to_test(open_claim(name, quick=small), folder, workers, counting(report))
        _finish(folder, {**claim_told(claim, folder / name), "small": small})
    else:
        lowered = lower_study(open_sized(name, small=small))
        found = conduct(lowered, folder / name, workers, counting(report))
        _finish(folder, {**study_told(lowered, found, folder / name), "small": small})
    return True


def open_sized(name: str, *, small: bool) -> "Opened":
    """A shipped study, as planned or with a quarter of its points."""
    from warmzone.studies.shelf import study_path
    from warmzone.studies.study_file import open_study, study_digest

    opened = open_study(study_path(name))
    if not small:
        return opened
    points = max(SMALL_POINTS, opened.study.points // 4)
    study = msgspec.structs.replace(opened.study, points=min(points, opened.study.points))
    return replace(opened, study=study, digest=study_digest(study))


def counting(report: Report) -> Callable[[int, int], None]:
    """Passes on how much is done in all, now and then, from what says how much more is done."""
    done, last = 0, 0.0

    def tell(more: int, total: int) -> None:
        nonlocal done, last
        done += more
        if monotonic() - last > TELL_S or done >= total:
            last = monotonic()
            report(done, total)

    return tell


def _begin(data: bytes) -> tuple[Path, Ask, Workers]:
    given = msgspec.json.decode(data, type=WorkInput)
    folder = Path(given.folder)
    ask = msgspec.json.decode((folder / ASK).read_bytes(), type=Ask)
    return folder, ask, Workers("threads", _machine(fast=given.fast))


def _machine(*, fast: bool) -> Machine:
    if not fast:
        return PLAIN
    from warmzone.doctrine.shipped import shipped_machine

    return shipped_machine()


def _finish(folder: Path, result: dict[str, Any]) -> None:
    """The result appears whole or not at all: it is what makes the work ready."""
    unfinished = folder / f"{RESULT}.tmp"
    unfinished.write_bytes(msgspec.json.encode(result))
    unfinished.replace(folder / RESULT)
