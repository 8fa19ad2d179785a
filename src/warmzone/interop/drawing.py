"""A site as a picture: one panel for each level, with names, doors, exits, stairs and marks."""

import io
import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from warmzone.interop.labels import Label, label_for
from warmzone.scenario.site import Area, AreaKindName, Mark, Opening, Site

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

GROUND: dict[AreaKindName, str] = {
    "room": "#fbf7ee",
    "corridor": "#dbe7f1",
    "hall": "#e6eff5",
    "stairs": "#e7def0",
    "outdoor": "#e9f1e1",
    "road": "#dedede",
}
Xy = tuple[float, float]

OUTDOORS = ("outdoor", "road")
LINE = "#4a4f57"
INK = "#20242a"
EXIT = "#0a7d3f"
DOOR = "#d9822b"
PASSAGE = "#8fb3d1"
BLOCKED = "#b3261e"
STAIRS = "#b79bd6"
MARK = "#0b57a4"
MARK_WORDS = {
    "arrival": "arrival",
    "staging": "staging",
    "command_post": "command post",
    "aep": "AEP",
    "ccp": "CCP",
}
DOTS_PER_INCH = 130
MOVE, LINE_TO, CLOSE = 1, 2, 79
"""The codes of a path in matplotlib."""
POINTS_PER_INCH = 72.0
LEAST_WIDTH_IN, MOST_WIDTH_IN = 8.0, 16.0
TITLE_IN, TOP_IN, BOTTOM_IN = 0.4, 0.45, 0.6
MOST_SIDE_IN = 60.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper: its size, the scale, and for each level what it shows (metres) and where."""

    width_in: float
    height_in: float
    points_per_m: float
    frames: tuple[tuple[float, float, float, float], ...]
    panels: tuple[tuple[float, float, float, float], ...]


def draw_site(site: Site) -> bytes:
    """The bytes of a PNG of a site, levels from the ground up, basements last."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    present = {area.level for area in site.areas}
    levels = [level for level in site.levels if level.number in present]
    levels.sort(key=lambda level: (level.number < 0, level.number))
    sheet = lay_out(site, [level.number for level in levels])
    figure = Figure(figsize=(sheet.width_in, sheet.height_in), dpi=DOTS_PER_INCH)
    FigureCanvasAgg(figure)
    for level, frame, panel in zip(levels, sheet.frames, sheet.panels, strict=True):
        axes = figure.add_axes(panel)
        draw_level(axes, site, level.number, frame, sheet.points_per_m)
        axes.set_title(level.name, fontsize=14, color=INK, loc="left", fontweight="bold")
    write_frame_text(figure, site)
    file = io.BytesIO()
    figure.savefig(
        file, format="png", metadata={"Software": None}, pil_kwargs={"compress_level": 3}
    )
    return file.getvalue()


def lay_out(site: Site, levels: list[int]) -> Sheet:
    """Place a panel for each level, all at one scale, in one column or two."""
    frames = [frame_of(site, level) for level in levels]
    widest = max(frame[2] - frame[0] for frame in frames)
    columns = 1 if len(levels) < 3 else 2
    rows = [
        list(range(at, min(at + columns, len(levels)))) for at in range(0, len(levels), columns)
    ]
    tallest = [max(frames[i][3] - frames[i][1] for i in row) for row in rows]
    scale = panel_width_in(site) / widest
    scale *= min(
        1.0, MOST_SIDE_IN / (sum(tallest) * scale), MOST_SIDE_IN / (columns * widest * scale)
    )
    width = columns * widest * scale + 0.3 * (columns + 1)
    height = sum(tallest) * scale + TITLE_IN * len(rows) + TOP_IN + BOTTOM_IN
    panels: list[tuple[float, float, float, float]] = []
    shown: list[tuple[float, float, float, float]] = []
    top = height - TOP_IN
    for row, tall in zip(rows, tallest, strict=True):
        top -= TITLE_IN + tall * scale
        for column, i in enumerate(row):
            left = 0.3 + column * (widest * scale + 0.3)
            panels.append(
                (left / width, top / height, widest * scale / width, tall * scale / height)
            )
            shown.append(widened(frames[i], widest, tall))
    return Sheet(width, height, scale * POINTS_PER_INCH, tuple(shown), tuple(panels))


