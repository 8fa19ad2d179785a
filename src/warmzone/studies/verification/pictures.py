"""Pictures of a verification as SVG: intervals side by side, and the charts of the families.

Nothing in a picture is told by colour alone: what lies outside is a cross, what lies inside a disc.
"""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from warmzone.studies.verification.result import Chart, Checked

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

INK, PALE, INSIDE, OUTSIDE = "#20242a", "#c9ced6", "#0b57a4", "#b3261e"
LINES = ("#0b57a4", "#d9822b", "#0a7d3f", "#7a4fa3")
DASHES = ("-", "--", "-.", ":")
WIDTH_IN = 7.0
ROW_IN = 0.32
AXES_IN = 0.95
CHART_IN = 3.4


def draw_intervals(rows: Sequence[Checked]) -> str:
    """Printed intervals as bars and simulated values upon them, one row a target, as SVG."""
    height = AXES_IN + ROW_IN * len(rows)
    figure, axes = paper(height)
    for place, row in enumerate(reversed(rows)):
        found = row.simulated
        axes.plot([row.low, row.high], [place, place], color=PALE, linewidth=9, zorder=1)
        axes.plot([row.target.value] * 2, [place - 0.3, place + 0.3], color=INK, zorder=2)
        colour = INSIDE if row.inside else OUTSIDE
        axes.plot([found.low, found.high], [place, place], color=colour, linewidth=1.5, zorder=3)
        mark = "o" if row.inside else "X"
        fill = "white" if found.fitted else colour
        axes.plot(
            found.value, place, mark, color=colour, markerfacecolor=fill, markersize=8, zorder=4
        )
    axes.set_yticks(range(len(rows)), [row.target.quantity for row in reversed(rows)], fontsize=8)
    axes.set_ylim(-0.7, len(rows) - 0.3)
    axes.set_xlabel(rows[0].target.unit, fontsize=8)
    return as_svg(figure)


def draw_chart(chart: Chart) -> str:
    """A family's own chart as SVG."""
    figure, axes = paper(CHART_IN)
    for k, line in enumerate(chart.lines):
        axes.plot(
            line.xs,
            line.ys,
            label=line.label,
            color=LINES[k % len(LINES)],
            linestyle=DASHES[k % len(DASHES)],
            linewidth=1.8,
        )
    if chart.dots:
        xs = [dot.x for dot in chart.dots]
        ys = [dot.y for dot in chart.dots]
        down = [dot.y - dot.low for dot in chart.dots]
        up = [dot.high - dot.y for dot in chart.dots]
        axes.errorbar(
            xs, ys, yerr=[down, up], fmt="s", color=INK, capsize=3, markersize=5, label="printed"
        )
    if chart.places:
        axes.set_xticks(range(1, len(chart.places) + 1), chart.places)
    axes.set_title(chart.title, fontsize=10, loc="left", color=INK)
    axes.set_xlabel(chart.x_label, fontsize=8)
    axes.set_ylabel(chart.y_label, fontsize=8)
    axes.legend(fontsize=8, frameon=False)
    return as_svg(figure)


def paper(height_in: float) -> "tuple[Figure, Axes]":
    """Blank axes of the width of a page."""
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH_IN, height_in), layout="constrained")
    FigureCanvasSVG(figure)
    axes = figure.add_subplot()
    axes.tick_params(labelsize=8, colors=INK)
    axes.grid(axis="x", color="#eceff3", zorder=0)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    return figure, axes


def as_svg(figure: "Figure") -> str:
    """The drawing from its first tag on, the same bytes for the same numbers."""
    import matplotlib as mpl

    file = io.StringIO()
    with mpl.rc_context({"svg.hashsalt": "warmzone", "svg.fonttype": "path"}):
        figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None})
    text = file.getvalue()
    return text[text.index("<svg") :]
