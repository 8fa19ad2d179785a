"""The picture of who waited can be read: round times, inside the picture."""

from itertools import pairwise

import pytest

from warmzone.review.report.waiting import EDGE, TICKS, ticks


@pytest.mark.parametrize("last_s", [45, 338, 600, 1234, 1800, 2700, 5400])
def test_times_below_the_axis_are_round_and_few(last_s: float) -> None:
    """Whole minutes, evenly apart, none at the edge; a short exercise may have none."""
    found = ticks(last_s)
    assert len(found) <= TICKS
    assert all(one % 60 == 0 and one <= last_s * EDGE for one in found)
    assert len({b - a for a, b in pairwise(found)}) <= 1
    assert len(found) >= 3 or last_s < 240
