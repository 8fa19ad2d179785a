"""The command that reviews a finished exercise."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from warmzone.cli.guard import made_folder
from warmzone.cli.opening import OK, PROBLEMS
from warmzone.cli.output import aside, line
from warmzone.cli.progress import watch

if TYPE_CHECKING:
    from warmzone.eventlog import Header, Row
    from warmzone.review.shapes import Review
    from warmzone.review.worth.shapes import WorthReview


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written: forms by name, into which folder; JSON to the screen."""

    forms: tuple[str, ...]
    out: Path
    as_json: bool
    quick: bool


def review(exercise: str, data: Path | None, wanted: Wanted) -> int:
    """Make the review and print its first page, or JSON, and write what is asked for."""
    from warmzone.eventlog import LogError, SqliteStore
    from warmzone.review.report.forms import Material
    from warmzone.review.report.forms import make as make_form
    from warmzone.server.settings import Settings
    from warmzone.vocabulary.ids import ExerciseId

    if wanted.forms:
        made_folder(wanted.out)
    settings = Settings() if data is None else Settings(data=data)
    if not settings.log_file.is_file():
        aside(f"{settings.log_file}: there is no log here")
        return PROBLEMS
    store = SqliteStore(settings.log_file)
    try:
        header = store.header(ExerciseId(exercise))
        rows = store.rows(ExerciseId(exercise))
        ended = store.last(ExerciseId(exercise), "ended") is not None
    except LogError as error:
        aside(f"{exercise}: {error}")
        return PROBLEMS
    finally:
        store.close()
    if not ended:
        aside(f"{exercise}: this exercise is not over")
        return PROBLEMS
    told, worth = _make(header, rows, quick=wanted.quick)
    _print(told, worth, as_json=wanted.as_json)
    material = Material(told, worth, rows)
    for form in wanted.forms:
        for name, data_out in make_form(form, material).items():
            if form == "anonymous":
                _add(wanted.out / name, data_out)
                continue
            path = wanted.out / f"{exercise}-{name}"
            path.write_bytes(data_out)
            aside(f"wrote {path}")
    return OK


def _add(path: Path, data: bytes) -> None:
    """Add rows to a table that many exercises share; its name must not say which they are."""
    heads, _, rows = data.partition(b"\n")
    there = path.read_bytes() if path.is_file() else heads + b"\n"
    if there.partition(b"\n")[0] != heads:
        aside(f"{path}: its columns are of another version; move it away first")
        return
    path.write_bytes(there + rows)
    aside(f"added a row to {path}")


def _print(told: "Review", worth: "WorthReview", *, as_json: bool) -> None:
    from warmzone.review.names import sentence
    from warmzone.review.report.document import first_page, how_priced
    from warmzone.review.report.sustain import cost_text
    from warmzone.vocabulary.units import clock

    if as_json:
        line(msgspec.json.encode({"review": told, "worth": worth}).decode())
        return
    for number, text in enumerate(first_page(told, worth), 1):
        line(f"{number:2d}. {text}")
    line()
    for one in worth.decisions:
        if one.priced:
            line(f"{clock(one.at_s):>6}  {cost_text(one.cost):<48}  {sentence(one.text)}")
    for told_of in how_priced(worth)[1:]:
        line(told_of)
    line(worth.notice)


def _make(header: "Header", rows: "Sequence[Row]", *, quick: bool) -> "tuple[Review, WorthReview]":
    from warmzone.doctrine.shipped import shipped_machine
    from warmzone.review.story import review as make
    from warmzone.review.worth.worth import Ask, spare, worth

    if quick:
        told = make(header, rows)
        ask = spare()
    else:
        aside("getting the compiled kernel ready; the first time this takes minutes")
        machine = shipped_machine()
        told = make(header, rows, machine_for=lambda _prepared: machine)
        ask = Ask(machine_for=lambda _prepared: machine)
    with watch("steps") as say:
        done = 0

        def tell(so_far: "WorthReview") -> None:
            nonlocal done
            say(so_far.done - done, so_far.total)
            done = so_far.done

        return told, worth(header, rows, replace(ask, report=tell))
