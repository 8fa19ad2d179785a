"""When a decision point is due again, and which drill comes next.

Due dates come from FSRS, the open scheduler of spaced repetition, with its published parameters:
they were fitted to other people's flash cards and are an assumption here. A point is the card, so
that its drills may differ from time to time. Nothing stays away longer than LONGEST_DAYS.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from fsrs import Card, Rating, Scheduler

from warmzone.evidence.decisions import point_rows
from warmzone.training.drills.drill import VARIANTS, Drill, drills, points_drilled
from warmzone.training.drills.estimate import Estimate, estimates
from warmzone.training.drills.record import Attempt

LONGEST_DAYS = 90
"""Refreshers at three months at the latest, about half the half-life of what is learnt."""
SLOW_SHARE = 0.75
"""Of the time allowed, beyond which a right answer counts as hard."""
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class PointState:
    """Where a trainee stands with one decision point. `due` None where it was never tried."""

    estimate: Estimate
    title: str
    due: datetime | None
    last: datetime | None

    def is_due(self, now: datetime) -> bool:
        """Whether it should be asked now."""
        return self.due is None or self.due <= now


@dataclass(frozen=True, slots=True)
class Next:
    """The next drill, and why it is this one."""

    drill: Drill
    variant: int
    why: str
    due: bool


def standing(attempts: Sequence[Attempt], now: datetime) -> list[PointState]:
    """Every point that drills ask of, what is weakest and least certain first."""
    found = estimates(attempts, points_drilled(), now)
    rows = point_rows()
    states = []
    for point, one in found.items():
        tried = sorted((a for a in attempts if a.point == point), key=lambda a: a.when)
        last = tried[-1].when if tried else None
        states.append(PointState(one, rows[point].title, _due(tried), last))
    return sorted(states, key=lambda one: (-one.estimate.urgency, one.estimate.point))


def _due(tried: Sequence[Attempt]) -> datetime | None:
    """When FSRS asks again after these attempts, the oldest first."""
    if not tried:
        return None
    scheduler = Scheduler(
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=LONGEST_DAYS,
        enable_fuzzing=False,
    )
    card = Card(card_id=tried[0].point)
    for one in tried:
        card, _log = scheduler.review_card(card, rating(one), one.when)
    return card.due


def rating(attempt: Attempt) -> Rating:
    """An attempt as FSRS rates answers."""
    if not attempt.right:
        return Rating.Again
    slow = attempt.took_s > SLOW_SHARE * attempt.limit_s
    return Rating.Hard if slow or attempt.verdict == "arguable" else Rating.Good


def next_drill(attempts: Sequence[Attempt], now: datetime) -> Next:
    """What is due comes first; among that, the weakest and least certain point.

    Where nothing is due the same order holds, and it says so. Of a point's drills the one least
    often tried comes next, at a moment not seen yet as long as there is one.
    """
    states = standing(attempts, now)
    due = [one for one in states if one.is_due(now)]
    # What was asked a moment ago would be answered from the screen, not from memory.
    chosen = (due or sorted(states, key=lambda one: one.last or _LONG_AGO)[: len(states) // 2])[0]
    tries: dict[str, int] = {
        drill.id: sum(one.drill == drill.id for one in attempts)
        for drill in drills().values()
        if drill.point == chosen.estimate.point
    }
    drill = drills()[min(tries, key=lambda name: (tries[name], name))]
    return Next(drill, tries[drill.id] % VARIANTS, _why(chosen, bool(due)), bool(due))


def _why(state: PointState, due: bool) -> str:
    one = state.estimate
    if one.tries == 0:
        return "You have not decided this yet."
    told = f"{one.right} of {one.tries} right so far; "
    told += f"chance of deciding it rightly {one.low:.0%} to {one.high:.0%}."
    return told if due else f"Nothing is due; this is ahead of its time. {told}"
