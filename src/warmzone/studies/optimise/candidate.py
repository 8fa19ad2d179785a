"""Rules that are tried, what they cost block by block, and how they stand to others."""

from dataclasses import dataclass, field

import numpy as np

from warmzone.doctrine.rules import Rule
from warmzone.studies.optimise.families import Family, crew_with
from warmzone.studies.optimise.ground import Ground, Harm, joined

SURE_Z = 1.64
"""So many standard errors behind another in the same luck, a candidate is surely behind."""


@dataclass(slots=True)
class Candidate:
    """Rules, and what they cost block by block."""

    rules: dict[Rule, float]
    blocks: list[Harm] = field(default_factory=list)

    @property
    def harm(self) -> Harm:
        """All blocks that it was played."""
        return joined(self.blocks)

    @property
    def mean(self) -> float:
        """Deaths among the savable an incident."""
        return float(self.harm.deaths.mean())

    def play(self, family: Family, ground: Ground, blocks: int) -> None:
        """Play what is missing of the first so many blocks."""
        crew = crew_with(family.commander, self.rules)
        for block in range(len(self.blocks), blocks):
            self.blocks.append(ground.harm(crew, family.numbers, block))

    def off(self, other: "Candidate") -> np.ndarray:
        """Deaths more than another's, incident by incident, over the blocks that both played."""
        both = min(len(self.blocks), len(other.blocks))
        mine, theirs = joined(self.blocks[:both]), joined(other.blocks[:both])
        off: np.ndarray = mine.deaths - theirs.deaths
        return off


def is_surely_more(off: np.ndarray) -> bool:
    """Whether differences in the same luck, incident by incident, lie surely above nought."""
    error = float(off.std(ddof=1)) / np.sqrt(len(off))
    return bool(off.mean() > SURE_Z * error and off.mean() > 0.0)
