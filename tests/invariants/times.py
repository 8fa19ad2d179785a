"""What must hold of time itself: the calendar, the clock, and what has been reached."""

import numpy as np

from tests.invariants.promise import Broken, Promise
from warmzone.kernel.arrays import State
from warmzone.kernel.codes import Defect
from warmzone.kernel.events import NEVER, ROUND
from warmzone.simulation.run import Run

MOVES_ON = ("last_red_out_ms", "down_ms", "blocked_ms", "lane_wait_ms", "two_commands_ms")
"""Times of the record that are of the last such event, or add up."""


def times_never_run_back(was: State, run: Run) -> None:
    """Events are handled in order of time, each counted, and none is left to do in the past."""
    before, now = was.clock[0], run.state.clock[0]
    Broken.unless(now["last_event_ms"] >= before["last_event_ms"], "time ran back")
    Broken.unless(now["events"] >= before["events"], "an event was undone")
    Broken.unless(now["last_event_ms"] <= run.now_ms, "an event of time to come")
    Broken.unless(int(now["defect"]) == Defect.NONE, "a defect")
    next_ms = int(run.state.times.min())
    Broken.unless(next_ms > run.now_ms or next_ms >= now["last_event_ms"], "left to do in the past")


def the_calendar_finds_what_is_next(was: State, run: Run) -> None:
    """The root of the winner tree is the earliest slot, and every match is won by the earliest."""
    times, winners = run.state.times, run.state.winners
    Broken.unless(int(winners[1]) == int(np.argmin(times)), "another event comes first")
    level = len(times)
    while level > 1:
        above = max(1, level >> ROUND)
        players = winners[level : 2 * level].reshape(above, -1)
        first = times[players].argmin(axis=1)
        expected = players[np.arange(above), first]
        Broken.unless(bool((winners[above : 2 * above] == expected).all()), "won by a later one")
        level = above


def what_was_reached_stays_reached(was: State, run: Run) -> None:
    """A benchmark clock, once reached, stands; none is reached in time to come."""
    before, now = was.record[0], run.state.record[0]
    for name in now.dtype.names:
        if name.endswith("_ms") and name not in MOVES_ON:
            Broken.unless(before[name] < 0 or now[name] == before[name], f"{name} reached twice")
            planned = name == "elsewhere_ms"
            Broken.unless(planned or now[name] <= run.now_ms, f"{name} reached too soon")
        elif name.endswith("_ms"):
            Broken.unless(now[name] >= before[name], f"{name} went back")
    first, last = int(now["first_red_out_ms"]), int(now["last_red_out_ms"])
    Broken.unless((first < 0) == (last < 0) and first <= last, "the last red before the first")


def _back(run: Run) -> bool:
    run.state.clock[0]["last_event_ms"] = -1
    return True


def _hide_an_event(run: Run) -> bool:
    last = len(run.state.times) - 1
    if run.state.times[last] != NEVER or int(run.state.times.min()) <= 0:
        return False
    run.state.times[last] = 0
    return True


def _reach_again(run: Run) -> bool:
    if run.state.record[0]["first_warm_ms"] < 0:
        return False
    run.state.record[0]["first_warm_ms"] += 1
    return True


PROMISES = (
    Promise(times_never_run_back, _back),
    Promise(the_calendar_finds_what_is_next, _hide_an_event),
    Promise(what_was_reached_stays_reached, _reach_again),
)
