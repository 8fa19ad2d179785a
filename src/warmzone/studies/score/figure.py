"""The figure of the study of the score: coefficients, and the grades in points, as SVG."""

from warmzone.studies.score.study import Found
from warmzone.studies.score.variance import EXERCISES, Parts

LINES = (
    ("points", "points", "#1b5e9e"),
    ("clocks", "clocks", "#8a6d1a"),
    ("lives", "lives lost", "#4b2e83"),
    ("deaths", "deaths", "#8c2f39"),
)
WIDE, HIGH, LEFT, FOOT = 600, 320, 56, 40
NAMES_PX = 160
RIGHT = WIDE - NAMES_PX


def drawn(found: Found, goal: float, from_exercises: int) -> str:
    """The relative coefficient against the number of exercises, one line a measure.

    Dashed: lives with replays without end, and points of the families held out.
    """
    marks = _axes()
    ends: list[tuple[float, str, str]] = []
    for measure, name, colour in LINES:
        marks.append(_line(found.parts(measure), colour))
        ends.append((found.parts(measure).relative(EXERCISES[-1]), name, colour))
    bound, held = found.parts("lives").without_noise(), found.parts("points", held_out=True)
    marks += [_line(held, "#1b5e9e", dashed=True), _line(bound, "#4b2e83", dashed=True)]
    ends.append((held.relative(EXERCISES[-1]), "points, held out", "#1b5e9e"))
    ends.append((bound.relative(EXERCISES[-1]), "lives, endless replays", "#4b2e83"))
    marks += _names(ends)
    x, y = _x(from_exercises), _y(goal)
    marks.append(f'<circle cx="{x}" cy="{y}" r="5" fill="none" stroke="#222"/>')
    marks.append(f'<text x="{x + 9}" y="{y + 14}">goal</text>')
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" role="img" '
        f'aria-label="Generalisability coefficient by number of exercises" '
        f'font-family="sans-serif" font-size="12"><rect width="100%" height="100%" fill="#fff"/>'
    )
    return f"{head}{''.join(marks)}</svg>\n"


def _axes() -> list[str]:
    marks = []
    for value in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0):
        y = _y(value)
        marks.append(f'<line x1="{LEFT}" x2="{RIGHT}" y1="{y}" y2="{y}" stroke="#ccc"/>')
        marks.append(f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{value:.1f}</text>')
    foot_y = HIGH - FOOT + 18
    marks += [f'<text x="{_x(n)}" y="{foot_y}" text-anchor="middle">{n}</text>' for n in EXERCISES]
    middle = (LEFT + RIGHT) / 2
    marks.append(f'<text x="{middle}" y="{HIGH - 6}" text-anchor="middle">exercises</text>')
    return marks


def _line(parts: Parts, colour: str, *, dashed: bool = False) -> str:
    points = " ".join(f"{_x(n)},{_y(parts.relative(n))}" for n in EXERCISES)
    dash = ' stroke-dasharray="5 4"' if dashed else ""
    return f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"{dash}/>'


def _names(ends: list[tuple[float, str, str]]) -> list[str]:
    """The name of each line beside its end, moved apart where they would lie on each other."""
    marks, last = [], float("-inf")
    for value, name, colour in sorted(ends, key=lambda one: -one[0]):
        last = max(_y(value) + 4, last + 14)
        marks.append(f'<text x="{RIGHT + 8}" y="{round(last, 1)}" fill="{colour}">{name}</text>')
    return marks


def _x(exercises: int) -> float:
    return round(LEFT + (exercises - 1) / (EXERCISES[-1] - 1) * (RIGHT - 10 - LEFT), 1)


def _y(value: float) -> float:
    return round(16 + (1 - value) * (HIGH - FOOT - 20), 1)
