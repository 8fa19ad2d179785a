"""Where candidates are played: worlds, luck that all share, and what playing has cost so far."""

import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace

import numpy as np

from warmzone.simulation.lower import Prepared
from warmzone.simulation.run import Automatic
from warmzone.studies.execute import Engine, outcomes
from warmzone.studies.numbers import with_numbers

FIRST_BLOCK = 16
"""Seeds of the first block in each world; each later block has as many as all before it."""


@dataclass(frozen=True, slots=True)
class Harm:
    """What incidents cost, each in the same place of both: float64[n]."""

    deaths: np.ndarray
    responders: np.ndarray

    def __len__(self) -> int:
        """How many incidents."""
        return len(self.deaths)


def seeds_until(blocks: int) -> int:
    """How many seeds the first so many blocks have."""
    return 0 if blocks == 0 else FIRST_BLOCK << (blocks - 1)


@dataclass(slots=True)
class Ground:
    """Worlds and an engine. A block is a range of seeds in every world; `played` are incidents."""

    worlds: Sequence[Prepared]
    engine: Engine
    first_seed: int
    played: int = field(default=0)

    def cost(self, blocks: int) -> int:
        """Incidents in the first so many blocks."""
        return seeds_until(blocks) * len(self.worlds)

    def harm(self, crew: Automatic, numbers: Mapping[str, float], block: int) -> Harm:
        """Deaths among the savable and responders hurt in a block, incidents in a fixed order."""
        first, end = (self.first_seed + seeds_until(each) for each in (block, block + 1))
        alone = replace(self.engine, threads=1)

        def played(world: Prepared) -> np.ndarray:
            prepared = with_numbers(world, numbers) if numbers else world
            return outcomes(prepared, crew, range(first, end), alone)

        # A block is too small to be split: the worlds are played side by side instead.
        with ThreadPoolExecutor(self.engine.threads or os.cpu_count() or 1) as pool:
            rows = np.concatenate(list(pool.map(played, self.worlds)))
        self.played += len(rows)
        return Harm(
            rows["savable_deaths"].astype(np.float64), rows["responders_hurt"].astype(np.float64)
        )

    def blocks(self, crew: Automatic, numbers: Mapping[str, float], count: int) -> Harm:
        """The first so many blocks, one after another."""
        return joined([self.harm(crew, numbers, block) for block in range(count)])


def joined(pieces: Sequence[Harm]) -> Harm:
    """Pieces one after another."""
    return Harm(
        np.concatenate([each.deaths for each in pieces]),
        np.concatenate([each.responders for each in pieces]),
    )
