"""The pace of the clock."""

from warmzone.server.pace import MOST_BEHIND_S, Pace


def test_clock_that_stands_does_not_move() -> None:
    """Paused, the due time stays."""
    assert Pace(5000, 10.0).due_ms(99.0) == 5000


def test_tempo() -> None:
    """At tempo 4 a second is four."""
    assert Pace(1000, 10.0, 4.0, running=True).due_ms(11.0) == 5000


def test_parts_of_milliseconds_are_not_lost() -> None:
    """A thousand small steps add up to the time that has passed."""
    pace = Pace(0, 0.0, 1.0, running=True)
    for step in range(1, 1001):
        wall_s = step * 0.0333333
        pace.reach(pace.due_ms(wall_s), wall_s)
    assert abs(pace.at_ms - 33_333) <= 1


def test_standstill_is_dropped() -> None:
    """After an hour's sleep the clock goes on from where it was, at most two seconds later."""
    pace = Pace(0, 0.0, 1.0, running=True)
    assert pace.due_ms(3600.0) == MOST_BEHIND_S * 1000
    pace.reach(2000, 3600.0)
    assert pace.due_ms(3601.0) <= 5000


def test_change_counts_from_where_it_stands() -> None:
    """Starting again does not count the time that it stood."""
    pace = Pace(1000, 0.0)
    pace.reach(1000, 50.0)
    pace.change(running=True, rate=2.0)
    assert pace.due_ms(51.0) == 3000
