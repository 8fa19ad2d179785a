"""What could have been known: a decision priced over worlds that told the seat the same.

Walkers start at the true luck, which fits by construction, half of them after a long way from it,
and are carried from decision to decision: who no longer fits is dropped and another walker of the
same half takes their place, then all move on. What would have been better is picked over one half's
worlds and priced over the other's, either way round; no hindsight of the true world is in it.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace

import numpy as np

from warmzone.doctrine.commanders import automatic
from warmzone.review.rebuild import Rebuilt, fresh_run
from warmzone.review.worth.decisions import Decision, Given
from warmzone.review.worth.latent import KINDS, NEVER_MOVED, World, moved
from warmzone.review.worth.race import PRICING, Question, in_the_race
from warmzone.review.worth.replays import Course, Moment, Spoken, Table
from warmzone.review.worth.shapes import Cost, Known
from warmzone.review.worth.told import BIN_MS, told
from warmzone.review.worth.walk import Tally, effective, r_hat, walk
from warmzone.simulation.layout import view_state
from warmzone.vocabulary.orders import Refusal

FIRST_MOVES = 16
MOVES = 4
"""Moves of each walker before the first decision and before each later one: assumptions."""

AGAIN_MOST, DIFFERENT = 1, 0.9
"""So often more moves are made, until that share of the walkers stands in worlds of their own."""

ENOUGH = 100.0
"""Below so many different worlds no number is told."""

APART = 1.05
"""Above this the two halves have not come to the same worlds, and no number is told."""

PICKING, PICKS, HEAT_WORLDS = 2_000_000_000, 2, 40
"""First epoch of the luck on which the best alternative is picked, replays of each course in each
world, and worlds of either half after which who is far behind is played no more."""

EACH = 8
"""Replays of each course in each world to price the best."""

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
    """Worlds carried from decision to decision, with how their moves went.

    Even walkers are one half, odd ones the other; the halves never take each other's worlds.
    """

    incident: Incident
    worlds: list[World]
    tally: Tally = field(default_factory=Tally)
    rounds: int = 0
    steps: int = 0
    apart: float = 1.0

    def to(self, decision: Decision, true: Moment) -> list[np.ndarray]:
        """The states just before a decision, one of each walker's world."""
        fit = Fit(self.incident, decision, self.incident.heard(true.state))
        self.rounds += 1
        with ThreadPoolExecutor(self.incident.table.workers) as pool:
            if self.rounds == 1:
                self._carry(fit, FIRST_MOVES, pool)
                farthest = max(self.worlds[1::2], key=lambda one: len(one.seeds))
                self.worlds[1::2] = [farthest] * len(self.worlds[1::2])
                self._carry(fit, FIRST_MOVES, pool)
            else:
                self._drop(list(pool.map(fit.fits, self.worlds)))
                self._carry(fit, MOVES, pool)
            for _ in range(AGAIN_MOST):
                if self.effective >= DIFFERENT * len(self.worlds):
                    break
                self._carry(fit, MOVES, pool)
            return list(pool.map(lambda one: self.incident.reached(one, decision), self.worlds))

    def _drop(self, fits: Sequence[bool]) -> None:
        """Who no longer fits takes the world of one who does: of the same half, of the other."""
        luck = np.random.default_rng((SEED, self.rounds))
        good = [k for k, fit in enumerate(fits) if fit]
        for k in range(len(self.worlds)):
            if fits[k]:
                continue
            same = [other for other in good if (other - k) % 2 == 0] or good
            start = self.worlds[same[int(luck.integers(len(same)))]] if same else None
            self.worlds[k] = self.incident.start() if start is None else start

    def _carry(self, fit: Fit, moves: int, pool: ThreadPoolExecutor) -> None:
        """Move every walker on."""
        self.steps += 1

        def carry(k: int) -> tuple[World, Tally]:
            own = np.random.default_rng((SEED, self.steps, k))
            return walk(fit, self.worlds[k], moves, own)

        carried = list(pool.map(carry, range(len(self.worlds))))
        self.worlds = [world for world, _ in carried]
        for _, tally in carried:
            self.tally.add(tally)

    @property
    def effective(self) -> float:
        """How many different worlds there are."""
        return effective([one.mark for one in self.worlds])


def walkers(incident: Incident, number: int) -> Walkers:
    """So many walkers, all in the true world."""
    return Walkers(incident, [incident.start()] * number)


