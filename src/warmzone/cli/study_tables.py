"""What a study says, as tables for people."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.table import Table

from warmzone.measures import CLOCKS, MEASURES, Measure
from warmzone.studies.design import study_ranges

if TYPE_CHECKING:
    from warmzone.studies.conduct import Conducted
    from warmzone.studies.lowered import Lowered
    from warmzone.studies.spread import Spread


WIDE = 110
"""Characters of a line that goes into a file or another program."""


def print_study(lowered: "Lowered", found: "Conducted", folder: Path) -> None:
    """A block for every measure, then what the intervals mean, then the uncertain numbers."""
    console = Console(width=None if sys.stdout.isatty() else WIDE)
    study = lowered.study
    console.print(f"[bold]{study.name}[/bold]")
    console.print(study.question)
    console.print(
        f"{found.incidents:,} incidents at {found.points:,} points, {study.repeats} each, in "
        f"{len(study.arms)} arms; physiologies: {', '.join(study.physiologies)}. "
        f"{found.resumed:,} of them had been played before."
    )
    console.print(_results(lowered, found))
    console.print(
        "In brackets: 95 % of the expected values over the ranges of evidence below and the "
        "physiologies, luck taken out. After ±: what the luck of these incidents adds to the mean."
    )
    if found.close_enough is not None:
        end = "as closely as asked for" if found.close_enough else "not as closely as asked for"
        console.print(f"The difference named under stop is known {end}.")
    if study.uncertain or study.uncertain_training:
        console.print(_ranges(lowered))
    console.print(f"Kept in {folder}.")
    console.print("For training and planning; not for use in a live incident.")


def _results(lowered: "Lowered", found: "Conducted") -> Table:
    summary = found.summary
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    table.add_column("", no_wrap=True)
    for heading in ("mean", f"against {summary.reference}", "in"):
        table.add_column(heading, justify="right", no_wrap=True)
    for name in lowered.study.measures:
        measure = next(each for each in MEASURES if each.name == name)
        table.add_row(f"[bold]{measure.label}[/bold]")
        for k, arm in enumerate(lowered.study.arms):
            own = summary.arms[arm.id, name]
            off = summary.differences.get((arm.id, name))
            reached = f"{own.reached_p:.0%}" if measure in CLOCKS else ""
            cells = (_cell(own, measure), "" if off is None else _cell(off, measure), reached)
            last = k == len(lowered.study.arms) - 1
            table.add_row(f"  {arm.id}", *cells, end_section=last)
    return table


def _cell(spread: "Spread", measure: Measure) -> str:
    if spread.draws == 0:
        return "never"
    per = 60.0 if measure.unit == "s" else 1.0
    mean, low, high = (each / per for each in (spread.mean, spread.low, spread.high))
    unit = " min" if measure.unit == "s" else ""
    luck = "" if spread.luck != spread.luck else f" ±{spread.luck / per:.2f}"
    return f"{mean:.2f}{unit} [{low:.2f}, {high:.2f}]{luck}"


def _ranges(lowered: "Lowered") -> Table:
    table = Table(title="Uncertain numbers", title_justify="left", box=box.SIMPLE_HEAD)
    for heading in ("number", "stated", "from", "to", "unit", "how read"):
        table.add_column(heading)
    for each in study_ranges(lowered.study):
        row = each.row
        numbers = (f"{value:g}" for value in (row.value, each.low, each.high))
        table.add_row(row.name, *numbers, row.unit, row.status)
    return table