def widened(
    frame: tuple[float, float, float, float], width: float, height: float
) -> tuple[float, float, float, float]:
    """A frame of a given size with the same left and upper edge, so that levels line up."""
    return frame[0], frame[3] - height, frame[0] + width, frame[3]


def panel_width_in(site: Site) -> float:
    """How wide a panel must be for most names to be read: more rooms, more paper."""
    fullest = max(sum(a.level == level.number for a in site.areas) for level in site.levels)
    return min(MOST_WIDTH_IN, max(LEAST_WIDTH_IN, 6.0 + fullest * 0.16))


def frame_of(site: Site, level: int) -> tuple[float, float, float, float]:
    """The metres that a panel shows: low x, low y, high x, high y."""
    outlines = [area.rings[0] for area in site.areas if area.level == level]
    xs = [x for ring in outlines for x, _ in ring]
    ys = [y for ring in outlines for _, y in ring]
    margin = 3.0
    return min(xs) - margin, min(ys) - margin, max(xs) + margin, max(ys) + margin


def write_frame_text(figure: "Figure", site: Site) -> None:
    """Write the title above and the key below the panels."""
    from matplotlib.lines import Line2D

    height = figure.get_size_inches()[1]
    figure.text(0.01, 1 - 0.12 / height, site.name, fontsize=20, color=INK, va="top",
                fontweight="bold")  # fmt: skip
    key = [
        Line2D([], [], marker="^", color=EXIT, label="exit", linestyle="none"),
        Line2D([], [], color=DOOR, linewidth=3, label="door or gate"),
        Line2D([], [], color=PASSAGE, linewidth=3, label="open passage"),
        Line2D([], [], marker="o", color=STAIRS, label="stairs or lift", linestyle="none"),
        Line2D([], [], marker="x", color=BLOCKED, label="blocked", linestyle="none"),
        Line2D([], [], marker="D", color=MARK, label="mark", linestyle="none"),
    ]
    figure.legend(handles=key, loc="lower left", bbox_to_anchor=(0.005, 0.22 / height), ncols=6,
                  frameon=False, fontsize=9, borderaxespad=0, columnspacing=1.2)  # fmt: skip
    note = "   ".join(part for part in (site.attribution, "Training and planning only.") if part)
    figure.text(0.01, 0.08 / height, note, fontsize=8, color=INK, va="bottom")


def draw_level(
    axes: "Axes",
    site: Site,
    level: int,
    frame: tuple[float, float, float, float],
    points_per_m: float,
) -> None:
    """Draw one level: ground, doors, names, marks, and a bar of ten metres."""
    axes.set_aspect("equal")
    axes.set_xlim(frame[0], frame[2])
    axes.set_ylim(frame[1], frame[3])
    axes.set_xticks([])
    axes.set_yticks([])
    for side in axes.spines.values():
        side.set_visible(False)
    members = [(i, area) for i, area in enumerate(site.areas) if area.level == level]
    for _, area in sorted(members, key=lambda m: (m[1].kind not in OUTDOORS, -m[1].floor_m2)):
        draw_ground(axes, area)
    inside = {i for i, _ in members}
    draw_openings(axes, site, [o for o in site.openings if o.a in inside or o.b in inside])
    level_names = {member.name for member in site.levels}
    for i, area in members:
        label = label_for(area, points_per_m, level_names)
        if label is not None:
            marked = any(m.area == i and abs(m.y_m - area.y_m) < 2 for m in site.marks)
            below = 13 / points_per_m if marked and not label.upright else 0.0
            write_label(axes, label, below, outdoors=area.kind in OUTDOORS)
    for mark in site.marks:
        if mark.area in inside:
            draw_mark(axes, mark)
    x, y = frame[0] + 1.0, frame[1] + 1.0
    axes.plot([x, x + 10], [y, y], color=INK, linewidth=2.5, solid_capstyle="butt", zorder=8)
    axes.text(x + 10.5, y, "10 m", fontsize=8, color=INK, va="center", zorder=8)


def draw_ground(axes: "Axes", area: Area) -> None:
    """Fill an area's floor, holes left open."""
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    points: list[tuple[float, float]] = []
    codes: list[int] = []
    for ring in area.rings:
        points += list(ring)
        codes += [MOVE, *[LINE_TO] * (len(ring) - 2), CLOSE]
    outdoors = area.kind in OUTDOORS
    axes.add_patch(
        PathPatch(
            Path(points, codes),
            facecolor=GROUND[area.kind],
            edgecolor="#a9b59c" if outdoors else LINE,
            linewidth=0.5 if outdoors else 0.9,
            zorder=1 if outdoors else 2,
        )
    )


