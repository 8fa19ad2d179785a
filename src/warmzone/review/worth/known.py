"""What could have been known: a decision priced over worlds that told the seat the same.

What would have been better is picked over one half's worlds and priced over the other's, either way
round; no hindsight of the true world is in it. Where the halves are apart they walk on and are
looked at again; where they stay apart no number is told.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from warmzone.review.worth.apart import error_of_mean, r_hat
from warmzone.review.worth.race import PRICING, Question, in_the_race
from warmzone.review.worth.replays import Course, Table, deaths_of
from warmzone.review.worth.shapes import Cost, Known
from warmzone.review.worth.walkers import Walkers

ENOUGH = 100.0
"""Below so many different worlds no number is told."""

APART = 1.05
"""Above this the two halves have not come to the same worlds, and no number is told."""

FURTHER_MOST = 3
"""So often walkers who are apart walk on as far again: an assumption."""

PICKING = 2_000_000_000
"""First epoch of the luck on which the best alternative is picked; one replay in each world."""

HEATS = (40, 160)
"""Worlds of either half after which who is far behind is played no more, and those after that."""

EACH = 2
"""Replays of each course in each world to price the best."""


@dataclass(frozen=True)
class Over:
    """A decision over the walkers' worlds; `state` gives what one of them has come to."""

    asked: Question
    state: Callable[[int], np.ndarray]
    table: Table

    def deaths(
        self, courses: Sequence[Course], worlds: Sequence[int], luck: tuple[int, int]
    ) -> np.ndarray:
        """Mean deaths of each course in each of those worlds: float64[courses, worlds].

        luck: the first epoch, and replays each.
        """
        table = self.table
        branches = [table.branch(one) for one in courses]

        def die(k: int) -> list[float]:
            state = self.state(k)
            first = luck[0] + luck[1] * k
            epochs = np.arange(first, first + luck[1], dtype=np.int64)
            rows = [table.gone_on(one._replace(saved=state, epochs=epochs)) for one in branches]
            return [float(deaths_of(one).mean()) for one in rows]

        return np.array(table.each(die, worlds)).T

    def picked(self, courses: Sequence[Course], worlds: Sequence[int]) -> int:
        """Which course is best over those worlds, by index: raced on luck that prices nothing."""
        played = [np.zeros(0)] * len(courses)
        still, first = list(range(len(courses))), 0
        for heat in HEATS:
            now = worlds[first : first + heat]
            first += heat
            if len(still) == 1:
                return still[0]
            if not now:
                break
            deaths = self.deaths([courses[k] for k in still], now, (PICKING, 1))
            for k, more in zip(still, deaths, strict=True):
                played[k] = np.concatenate((played[k], more))
            left = in_the_race([played[k] for k in still], [False] * len(still))
            still = [still[k] for k in left]
        return min(still, key=lambda k: (float(played[k].mean()), k))


def know(asked: Question, crowd: Walkers, texts: Sequence[str]) -> Known:
    """What a decision was worth as far as the seat could have known; `texts` name alternatives."""
    fit = crowd.to(asked.decision)
    number = len(crowd.worlds)
    allowed = [k for k, one in enumerate(asked.alternatives) if not one.forbidden]
    if not allowed:
        return Known(None, number, crowd.distinct)
    halves = [range(0, number, 2), range(1, number, 2)]
    over = Over(asked, lambda k: fit.state(crowd.worlds[k]), crowd.incident.table)
    luck = (PRICING, EACH)
    for again in range(FURTHER_MOST + 1):
        done = over.deaths([asked.as_done()], range(number), luck)[0]
        crowd.apart = r_hat(done[0::2], done[1::2])
        many = crowd.effective(done)
        if (crowd.apart <= APART and many >= ENOUGH) or again == FURTHER_MOST:
            break
        crowd.carry(fit, crowd.moves[1] << again)
    if many < ENOUGH:
        return Known(None, number, many, crowd.apart)
    courses = [asked.with_alternative(asked.alternatives[k]) for k in allowed]
    picks = [over.picked(courses, half) for half in halves]
    better = " / ".join(dict.fromkeys(texts[allowed[pick]] for pick in picks))
    if crowd.apart > APART:
        return Known(None, number, many, crowd.apart, better)
    lost = np.zeros(number)
    for half, pick in zip(halves, reversed(picks), strict=True):
        lost[half] = done[half] - over.deaths([courses[pick]], half, luck)[0]
    many = min(many, crowd.effective(lost))
    cost = over_worlds(lost, crowd.families) if many >= ENOUGH else None
    return Known(cost, number, many, crowd.apart, better)


def over_worlds(lost: np.ndarray, families: Sequence[np.ndarray]) -> Cost:
    """The mean over worlds with its interval; walkers of one family may be alike."""
    if not lost.any():
        return Cost(0.0, 0.0, 0.0, len(lost))
    error, mean = error_of_mean(lost, families), float(lost.mean())
    low, high = mean - 1.96 * error, mean + 1.96 * error
    return Cost(mean if low > 0 or high < 0 else None, low, high, len(lost))
