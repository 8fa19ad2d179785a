"""Where candidates are played: worlds, luck that all share, and what playing has cost so far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from warmzone.simulation.lower import Prepared
from warmzone.simulation.run import Automatic
from warmzone.studies.execute import Engine, outcomes
from warmzone.studies.numbers import with_numbers


@dataclass(slots=True)
class Ground:
    """Worlds and an engine. Block b is one seed range in every world; `played` counts incidents."""

    worlds: Sequence[Prepared]
    engine: Engine
    first_seed: int
    block: int = 16
    played: int = field(default=0)

    @property
    def per_block(self) -> int:
        """Incidents in a block."""
        return self.block * len(self.worlds)

    def deaths(self, crew: Automatic, numbers: Mapping[str, float], block: int) -> np.ndarray:
        """Deaths among the savable in a block: float64[worlds * block], in a fixed order."""
        first = self.first_seed + block * self.block
        found = []
        for world in self.worlds:
            prepared = with_numbers(world, numbers) if numbers else world
            rows = outcomes(prepared, crew, range(first, first + self.block), self.engine)
            found.append(rows["savable_deaths"].astype(np.float64))
            self.played += len(rows)
        return np.concatenate(found)
