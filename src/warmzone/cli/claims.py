"""The command that puts the claim to the test."""

from pathlib import Path

from warmzone.cli.guard import guarded, list_files
from warmzone.cli.opening import OK, WrongUseError
from warmzone.cli.output import aside, line, print_json

QUICK = "played with fewer points than planned (--quick)"


def claims(
    only: str | None, quick: bool, out: Path | None, workers: int | None, as_json: bool
) -> int:
    """Play what is missing of the eight studies, write the report, and exit 0 whatever it says."""
    folder = out or Path("claims")
    return guarded(lambda: _claims(only, quick, folder, workers, as_json), as_json)


def _claims(only: str | None, quick: bool, folder: Path, workers: int | None, as_json: bool) -> int:
    from warmzone.cli.progress import watch
    from warmzone.cli.study import choose_workers
    from warmzone.studies.claims.report import told, write_report
    from warmzone.studies.claims.suite import READERS, open_claim, put_to_test, sizes

    names = [name.strip() for name in only.split(",")] if only else list(READERS)
    for name in names:
        if name not in READERS:
            raise WrongUseError(f"only: {name!r} is not allowed; {', '.join(READERS)}")
    hands = choose_workers(("threads", workers), sizes(names, quick=quick))
    found = []
    for name in names:
        aside(f"study {name}")
        with watch("incidents") as report:
            found.append(put_to_test(open_claim(name, quick=quick), folder, hands, report))
    deviations = [QUICK] if quick else []
    list_files(write_report(found, folder, deviations))
    if as_json:
        print_json(told(found, deviations))
    else:
        for claim in found:
            line(f"{claim.found.title}: {claim.found.verdict}. {claim.found.why}")
        line("For training and planning; not for use in a live incident.")
    return OK
