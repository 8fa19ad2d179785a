"""How much of a score is the commander, how much the scenario, how much luck.

A score is taken as commander + scenario + the two together + luck. The parts are found from the
mean squares of a balanced table; one that comes out below 0 is 0. The generalisability coefficient
of n exercises, each in another scenario and the same ones for everybody, is the share of what is
seen of commanders that is the commanders: G = C / (C + (CS + L) / n) (Cronbach and others 1972;
Brennan 2001).
"""

from dataclasses import dataclass

import numpy as np

EXERCISES = (1, 2, 3, 5, 10)


@dataclass(frozen=True, slots=True)
class Parts:
    """The variance of each part of a score."""

    commander: float
    scenario: float
    both: float
    luck: float

    def coefficient(self, exercises: int) -> float:
        """The generalisability coefficient of so many exercises; 0 where nothing varies."""
        noise = (self.both + self.luck) / exercises
        total = self.commander + noise
        return self.commander / total if total > 0 else 0.0


def parts(scores: np.ndarray) -> Parts:
    """The parts of scores: float64[commanders, scenarios, seeds], at least two of each."""
    commanders, scenarios, seeds = scores.shape
    if min(scores.shape) < 2:
        raise ValueError(f"scores of {scores.shape}; at least two of each are needed")
    grand = scores.mean()
    by_commander, by_scenario = scores.mean((1, 2)), scores.mean((0, 2))
    cells = scores.mean(2)
    mixed = cells - by_commander[:, None] - by_scenario[None, :] + grand
    luck = float(((scores - cells[:, :, None]) ** 2).sum() / (commanders * scenarios * (seeds - 1)))
    ms_both = seeds * (mixed**2).sum() / ((commanders - 1) * (scenarios - 1))
    ms_commander = scenarios * seeds * ((by_commander - grand) ** 2).sum() / (commanders - 1)
    ms_scenario = commanders * seeds * ((by_scenario - grand) ** 2).sum() / (scenarios - 1)
    return Parts(
        commander=max(0.0, float((ms_commander - ms_both) / (scenarios * seeds))),
        scenario=max(0.0, float((ms_scenario - ms_both) / (commanders * seeds))),
        both=max(0.0, float((ms_both - luck) / seeds)),
        luck=luck,
    )
