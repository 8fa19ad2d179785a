"""Keyed luck, by the kernel's own functions: the twin must meet the same fate, number by number."""

import numpy as np

from warmzone.kernel import draws
from warmzone.kernel.draws import Purpose


class Luck:
    """Random numbers of one seed and epoch, each named by whom it befalls, for what, which time."""

    def __init__(self, seed: int, epoch: int) -> None:
        self.seed = np.uint64(seed)
        self.epoch = epoch

    def uniform(self, entity: int, purpose: Purpose, occurrence: int) -> float:
        """Evenly spread over (0, 1)."""
        with np.errstate(over="ignore"):
            return draws.uniform(self.seed, (self.epoch, entity, purpose, occurrence))

    def exponential(self, entity: int, purpose: Purpose, occurrence: int) -> float:
        """Exponential with mean 1."""
        with np.errstate(over="ignore"):
            return draws.unit_exponential(self.seed, (self.epoch, entity, purpose, occurrence))

    def lognormal(self, key: tuple[int, Purpose, int], median: float, sigma: float) -> float:
        """Lognormal by its median and the sigma of its logarithm. key: entity, purpose, time."""
        with np.errstate(over="ignore"):
            return draws.lognormal(self.seed, (self.epoch, *key), median, sigma)

    def whole(self, key: tuple[int, Purpose, int], low: int, high: int) -> int:
        """A whole number from low to high. key: entity, purpose, which time."""
        with np.errstate(over="ignore"):
            return draws.whole(self.seed, (self.epoch, *key), low, high)


def folded(digest: int, value: int) -> int:
    """Mix one more non-negative number into a running digest."""
    with np.errstate(over="ignore"):
        return int(draws.mixed(np.uint64(digest) ^ np.uint64(value)))
