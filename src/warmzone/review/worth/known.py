"""What could have been known: a decision priced over worlds that told the seat the same.

Walkers start at the true luck, which fits by construction, and are carried from decision to
decision: who no longer fits is dropped and another walker takes their place, then all move on. The
price is of the same two courses as what it cost, one replay a world.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace

import numpy as np

from warmzone.doctrine.commanders import automatic
from warmzone.review.rebuild import Rebuilt, fresh_run
from warmzone.review.worth.decisions import Decision, Given
from warmzone.review.worth.latent import KINDS, NEVER_MOVED, World, moved
from warmzone.review.worth.race import PRICING, Question, cost_of
from warmzone.review.worth.replays import Course, Moment, Spoken, Table
from warmzone.review.worth.shapes import Known
from warmzone.review.worth.told import BIN_MS, told
from warmzone.review.worth.walk import Tally, effective, walk
from warmzone.simulation.layout import view_state
from warmzone.vocabulary.orders import Refusal

FIRST_MOVES = 16
MOVES = 4
"""Moves of each walker before the first decision and before each later one: assumptions."""

ENOUGH = 100.0
"""Below so many different worlds no number is told."""

EACH = 8
"""Replays of each course in each world."""

SEED = 20_261_128


@dataclass(frozen=True)
class Incident:
    """What a world is played on: the log's orders, and who commanded before the hand-over."""

    rebuilt: Rebuilt
    given: tuple[Given, ...]
    table: Table

    def start(self) -> World:
        """The true world at its start."""
        run = fresh_run(self.rebuilt.prepared, self.rebuilt.opened, self.rebuilt.run.machine)
        return World(np.frombuffer(run.snapshot()[8:], np.uint8).copy())

    def said_before(self, decision: Decision) -> tuple[Spoken, ...]:
        """The accepted orders before a decision."""
        return tuple(
            Spoken(one.at_ms, one.order)
            for one in self.given
            if one.refusal == Refusal.ACCEPTED and _before(one, decision)
        )

    def reached(self, world: World, decision: Decision) -> np.ndarray:
        """The state just before a decision in a world: uint8[bytes]."""
        opened, begun = self.rebuilt.opened, self.rebuilt.handed_over_ms
        state = world.start
        if begun > 0:
            state = self.table.led(state, automatic(opened.commander), begun)
        course = Course(Moment(begun, state), self.said_before(decision), decision.at_ms)
        return self.table.reached(course)

    def heard(self, state: np.ndarray) -> bytes:
        """What the seat has been told in a state."""
        return told(view_state(self.rebuilt.prepared.layout, state))


def _before(one: Given, decision: Decision) -> bool:
    if decision.sequence >= 0:
        return one.sequence < decision.sequence
    return one.at_ms < decision.at_ms


@dataclass(frozen=True)
class Fit:
    """Worlds that told the seat the same as the true one until a decision."""

    incident: Incident
    decision: Decision
    heard: bytes

    def kinds(self) -> Sequence[str]:
        """Every kind of block."""
        return KINDS

    def moved(self, world: World, kind: str, luck: np.random.Generator) -> World:
        """The world with one block drawn again."""
        return moved(self.incident.rebuilt.prepared, world, kind, luck)

    def fits(self, world: World) -> bool:
        """Whether the seat would have heard the same."""
        return self.incident.heard(self.incident.reached(world, self.decision)) == self.heard


@dataclass
class Walkers:
    """Worlds carried from decision to decision, with how their moves went."""

    incident: Incident
    worlds: list[World]
    tally: Tally = field(default_factory=Tally)
    rounds: int = 0

    def to(self, decision: Decision, true: Moment) -> list[np.ndarray]:
        """The states just before a decision, one of each walker's world."""
        fit = Fit(self.incident, decision, self.incident.heard(true.state))
        moves = MOVES if self.rounds else FIRST_MOVES
        self.rounds += 1
        luck = np.random.default_rng((SEED, self.rounds))
        with ThreadPoolExecutor(self.incident.table.workers) as pool:
            fits = list(pool.map(fit.fits, self.worlds))
            kept = [one for one, good in zip(self.worlds, fits, strict=True) if good]
            kept = kept or [self.incident.start()]
            chosen = [*kept, *(kept[int(luck.integers(len(kept)))] for _ in self.worlds)]

            def carry(k: int) -> tuple[World, Tally]:
                own = np.random.default_rng((SEED, self.rounds, k))
                return walk(fit, chosen[k], moves, own)

            carried = list(pool.map(carry, range(len(self.worlds))))
            self.worlds = [world for world, _ in carried]
            for _, tally in carried:
                self.tally.add(tally)
            return list(pool.map(lambda one: self.incident.reached(one, decision), self.worlds))

    @property
    def effective(self) -> float:
        """How many different worlds there are."""
        return effective([one.mark for one in self.worlds])


def walkers(incident: Incident, number: int) -> Walkers:
    """So many walkers, all in the true world."""
    return Walkers(incident, [incident.start()] * number)


def know(asked: Question, best: int, crowd: Walkers) -> Known:
    """What a decision was worth as far as the seat could have known."""
    states = crowd.to(asked.decision, asked.moment)
    many = crowd.effective
    if many < ENOUGH:
        return Known(None, len(states), many)
    done, other = asked.as_done(), asked.with_alternative(asked.alternatives[best])
    table = crowd.incident.table

    def lost(k: int) -> float:
        here = replace(asked.moment, state=states[k])
        epochs = range(PRICING + EACH * k, PRICING + EACH * (k + 1))
        courses = (replace(course, moment=here) for course in (done, other))
        with_it, without = (table.deaths(course, epochs).mean() for course in courses)
        return float(with_it - without)

    with ThreadPoolExecutor(table.workers) as pool:
        found = np.array(list(pool.map(lost, range(len(states)))))
    return Known(cost_of(found, np.zeros(len(found))), len(states), many)


def how_it_went(crowd: Walkers) -> list[str]:
    """How the sampling went, block by block, and what was never drawn again."""
    tried, taken = crowd.tally.tried, crowd.tally.taken
    moves = ", ".join(f"{kind} {taken[kind]} of {tried[kind]}" for kind in sorted(tried))
    stuck = [kind for kind in sorted(tried) if not taken[kind]]
    many = (
        f"{len(crowd.worlds)} worlds that told the seat the same within {BIN_MS // 1000} s, in the "
        f"end {crowd.effective:.0f} different ones. Moves taken: {moves or 'none'}."
    )
    return [many, f"The same in all of them: {', '.join([*NEVER_MOVED, *stuck])}."]
