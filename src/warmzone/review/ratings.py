"""Exercise evaluation guide: ratings proposed from measures, and what evaluators decided.

HSEEP's four: P performed without challenges, S with some, M with major challenges, U unable to be
performed. Proposed by one rule: how long a benchmark took against the automatic interior commander
in the same luck. That is a comparison with one machine in one run, not a norm.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from warmzone.review.evaluation_shapes import RatingRow
from warmzone.review.names import counted
from warmzone.review.shapes import Review
from warmzone.vocabulary.units import clock

Rating = Literal["P", "S", "M", "U", "–"]

RATINGS = {
    "P": "Performed without challenges",
    "S": "Performed with some challenges",
    "M": "Performed with major challenges",
    "U": "Unable to be performed",
    "–": "Not assessed: it did not come to it",
}

SOME_S, MAJOR_S = 60.0, 300.0
"""How much later than the automatic commander is called some, and major, challenges: a choice."""

SOME_SHARE, MAJOR_SHARE = 0.8, 0.5
"""Below which share of awareness the same is said: a choice."""


@dataclass(frozen=True, slots=True)
class Task:
    """A critical task: the core capability it belongs to and the measure that speaks of it."""

    capability: str
    text: str
    measure: str


LAW = "On-scene Security, Protection, and Law Enforcement"
MEDICAL = "Public Health, Healthcare, and Emergency Medical Services"
COORDINATION = "Operational Coordination"
ASSESSMENT = "Situational Assessment"

TASKS = (
    Task(COORDINATION, "Name an interior commander", "interior_command"),
    Task(LAW, "End or contain the threat", "threat_over"),
    Task(LAW, "Declare ground on which care can be given", "first_warm_declared"),
    Task(LAW, "Open a secured corridor", "corridor_open"),
    Task(COORDINATION, "Bring a rescue task force in", "rtf_in"),
    Task(COORDINATION, "Warn other sites", "warned_sites"),
    Task(MEDICAL, "Bring the first red casualty out", "first_red_out"),
    Task(MEDICAL, "Bring the last red casualty out", "last_red_out"),
    Task(ASSESSMENT, "Know where things stand when asked", "awareness"),
)
MEASURES_RATED = tuple(one.measure for one in TASKS)


def proposals(review: Review) -> list[RatingRow]:
    """Every critical task, rated as far as the exercise came to it; nothing decided."""
    return [_proposed(task, review) for task in TASKS]


def final(row: RatingRow) -> str:
    """What counts: what an evaluator decided, else what is proposed."""
    return row.decided or row.proposed


def _proposed(task: Task, review: Review) -> RatingRow:
    if task.measure == "awareness":
        return _aware(task, review)
    yours = review.comparison.yours.get(task.measure)
    theirs = next(
        (one.values.get(task.measure) for one in review.comparison.others if _is_reference(one)),
        None,
    )
    beside = "" if theirs is None else f"; automatic interior commander {clock(theirs)}"
    if yours is None:
        found = f"not reached{beside}"
        return _row(task, "–" if theirs is None else "U", found)
    if yours <= 0:
        return _row(task, "–", "so from the start")
    if yours < review.start_s:
        return _row(task, "–", f"{clock(yours)}, before the seat was handed over")
    late = 0.0 if theirs is None else yours - theirs
    return _row(task, _by_delay(late), f"{clock(yours)}{beside}")


def _row(task: Task, proposed: Rating, found: str) -> RatingRow:
    return RatingRow(task.measure, task.capability, task.text, found, proposed)


def _is_reference(one: object) -> bool:
    return getattr(one, "commander", "") == "interior"


def _by_delay(late_s: float) -> Rating:
    if late_s <= SOME_S:
        return "P"
    return "S" if late_s <= MAJOR_S else "M"


def _aware(task: Task, review: Review) -> RatingRow:
    shares = [one.awareness for one in review.probes if one.awareness is not None]
    if not review.lives and any(one.answered for one in review.probes):
        return _row(task, "–", "answered; held against the truth by the instructor alone")
    if not shares:
        return _row(task, "–", "the seat was not asked")
    mean = sum(shares) / len(shares)
    rating: Rating = "P" if mean >= SOME_SHARE else "S" if mean >= MAJOR_SHARE else "M"
    return _row(task, rating, f"{mean:.0%} right in truth in {counted(len(shares), 'freeze')}")


def by_capability(found: Sequence[RatingRow]) -> dict[str, list[RatingRow]]:
    """The tasks by core capability, in the order of the guide."""
    groups: dict[str, list[RatingRow]] = {}
    for one in found:
        groups.setdefault(one.capability, []).append(one)
    return groups
