"""The score of an exercise as the page afterwards tells it: points, and what they are made of."""

from collections.abc import Sequence

from warmzone.measures.decisions import POINTS, account_of
from warmzone.measures.decisions.score import ERROR_POINTS, Answer, Score, score_of
from warmzone.measures.decisions.unsound import Unsound, Why
from warmzone.review.names import Names, counted
from warmzone.review.orders import order_words
from warmzone.review.rebuild import Rebuilt
from warmzone.review.shapes import Line, PointRow, ScoreView, UnsoundRow
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat

HOW = (
    "Of 100 points. Every kind of decision that the incident asked for counts the same: all of it "
    "within the time allowed, half at twice that time, nothing where it was never taken. An order "
    "that nothing heard gave a reason for answers nothing, and three such orders count as one "
    "decision not taken. One exercise has a standard error of "
    f"{ERROR_POINTS:.0f} points. There is no pass mark."
)

WHY: dict[Why, str] = {
    Why.NOBODY_LOOKED: "no team had been there to look",
    Why.MEDICS_UNSEEN: "no team had been there to look",
    Why.THREAT_THERE: "the threat was last said to be there",
    Why.THREAT_UNHEARD: "no team had said so",
    Why.TURNED_ROUND: "the team had another task within the minute, and nothing new was heard",
    Why.SAID_AGAIN: "it had just been said, and nothing new was heard",
    Why.JUST_SPOKE: "the team had spoken within the minute",
    Why.NOTHING_THERE: "nothing had been heard of that place",
    Why.NO_OCCASION: "nothing had been heard that it answers",
}


def points_of(run: Run, from_ms: int) -> float | None:
    """Of 100, for what was decided from a time on."""
    return score_of(account_of(run), from_ms).points


def score_view(rebuilt: Rebuilt) -> ScoreView:
    """The score with everything that it is made of."""
    score = score_of(account_of(rebuilt.run), rebuilt.handed_over_ms)
    names = Names(rebuilt.prepared)
    return ScoreView(
        how=HOW,
        points=score.points,
        error=ERROR_POINTS,
        asked=score.asked,
        taken=score.taken,
        rows=[_row(number, answers) for number, answers in _worst_first(score)],
        unsound=[_unsound(one, names) for one in score.unsound],
    )


def points_line(view: ScoreView, interior: float | None) -> Line | None:
    """The score in one sentence; None where nothing was asked."""
    if view.points is None:
        return None
    text = (
        f"{view.points:.0f} of 100 points, give or take {1.96 * view.error:.0f}: of "
        f"{counted(view.asked, 'kind of decision', 'kinds of decision')} asked for, "
        f"{_number(view.taken)} were taken in time"
    )
    if view.unsound:
        text += f"; {counted(len(view.unsound), 'order')} had no reason in what was heard"
    if interior is not None:
        text += f". Interior command in the same luck has {interior:.0f}"
    return Line(f"{text}.", "happened")


def _number(taken: float) -> str:
    return "none" if taken == 0 else f"{taken:.1f}".removesuffix(".0")


def _worst_first(score: Score) -> list[tuple[int, Sequence[Answer]]]:
    return sorted(
        score.by_point().items(),
        key=lambda item: (sum(one.credit for one in item[1]) / len(item[1]), item[0]),
    )


def _row(number: int, answers: Sequence[Answer]) -> PointRow:
    row = POINTS[number - 1].row
    return PointRow(
        number=number,
        title=row.title,
        within_s=row.within_s,
        at_s=answers[0].asked.at_ms / 1000,
        asked=len(answers),
        in_time=sum(one.credit == 1.0 for one in answers),
        never=sum(one.answered_ms < 0 for one in answers),
        share=sum(one.credit for one in answers) / len(answers),
    )


def _unsound(one: Unsound, names: Names) -> UnsoundRow:
    said = one.said
    order = (Seat.TACTICAL, said.verb, said.team, said.area, said.other_team, said.value)
    return UnsoundRow(said.at_ms / 1000, order_words(order, names), WHY[one.why])
