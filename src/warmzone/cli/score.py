"""The command that asks whether the score measures skill."""

import os
from pathlib import Path

from warmzone.cli.opening import OK, PROBLEMS
from warmzone.cli.output import aside, line, print_json

QUICK = (2, 8)
"""Seeds and replays of a quick look, which says little."""


def score(quick: bool, out: Path | None, workers: int | None, as_json: bool) -> int:
    """Play every grade in every scenario, split the scores' variance, and write the table."""
    from dataclasses import replace

    from warmzone.cli.progress import watch
    from warmzone.doctrine.shipped import shipped_machine
    from warmzone.studies.score.report import sentences, told, write
    from warmzone.studies.score.study import Plan, put_to_test

    plan = replace(Plan(), workers=workers or os.cpu_count() or 1)
    if quick:
        plan = replace(plan, seeds=QUICK[0], replays=QUICK[1])
    aside("getting the compiled kernel ready; the first time this takes minutes")
    try:
        machine = shipped_machine()
        with watch("exercises") as report:
            found = put_to_test(plan, machine, report)
        for path in write(found, out or Path("score")):
            aside(f"wrote {path}")
    except (RuntimeError, OSError) as error:
        aside(str(error))
        return PROBLEMS
    if as_json:
        print_json(told(found))
        return OK
    for sentence in sentences(found):
        line(sentence)
    return OK
