"""Alternatives race on screening luck; the best is priced on fresh luck against what was done."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from warmzone.kernel.outcomes import OUTCOME
from warmzone.measures.estimate import estimate
from warmzone.review.worth.alternatives import Alternative
from warmzone.review.worth.decisions import Decision
from warmzone.review.worth.replays import Course, Moment, Spoken, Table, deaths_of
from warmzone.review.worth.shapes import Cost
from warmzone.vocabulary.orders import Verb

SCREENING = 1
PRICING = 1_000_000_000
"""First epochs of the two lucks; no replay that picks an alternative prices it."""

FIRST_PAIRS = 100
"""Pairs of a block: where nothing differs in the first, no more are played; else two at least."""

HEAT, BEHIND = 30, 3.0
"""Replays of the first heat, and standard errors behind the leader that put one out of the race."""

_BODILY = tuple(name for name in OUTCOME.names or () if name not in ("events", "messages"))

FINE = 0.02
"""Half an interval, in lives, that no more pairs are played to narrow: an assumption."""


@dataclass(frozen=True, slots=True)
class Effort:
    """How many replays: to screen each alternative, and in pairs to price the best.

    `worlds`: how many worlds that told the seat the same a cost is also taken over, 0 none.
    """

    screen: int = 100
    price: int = 1000
    worlds: int = 1000

    def screening(self) -> range:
        """Epochs on which alternatives are compared."""
        return range(SCREENING, SCREENING + self.screen)

    def pricing(self) -> range:
        """Epochs on which the best is priced."""
        return range(PRICING, PRICING + self.price)

    def blocks(self, pairs: int | None = None) -> list[range]:
        """The same in blocks of `FIRST_PAIRS`; at most `pairs`."""
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
    those of what was done, and the difference that it had made until then. What has changed nothing
    but what was said is not played on either: its deaths are those of what it is the same as.
    """
    others = [question.with_alternative(one) for one in question.alternatives]
    courses = [question.as_done(), *others]
    heat = epochs[:HEAT] if len(epochs) > HEAT else epochs
    rest = epochs[len(heat) :]
    rows = [table.outcomes(one, heat) for one in courses]
    first = twins(rows)
    played = [deaths_of(one) for one in rows]
    still = in_the_race(played[1:], [one.forbidden for one in question.alternatives])
    if len(rest):
        for index in sorted({0, *(first[1 + k] for k in still)}):
            more = deaths_of(table.outcomes(courses[index], rest))
            played[index] = np.concatenate((played[index], more))
    done = played[0]
    mean = float(done.mean())
    found = [float((played[k] - done[: len(played[k])]).mean()) for k in first]
    return Screened(question, mean, tuple(mean + one for one in found[1:]))


def twins(rows: Sequence[np.ndarray]) -> list[int]:
    """For each course the first whose replays were the same but for what was said, by index."""
    seen: dict[bytes, int] = {}
    return [seen.setdefault(bodily(one), k) for k, one in enumerate(rows)]


def bodily(rows: np.ndarray) -> bytes:
    """All that became of people and ground in replays (OUTCOME[n]), as one string of bytes."""
    return b"".join(rows[name].tobytes() for name in _BODILY)


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
    """Outcomes of named courses on pricing luck, each replay of a course played once."""

    table: Table
    effort: Effort
    kept: dict[tuple[str, int], np.ndarray] = field(default_factory=dict)

    def rows(self, name: str, course: Course, block: range) -> np.ndarray:
        """Outcomes of a course in a block of epochs: OUTCOME[epochs]."""
        key = (name, block.start)
        if key not in self.kept:
            self.kept[key] = self.table.outcomes(course, block)
        return self.kept[key]

    def price(self, done: Course, other: tuple[str, Course], pairs: int | None = None) -> Cost:
        """Lives lost by what was done against another course, on luck that picked neither.

        Played in blocks: no more where nothing but what was said differs in the first, where nobody
        else dies in the first two, or where the interval is narrower than anybody could use.
        """
        had, would = np.zeros(0), np.zeros(0)
        for block in self.effort.blocks(pairs):
            one, two = self.rows("done", done, block), self.rows(*other, block)
            had = np.concatenate((had, deaths_of(one)))
            would = np.concatenate((would, deaths_of(two)))
            same = block.start == PRICING and bodily(one) == bodily(two)
            if same or (len(had) > FIRST_PAIRS and is_settled(had - would)):
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
