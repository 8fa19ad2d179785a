"""A picture of one floor of a plan, to judge by eye whether a person would believe it."""

from pathlib import Path

import matplotlib

matplotlib.use("Agg")

from matplotlib import pyplot
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.path import Path as Outline

from tools.site_plans.geojson import place
from tools.site_plans.plan import Area, Plan

FILL = {
    "room": "#f4efe4",
    "corridor": "#ffffff",
    "hall": "#fdf8d8",
    "stairs": "#d7e3f0",
    "outdoor": "#dcebd3",
    "road": "#d5d5d8",
}
INK = {"open": "#1b8a3a", "closed": "#8a5a1b", "locked": "#b01818", "blocked": "#000000"}


def draw(plan: Plan, level: int, file: Path) -> None:
    """Draw one floor with its walls, openings by state, marks and names."""
    figure, axes = pyplot.subplots(figsize=(19, 12))
    for area in plan.areas:
        if area.level == level:
            _draw_area(axes, area)
    _draw_openings(axes, plan, level)
    if level == 0:
        for mark in plan.marks:
            axes.plot(*mark.at, marker="D", color="#5a2a8a", markersize=7)
            axes.annotate(mark.name, mark.at, (4, -9), textcoords="offset points", fontsize=6.5)
    axes.set_aspect("equal")
    axes.autoscale_view()
    axes.set_title(f"{plan.name}, {dict(plan.levels)[level]}")
    figure.tight_layout()
    figure.savefig(file, dpi=75)
    pyplot.close(figure)


def _draw_area(axes: Axes, area: Area) -> None:
    rings = [area.shape.exterior, *area.shape.interiors]
    outline = Outline.make_compound_path(*[Outline(list(ring.coords)) for ring in rings])
    thin = area.kind in ("outdoor", "road")
    axes.add_patch(
        PathPatch(
            outline,
            facecolor=FILL[area.kind],
            edgecolor="#98a58f" if thin else "#333333",
            linewidth=0.6 if thin else 1.6,
            zorder=1 if thin else 2,
        )
    )
    at = area.shape.representative_point()
    west, south, east, north = area.shape.bounds
    upright = north - south > 1.5 * (east - west) and east - west < 9
    axes.text(
        at.x,
        at.y,
        area.name,
        fontsize=7,
        ha="center",
        va="center",
        zorder=5,
        rotation=90 if upright else 0,
    )


def _draw_openings(axes: Axes, plan: Plan, level: int) -> None:
    by_id = {area.id: area for area in plan.areas}
    for opening in plan.openings:
        a, b = by_id[opening.a], by_id[opening.b]
        if level in (a.level, b.level):
            point, width = place(opening, a, b)
            marker = {"door": "s", "gate": "s", "passage": "o", "stairs": "^"}[opening.kind]
            size = 3.0 + min(width, 6.0) * 0.8
            colour = INK[opening.state]
            axes.plot(point.x, point.y, marker=marker, color=colour, markersize=size, zorder=4)
