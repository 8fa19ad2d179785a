"""What a verification report says, section by section; `html_page` and `pdf_pages` set it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import isfinite

from warmzone.studies.verification.pictures import draw_chart, draw_intervals
from warmzone.studies.verification.result import (
    Checked,
    Family,
    HeldOut,
    Hypothesis,
    Parameter,
    Verification,
)
from warmzone.studies.verification.told import (
    missing_of,
    number,
    rows_of,
    summary,
)

TITLE = "Warmzone verification"
NOT_LIVE = "For training and planning; not for use in a live incident."
LEGEND = (
    "In the pictures: grey bar, the sampling interval of the printed number (95 %); stroke, the "
    "printed number; disc, simulated and inside; cross, simulated and outside; hollow, fitted."
)
HEADS = ("Target", "Printed", "Interval", "Simulated", "Interval", "", "Fitted", "Label")
FIT_HEADS = ("Explanation", "Fitted numbers", "χ² of those fitted", "χ² of the rest", "Score")
HYPOTHESIS_HEADS = (
    "Change", "Expected", "Found", "Without", "Difference", "Interval", "Pairs",
)  # fmt: skip
HELD_OUT_HEADS = (
    "Clock", "Printed, min", "Under", "Simulated, middle 90 %", "", "Use", "Source",
)  # fmt: skip
VARIANT_HEADS = ("Under", "Target", "Printed interval", "Simulated", "Interval", "")
CHOSEN_HEADS = ("Number", "Value", "Unit", "Why it counts as fitted", "Note")


@dataclass(frozen=True, slots=True)
class Table:
    """Heads and rows; `wide` is the column that takes the room left, or those that share it.

    `tall` leaves room to write by hand.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    wide: int | tuple[int, ...] = 0
    tall: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """An SVG drawing and what it shows, for those who cannot see it."""

    svg: str
    says: str


