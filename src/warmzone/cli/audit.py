"""The command `audit`: course schedules in, minutes by what they teach out; and its trial."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from warmzone.cli.output import aside, line
from warmzone.cli.sites import PROBLEMS, SOUND, WRONG_USE, new_table, print_json, print_table
from warmzone.scenario.problems import Invalid, Problem
from warmzone.scenario.read import decode_text, read_bytes

if TYPE_CHECKING:
    from warmzone.training.audit.corrections import Correction
    from warmzone.training.audit.result import AuditedProgramme, Split
    from warmzone.training.audit.trial import Trial
    from warmzone.training.plan.read import ToldPlan

NOTICE = "For training and planning only, not for use in a live incident."
UNSURE = 0.6
MOST_CORRECTION_BYTES = 4 * 1024 * 1024
MOST_LABEL_BYTES = 4 * 1024 * 1024


def audit(files: Sequence[Path], corrections: Path | None, plan: Path | None, as_json: bool) -> int:
    """Audit every file that can be read; say of the others why not."""
    problems: list[Problem] = []
    known: list[Correction] = []
    study: ToldPlan | None = None
    try:
        known = [] if corrections is None else _read_corrections(corrections)
    except Invalid as invalid:
        problems += invalid.problems
    try:
        study = None if plan is None else _read_plan(plan)
    except Invalid as invalid:
        problems += invalid.problems
    programmes = []
    for path in files if not problems else ():
        try:
            programmes.append(_audit_file(path, known, study))
        except Invalid as invalid:
            problems += invalid.problems
    for problem in problems:
        aside(str(problem))
    if as_json:
        _print_as_json(programmes, problems)
    else:
        for one in programmes:
            print_programme(one)
    named = [*files, *(path for path in (corrections, plan) if path is not None)]
    missing = any(not path.exists() for path in named)
    return WRONG_USE if missing else PROBLEMS if problems else SOUND


def trial(folder: Path, as_json: bool) -> int:
    """Compare the audit with a folder of programmes that a person labelled."""
    from warmzone.interop.schedule_files import MOST_BYTES, read_document
    from warmzone.training.audit.read import read_schedule
    from warmzone.training.audit.trial import read_labels, run_trial

    try:
        path = folder / "labels.csv"
        labels = read_labels(
            decode_text(read_bytes(path, MOST_LABEL_BYTES, "labels"), path.name), path.name
        )
        schedules = {
            file: read_schedule(
                read_document(read_bytes(folder / file, MOST_BYTES, "programme"), file)
            )
            for file in labels
        }
    except Invalid as invalid:
        for problem in invalid.problems:
            aside(str(problem))
        return PROBLEMS if folder.is_dir() else WRONG_USE
    done = run_trial(schedules, labels)
    if as_json:
        import msgspec

        print_json(msgspec.to_builtins(done))
    else:
        print_trial(done)
    return SOUND


def _read_corrections(path: Path) -> "list[Correction]":
    from warmzone.training.audit.corrections import read_corrections

    data = read_bytes(path, MOST_CORRECTION_BYTES, "corrections")
    return read_corrections(decode_text(data, path.name), path.name)


def _read_plan(path: Path) -> "ToldPlan":
    from warmzone.training.plan.read import read_plan

    return read_plan(path)


def _audit_file(
    path: Path, corrections: "Sequence[Correction]", study: "ToldPlan | None"
) -> "AuditedProgramme":
    from warmzone.interop.schedule_files import MOST_BYTES, read_document
    from warmzone.training.audit.audit import audit as audit_document
    from warmzone.training.audit.own_study import with_study

    data = read_bytes(path, MOST_BYTES, "course schedule")
    audited = audit_document(read_document(data, path.name), corrections)
    return audited if study is None else with_study(audited, study)


def _print_as_json(programmes: "list[AuditedProgramme]", problems: list[Problem]) -> None:
    import msgspec

    told: list[dict[str, Any]] = [msgspec.to_builtins(one) for one in programmes]
    refused = [{"file": one.file, "place": one.place, "message": str(one)} for one in problems]
    print_json({"programmes": told, "refused": refused, "notice": NOTICE})


def print_programme(programme: "AuditedProgramme") -> None:
    """A programme for people: lessons, split, comparison, problems."""
    columns = ("min", "lesson", "medical", "movement", "command", "threat", "other", "sure", "why")
    table = new_table(programme.file, *columns)
    for column in (table.columns[1], table.columns[-1]):
        column.justify = "left"
    for one in programme.lessons:
        shares = [
            one.shares.of(label) for label in ("medical", "movement", "command", "threat", "other")
        ]
        told = [f"{100 * share:.0f}" if share else "" for share in shares]
        if not one.is_labelled:
            told = ["", "", "", "", ""]
        sure = f"{one.confidence:.2f}" + ("?" if one.confidence < UNSURE else "")
        minutes = "-" if one.minutes is None else str(one.minutes)
        table.add_row(minutes, one.title, *told, sure, one.reason)
    print_table(table)
    _print_split(programme)
    for problem in programme.problems:
        line(f"! {problem.message}" + (f" ({problem.where})" if problem.where else ""))
    line(NOTICE)
    line()


def _print_split(programme: "AuditedProgramme") -> None:
    compared = programme.compared
    line(f"{programme.minutes_total} minutes, {programme.minutes_labelled} of them labelled")
    line(f"  by time      {_told(programme.split)}")
    line(f"  by lessons   {_told(programme.split_by_lessons)}")
    line(f"  of medical, movement and command alone   {_told(compared.claim.here)}")
    line(f"  estimated by an instructor, not measured {_told(compared.claim.estimate)}")
    ranges = ", ".join(
        f"{one.label} {100 * one.lowest:.0f} to {100 * one.highest:.0f} %"
        for one in compared.programmes
    )
    line(f"  {compared.programmes_counted} public programmes  {ranges}")
    if compared.study is None:
        line("  your own study: none given; make a plan and name it with --plan")
    else:
        line(f"  your own study, best                     {_told(compared.study.best.split)}")
        line(f"  {compared.study.text}")


def _told(split: "Split") -> str:
    labels = ("medical", "movement", "command", "threat", "other")
    some = [(label, getattr(split, label)) for label in labels]
    told = [f"{label} {100 * share:.0f} %" for label, share in some if share is not None]
    return ", ".join(told) or "nothing to divide"


def print_trial(done: "Trial") -> None:
    """A trial for people."""
    line(
        f"{done.programmes} programmes, {done.held_out.lessons} lessons, "
        f"{done.held_out.minutes} minutes"
    )
    table = new_table(
        "Agreement with one reader", "words", "overlap/min", "main/min", "overlap", "main"
    )
    table.columns[0].justify = "left"
    for name, one in (
        ("own words of the held-out programme withdrawn", done.held_out),
        ("every word that only it holds withdrawn", done.strict),
        ("as shipped", done.as_shipped),
    ):
        numbers = (
            one.overlap_by_minutes,
            one.main_by_minutes,
            one.overlap_by_lessons,
            one.main_by_lessons,
        )
        table.add_row(name, *[f"{number:.3f}" for number in numbers])
    print_table(table)
    table = new_table("By label, in minutes", "label", "reader", "audit", "both", "found", "right")
    table.columns[0].justify = "left"
    for label in done.labels:
        shares = ["-" if share is None else f"{share:.3f}" for share in (label.found, label.right)]
        table.add_row(
            label.label, str(label.reader_min), str(label.audit_min), str(label.both_min), *shares
        )
    print_table(table)
    _print_bands(done)
    _print_files(done)


def _print_bands(done: "Trial") -> None:
    table = new_table("By confidence", "from", "to", "lessons", "overlap")
    for band in done.bands:
        overlap = "-" if band.overlap is None else f"{band.overlap:.3f}"
        table.add_row(f"{band.low:.1f}", f"{band.high:.1f}", str(band.lessons), overlap)
    print_table(table)


def _print_files(done: "Trial") -> None:
    table = new_table("By programme", "file", "lessons", "minutes", "overlap/min", "overlap")
    table.columns[0].justify = "left"
    for file in done.files:
        timed = "-" if file.overlap_by_minutes is None else f"{file.overlap_by_minutes:.3f}"
        table.add_row(
            file.file, str(file.lessons), str(file.minutes), timed, f"{file.overlap_by_lessons:.3f}"
        )
    print_table(table)