@dataclass(frozen=True)
class Over:
    """A decision over the walkers' worlds."""

    asked: Question
    states: Sequence[np.ndarray]
    table: Table

    def deaths(self, course: Course, worlds: Sequence[int], luck: tuple[int, int]) -> np.ndarray:
        """Mean deaths of a course in each of those worlds; luck: the first epoch, replays each."""
        alone = replace(self.table, threads=1)

        def die(k: int) -> float:
            here = replace(course, moment=replace(self.asked.moment, state=self.states[k]))
            first = luck[0] + luck[1] * k
            return float(alone.deaths(here, range(first, first + luck[1])).mean())

        with ThreadPoolExecutor(self.table.workers) as pool:
            return np.array(list(pool.map(die, worlds)))

    def picked(self, courses: Sequence[Course], worlds: Sequence[int]) -> int:
        """Which course is best over those worlds, by index: raced on luck that prices nothing."""
        luck = (PICKING, PICKS)
        heat, rest = worlds[:HEAT_WORLDS], worlds[HEAT_WORLDS:]
        played = [self.deaths(one, heat, luck) for one in courses]
        still = in_the_race(played, [False] * len(courses))
        if len(rest) and len(still) > 1:
            for k in still:
                played[k] = np.concatenate((played[k], self.deaths(courses[k], rest, luck)))
        return min(still, key=lambda k: (float(played[k].mean()), k))


def know(asked: Question, crowd: Walkers, texts: Sequence[str]) -> Known:
    """What a decision was worth as far as the seat could have known; `texts` name alternatives."""
    states = crowd.to(asked.decision, asked.moment)
    many, number = crowd.effective, len(states)
    allowed = [k for k, one in enumerate(asked.alternatives) if not one.forbidden]
    if many < ENOUGH or not allowed:
        return Known(None, number, many)
    over = Over(asked, states, crowd.incident.table)
    halves = [list(range(0, number, 2)), list(range(1, number, 2))]
    courses = [asked.with_alternative(asked.alternatives[k]) for k in allowed]
    picks = [over.picked(courses, half) for half in halves]
    luck = (PRICING, EACH)
    lost, done = np.zeros(number), np.zeros(number)
    for half, pick in zip(halves, reversed(picks), strict=True):
        done[half] = over.deaths(asked.as_done(), half, luck)
        lost[half] = done[half] - over.deaths(courses[pick], half, luck)
    crowd.apart = r_hat(done[0::2], done[1::2])
    better = " / ".join(dict.fromkeys(texts[allowed[pick]] for pick in picks))
    if crowd.apart > APART:
        return Known(None, number, many, crowd.apart, better)
    cost = over_worlds(lost, [one.mark for one in crowd.worlds])
    return Known(cost, number, many, crowd.apart, better)


def over_worlds(lost: np.ndarray, marks: Sequence[bytes]) -> Cost:
    """The mean over worlds with its interval; walkers in the same world count as one finding."""
    if not lost.any():
        return Cost(0.0, 0.0, 0.0, len(lost))
    _, which, counts = np.unique(
        np.array(marks, dtype=object), return_inverse=True, return_counts=True
    )
    shares, mean = counts / len(lost), float(lost.mean())
    each = np.bincount(which, lost) / counts
    n = len(counts)
    if n == 1:
        return Cost(None, float("-inf"), float("inf"), len(lost))
    error = float(np.sqrt(n / (n - 1) * ((shares * (each - mean)) ** 2).sum()))
    low, high = mean - 1.96 * error, mean + 1.96 * error
    return Cost(mean if low > 0 or high < 0 else None, low, high, len(lost))


def how_it_went(crowd: Walkers) -> list[str]:
    """How the sampling went, block by block, and what was never drawn again."""
    tried, taken = crowd.tally.tried, crowd.tally.taken
    moves = ", ".join(f"{kind} {taken[kind]} of {tried[kind]}" for kind in sorted(tried))
    stuck = [kind for kind in sorted(tried) if not taken[kind]]
    many = (
        f"{len(crowd.worlds)} worlds that told the seat the same within {BIN_MS // 1000} s, in the "
        f"end {crowd.effective:.0f} different ones; half of them began in another world than the "
        f"true one, and the halves are apart by a factor of {crowd.apart:.3f} (1 not at all, no "
        f"number is told above {APART}). Moves taken: {moves or 'none'}."
    )
    return [many, f"The same in all of them: {', '.join([*NEVER_MOVED, *stuck])}."]
