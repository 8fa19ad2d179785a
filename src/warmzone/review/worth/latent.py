"""A world as the worth review keeps it: the luck of its blocks and moments, and their names."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from warmzone.simulation.worlds import MOMENT_MS, Move

KINDS: tuple[tuple[Move, int], ...] = (
    (Move.PERSON, 6),
    (Move.PLACE, 3),
    (Move.WOUND, 6),
    (Move.REACH, 2),
    (Move.CLOCK, 3),
    (Move.PAIR, 2),
    (Move.PLACES, 2),
    (Move.NEED, 1),
    (Move.PATH, 1),
    (Move.LASTING, 1),
    (Move.CARS, 4),
    (Move.AMBULANCE, 1),
    (Move.NUMBER, 1),
    (Move.ORIGIN, 1),
    (Move.CALLER, 2),
    (Move.CROWD, 1),
    (Move.ALARM, 1),
    (Move.MOMENT, 8),
    (Move.REST, 2),
    (Move.RECENT, 8),
    (Move.LATE, 4),
)
"""How often each kind of move is tried: an assumption, which changes only how soon all is mixed."""

NAMES = {
    Move.PERSON: "all about a person",
    Move.PAIR: "all about two people",
    Move.PLACES: "where two people were",
    Move.PLACE: "where a person was",
    Move.WOUND: "a wound",
    Move.REACH: "who else is hurt",
    Move.CLOCK: "how long a casualty lives",
    Move.NEED: "what ends the hazard",
    Move.PATH: "when the hazard first moved",
    Move.LASTING: "how long the hazard stayed active",
    Move.CARS: "a stream of cars or crews",
    Move.AMBULANCE: "an ambulance",
    Move.NUMBER: "how many people there are",
    Move.ORIGIN: "where the hazard began",
    Move.CALLER: "who calls, from where and when first",
    Move.CROWD: "how many uninjured people were in a place",
    Move.ALARM: "whether a second attacker or a device was there",
    Move.MOMENT: f"all that was left to chance in {MOMENT_MS // 1000} s",
    Move.REST: "all that was left to chance from some moment on",
    Move.RECENT: f"the same in {MOMENT_MS // 1000} s of the latest time",
    Move.LATE: "the same from some moment of the latest time on",
}


def in_proportion() -> np.ndarray:
    """Kinds of moves, each as often as it is to be tried: int64[n]."""
    return np.array([kind for kind, often in KINDS for _ in range(often)], np.int64)


@dataclass(frozen=True)
class World:
    """The luck of an incident. `seeds`: uint64[BLOCKS, most], `epochs`: int64[moments].

    0 is what is as in the true world.
    """

    seeds: np.ndarray
    epochs: np.ndarray

    @property
    def mark(self) -> bytes:
        """Equal for equal worlds."""
        return self.seeds.tobytes() + self.epochs.tobytes()

    @property
    def drawn(self) -> int:
        """How many blocks and moments are drawn again."""
        return int(np.count_nonzero(self.seeds) + np.count_nonzero(self.epochs))


def told_moves(tally: np.ndarray) -> Sequence[str]:
    """How many moves of each kind were taken, rarest first. tally: int64[moves, 2]."""
    tried = [kind for kind, _ in KINDS if tally[kind, 0]]
    tried.sort(key=lambda kind: tally[kind, 1] / tally[kind, 0])
    return [f"{NAMES[kind]} {tally[kind, 1]} of {tally[kind, 0]}" for kind in tried]
