"""Points taken in part by part come to what all of them at once come to."""

import numpy as np
import pytest

from warmzone.studies import gathering
from warmzone.studies.gathering import Gathered, Moments
from warmzone.studies.points import Points, points_from
from warmzone.studies.spread import spread, spread_of


def drawn(points: int) -> Points:
    """Two kinds of incident, three physiologies, some clocks never reached."""
    source = np.random.default_rng(11)
    values = source.gamma(2.0, size=(points, 2, 3, 4))
    values[source.random(values.shape) < 0.3] = np.nan
    values[points // 2, :, 1] = np.nan
    return points_from(values)


def cut(points: Points, first: int, end: int) -> Points:
    """Some of the points."""
    return Points(points.means[first:end], points.luck[first:end], points.reached[first:end])


def in_parts(points: Points, step: int, weights: np.ndarray) -> Gathered:
    """Taken in so many at a time."""
    gathered = Gathered(weights)
    for first in range(0, len(points.means), step):
        gathered.add(cut(points, first, first + step))
    return gathered


@pytest.mark.parametrize("step", [1, 3, 7, 50])
def test_any_parts_give_the_whole(step: int) -> None:
    """Every number of a spread, whatever the parts were."""
    weights = np.array([2.0, 1.0])
    whole, parts = spread(drawn(50), weights), spread_of(in_parts(drawn(50), step, weights))
    for name in whole.__dataclass_fields__:
        assert getattr(parts, name) == pytest.approx(getattr(whole, name), rel=1e-12), name


def test_moments_are_those_of_the_textbook() -> None:
    """Against numpy, over pieces of unequal length and an empty one."""
    values = np.random.default_rng(4).normal(1e6, 1.0, 1000)
    moments = Moments()
    for piece in np.split(values, [1, 1, 40, 900]):
        moments.add(piece)
    assert moments.count == 1000
    assert moments.mean == pytest.approx(values.mean(), rel=1e-14)
    assert moments.variance == pytest.approx(values.var(ddof=1), rel=1e-9)


def test_no_more_values_are_kept_than_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Mean and half-width are of all points; only quantiles come from the first."""
    monkeypatch.setattr(gathering, "KEPT", 20)
    weights = np.array([2.0, 1.0])
    gathered = in_parts(drawn(50), 8, weights)
    assert sum(len(each) for each in gathered.kept) <= 20 * 3
    kept, whole = spread_of(gathered), spread(cut(drawn(50), 0, 20), weights)
    assert gathered.points == 50
    assert kept.mean != whole.mean
    monkeypatch.undo()
    assert kept.mean == pytest.approx(spread(drawn(50), weights).mean, rel=1e-12)
