"""How much of a score is the commander, how much the scenario, how much luck.

A score is taken as commander + scenario + the two together + luck that everybody shares + the rest.
Everybody plays the same seeds, so what a scenario or a seed does to all alike ranks nobody: it does
not count in the relative coefficient, and does in the absolute one. The parts are found from the
mean squares of a balanced table; one that comes out below 0 is 0. Of n exercises, each in another
scenario (Cronbach and others 1972; Brennan 2001), with C the commander, S the scenario, CS both
together, L the luck that all share and R the rest:

relative, commanders ranked who played the same exercises: C / (C + (CS + R) / n)
absolute, a commander placed who played other exercises: C / (C + (CS + R + S + L) / n)
"""

from dataclasses import dataclass, replace
from math import ceil

import numpy as np

EXERCISES = (1, 2, 3, 5, 10)


@dataclass(frozen=True, slots=True)
class Parts:
    """The variance of each part of a score; `luck` is shared by all, `rest` is each one's own.

    `pricing` is that share of the rest which more replays would take away.
    """

    commander: float
    scenario: float
    both: float
    luck: float
    rest: float
    pricing: float = 0.0

    def relative(self, exercises: int) -> float:
        """The coefficient of so many exercises that everybody played; 0 where nothing varies."""
        return self._share((self.both + self.rest) / exercises)

    def absolute(self, exercises: int) -> float:
        """The same where others played other exercises: what is hard or lucky counts as error."""
        return self._share((self.both + self.rest + self.scenario + self.luck) / exercises)

    def error(self, exercises: int) -> float:
        """The standard error of one commander's mean beside others who played the same."""
        return float(((self.both + self.rest) / exercises) ** 0.5)

    def error_alone(self, exercises: int) -> float:
        """The same where others played other exercises."""
        whole = self.both + self.rest + self.scenario + self.luck
        return float((whole / exercises) ** 0.5)

    def needed(self, goal: float) -> int | None:
        """How many exercises the relative coefficient needs to reach a goal; None never."""
        if self.commander <= 0:
            return None
        return max(1, ceil(goal / (1 - goal) * (self.both + self.rest) / self.commander))

    def without_noise(self) -> "Parts":
        """The parts if there were replays without end."""
        return replace(self, rest=max(0.0, self.rest - self.pricing), pricing=0.0)

    def _share(self, noise: float) -> float:
        total = self.commander + noise
        return self.commander / total if total > 0 else 0.0


def parts(scores: np.ndarray, pricing: float = 0.0) -> Parts:
    """The parts of scores: float64[commanders, scenarios, seeds], at least two of each."""
    commanders, scenarios, seeds = scores.shape
    if min(commanders, seeds) < 2:
        raise ValueError(f"scores of {scores.shape}; at least two commanders and seeds are needed")
    grand, cells, shared = scores.mean(), scores.mean(2), scores.mean(0)
    by_commander, by_scenario = scores.mean((1, 2)), scores.mean((0, 2))
    own = scores - cells[:, :, None] - shared[None] + by_scenario[None, :, None]
    ms_rest = float((own**2).sum() / ((commanders - 1) * scenarios * (seeds - 1)))
    ms_luck = commanders * ((shared - by_scenario[:, None]) ** 2).sum() / (scenarios * (seeds - 1))
    mixed = cells - by_commander[:, None] - by_scenario[None, :] + grand
    ms_both = ms_rest
    if scenarios > 1:
        ms_both = seeds * (mixed**2).sum() / ((commanders - 1) * (scenarios - 1))
    ms_commander = scenarios * seeds * ((by_commander - grand) ** 2).sum() / (commanders - 1)
    both = max(0.0, float((ms_both - ms_rest) / seeds))
    spread = float(by_scenario.var(ddof=1)) - both / commanders if scenarios > 1 else 0.0
    return Parts(
        commander=max(0.0, float((ms_commander - ms_both) / (scenarios * seeds))),
        scenario=max(0.0, spread - float(ms_luck) / (commanders * seeds)),
        both=both,
        luck=max(0.0, float((ms_luck - ms_rest) / commanders)),
        rest=ms_rest,
        pricing=min(pricing, ms_rest),
    )


def pricing_noise(priced: np.ndarray) -> float:
    """The variance that a finite number of replays leaves in each commander's own part of a score.

    priced: float64[commanders, scenarios, seeds, replays], the mean of the last axis is the score.
    What a replay does to all commanders alike is left out, as it is from `rest`.
    """
    commanders, replays = priced.shape[0], priced.shape[-1]
    own = priced - priced.mean(-1, keepdims=True)
    own = own - own.mean(0, keepdims=True)
    cells = priced[0, ..., 0].size
    return float((own**2).sum() / (cells * (commanders - 1) * (replays - 1) * replays))
