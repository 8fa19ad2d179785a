"""How many waited, moment by moment, as a picture and in words."""

from html import escape

from warmzone.review.report.section import Section
from warmzone.review.shapes import CurvePoint, Review
from warmzone.vocabulary.units import clock

WIDE, HIGH = 640, 190
LEFT, RIGHT, TOP, FOOT = 34, 8, 22, 24
UNTREATED, UNTASKED = "#b3261e", "#2456a6"
TICKS = 8
STEPS_S = (60, 120, 300, 600, 900, 1200, 1800, 3600)
EDGE = 0.96
"""Beyond this share of the width a time would run over the edge."""


def waiting(review: Review) -> tuple[Section, ...]:
    """Casualties without care and officers without a task; nothing where nothing was noted."""
    curves = review.curves
    if len(curves) < 2:
        return ()
    worst = max(curves, key=lambda one: one.untreated)
    idle = max(curves, key=lambda one: one.untasked)
    left = curves[-1].untreated
    untreated = (
        f"Reds and yellows at the scene whom nobody had cared for (red): at most "
        f"{worst.untreated}, at {clock(worst.at_s)}; {left or 'none'} at the end."
    )
    untasked = (
        f"Officers on scene without a task (blue, dashed): at most {idle.untasked}, at "
        f"{clock(idle.at_s)}."
    )
    said = (untreated, untasked)
    return (Section("Who waited", said, picture=svg(curves, said)),)


def ticks(last_s: float) -> list[int]:
    """Round times below the axis, whole minutes apart and not too many."""
    step = next((one for one in STEPS_S if last_s / one <= TICKS), STEPS_S[-1])
    return list(range(step, int(last_s * EDGE) + 1, step))


def svg(curves: list[CurvePoint], said: tuple[str, ...]) -> str:
    """Both curves over time as stairs, on one axis of people."""
    last = max(1, curves[-1].at_s)
    most = max(1, *(one.untreated for one in curves), *(one.untasked for one in curves))

    def x(at_s: float) -> float:
        return LEFT + (WIDE - LEFT - RIGHT) * at_s / last

    def y(people: float) -> float:
        return HIGH - FOOT - (HIGH - TOP - FOOT) * people / most

    def stairs(name: str) -> str:
        parts = [f"M{x(curves[0].at_s):.1f},{y(getattr(curves[0], name)):.1f}"]
        parts += [f"H{x(one.at_s):.1f}V{y(getattr(one, name)):.1f}" for one in curves[1:]]
        return "".join(parts)

    marks = "".join(
        f'<text x="{x(at_s):.0f}" y="{HIGH - 7}" text-anchor="middle">{clock(at_s)}</text>'
        f'<path d="M{x(at_s):.1f},{y(0)}v4" stroke="#a0a9b2" stroke-width="0.7"/>'
        for at_s in ticks(last)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" role="img" '
        f'font-size="11" font-family="Libertinus Serif, serif" fill="#16202b">'
        f"<title>{escape(' '.join(said))}</title>"
        f'<path d="M{LEFT},{y(0)}H{WIDE - RIGHT}M{LEFT},{y(most)}H{WIDE - RIGHT}" '
        'stroke="#a0a9b2" stroke-width="0.7" fill="none"/>'
        f'<text x="{LEFT - 5}" y="{y(0) + 4}" text-anchor="end">0</text>'
        f'<text x="{LEFT - 5}" y="{y(most) + 4}" text-anchor="end">{most}</text>'
        f'<text x="{LEFT}" y="12" fill="{UNTREATED}">reds and yellows without care</text>'
        f'<text x="{LEFT + 200}" y="12" fill="{UNTASKED}">officers without a task (dashed)</text>'
        f"{marks}"
        f'<path d="{stairs("untreated")}" stroke="{UNTREATED}" stroke-width="2" fill="none"/>'
        f'<path d="{stairs("untasked")}" stroke="{UNTASKED}" stroke-width="2" fill="none" '
        'stroke-dasharray="5 3"/></svg>'
    )
