"""What an instructor does in a session: the decisions to ask for, what counts, minute by minute."""

from warmzone.measures.decisions.coverage import Covered, points_covered
from warmzone.studies.verification.report import Table
from warmzone.training.drills.drill import Drill, drills, said
from warmzone.training.plan.schedule import LESSON_MIN, ROLL_CALL_MIN, Session

POINTS = {"medical": (16, 17, 19), "movement": (14, 15, 16, 27)}
"""Decision points that hands-on sessions serve: what their skill makes possible."""
SHORT_FOCUS = 3
"""So many decisions are asked for in a short drill; the shift's next one takes the next."""
PARTS = {
    "command": ("Play until the first decision, stop, ask; go on to the next", "Debrief"),
    "medical": ("Hands on, each against the clock, until it holds", "Talk the decisions through"),
    "movement": ("Hands on, by twos and fours, with changes", "Talk the decisions through"),
}


def points_of(session: Session) -> list[Covered]:
    """The decision points that come up in the session's scenario, or that its skill serves."""
    asked = {
        drill.point
        for drill in drills().values()
        if any(scene.scenario == session.scenario for scene in drill.scenes)
    }
    asked.update(POINTS.get(session.skill, ()))
    return [
        point
        for point in points_covered()
        if point.scenario == session.scenario or point.number in asked
    ]


def focus(session: Session) -> list[Covered]:
    """Those of them that a session is about: all in a long one, in a short one a few by turns."""
    points = points_of(session)
    if session.minutes >= LESSON_MIN or len(points) <= SHORT_FOCUS:
        return points
    first = session.turn * SHORT_FOCUS
    return [points[(first + k) % len(points)] for k in range(SHORT_FOCUS)]


def questions(session: Session) -> Table:
    """What to ask at each decision, what counts as an answer, and why."""
    asked = {drill.point: drill for drill in drills().values()}
    rows = [
        (str(point.number), said(drill.question), _accepted(drill, 0), _accepted(drill, 1))
        for point in focus(session)
        if (drill := asked.get(point.number)) is not None
    ]
    return Table(("Point", "Ask", "What counts", "Why"), tuple(rows), wide=(1, 2, 3))


def _accepted(drill: Drill, what: int) -> str:
    """The right choices of a drill: their words, or the reasons for them."""
    right = [choice for choice in drill.choices if choice.verdict == "right"]
    told = [said((choice.text, choice.why)[what]) for choice in right]
    return told[0] if len(told) == 1 else " Or: ".join(f"{one.rstrip('.')}." for one in told)


def run_sheet(session: Session) -> Table:
    """The session minute by minute; together it lasts what is planned."""
    edge = max(1, session.minutes // ROLL_CALL_MIN)
    talk = max(1, session.minutes // 4)
    middle, after = PARTS[session.skill]
    parts = (
        ("Sign in; check before", edge),
        (middle, session.minutes - 2 * edge - talk),
        (after, talk),
        ("Check after; certificates", edge),
    )
    rows, at = [], 0
    for what, minutes in parts:
        rows.append((f"{at} to {at + minutes}", what))
        at += minutes
    return Table(("Minute", "What"), tuple(rows), wide=1)