def draw_openings(axes: "Axes", site: Site, openings: list[Opening]) -> None:
    """Draw exits as green triangles, stairs as dots, doors and passages as pieces of their wall."""
    from matplotlib.collections import LineCollection

    dots: dict[str, list[Xy]] = {"x": [], "^": [], "o": []}
    gaps: dict[str, list[tuple[Xy, Xy]]] = {PASSAGE: [], DOOR: []}
    for opening in openings:
        kinds = {site.areas[end].kind in OUTDOORS for end in (opening.a, opening.b)}
        if opening.state == "blocked":
            dots["x"].append((opening.x_m, opening.y_m))
        elif kinds == {True, False}:
            dots["^"].append((opening.x_m, opening.y_m))
        elif opening.kind == "stairs":
            dots["o"].append((opening.x_m, opening.y_m))
        else:
            colour = PASSAGE if opening.kind == "passage" else DOOR
            gaps[colour].append(gap_of(site.areas[opening.a], opening))
    for colour, pieces in gaps.items():
        axes.add_collection(
            LineCollection(pieces, colors=colour, linewidths=2.6, capstyle="butt", zorder=3),
            autolim=False,
        )
    for marker, colour, size, order in (
        ("x", BLOCKED, 7, 6),
        ("^", EXIT, 8, 6),
        ("o", STAIRS, 9, 3),
    ):
        xs, ys = [x for x, _ in dots[marker]], [y for _, y in dots[marker]]
        edge = colour if marker == "x" else "white"
        axes.plot(xs, ys, marker=marker, color=colour, markersize=size, markeredgecolor=edge,
                  linestyle="none", zorder=order)  # fmt: skip


def gap_of(area: Area, opening: Opening) -> tuple[Xy, Xy]:
    """The ends of a door or passage along its wall."""
    dx, dy = wall_direction(area, opening.x_m, opening.y_m)
    half = min(opening.width_m, 6.0) / 2
    x, y = opening.x_m, opening.y_m
    return (x - dx * half, y - dy * half), (x + dx * half, y + dy * half)


def wall_direction(area: Area, x: float, y: float) -> Xy:
    """The direction of the outline's edge nearest to a point, as a unit vector."""
    edges = [edge for ring in area.rings for edge in pairwise(ring)]
    (ax, ay), (bx, by) = min(edges, key=lambda edge: distance_to_edge(edge, x, y))
    length = max(math.hypot(bx - ax, by - ay), 1e-9)
    return ((bx - ax) / length, (by - ay) / length)


def distance_to_edge(edge: tuple[Xy, Xy], x: float, y: float) -> float:
    """Metres from a point to an edge."""
    (ax, ay), (bx, by) = edge
    along = (bx - ax) ** 2 + (by - ay) ** 2
    share = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / along if along else 0.0
    share = min(1.0, max(0.0, share))
    return math.hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay))


def write_label(axes: "Axes", label: Label, below: float, *, outdoors: bool) -> None:
    """Write a name inside its area."""
    axes.text(
        label.x_m,
        label.y_m - below,
        label.text,
        fontsize=label.points,
        rotation=90 if label.upright else 0,
        ha="center",
        va="center",
        color="#5c6b4b" if outdoors else INK,
        linespacing=0.95,
        zorder=5,
    )


def draw_mark(axes: "Axes", mark: Mark) -> None:
    """Draw a mark as a diamond with its word."""
    axes.plot([mark.x_m], [mark.y_m], marker="D", color=MARK, markersize=6,
              markeredgecolor="white", zorder=7)  # fmt: skip
    word = MARK_WORDS[mark.kind]
    axes.annotate(
        word,
        (mark.x_m, mark.y_m),
        xytext=(6, -3),
        textcoords="offset points",
        fontsize=8,
        color=MARK,
        fontweight="bold",
        zorder=7,
        bbox={
            "boxstyle": "round,pad=0.15",
            "facecolor": "white",
            "edgecolor": "none",
            "alpha": 0.8,
        },
    )