@dataclass(frozen=True, slots=True)
class Section:
    """What a report says of one family: sentences, then tables, then pictures."""

    title: str
    sentences: tuple[str, ...]
    tables: tuple[Table, ...]
    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report: what came out, the misses, every family, and what it was made with."""

    title: str
    misses_title: str
    opening: tuple[str, ...]
    misses: Table
    sections: tuple[Section, ...]
    closing: str


def report_of(verification: Verification) -> Report:
    """Put a verification into words, tables and pictures."""
    return Report(
        TITLE,
        "Misses",
        (*summary(verification), LEGEND, NOT_LIVE),
        _misses(verification),
        tuple(_section(family, verification) for family in verification.families),
        provenance_sentence(verification),
    )


def provenance_sentence(verification: Verification) -> str:
    """What the report was made with."""
    made = verification.provenance
    return (
        f"Made with Warmzone {made.version}, results {made.results_version}, evidence "
        f"{made.evidence_digest}, {made.machine} kernel on {made.platform}, seeds from "
        f"{made.seed}, {made.incidents} incidents in a full comparison, in {made.wall_s:.0f} s."
    )


def _misses(verification: Verification) -> Table:
    rows = []
    for family in verification.families:
        for row in rows_of(family, verification):
            if not row.inside:
                unit = row.target.unit
                rows.append(
                    (
                        row.target.quantity,
                        number(row.target.value, unit),
                        f"{number(row.low, unit)} to {number(row.high, unit)}",
                        number(row.simulated.value, unit),
                        "fitted" if row.simulated.fitted else "no",
                        row.target.source,
                    )
                )
    heads = ("Target", "Printed", "Interval", "Simulated", "Fitted", "Source")
    return Table(heads, tuple(rows))


def _section(family: Family, verification: Verification) -> Section:
    rows = rows_of(family, verification)
    sentences = [family.how]
    if family.verdict:
        sentences.append(family.verdict)
    sentences += [
        f"Not yet simulated: {each.target.quantity}: {each.reason}."
        for each in missing_of(family, verification)
    ]
    methods = sorted({row.method.partition(",")[0] for row in rows})
    if methods:
        sentences.append(f"Intervals of the printed numbers: {'; '.join(methods)}.")
    pictures = tuple(_pictures(family, rows))
    return Section(family.title, tuple(sentences), tuple(_tables(family, rows)), pictures)


def _tables(family: Family, rows: Sequence[Checked]) -> list[Table]:
    tables = []
    if rows:
        tables.append(Table(HEADS, tuple(_cells(row) for row in rows)))
    if family.fits:
        tables.append(Table(FIT_HEADS, tuple(_fit_cells(family))))
    if family.variants:
        tables.append(Table(VARIANT_HEADS, tuple(_variant_cells(family, rows)), 1))
    if family.hypotheses:
        tables.append(Table(HYPOTHESIS_HEADS, tuple(_tested(each) for each in family.hypotheses)))
    if family.held_out:
        clocks = tuple(_held_out(each) for each in family.held_out)
        tables.append(Table(HELD_OUT_HEADS, clocks, (0, len(HELD_OUT_HEADS) - 1)))
    if family.parameters:
        tables.append(Table(CHOSEN_HEADS, tuple(_chosen(each) for each in family.parameters), 4))
    return tables


def _cells(row: Checked) -> tuple[str, ...]:
    unit, found = row.target.unit, row.simulated
    return (
        row.target.quantity,
        number(row.target.value, unit),
        f"{number(row.low, unit)} to {number(row.high, unit)}",
        number(found.value, unit),
        f"{number(found.low, unit)} to {number(found.high, unit)}",
        "inside" if row.inside else "outside",
        "fitted" if found.fitted else "no",
        row.target.label,
    )


def _tested(each: Hypothesis) -> tuple[str, ...]:
    return (
        f"{each.name} ({each.commander})",
        each.expected,
        each.found,
        f"{each.without:.2f}",
        f"{each.difference:+.3f}",
        f"{each.low:+.3f} to {each.high:+.3f}",
        str(each.incidents),
    )


def _held_out(each: HeldOut) -> tuple[str, ...]:
    high = f"{each.high:.1f}" if isfinite(each.high) else "not in play"
    return (
        each.quantity,
        f"{each.printed:.1f}",
        each.commander,
        f"{each.low:.1f} to {high}" if isfinite(each.low) else high,
        "inside" if each.inside else "outside",
        "used" if each.used_for else "held out",
        f"{each.source} ({each.status})",
    )


def _fit_cells(family: Family) -> list[tuple[str, ...]]:
    return [
        (
            fit.name,
            str(fit.parameters),
            f"{fit.chi_square_fitted:.1f}",
            f"{fit.chi_square_held_out:.1f}",
            f"{fit.score:.1f}",
        )
        for fit in family.fits
    ]


def _variant_cells(family: Family, rows: Sequence[Checked]) -> list[tuple[str, ...]]:
    checked = {row.target.id: row for row in rows}
    cells: list[tuple[str, ...]] = []
    for variant in family.variants:
        for each in variant.simulated:
            row = checked[each.id]
            unit = row.target.unit
            cells.append(
                (
                    variant.name,
                    row.target.quantity,
                    f"{number(row.low, unit)} to {number(row.high, unit)}",
                    number(each.value, unit),
                    f"{number(each.low, unit)} to {number(each.high, unit)}",
                    "inside" if row.low <= each.value <= row.high else "outside",
                )
            )
    return cells


def _chosen(each: Parameter) -> tuple[str, ...]:
    value = f"{each.value:,.0f}" if each.value >= 1000 else f"{each.value:.3g}"
    return (each.name, value, each.unit, each.chosen, each.note)


def _pictures(family: Family, rows: Sequence[Checked]) -> list[Picture]:
    """Intervals by unit, unless every target is exact, then the family's own charts."""
    found = []
    inexact = [row for row in rows if row.target.interval != "exact"]
    for unit, group in groupby(inexact, key=lambda row: row.target.unit):
        part = list(group)
        hits = sum(row.inside for row in part)
        says = f"{family.title}: {hits} of {len(part)} simulated values in {unit} lie inside"
        found.append(Picture(draw_intervals(part), says))
    found += [Picture(draw_chart(chart), chart.title) for chart in family.charts]
    return found
