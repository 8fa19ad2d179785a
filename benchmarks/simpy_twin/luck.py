"""The luck of one incident: a stream of random numbers, drawn in order of need.

The kernel names every number by whom it befalls, for what and which time. Here the same name gives
the same number again within an incident; what it is comes from the stream, so that the two are
equal in distribution, not in bits.
"""

import random
from math import exp, log

from tests.reference.twin.luck import Luck
from warmzone.kernel.draws import Purpose

Name = tuple[int, Purpose, int]


class Stream(Luck):
    """Random numbers of one seed, by the standard library's generator."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed, 0)
        self._stream = random.Random(seed)
        self._drawn: dict[Name, float] = {}
        self._normal: dict[Name, float] = {}

    def uniform(self, entity: int, purpose: Purpose, occurrence: int) -> float:
        """Evenly spread over (0, 1)."""
        name = (entity, purpose, occurrence)
        if name not in self._drawn:
            self._drawn[name] = self._stream.random()
        return self._drawn[name]

    def exponential(self, entity: int, purpose: Purpose, occurrence: int) -> float:
        """Exponential with mean 1."""
        return -log(1.0 - self.uniform(entity, purpose, occurrence))

    def lognormal(self, key: Name, median: float, sigma: float) -> float:
        """Lognormal by its median and the sigma of its logarithm. key: entity, purpose, time."""
        if key not in self._normal:
            self._normal[key] = self._stream.gauss(0.0, 1.0)
        return median * exp(sigma * self._normal[key])

    def whole(self, key: Name, low: int, high: int) -> int:
        """A whole number from low to high. key: entity, purpose, which time."""
        return low + int(self.uniform(*key) * (high - low + 1))
