"""How long the hazard lasts over the published mix of incidents, and whether police come first.

One specification for tests, verification and studies: durations as the kernel draws them, first
police on scene as arrivals were measured.
"""

from dataclasses import dataclass

import numpy as np

from warmzone.evidence.rows import world_rows
from warmzone.evidence.trials import trial_rows
from warmzone.kernel.draws import Purpose, lognormal

SECONDS = (120.0, 300.0)


@dataclass(frozen=True, slots=True)
class Mix:
    """Shares of incidents that are over within 2 and 5 minutes, and before the first police."""

    over_by_2_min: float
    over_by_5_min: float
    over_before_police: float


def published_mix(incidents: int, first_seed: int = 0) -> Mix:
    """Draw that many incidents, each from a seed of its own, as a scenario with `active_s` null."""
    lasts, police = np.zeros(incidents), np.zeros(incidents)
    for n in range(incidents):
        lasts[n], police[n] = drawn(first_seed + n)
    return Mix(
        float(np.mean(lasts <= SECONDS[0])),
        float(np.mean(lasts <= SECONDS[1])),
        float(np.mean(lasts <= police)),
    )


def drawn(seed: int) -> tuple[float, float]:
    """Seconds that the hazard of that seed lasts, and after which the first police come."""
    world, trials = world_rows(), trial_rows()
    with np.errstate(over="ignore"):
        lasts = lognormal(
            np.uint64(seed),
            (0, 0, Purpose.HAZARD_DURATION, 1),
            world["hazard_duration_median_s"].value,
            world["hazard_duration_sigma"].value,
        )
        police = lognormal(
            np.uint64(seed),
            (0, 0, Purpose.ARRIVAL, 2),
            trials["police_arrival_median_s"].value,
            trials["police_arrival_sigma"].value,
        )
    return lasts, police
