"""A study is cut into parts that are saved one by one, by its own size alone."""

from itertools import pairwise

import pytest

from tests.studied import lowered
from warmzone.studies.lowered import LONGEST_PART, PART, PARTS, Lowered, parts_of


@pytest.fixture(scope="module")
def small() -> Lowered:
    """A study of four incidents a point."""
    return lowered()


@pytest.mark.parametrize("points", [1, 200, 3_000, 100_000])
def test_parts_hold_every_point_once(small: Lowered, points: int) -> None:
    """Without gaps, in order, and neither longer than the longest nor many where there are few."""
    parts = list(parts_of(small, range(7, 7 + points)))
    assert (parts[0].first, parts[-1].end) == (7, 7 + points)
    assert all(one.end == other.first for one, other in pairwise(parts))
    incidents = [(part.end - part.first) * small.incidents_per_point for part in parts]
    assert all(PART <= one <= LONGEST_PART for one in incidents[:-1])


def test_a_longer_study_is_saved_in_longer_parts(small: Lowered) -> None:
    """Up to the longest, and never in fewer than can be played side by side."""
    sizes = []
    for points in (3_000, 10_000, 100_000):
        parts = list(parts_of(small, range(points)))
        assert len(parts) >= PARTS
        sizes.append(parts[0].end - parts[0].first)
    assert sizes == sorted(set(sizes))
    assert sizes[-1] * small.incidents_per_point == LONGEST_PART
