"""How much of a score is the commander, how much the scenario, how much luck.

A score is taken as commander + scenario + the two together + luck that everybody shares + the rest.
Everybody plays the same seeds, so what a seed does to all alike ranks nobody. The parts are found
from the mean squares of a balanced table; one that comes out below 0 is 0. The generalisability
coefficient of n exercises, the same ones for everybody, each in another scenario, is the share of
what is seen of commanders that is the commanders: G = C / (C + (CS + R) / n) (Cronbach and others
1972; Brennan 2001).
"""

from dataclasses import dataclass

import numpy as np

EXERCISES = (1, 2, 3, 5, 10)


@dataclass(frozen=True, slots=True)
class Parts:
    """The variance of each part of a score; `luck` is shared by all, `rest` is each one's own."""

    commander: float
    scenario: float
    both: float
    luck: float
    rest: float

    def coefficient(self, exercises: int) -> float:
        """The generalisability coefficient of so many exercises; 0 where nothing varies."""
        noise = (self.both + self.rest) / exercises
        total = self.commander + noise
        return self.commander / total if total > 0 else 0.0


def parts(scores: np.ndarray) -> Parts:
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
    spread = float(by_scenario.var(ddof=1)) if scenarios > 1 else 0.0
    return Parts(
        commander=max(0.0, float((ms_commander - ms_both) / (scenarios * seeds))),
        scenario=max(0.0, spread - float(ms_luck) / (commanders * seeds)),
        both=max(0.0, float((ms_both - ms_rest) / seeds)),
        luck=max(0.0, float((ms_luck - ms_rest) / commanders)),
        rest=ms_rest,
    )
