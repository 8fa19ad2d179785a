"""The command that puts the claim to the test."""

from pathlib import Path

from warmzone.cli.opening import OK, PROBLEMS, WrongUseError, refuse
from warmzone.cli.output import aside, line, print_json
from warmzone.scenario.problems import Invalid

QUICK = "played with fewer points than planned (--quick)"


def claims(
    only: str | None, quick: bool, out: Path | None, workers: int | None, as_json: bool
) -> int:
    """Play what is missing of the eight studies, write the report, and exit 0 whatever it says."""
    from warmzone.cli.progress import watch
    from warmzone.cli.study import STOPPED, choose_workers
    from warmzone.studies.claims.report import told, write_report
    from warmzone.studies.claims.suite import READERS, open_claim, put_to_test, sizes

    names = [name.strip() for name in only.split(",")] if only else list(READERS)
    folder = out or Path("claims")
    try:
        for name in names:
            if name not in READERS:
                raise WrongUseError(f"only: {name!r} is not allowed; {', '.join(READERS)}")
        hands = choose_workers(("threads", workers), sizes(names, quick=quick))
        found = []
        for name in names:
            aside(f"study {name}")
            with watch("incidents") as report:
                found.append(put_to_test(open_claim(name, quick=quick), folder, hands, report))
        written = write_report(found, folder, [QUICK] if quick else [])
    except (Invalid, WrongUseError) as error:
        return refuse(error, as_json)
    except KeyboardInterrupt:
        aside("stopped; what has been played is kept, and the same command goes on from there")
        return STOPPED
    except (RuntimeError, OSError) as error:
        aside(str(error))
        return PROBLEMS
    for path in written:
        aside(f"wrote {path}")
    if as_json:
        print_json(told(found))
    else:
        for claim in found:
            line(f"{claim.found.title}: {claim.found.verdict}. {claim.found.why}")
        line("For training and planning; not for use in a live incident.")
    return OK
