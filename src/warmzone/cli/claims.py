"""The command that puts the claim to the test."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from warmzone.cli.guard import guarded, list_files
from warmzone.cli.opening import OK, PROBLEMS, WrongUseError
from warmzone.cli.output import aside, line, print_json

if TYPE_CHECKING:
    from warmzone.studies.claims.frequency import Rates

MOST_A_YEAR = 1000.0
QUICK = "played with fewer points than planned (--quick)"


@dataclass(frozen=True, slots=True)
class AskedClaims:
    """Which studies, whether small, where to, how many workers, and how often officers meet what.

    `rates`: incidents an officer meets in a year, with one casualty and with an active threat.
    """

    only: str | None = None
    quick: bool = False
    out: Path | None = None
    workers: int | None = None
    rates: str | None = None


def claims(asked: AskedClaims, as_json: bool) -> int:
    """Play what is missing of the eight studies, write the report, and exit 0 whatever it says."""
    return guarded(lambda: _claims(asked, as_json), as_json)


def _claims(asked: AskedClaims, as_json: bool) -> int:
    from warmzone.cli.progress import watch
    from warmzone.cli.study import choose_workers
    from warmzone.studies.claims.report import told, write_report
    from warmzone.studies.claims.suite import READERS, open_claim, put_to_test, sizes

    quick, folder = asked.quick, asked.out or Path("claims")
    rates = _rates(asked.rates)
    names = [name.strip() for name in asked.only.split(",")] if asked.only else list(READERS)
    for name in names:
        if name not in READERS:
            raise WrongUseError(f"only: {name!r} is not allowed; {', '.join(READERS)}")
    opened = [open_claim(name, quick=quick) for name in names]
    hands = choose_workers(("threads", asked.workers), sizes(opened))
    found = []
    for each in opened:
        aside(f"study {each.study.id}")
        with watch("incidents") as report:
            found.append(put_to_test(each, folder, hands, report))
    deviations = [QUICK] if quick else []
    list_files(write_report(found, folder, deviations, rates))
    if as_json:
        print_json(told(found, deviations))
    else:
        for claim in found:
            line(f"{claim.found.title}: {claim.found.verdict}. {claim.found.why}")
        line("For training and planning; not for use in a live incident.")
    return OK


def again(place: Path, asked: AskedClaims, as_json: bool) -> int:
    """Play a kept run anew from its provenance into another folder, and compare the tables."""
    return guarded(lambda: _again(place, asked, as_json), as_json)


def _again(place: Path, asked: AskedClaims, as_json: bool) -> int:
    """Play a kept run anew from its provenance; exit 1 where a table comes out otherwise."""
    from warmzone.cli.progress import watch
    from warmzone.cli.study import choose_workers
    from warmzone.studies.claims.again import compared, open_again, open_kept
    from warmzone.studies.claims.report import told, write_report
    from warmzone.studies.claims.suite import put_to_test, sizes

    kept = open_kept(place)
    folder = asked.out or kept.folder.with_name(kept.folder.name + "-again")
    if folder.resolve() == kept.folder.resolve():
        raise WrongUseError("out: the folder of the run itself is not allowed; another one")
    opened = [open_again(kept, name) for name in kept.names]
    hands = choose_workers(("threads", asked.workers), sizes(opened))
    found = []
    for each in opened:
        aside(f"study {each.study.id}, again")
        with watch("incidents") as report:
            found.append(put_to_test(each, folder, hands, report))
    list_files(write_report(found, folder, kept.deviations, None))
    rows = compared(kept, told(found, kept.deviations))
    if as_json:
        plain = [{"study": each, "tables": same, "digest": digest} for each, same, digest in rows]
        print_json({"studies": plain})
    else:
        for name, same, digest in rows:
            line(f"{name}: {same} ({digest})")
    return OK if all(same == "the same" for _, same, _ in rows) else PROBLEMS


def _rates(told: str | None) -> "Rates | None":
    """Two rates a year with a comma between. Raises WrongUseError."""
    from warmzone.studies.claims.frequency import Rates

    if told is None:
        return None
    try:
        single, active = (float(each) for each in told.split(","))
    except ValueError:
        single = active = -1.0
    if not (0.0 <= single < MOST_A_YEAR and 0.0 <= active < MOST_A_YEAR):
        raise WrongUseError(f"rates: {told!r} is not allowed; two numbers a year, as in 0.1,0.001")
    return Rates(single, active)
