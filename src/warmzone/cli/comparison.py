"""A comparison as a table for people."""

from rich import box
from rich.console import Console
from rich.table import Table

from warmzone.measures import CLOCKS, OUTCOMES, Measure
from warmzone.measures.estimate import Estimate
from warmzone.review.bodies import body_text
from warmzone.studies.compare import Comparison
from warmzone.studies.estimate import Compared


def print_comparison(compared: Comparison, doctrine: str, wall_s: float) -> None:
    """A block for every measure, then what the intervals mean and what drives the difference.

    `doctrine` says which unconfirmed rules were in force, "" where none were.
    """
    console = Console()
    title = f"{compared.scenario}: {compared.incidents} incidents each, same luck"
    console.print(f"[bold]{title}[/bold] (seeds from {compared.seed}; played in {wall_s:.1f} s)")
    console.print(_table(compared, OUTCOMES, "Outcome"))
    clocks = "Clocks, minutes:seconds; in: share of incidents in which it was reached"
    console.print(_table(compared, CLOCKS, clocks))
    console.print(
        "Mean with its 95 % interval, and the paired difference from "
        f"{compared.commanders[0]} over incidents in which both reached it. "
        f"{compared.label.capitalize()}. "
        f"Physiology: {body_text(compared.physiology, compared.tempo)}."
    )
    if doctrine:
        console.print(doctrine)
    for sentence in drivers(compared):
        console.print(sentence)
    console.print("For training and planning; not for use in a live incident.")


def _table(compared: Comparison, measures: tuple[Measure, ...], title: str) -> Table:
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    table.add_column("", no_wrap=True)
    for heading in ("mean", f"vs {compared.commanders[0]}"):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("in", justify="right", no_wrap=True, min_width=4)
    for measure in measures:
        table.add_row(f"[bold]{measure.label}[/bold]")
        for place, name in enumerate(compared.commanders):
            row = next(row for row in compared.results[name] if row.measure == measure)
            last = place == len(compared.commanders) - 1
            table.add_row(f"  {name}", *_cells(row), end_section=last)
    return table


def _cells(row: Compared) -> tuple[str, str, str]:
    reached = f"{row.reached_p:.0%}" if row.measure in CLOCKS else ""
    if row.estimate is None:
        return "never", "", reached
    difference = ""
    if row.difference is not None:
        difference = _interval(row.difference, row.measure, signed=True)
    return _interval(row.estimate, row.measure, signed=False), difference, reached


def _interval(estimate: Estimate, measure: Measure, *, signed: bool) -> str:
    mean = _number(estimate.mean, measure, signed=signed)
    if estimate.n == 1:
        return f"{mean} (once)"
    low = _number(estimate.low, measure, signed=signed)
    high = _number(estimate.high, measure, signed=signed)
    return f"{mean} [{low}, {high}]"


def _number(value: float, measure: Measure, *, signed: bool) -> str:
    sign = "−" if value < 0 else "+" if signed else ""
    size = abs(value)
    if measure.unit == "s":
        return f"{sign}{int(size) // 60}:{int(size) % 60:02d}"
    return f"{sign}{size:.0f}" if size >= 100 else f"{sign}{size:.2f}"


def drivers(compared: Comparison) -> list[str]:
    """For each commander but the first: whether deaths differ, and the clocks that differ most."""
    sentences = []
    for name in compared.commanders[1:]:
        rows = {row.measure.name: row for row in compared.results[name]}
        deaths = rows["savable_deaths"].difference
        if deaths is None:
            continue
        clear = deaths.low > 0 or deaths.high < 0
        verdict = "fewer" if deaths.mean < 0 else "more"
        size = f"{abs(deaths.mean):.2f} {verdict} deaths among the savable"
        told = size if clear else "no clear difference in deaths among the savable"
        moved = _moved(rows)
        with_what = f"; it goes with {', '.join(moved)}" if moved else ""
        sentences.append(f"{name} against {compared.commanders[0]}: {told}{with_what}.")
    return sentences


def _moved(rows: dict[str, Compared]) -> list[str]:
    """The two clocks whose paired differences stand out most from their luck."""
    found = []
    for measure in CLOCKS:
        difference = rows[measure.name].difference
        if difference is None or difference.n < 2:
            continue
        half = (difference.high - difference.low) / 2
        if half > 0 and abs(difference.mean) > half:
            found.append((abs(difference.mean) / half, measure, difference.mean))
    found.sort(key=lambda entry: -entry[0])
    return [
        f"{measure.label.lower()} {_number(abs(mean), measure, signed=False)} "
        f"{'later' if mean > 0 else 'earlier'}"
        for _, measure, mean in found[:2]
    ]
