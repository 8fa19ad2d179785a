"""Pictures of the claim's studies as SVG; nothing is told by colour alone."""

from collections.abc import Sequence

import numpy as np

from warmzone.studies.claims.found import tells
from warmzone.studies.spread import Spread
from warmzone.studies.verification.pictures import (
    AXES_IN,
    INK,
    INSIDE,
    OUTSIDE,
    PALE,
    ROW_IN,
    as_svg,
    paper,
)
from warmzone.studies.verification.report import Picture

PER_HUNDRED = 100.0
CHEQUER_LABEL = "in 100 incidents; fewer or MORE: told from nought, ?: not told"
FOREST_KEY = (
    "bar: 95 % over evidence and bodies; stroke: the mean\ndisc fewer, cross more, square not told"
)
MARKS = {"fewer": "o", "more": "X", "cannot tell": "s"}


def forest(title: str, rows: Sequence[tuple[str, Spread]], x_label: str) -> Picture:
    """Differences one below the other: bar doubt, stroke the mean's interval, mark the mean."""
    figure, axes = paper(AXES_IN + ROW_IN * len(rows))
    axes.axvline(0.0, color=INK, linewidth=0.8)
    for place, (_, each) in enumerate(reversed(rows)):
        told = tells(each)
        colour = {"fewer": INSIDE, "more": OUTSIDE, "cannot tell": INK}[told]
        axes.plot([each.low, each.high], [place, place], color=PALE, linewidth=9, zorder=1)
        ends = [each.mean - each.half_width, each.mean + each.half_width]
        axes.plot(ends, [place, place], color=colour, linewidth=1.5, zorder=2)
        face = "white" if told == "cannot tell" else colour
        axes.plot(each.mean, place, MARKS[told], color=colour, markerfacecolor=face, zorder=3)
    axes.set_yticks(range(len(rows)), [label for label, _ in reversed(rows)], fontsize=8)
    axes.set_ylim(-0.7, len(rows) - 0.3)
    axes.set_xlabel(f"{x_label}\n{FOREST_KEY}", fontsize=8)
    axes.set_title(title, fontsize=10, loc="left", color=INK)
    says = "; ".join(f"{label} {each.mean:+.3f} ({tells(each)})" for label, each in rows)
    return Picture(as_svg(figure), f"{title}: {says}")


def chequer(
    title: str, cells: Sequence[Sequence[Spread]], sides: tuple[Sequence[str], Sequence[str]]
) -> Picture:
    """A map of differences: `sides` are the words of rows and columns; a word says who wins."""
    rows, columns = sides
    figure, axes = paper(1.15 + 0.5 * len(rows))
    means = PER_HUNDRED * np.array([[each.mean for each in row] for row in cells])
    most = float(np.max(np.abs(means))) or 1.0
    axes.imshow(means, cmap="RdBu_r", vmin=-most, vmax=most, aspect="auto")
    for i, row in enumerate(cells):
        for k, each in enumerate(row):
            dark = abs(means[i, k]) > 0.6 * most
            axes.text(k, i, _in_words(each), ha="center", va="center", fontsize=8,
                      color="white" if dark else INK)  # fmt: skip
    axes.set_xticks(range(len(columns)), columns, fontsize=8)
    axes.set_yticks(range(len(rows)), rows, fontsize=8)
    axes.grid(visible=False)
    axes.set_xlabel(CHEQUER_LABEL, fontsize=8)
    axes.set_title(title, fontsize=10, loc="left", color=INK)
    says = "; ".join(
        f"{row}, {column}: {_in_words(cells[i][k])}".replace("\n", " ")
        for i, row in enumerate(rows)
        for k, column in enumerate(columns)
    )
    return Picture(as_svg(figure), f"{title}, {CHEQUER_LABEL}. {says}")


def _in_words(each: Spread) -> str:
    """A field of a map: the mean in a hundred incidents, and whether it is told from nought."""
    told = {"fewer": "fewer", "more": "MORE", "cannot tell": "?"}[tells(each)]
    return f"{PER_HUNDRED * each.mean:+.1f} {told}".replace("-", "−")
