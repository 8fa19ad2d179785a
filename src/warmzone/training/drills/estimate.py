"""How likely a trainee is to decide a point rightly, with how sure that is.

A Bayesian estimate for each decision point. What is asked for is the chance θ of knowing the
answer; who does not know guesses among the choices, so a right answer has the likelihood
g + (1 - g) θ and a wrong one (1 - g) (1 - θ), with g the share of choices that would have done. An
attempt counts half after each half-life of the skill (`skills.csv`). The prior of a point is worth
PRIOR_TRIES attempts at the trainee's own mean over the other points, so that little is said of a
point never tried. The posterior is summed on a grid.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from warmzone.evidence.skills import skill_rows
from warmzone.training.drills.record import Attempt

PRIOR_TRIES = 2.0
"""Worth of the prior, in attempts: an assumption."""
INTERVAL_P = 0.9
DAYS_A_MONTH = 30.44
_OWN = (0.1, 0.9)
_GRID = (np.arange(400) + 0.5) / 400


@dataclass(frozen=True, slots=True)
class Estimate:
    """One decision point: chance of deciding it rightly, and 90 % of the posterior about it."""

    point: int
    tries: int
    right: int
    mean: float
    low: float
    high: float

    @property
    def urgency(self) -> float:
        """Weak and uncertain together: what is missing to certainty of the right answer."""
        return (1.0 - self.mean) + (self.high - self.low)


def estimates(
    attempts: Sequence[Attempt], points: Sequence[int], now: datetime
) -> dict[int, Estimate]:
    """An estimate for each point."""
    found = {}
    for point in points:
        here = [one for one in attempts if one.point == point]
        own = _own_mean([one for one in attempts if one.point != point])
        found[point] = _estimate(point, here, own, now)
    return found


def _own_mean(attempts: Sequence[Attempt]) -> float:
    """What is known at other points, guessing taken off; drawn to a half by two attempts."""
    known = sum(one.right - _guess(one) for one in attempts)
    return float(np.clip((known + 1.0) / (sum(1 - _guess(one) for one in attempts) + 2.0), *_OWN))


def _guess(attempt: Attempt) -> float:
    """The chance to be right without knowing."""
    return min(attempt.accepted / attempt.options, 0.99)


def _estimate(point: int, tried: Sequence[Attempt], own: float, now: datetime) -> Estimate:
    log_p = (PRIOR_TRIES * own - 1.0) * np.log(_GRID)
    log_p += (PRIOR_TRIES * (1.0 - own) - 1.0) * np.log(1.0 - _GRID)
    for one in tried:
        guess = _guess(one)
        likely = guess + (1.0 - guess) * _GRID if one.right else (1.0 - guess) * (1.0 - _GRID)
        log_p += _weight(one, now) * np.log(likely)
    mass = np.exp(log_p - log_p.max())
    mass /= mass.sum()
    ends = np.cumsum(mass)
    tail = (1.0 - INTERVAL_P) / 2.0
    low, high = (float(_GRID[min(int((ends < p).sum()), 399)]) for p in (tail, 1.0 - tail))
    right = sum(one.right for one in tried)
    return Estimate(point, len(tried), right, float(_GRID @ mass), low, high)


def _weight(attempt: Attempt, now: datetime) -> float:
    """What an attempt still tells: half after each half-life."""
    months = max(0.0, (now - attempt.when).total_seconds() / 86_400 / DAYS_A_MONTH)
    return float(2.0 ** (-months / skill_rows()["command.half_life_months"].value))
