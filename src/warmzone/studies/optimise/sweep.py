"""The sweep: every rule moved alone, in the luck of the hand-written; halved until few are left.

It says which rules matter at all, and where the race begins.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from warmzone.measures.estimate import Estimate, estimate
from warmzone.studies.optimise.candidate import Candidate
from warmzone.studies.optimise.families import Family, stated
from warmzone.studies.optimise.ground import Ground
from warmzone.studies.optimise.knobs import Knob

FIRST_BLOCKS = 3
"""Blocks that every move is played before the first are dropped."""
FEWEST, PAIRED, JOINED = 6, 4, 6
"""Moves that are never dropped; the best that are paired; the most that are put together."""


@dataclass(frozen=True, slots=True)
class Move:
    """One rule moved alone, all else as written by hand."""

    knob: Knob
    value: float
    candidate: Candidate


@dataclass(frozen=True, slots=True)
class Swept:
    """Every move, the best first; `hand` was played wherever any of them was."""

    hand: Candidate
    moves: tuple[Move, ...]
    incidents: int

    def off(self, candidate: Candidate) -> Estimate | None:
        """How many deaths an incident more than under the hand-written rules, by luck alone."""
        return estimate(candidate.off(self.hand))

    def seeds(self) -> list[Candidate]:
        """What the race begins with: the best moves in pairs, and more and more of them together.

        Of each rule only its best move; none that is not ahead on the mean.
        """
        best: dict[Knob, Move] = {}
        for move in self.moves[:FEWEST]:
            if float(move.candidate.off(self.hand).mean()) < 0.0:
                best.setdefault(move.knob, move)
        chosen = list(best.values())
        together: list[tuple[Move, ...]] = [*combinations(chosen[:PAIRED], 2)]
        together += [tuple(chosen[:count]) for count in range(3, min(len(chosen), JOINED) + 1)]
        return [self._joined(moves) for moves in together]

    def _joined(self, moves: Sequence[Move]) -> Candidate:
        return Candidate({**self.hand.rules, **{each.knob.rule: each.value for each in moves}})


def sweep(family: Family, ground: Ground, budget: int) -> Swept:
    """Move each rule alone; drop the worse half and play the others twice as long, and again."""
    begun = ground.played
    hand = Candidate(stated(family))
    left = [
        Move(knob, float(value), Candidate({**hand.rules, knob.rule: float(value)}))
        for knob in family.knobs
        for value in knob.tried
        if value != hand.rules[knob.rule]
    ]
    dropped: list[Move] = []
    blocks = FIRST_BLOCKS
    while left and ground.played - begun + _price(ground, left, blocks) <= budget:
        for candidate in (hand, *(move.candidate for move in left)):
            candidate.play(family, ground, blocks)
        left.sort(key=lambda move: float(move.candidate.off(hand).mean()))
        keep = max(FEWEST, len(left) // 2)
        left, dropped = left[:keep], [*left[keep:], *dropped]
        blocks += 1
    played = [move for move in (*left, *dropped) if move.candidate.blocks]
    return Swept(hand, tuple(played), ground.played - begun)


def _price(ground: Ground, left: Sequence[Move], blocks: int) -> int:
    """Incidents that the next round costs, the hand-written rules among them."""
    done = ground.cost(len(left[0].candidate.blocks))
    return (ground.cost(blocks) - done) * (len(left) + 1)
