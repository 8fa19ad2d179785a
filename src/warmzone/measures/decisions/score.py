"""The score of an exercise: of 100 points, the decisions asked for that were taken in time.

Every decision point that the incident put to the seat counts the same, however often it was put.
An answer within the time allowed has all of it, one that took twice as long half, three times a
quarter, none nothing. An order that lacked a reason answers nothing, and three of them count as one
further decision not taken. The same code scores a person and an automatic commander.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from warmzone.measures.decisions.account import Account
from warmzone.measures.decisions.points import POINTS, DecisionPoint
from warmzone.measures.decisions.triggers import Moment
from warmzone.measures.decisions.unsound import Unsound, all_unsound

UNSOUND_SHARE = 1 / 3
"""What an order without a reason counts beside a decision not taken.

Chosen on the commanders and scenarios that are not held out, so that orders at random come below
every commander graded there.
"""

ERROR_POINTS = 10.0
"""The standard error of one exercise's points, as `warmzone study score` found it.

Scenarios differ in difficulty, and that is in it. It tells how far exercises of one commander lie
apart, not how far a commander is from good.
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """A decision that was put to the seat; `answered_ms` -1 never, `credit` from 0 to 1."""

    number: int
    asked: Moment
    answered_ms: int
    credit: float


@dataclass(frozen=True, slots=True)
class Score:
    """Every decision that was asked for, and every order that lacked a reason."""

    answers: tuple[Answer, ...]
    unsound: tuple[Unsound, ...]

    def by_point(self) -> Mapping[int, Sequence[Answer]]:
        """The answers of each decision point that was put to the seat."""
        found: dict[int, list[Answer]] = {}
        for one in self.answers:
            found.setdefault(one.number, []).append(one)
        return found

    @property
    def asked(self) -> int:
        """How many decision points were put to the seat."""
        return len(self.by_point())

    @property
    def taken(self) -> float:
        """How many of them were answered, each the mean credit of its answers."""
        return sum(sum(one.credit for one in of) / len(of) for of in self.by_point().values())

    @property
    def points(self) -> float | None:
        """Of 100; None where nothing was asked."""
        against = self.asked + UNSOUND_SHARE * len(self.unsound)
        return 100.0 * self.taken / against if self.asked else None


def score_of(account: Account, from_ms: int = 0) -> Score:
    """The score of what was decided from a time on.

    What another had answered before, or let pass, is left out; what still stood open then is asked
    at that time.
    What the end of play leaves no time to answer is left out too, and what the agency forbids.
    """
    unsound = all_unsound(account)
    blamed = {id(one.said) for one in unsound}
    sound = replace(account, said=tuple(one for one in account.said if id(one) not in blamed))
    answers = [
        answer
        for point in POINTS
        if _allowed(point, account)
        for moment in point.moments(account)
        if (answer := _answer(point, moment, sound, from_ms)) is not None
    ]
    answers.sort(key=lambda one: (one.asked.at_ms, one.number))
    return Score(tuple(answers), tuple(one for one in unsound if one.said.at_ms >= from_ms))


def _answer(point: DecisionPoint, moment: Moment, account: Account, from_ms: int) -> Answer | None:
    answered = point.answered_ms(account, moment)
    if 0 <= answered < from_ms or point.passed(moment, from_ms):
        return None
    asked_ms, within_s = max(moment.at_ms, from_ms), point.row.within_s
    if answered < 0:
        too_late = (account.end_ms - asked_ms) / 1000 < within_s
        return None if too_late else Answer(point.number, moment, answered, 0.0)
    late_s = max(0.0, (answered - asked_ms) / 1000 - within_s)
    return Answer(point.number, moment, answered, 0.5 ** (late_s / within_s))


def _allowed(point: DecisionPoint, account: Account) -> bool:
    """Whether the agency allows any answer: nobody is blamed for obeying."""
    return all(set(verbs) - account.forbidden for verbs in (point.verbs, point.both) if verbs)
