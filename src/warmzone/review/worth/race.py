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

    def first(self) -> range:
        """The first of them: where two courses end equally in all of these, no more are played."""
        return self.pricing()[:FIRST_PAIRS]


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
    """Play what was done and every alternative on the same screening luck."""
    done = float(table.deaths(question.as_done(), epochs).mean())
    found = [
        float(table.deaths(question.with_alternative(one), epochs).mean())
        for one in question.alternatives
    ]
    return Screened(question, done, tuple(found))


def price(courses: tuple[Course, Course], table: Table, effort: Effort) -> Cost:
    """Lives lost by the first of two courses against the second, on luck that picked neither."""
    done, other = (table.deaths(course, effort.first()) for course in courses)
    rest = effort.pricing()[len(effort.first()) :]
    if len(rest) and (done != other).any():
        more, more_other = (table.deaths(course, rest) for course in courses)
        done, other = np.concatenate((done, more)), np.concatenate((other, more_other))
    return cost_of(done, other)


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
