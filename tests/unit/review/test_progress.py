"""Progress is told with intervals, and a change only where it can be told from chance."""

import msgspec
import numpy as np
import pytest

from warmzone.measures.estimate import trend
from warmzone.review.progress import Played, progress
from warmzone.review.shapes import ProbeView, Review


def played(made: Review, day: int, awareness: float | None, label: str = "class A") -> Played:
    """An exercise of a day with one probe."""
    probe = ProbeView(1.0, awareness is not None, [], awareness, awareness)
    name = f"e{label}{day}"
    told = msgspec.structs.replace(
        made, exercise=name, started_at=f"2026-01-{day:02d}", probes=[probe]
    )
    return Played(label, told)


def test_a_steady_climb_is_told_and_chance_is_not(made: Review) -> None:
    """Awareness that rises each time has a clear trend; one that goes up and down has none."""
    climb = [played(made, day, 0.2 + 0.1 * day) for day in (5, 1, 4, 2, 3)]
    noise = [
        played(made, day, value, "B") for day, value in enumerate((0.5, 0.2, 0.6, 0.3, 0.4), 1)
    ]
    told = progress([*climb, *noise], 2)
    assert told.unread == 2
    series = {one.label: one.lines for one in told.series}
    assert sorted(series) == ["B", "class A"]
    lines = [{one.name: one for one in series[label]}["awareness"] for label in ("class A", "B")]
    assert [point.value for point in lines[0].points] == [0.2 + 0.1 * day for day in range(1, 6)]
    assert lines[0].trend is not None
    assert lines[1].trend is not None
    assert lines[0].trend.clear
    assert not lines[1].trend.clear
    assert lines[1].mean is not None
    assert lines[1].mean.low < 0.4 < lines[1].mean.high


def test_too_few_exercises_have_no_interval(made: Review) -> None:
    """One exercise has no mean, two no trend; what was not asked has no value."""
    (one,) = progress([played(made, 1, None)], 0).series
    line = {line.name: line for line in one.lines}["awareness"]
    assert (line.points[0].value, line.mean, line.trend) == (None, None, None)
    assert trend(np.array([1.0, np.nan, 2.0])) is None


def test_a_clock_that_was_missed_counts_as_reached_at_the_end(made: Review) -> None:
    """Who never calls ground warm is behind who did, by as much as the end is away."""
    clocks = {"first_warm_declared": None, "corridor_open": made.start_s + 10}
    theirs = {"first_warm_declared": made.end_s - 100, "corridor_open": None}
    others = [
        msgspec.structs.replace(made.comparison.others[0], commander="interior", values=theirs)
    ]
    compared = msgspec.structs.replace(made.comparison, yours=clocks, others=others)
    told = Played("A", msgspec.structs.replace(made, comparison=compared))
    (series,) = progress([told], 0).series
    line = {one.name: one for one in series.lines}["late"]
    assert line.points[0].value == (100 + (made.start_s + 10 - made.end_s)) / 2


def test_figures_in_lives_stand_only_where_they_may(made: Review) -> None:
    """Without a priced and released review the line of lives is empty."""
    (one,) = progress([played(made, day, 0.5) for day in (1, 2)], 0).series
    lives = {line.name: line for line in one.lines}["lives"]
    assert [point.value for point in lives.points] == [None, None]


def test_points_carry_the_standard_error_of_one_exercise(made: Review) -> None:
    """Each has its own interval; the mean of four has half of it, and two already make a trend."""
    assert made.score is not None
    assert made.score.points is not None
    (series,) = progress([played(made, day, None) for day in range(1, 5)], 0).series
    line = {line.name: line for line in series.lines}["points"]
    half = 1.96 * made.score.error
    assert line.points[0].low == pytest.approx(made.score.points - half)
    assert line.mean is not None
    assert line.mean.high == pytest.approx(made.score.points + half / 2)
    assert line.trend is not None
    assert not line.trend.clear
    (series,) = progress([played(made, day, None) for day in (1, 2)], 0).series
    two = {line.name: line for line in series.lines}["points"].trend
    assert two is not None
    assert two.high == pytest.approx(half * 2**0.5)
