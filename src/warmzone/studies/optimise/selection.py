"""The selection: finalists and the hand-written rules again, on scenarios and luck of its own."""

from dataclasses import dataclass

from warmzone.measures.estimate import Estimate, estimate
from warmzone.studies.optimise.candidate import Candidate, is_surely_more
from warmzone.studies.optimise.families import crew_with
from warmzone.studies.optimise.ground import Ground, Harm
from warmzone.studies.optimise.race import Raced


@dataclass(frozen=True, slots=True)
class Selected:
    """A family's best on the selection; `off` is its difference from the hand-written rules.

    The hand-written rules stand among those to choose from, so they may be the best.
    """

    raced: Raced
    best: Candidate
    mean: float
    off: Estimate | None
    refused: int

    @property
    def is_hand(self) -> bool:
        """Whether nothing that was searched for is better than what was written by hand."""
        return self.best is self.raced.hand


def select(raced: Raced, ground: Ground, blocks: int) -> Selected:
    """Play everybody who is left; whom more responders are surely hurt under is not chosen."""
    hand = _played(raced, raced.hand, ground, blocks)
    best, found, refused = raced.hand, hand, 0
    for candidate in raced.finalists:
        own = _played(raced, candidate, ground, blocks)
        if is_surely_more(own.responders - hand.responders):
            refused += 1
        elif own.deaths.mean() < found.deaths.mean():
            best, found = candidate, own
    off = estimate(found.deaths - hand.deaths)
    return Selected(raced, best, float(found.deaths.mean()), off, refused)


def _played(raced: Raced, candidate: Candidate, ground: Ground, blocks: int) -> Harm:
    crew = crew_with(raced.family.commander, candidate.rules)
    return ground.blocks(crew, raced.family.numbers, blocks)
