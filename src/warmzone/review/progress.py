"""Several exercises of one series: what each measure was, its mean and trend, with intervals."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from warmzone.review.shapes import NOTICE, Review
from warmzone.review.worth.shapes import WorthReview

if TYPE_CHECKING:
    from warmzone.measures.estimate import Estimate

REFERENCE = "interior"


class Interval(Struct):
    """A mean, or a change from one exercise to the next; `clear`: the interval leaves 0 out."""

    mean: float
    low: float
    high: float
    n: int
    clear: bool


class Point(Struct):
    """One exercise's value; `low` and `high` where it has an interval of its own."""

    exercise: str
    started_at: str
    scenario: str
    value: float | None
    low: float | None = None
    high: float | None = None


class Line(Struct):
    """One measure over the exercises of a series, the oldest first."""

    name: str
    label: str
    unit: str
    better: str
    points: list[Point]
    mean: Interval | None
    trend: Interval | None


class Series(Struct):
    """The exercises under one label."""

    label: str
    exercises: int
    lines: list[Line]


class Progress(Struct):
    """Every series; `unread` exercises have no review yet and are left out."""

    how: str
    notice: str
    series: list[Series]
    unread: int


class Played(Struct):
    """One exercise of a series; `worth` is None where it is not priced or not to be seen."""

    label: str
    review: Review
    worth: WorthReview | None = None


HOW = (
    "Means and changes from one exercise to the next carry 95 % intervals over exercises; a change "
    "whose interval holds 0 cannot be told from chance, and scenarios differ in difficulty. "
    "Points carry the standard error of one exercise as graded commanders showed it. "
    "Clocks and tasks are counted against the automatic interior commander in the same luck; a "
    "clock that was never reached counts as reached at the end."
)


def progress(played: Sequence[Played], unread: int) -> Progress:
    """Every label's exercises in the order in which they were played."""
    by_time = sorted(played, key=lambda one: (one.review.started_at, one.review.exercise))
    labels = dict.fromkeys(one.label for one in by_time)
    series = [_series(label, [one for one in by_time if one.label == label]) for label in labels]
    return Progress(HOW, NOTICE, series, unread)


def _series(label: str, played: Sequence[Played]) -> Series:
    # The measures bring arrays; who only serves pages goes without.
    from warmzone.measures.awareness import AWARENESS

    lines = [
        _points_line(played),
        _line(("lives", "Lives that decisions cost", "expected lives", "lower"), played, _lives),
        _line(("late", "Behind the interior commander", "s", "lower"), played, _late),
        _line(
            ("untasked", "Officer-minutes without a task, beyond", "min", "lower"), played, _idle
        ),
        _line(("awareness", AWARENESS.label, "share", "higher"), played, _aware),
    ]
    return Series(label, len(played), lines)


Value = tuple[float | None, float | None, float | None]
Read = Callable[[Played], Value]


def _line(about: tuple[str, str, str, str], played: Sequence[Played], value: Read) -> Line:
    import numpy as np

    from warmzone.measures.estimate import estimate, trend

    points = [
        Point(one.review.exercise, one.review.started_at, one.review.scenario_name, *value(one))
        for one in played
    ]
    sample = np.array([np.nan if one.value is None else one.value for one in points])
    many = int((~np.isnan(sample)).sum()) > 1
    return Line(*about, points, _told(estimate(sample)) if many else None, _told(trend(sample)))


def _points_line(played: Sequence[Played]) -> Line:
    """The score of each exercise; its standard error is known from the study of the score."""
    import numpy as np

    from warmzone.measures.decisions.score import ERROR_POINTS
    from warmzone.measures.estimate import NORMAL_95, mean_of_known, trend_of_known

    line = _line(("points", "Points of 100", "points", "higher"), played, _points)
    for one in line.points:
        if one.value is not None:
            half = NORMAL_95 * ERROR_POINTS
            one.low, one.high = one.value - half, one.value + half
    sample = np.array([np.nan if one.value is None else one.value for one in line.points])
    line.mean = _told(mean_of_known(sample, ERROR_POINTS)) if line.mean is not None else None
    line.trend = _told(trend_of_known(sample, ERROR_POINTS))
    return line


def _points(one: Played) -> Value:
    return (None if one.review.score is None else one.review.score.points), None, None


def _told(found: "Estimate | None") -> Interval | None:
    if found is None:
        return None
    clear = found.low > 0 or found.high < 0
    return Interval(found.mean, found.low, found.high, found.n, clear)


def _lives(one: Played) -> Value:
    """What decisions changed, in expected deaths; the middle of its interval where that holds 0."""
    if one.worth is None or not one.worth.accounts:
        return None, None, None
    cost = one.worth.accounts[0].decisions
    mean = (cost.low + cost.high) / 2 if cost.mean is None else cost.mean
    return mean, cost.low, cost.high


def _late(one: Played) -> Value:
    """How much later than the reference clocks were reached; one that was not, at the end."""
    from warmzone.measures import CLOCKS

    yours, theirs = one.review.comparison.yours, _reference(one)
    begun, end = one.review.start_s, one.review.end_s
    gaps = []
    for clock in CLOCKS:
        mine, other = yours.get(clock.name), theirs.get(clock.name)
        if (mine, other) != (None, None) and (mine is None or mine > begun):
            gaps.append((end if mine is None else mine) - (end if other is None else other))
    return (sum(gaps) / len(gaps) if gaps else None), None, None


def _idle(one: Played) -> Value:
    name = "officer_minutes_without_task"
    mine, other = one.review.comparison.yours.get(name), _reference(one).get(name)
    return (None if mine is None or other is None else mine - other), None, None


def _aware(one: Played) -> Value:
    shares = [probe.awareness for probe in one.review.probes if probe.awareness is not None]
    return (sum(shares) / len(shares) if shares else None), None, None


def _reference(one: Played) -> dict[str, float | None]:
    return next(
        (run.values for run in one.review.comparison.others if run.commander == REFERENCE), {}
    )
