"""Team by team, the minutes add up and the orders are the person's."""

import numpy as np

from warmzone.review.casualties import gap
from warmzone.review.shapes import Review
from warmzone.vocabulary.codes import Care


def test_a_teams_minutes_are_its_time_in_play(made: Review) -> None:
    """Every team's minutes add up to the time since the hand-over, or since it came."""
    assert made.by_team
    for row in made.by_team:
        there_min = (made.end_s - max(made.start_s, row.arrived_s)) / 60
        assert abs(sum(row.minutes.values()) - there_min) < 0.5
        assert 0 <= row.untasked_min <= sum(row.minutes.values()) + 0.1
    arrivals = [row.arrived_s for row in made.by_team]
    assert arrivals == sorted(arrivals)


def test_orders_to_a_team_are_those_of_the_timeline(made: Review) -> None:
    """Each team's count is what the timeline has You say to it."""
    told = [
        entry
        for entry in made.timeline
        if entry.who == "You" and entry.team >= 0 and entry.kind in ("order", "answer")
    ]
    for row in made.by_team:
        mine = [entry.at_s for entry in told if entry.team == row.team]
        assert row.orders == len(mine)
        assert row.first_order_s == (min(mine) if mine else None)


def test_the_first_broken_link_is_named() -> None:
    """Found, cared for, controlled, taken away: the first that was missing, else the time."""
    fields = ("seen_ms", "care", "controlled_ms", "left_ms")
    person = np.zeros(1, [(name, np.int64) for name in fields])[0]

    def told(*values: int) -> str:
        for name, value in zip(fields, values, strict=True):
            person[name] = value
        return gap(person, 900_000)

    assert told(-1, Care.NONE, -1, -1) == "never found alive"
    assert told(950_000, Care.NONE, -1, -1) == "never found alive"
    assert told(60_000, Care.NONE, -1, -1) == "found at 01:00, given no care"
    assert told(60_000, Care.OFFICER, -1, -1) == "cared for, never brought under control"
    assert told(60_000, Care.OFFICER, 70_000, -1).startswith("brought under control")
    assert told(60_000, Care.OFFICER, 70_000, 80_000) == "taken away, too late"


def test_only_the_savable_dead_have_a_gap(made: Review) -> None:
    """Whoever lived, or could not have, has no broken link."""
    for one in made.casualties:
        assert bool(one.gap) == (one.savable and one.dead_s is not None)
