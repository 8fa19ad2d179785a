"""Team by team: how each spent its time, and what was said to it."""

from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np

from warmzone.review.frames import FRAME_MS
from warmzone.review.rebuild import Rebuilt
from warmzone.review.shapes import Frame, TeamRow
from warmzone.review.words import TASKS
from warmzone.vocabulary.codes import Seat, Task
from warmzone.vocabulary.units import MS_PER_MIN

FRAME_MIN = FRAME_MS / MS_PER_MIN


def team_rows(rebuilt: Rebuilt, frames: Sequence[Frame]) -> list[TeamRow]:
    """Every team that came, by arrival; minutes are counted from moments ten seconds apart.

    `frames` are whole ones. Time before a drill's hand-over is left out: it was not the person's.
    """
    begun_s = rebuilt.handed_over_ms // 1000
    minutes: dict[int, Counter[str]] = defaultdict(Counter)
    idle: Counter[int] = Counter()
    for frame in frames:
        for row in frame.truth_teams if frame.at_s >= begun_s else []:
            minutes[row.team][TASKS[Task(row.task)]] += 1
            idle[row.team] += row.untasked
    state = rebuilt.run.state
    said = _said_to(state.orders[: int(state.clock[0]["orders"])], rebuilt.handed_over_ms)
    return sorted(
        (
            TeamRow(
                team=team,
                arrived_s=int(state.teams[team]["arrived_ms"]) / 1000,
                orders=len(said.get(team, [])),
                first_order_s=min(said[team]) if team in said else None,
                untasked_min=round(idle[team] * FRAME_MIN, 1),
                minutes={task: round(n * FRAME_MIN, 1) for task, n in spent.most_common()},
            )
            for team, spent in minutes.items()
        ),
        key=lambda row: (row.arrived_s, row.team),
    )


def _said_to(orders: np.ndarray, begun_ms: int) -> dict[int, list[float]]:
    """When the person said something to each team."""
    found: dict[int, list[float]] = defaultdict(list)
    for order in orders:
        if order["seat"] == Seat.TACTICAL and order["given_ms"] >= begun_ms and order["team"] >= 0:
            found[int(order["team"])].append(int(order["given_ms"]) / 1000)
    return dict(found)
