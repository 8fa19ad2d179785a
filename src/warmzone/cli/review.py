"""The command that reviews a finished exercise."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from warmzone.cli.opening import OK, PROBLEMS
from warmzone.cli.output import aside, line
from warmzone.cli.progress import watch

if TYPE_CHECKING:
    from warmzone.eventlog import Header, Row
    from warmzone.review.shapes import Review
    from warmzone.review.worth.shapes import WorthReview


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written: formats by their endings, into which folder; JSON to the screen."""

    endings: tuple[str, ...]
    out: Path
    as_json: bool
    quick: bool


def review(exercise: str, data: Path | None, wanted: Wanted) -> int:
    """Make the review and print its first page, or JSON, and write what is asked for."""
    from warmzone.eventlog import LogError, SqliteStore
    from warmzone.review.report.document import document
    from warmzone.server.settings import Settings
    from warmzone.vocabulary.ids import ExerciseId

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
    made = document(told, worth)
    writers = _writers()
    for ending in wanted.endings:
        data_out = writers[ending](made, worth)
        path = wanted.out / f"review-{exercise}.{ending}"
        path.write_bytes(data_out)
        aside(f"wrote {path}")
    return OK


def _print(told: "Review", worth: "WorthReview", *, as_json: bool) -> None:
    from warmzone.review.report.document import cost_text, first_page
    from warmzone.vocabulary.units import clock

    if as_json:
        line(msgspec.json.encode({"review": told, "worth": worth}).decode())
        return
    for number, sentence in enumerate(first_page(told, worth), 1):
        line(f"{number:2d}. {sentence}")
    line()
    for one in worth.decisions:
        line(f"{clock(one.at_s):>6}  {cost_text(one.cost):<48}  {one.text}")
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


def _writers() -> "dict[str, Callable[..., bytes]]":
    from warmzone.review.report.page_csv import as_csv
    from warmzone.review.report.page_docx import as_docx
    from warmzone.review.report.page_html import as_html
    from warmzone.review.report.page_pdf import as_pdf

    return {
        "csv": lambda _made, worth: as_csv(worth),
        "docx": lambda made, _worth: as_docx(made),
        "html": lambda made, _worth: as_html(made),
        "pdf": lambda made, _worth: as_pdf(made),
    }
