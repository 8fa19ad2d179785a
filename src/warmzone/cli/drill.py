"""Commands over solo drills: which there are, where a saved record stands, its statements."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from warmzone.cli.opening import OK, WRONG_USE, refuse
from warmzone.cli.output import aside, line, print_json
from warmzone.scenario.problems import Invalid

if TYPE_CHECKING:
    from warmzone.training.drills.record import Record


def list_all(as_json: bool) -> int:
    """Print every drill that ships."""
    from warmzone.evidence.decisions import point_rows
    from warmzone.training.drills.drill import drills

    rows = point_rows()
    if as_json:
        told = [
            {"id": one.id, "point": one.point, "title": one.title, "seconds": one.seconds,
             "source": rows[one.point].source}
            for one in drills().values()
        ]  # fmt: skip
        print_json({"drills": told})
        return OK
    for one in drills().values():
        line(f"{one.point:2d}  {one.id:22s} {one.seconds:3d} s  {one.title}")
    return OK


def progress(file: Path, as_json: bool) -> int:
    """Print where a record stands, the weakest and least certain point first."""
    from warmzone.training.drills.spacing import next_drill, standing

    try:
        record = _open(file)
    except Invalid as error:
        return refuse(error, as_json)
    now = datetime.now(UTC)
    states, coming = standing(record.attempts, now), next_drill(record.attempts, now)
    tried = [one for one in states if one.estimate.tries > 0]
    if as_json:
        told = [
            {"point": one.estimate.point, "title": one.title, "tries": one.estimate.tries,
             "right": one.estimate.right, "mean": one.estimate.mean, "low": one.estimate.low,
             "high": one.estimate.high, "due": one.due.isoformat() if one.due else None}
            for one in states
        ]  # fmt: skip
        print_json({"points": told, "next": coming.drill.id})
        return OK
    for one in tried:
        each = one.estimate
        share = f"{each.low:4.0%} to {each.high:4.0%}  {each.right} of {each.tries}"
        when = f"due {one.due:%Y-%m-%d}" if one.due else ""
        line(f"{share}  {when}  {one.title}")
    line(f"Next: {coming.drill.title}. {coming.why}")
    return OK


def export(file: Path, actor: tuple[str, str], out: Path) -> int:
    """Write a record's statements."""
    from warmzone.interop.xapi import home_problem, statements

    if problem := home_problem(actor[1]):
        aside(problem)
        return WRONG_USE
    try:
        made = statements(_open(file).attempts, *actor)
    except Invalid as error:
        return refuse(error, as_json=False)
    out.write_text(json.dumps(made, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    aside(f"wrote {out}: {len(made)} statements")
    return OK


def _open(file: Path) -> "Record":
    from warmzone.scenario.read import read_bytes
    from warmzone.training.drills.record import MOST_BYTES, read_record

    return read_record(read_bytes(file, MOST_BYTES, "record"), file.name)
