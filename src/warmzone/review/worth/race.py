"""Alternatives race on screening luck; the best is priced on fresh luck against what was done."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from warmzone.measures.estimate import estimate
from warmzone.review.worth.alternatives import Alternative
from warmzone.review.worth.decisions import Decision
from warmzone.review.worth.replays import Course, Moment, Spoken, Table
from warmzone.review.worth.shapes import Cost
from warmzone.vocabulary.orders import Verb

SCREENING = 1
PRICING = 1_000_000_000
"""First epochs of the two lucks; no replay that picks an alternative prices it."""

FIRST_PAIRS = 200
HEAT, BEHIND = 30, 3.0
"""Replays of the first heat, and standard errors behind the leader that put one out of the race."""

FINE = 0.02
"""Half an interval, in lives, that no more pairs are played to narrow: an assumption."""


@dataclass(frozen=True, slots=True)
class Effort:
    """How many replays: to screen each alternative, and in pairs to price the best.

    `worlds`: how many worlds that told the seat the same a cost is also taken over, 0 none.
    """

    screen: int = 100
    price: int = 1000
    worlds: int = 120

    def screening(self) -> range:
        """Epochs on which alternatives are compared."""
        return range(SCREENING, SCREENING + self.screen)

    def pricing(self) -> range:
        """Epochs on which the best is priced."""
        return range(PRICING, PRICING + self.price)

    def blocks(self, pairs: int | None = None) -> list[range]:
        """The same in blocks, the first `FIRST_PAIRS` and then as many again; at most `pairs`."""
        epochs = self.pricing()[:pairs]
        return [epochs[k : k + FIRST_PAIRS] for k in range(0, len(epochs), FIRST_PAIRS)]


@dataclass(frozen=True)
class Question:
    """A decision with the moment it was taken at, what followed, and what else could be said."""

    decision: Decision
    moment: Moment
    script: tuple[Spoken, ...]
    alternatives: tuple[Alternative, ...]
    in_command: bool = True

    def as_done(self) -> Course:
        """What was done, held for as long as it stood."""
        decision, said = self.decision, self.script
        if decision.kind == "order" and decision.order is not None:
            said = (Spoken(decision.at_ms, decision.order), *said)
        return Course(self.moment, said, decision.until_ms)

    def with_alternative(self, other: Alternative) -> Course:
        """The same with something else said at that moment.

        Where nobody was in command the person could say nothing that followed from it, so the
        commander goes on at once after taking it.
        """
        if other.order is None:
            return Course(self.moment, self.script, self.decision.until_ms)
        first = Spoken(self.decision.at_ms, other.order, forced=other.forbidden)
        if not self.in_command and other.order[1] == Verb.TAKE_COMMAND:
            return Course(self.moment, (first,), self.decision.at_ms)
        return Course(self.moment, (first, *self.script), self.decision.until_ms)

    def by_commander(self) -> Course:
        """The commander takes over there and then."""
        return Course(self.moment, (), self.decision.at_ms)


@dataclass(frozen=True)
class Screened:
    """Deaths expected from what was done and from each alternative, on screening luck."""

    question: Question
    done: float
    deaths: tuple[float, ...] = field(default_factory=tuple)

    def best(self, *, forbidden: bool) -> int:
        """The index of the best alternative of the kind, -1 where there is none."""
        kinds = [one.forbidden for one in self.question.alternatives]
        among = [i for i, kind in enumerate(kinds) if kind == forbidden]
        return min(among, key=lambda i: (self.deaths[i], i), default=-1)

    @property
    def looks_lost(self) -> float:
        """Lives that seem lost against the best allowed; only ranks what is priced first."""
        best = self.best(forbidden=False)
        return float("-inf") if best < 0 else self.done - self.deaths[best]


def screen(question: Question, table: Table, epochs: Sequence[int]) -> Screened:
    """Play what was done and every alternative on the same screening luck.

    What is far behind after the first heat is not played on; of such an alternative the deaths are
    those of what was done, and the difference that it had made until then.
    """
    done = table.deaths(question.as_done(), epochs)
    courses = [question.with_alternative(one) for one in question.alternatives]
    heat = epochs[:HEAT] if len(epochs) > HEAT else epochs
    played = [table.deaths(course, heat) for course in courses]
    rest = epochs[len(heat) :]
    if len(rest):
        for index in in_the_race(played, [one.forbidden for one in question.alternatives]):
            played[index] = np.concatenate((played[index], table.deaths(courses[index], rest)))
    found = [float((one - done[: len(one)]).mean()) for one in played]
    return Screened(question, float(done.mean()), tuple(float(done.mean()) + one for one in found))


def in_the_race(played: Sequence[np.ndarray], kinds: Sequence[bool]) -> list[int]:
    """Which alternatives may still turn out the best of their kind, by index.

    Out is whoever is behind the leader of the kind by more than `BEHIND` standard errors of the
    difference in the same luck.
    """
    still: list[int] = []
    for kind in (False, True):
        among = [k for k, one in enumerate(kinds) if one == kind]
        leader = min(among, key=lambda k: (float(played[k].mean()), k), default=-1)
        for k in among:
            behind = played[k] - played[leader]
            error = float(behind.std()) / float(np.sqrt(len(behind)))
            if k == leader or float(behind.mean()) <= BEHIND * error:
                still.append(k)
    return sorted(still)


@dataclass
class Played:
    """Deaths of named courses on pricing luck, each replay of a course played once."""

    table: Table
    effort: Effort
    kept: dict[tuple[str, int], np.ndarray] = field(default_factory=dict)

    def deaths(self, name: str, course: Course, block: range) -> np.ndarray:
        """Deaths of a course in a block of epochs."""
        key = (name, block.start)
        if key not in self.kept:
            self.kept[key] = self.table.deaths(course, block)
        return self.kept[key]

    def price(self, done: Course, other: tuple[str, Course], pairs: int | None = None) -> Cost:
        """Lives lost by what was done against another course, on luck that picked neither.

        Played in blocks: no more where the two never differ in the first, or where the interval is
        narrower than anybody could use.
        """
        had, would = np.zeros(0), np.zeros(0)
        for block in self.effort.blocks(pairs):
            had = np.concatenate((had, self.deaths("done", done, block)))
            would = np.concatenate((would, self.deaths(*other, block)))
            if is_settled(had - would):
                break
        return cost_of(had, would)


def is_settled(difference: np.ndarray) -> bool:
    """Whether more pairs would tell nothing: all equal, or known to within `FINE` lives."""
    if not difference.any():
        return True
    half = 1.96 * float(difference.std(ddof=1)) / float(np.sqrt(len(difference)))
    return half <= FINE


def cost_of(done: np.ndarray, other: np.ndarray) -> Cost:
    """Lives lost by what was done against something else, replay by replay in the same luck."""
    difference = done - other
    if not difference.any():
        return Cost(0.0, 0.0, 0.0, len(difference))
    found = estimate(difference)
    if found is None:
        raise ValueError("no replays")
    clear = found.low > 0 or found.high < 0
    return Cost(found.mean if clear else None, found.low, found.high, found.n)
