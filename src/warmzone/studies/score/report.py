"""What the study of the score says: sentences, a JSON object, and a figure."""

from pathlib import Path

import msgspec

from warmzone.studies.score.study import MEASURES, Found
from warmzone.studies.score.variance import EXERCISES, Parts

GOAL, FROM = 0.8, 3
"""The coefficient wanted, and from how many exercises: goals of the project, not findings."""

NAMES = {
    "decisions": "decision score",
    "clock_s": "clock to the last red out",
    "deaths": "deaths",
}
NOTICE = "Checked on automatic commanders only; there is no pass mark. Not for live incidents."
COLOURS = {"decisions": "#1b5e9e", "clock_s": "#8a6d1a", "deaths": "#8c2f39"}
WIDE, HIGH, LEFT, FOOT = 560, 300, 56, 40


def sentences(found: Found) -> list[str]:
    """The coefficients of each measure, over all grades and over those held out, then the means."""
    lines = [f"Generalisability coefficient of {', '.join(map(str, EXERCISES))} exercises,"]
    lines.append("relative (ranked beside others who played the same), absolute in brackets:")
    for measure in MEASURES:
        lines.append(f"  {NAMES[measure]}: {_figures(found.parts(measure))}")
        held = _figures(found.parts(measure, held_out=True))
        lines.append(f"  {NAMES[measure]}, families held out alone: {held}")
    for scenario in found.plan.scenarios:
        within = _figures(found.within("decisions", scenario))
        lines.append(f"  decision score within {scenario}: {within}")
    whole = found.parts("decisions")
    lines.append(f"  decision score, replays without end: {_figures(whole.without_noise())}")
    lines.append(_split(whole))
    reached = whole.relative(FROM)
    verdict = "is reached" if reached >= GOAL else "is not reached"
    lines.append(f"The goal of {GOAL} from {FROM} exercises {verdict}: {reached:.2f}.")
    for grade, lost in zip(found.plan.grades, found.means("decisions"), strict=True):
        lines.append(f"  {grade.name}: decisions lost {lost:+.2f} lives an exercise")
    return [*lines, NOTICE]


def _figures(parts: Parts) -> str:
    return ", ".join(f"{parts.relative(n):.2f} ({parts.absolute(n):.2f})" for n in EXERCISES)


def _split(whole: Parts) -> str:
    """What the variance of the decision score is made of."""
    return (
        f"  variance: commander {whole.commander:.4f}, scenario {whole.scenario:.4f}, commander "
        f"with scenario {whole.both:.4f}, luck shared {whole.luck:.4f}, the rest {whole.rest:.4f}, "
        f"of which {whole.pricing:.4f} is what more replays would take away"
    )


def told(found: Found) -> dict[str, object]:
    """Everything, for programs."""
    return {
        "grades": [grade.name for grade in found.plan.grades],
        "scenarios": list(found.plan.scenarios),
        "seeds": found.plan.seeds,
        "replays": found.plan.replays,
        "exercises": list(EXERCISES),
        "measures": {
            measure: {
                "variance": msgspec.to_builtins(found.parts(measure)),
                "coefficients": _both(found.parts(measure)),
                "held_out": _both(found.parts(measure, held_out=True)),
                "within": {
                    name: _both(found.within(measure, name)) for name in found.plan.scenarios
                },
                "means": found.means(measure).tolist(),
            }
            for measure in MEASURES
        },
        "notice": NOTICE,
    }


def _both(parts: Parts) -> dict[str, list[float]]:
    return {
        "relative": [parts.relative(n) for n in EXERCISES],
        "absolute": [parts.absolute(n) for n in EXERCISES],
    }


def write(found: Found, folder: Path) -> list[Path]:
    """Write `score.json` and `score.svg`; the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    table, figure = folder / "score.json", folder / "score.svg"
    table.write_bytes(msgspec.json.format(msgspec.json.encode(told(found)), indent=2))
    figure.write_text(drawn(found), encoding="utf-8")
    return [table, figure]


def drawn(found: Found) -> str:
    """The coefficient against the number of exercises, one line a measure, as SVG."""
    marks = []
    for value in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0):
        y = _y(value)
        marks.append(f'<line x1="{LEFT}" x2="{WIDE - 120}" y1="{y}" y2="{y}" stroke="#ccc"/>')
        marks.append(f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{value:.1f}</text>')
    foot_y = HIGH - FOOT + 18
    marks += [f'<text x="{_x(n)}" y="{foot_y}" text-anchor="middle">{n}</text>' for n in EXERCISES]
    for k, measure in enumerate(MEASURES):
        values = [found.parts(measure).relative(n) for n in EXERCISES]
        points = " ".join(f"{_x(n)},{_y(v)}" for n, v in zip(EXERCISES, values, strict=True))
        colour = COLOURS[measure]
        line = f'fill="none" stroke="{colour}" stroke-width="2"'
        marks.append(f'<polyline points="{points}" {line}/>')
        name = NAMES[measure].replace("clock to the ", "")
        y = _y(values[-1]) + 4 + 14 * (k - 1) * (max(values) < 0.1)
        marks.append(f'<text x="{WIDE - 112}" y="{y}" fill="{colour}">{name}</text>')
    goal = f'<circle cx="{_x(FROM)}" cy="{_y(GOAL)}" r="5" fill="none" stroke="#222"/>'
    words = f'<text x="{_x(FROM) + 9}" y="{_y(GOAL) - 6}">goal</text>'
    middle = (LEFT + WIDE - 120) / 2
    foot = f'<text x="{middle}" y="{HIGH - 6}" text-anchor="middle">exercises</text>'
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" role="img" '
        f'aria-label="Generalisability coefficient by number of exercises" '
        f'font-family="sans-serif" font-size="12"><rect width="100%" height="100%" fill="#fff"/>'
    )
    return f"{head}{''.join(marks)}{goal}{words}{foot}</svg>\n"


def _x(exercises: int) -> float:
    return round(LEFT + (exercises - 1) / 9 * (WIDE - 130 - LEFT), 1)


def _y(value: float) -> float:
    return round(16 + (1 - value) * (HIGH - FOOT - 20), 1)
