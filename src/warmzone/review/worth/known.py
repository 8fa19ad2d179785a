"""What could have been known: a decision priced over worlds that told the seat the same.

What would have been better is picked over one half's worlds and priced over the other's, either way
round; no hindsight of the true world is in it. Where the halves are apart they walk on and are
looked at again; where they stay apart no number is told.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import numpy as np

from warmzone.review.worth.apart import r_hat
from warmzone.review.worth.race import PRICING, Question, in_the_race
from warmzone.review.worth.replays import Course, Table
from warmzone.review.worth.shapes import Cost, Known
from warmzone.review.worth.walkers import Walkers

ENOUGH = 100.0
"""Below so many different worlds no number is told."""

APART = 1.05
"""Above this the two halves have not come to the same worlds, and no number is told."""

FURTHER_MOST = 3
"""So often walkers who are apart walk on as far again: an assumption."""

PICKING, PICKS, HEAT_WORLDS = 2_000_000_000, 2, 40
"""First epoch of the luck on which the best alternative is picked, replays of each course in each
world, and worlds of either half after which who is far behind is played no more."""

EACH = 8
"""Replays of each course in each world to price the best."""


@dataclass(frozen=True)
class Over:
    """A decision over the walkers' worlds."""

    asked: Question
    states: Sequence[np.ndarray]
    table: Table

    def deaths(self, course: Course, worlds: Sequence[int], luck: tuple[int, int]) -> np.ndarray:
        """Mean deaths of a course in each of those worlds; luck: the first epoch, replays each."""
        alone = replace(self.table, threads=1)

        def die(k: int) -> float:
            here = replace(course, moment=replace(self.asked.moment, state=self.states[k]))
            first = luck[0] + luck[1] * k
            return float(alone.deaths(here, range(first, first + luck[1])).mean())

        with ThreadPoolExecutor(self.table.workers) as pool:
            return np.array(list(pool.map(die, worlds)))

    def picked(self, courses: Sequence[Course], worlds: Sequence[int]) -> int:
        """Which course is best over those worlds, by index: raced on luck that prices nothing."""
        luck = (PICKING, PICKS)
        heat, rest = worlds[:HEAT_WORLDS], worlds[HEAT_WORLDS:]
        played = [self.deaths(one, heat, luck) for one in courses]
        still = in_the_race(played, [False] * len(courses))
        if len(rest) and len(still) > 1:
            for k in still:
                played[k] = np.concatenate((played[k], self.deaths(courses[k], rest, luck)))
        return min(still, key=lambda k: (float(played[k].mean()), k))


def know(asked: Question, crowd: Walkers, texts: Sequence[str]) -> Known:
    """What a decision was worth as far as the seat could have known; `texts` name alternatives."""
    fit = crowd.to(asked.decision)
    number = len(crowd.worlds)
    allowed = [k for k, one in enumerate(asked.alternatives) if not one.forbidden]
    if not allowed:
        return Known(None, number, crowd.effective)
    halves = [list(range(0, number, 2)), list(range(1, number, 2))]
    luck = (PRICING, EACH)
    for again in range(FURTHER_MOST + 1):
        over = Over(asked, crowd.states, crowd.incident.table)
        done = over.deaths(asked.as_done(), range(number), luck)
        crowd.apart = r_hat(done[0::2], done[1::2])
        if crowd.apart <= APART or again == FURTHER_MOST:
            break
        crowd.carry(fit, crowd.moves[1] << again)
    many = crowd.effective
    if many < ENOUGH:
        return Known(None, number, many, crowd.apart)
    courses = [asked.with_alternative(asked.alternatives[k]) for k in allowed]
    picks = [over.picked(courses, half) for half in halves]
    better = " / ".join(dict.fromkeys(texts[allowed[pick]] for pick in picks))
    if crowd.apart > APART:
        return Known(None, number, many, crowd.apart, better)
    lost = np.zeros(number)
    for half, pick in zip(halves, reversed(picks), strict=True):
        lost[half] = done[half] - over.deaths(courses[pick], half, luck)
    cost = over_worlds(lost, [one.mark for one in crowd.worlds])
    return Known(cost, number, many, crowd.apart, better)


def over_worlds(lost: np.ndarray, marks: Sequence[bytes]) -> Cost:
    """The mean over worlds with its interval; walkers in the same world count as one finding."""
    if not lost.any():
        return Cost(0.0, 0.0, 0.0, len(lost))
    _, which, counts = np.unique(
        np.array(marks, dtype=object), return_inverse=True, return_counts=True
    )
    shares, mean = counts / len(lost), float(lost.mean())
    each = np.bincount(which, lost) / counts
    n = len(counts)
    if n == 1:
        return Cost(None, float("-inf"), float("inf"), len(lost))
    error = float(np.sqrt(n / (n - 1) * ((shares * (each - mean)) ** 2).sum()))
    low, high = mean - 1.96 * error, mean + 1.96 * error
    return Cost(mean if low > 0 or high < 0 else None, low, high, len(lost))
