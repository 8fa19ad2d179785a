"""The command that compares the world with published results."""

from pathlib import Path

from warmzone.cli.opening import OK, PROBLEMS, WrongUseError, refuse
from warmzone.cli.output import aside, line, print_json


def verify(only: str | None, quick: bool, seed: int, out: Path | None, as_json: bool) -> int:
    """Compare, write the report (or print JSON), and exit 0 whatever hits or misses there are."""
    from warmzone.cli.incidents import check_seed, choose_machine
    from warmzone.simulation.machine import PLAIN
    from warmzone.studies.verification.playing import Setup
    from warmzone.studies.verification.suite import FAMILIES, FULL, QUICK, WITHOUT_PLAY
    from warmzone.studies.verification.suite import verify as compare_all
    from warmzone.studies.verification.told import misses, summary, told

    incidents = QUICK if quick else FULL
    names = [name.strip() for name in only.split(",")] if only else []
    try:
        check_seed(seed, incidents)
        for name in names:
            if name not in FAMILIES:
                raise WrongUseError(f"only: {name!r} is not allowed; {', '.join(FAMILIES)}")
    except WrongUseError as error:
        return refuse(error, as_json)
    arithmetic = bool(names) and WITHOUT_PLAY.issuperset(names)
    machine = PLAIN if arithmetic else choose_machine(incidents)
    verification = compare_all(Setup(machine, incidents, seed, aside), names)
    if as_json:
        print_json(told(verification))
    if out is not None or not as_json:
        from warmzone.studies.verification.files import write_report

        try:
            written = write_report(verification, out or Path("verification-report"))
        except OSError as error:
            aside(f"{error.filename}: cannot be written: {error.strerror}")
            return PROBLEMS
        for path in written:
            aside(f"wrote {path}")
    if not as_json:
        for sentence in summary(verification):
            line(sentence)
        for miss in misses(verification):
            line(miss)
        for family in verification.families:
            if family.verdict:
                line(f"{family.id}: {family.verdict}")
    return OK
