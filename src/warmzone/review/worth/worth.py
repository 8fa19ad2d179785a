"""What every decision of an exercise was worth: found in its log, raced, priced, told."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from warmzone.doctrine.commanders import automatic
from warmzone.doctrine.taking_over import memory_of
from warmzone.eventlog import Header, Row
from warmzone.kernel.view import view_of
from warmzone.measures.decisions import POINTS, account_of
from warmzone.review.names import Names
from warmzone.review.rebuild import MachineFor, Rebuilt, Terms, plain, rebuild
from warmzone.review.worth.alternatives import Seen, alternatives
from warmzone.review.worth.decisions import (
    Decision,
    answerable,
    decisions,
    orders_of,
    script_between,
)
from warmzone.review.worth.moments import moments
from warmzone.review.worth.race import Effort, Question, Screened, cost_of, screen
from warmzone.review.worth.replays import Moment, OrderRow, Spoken, Table
from warmzone.review.worth.shapes import NOTICE, Alternative, Worth, WorthReview
from warmzone.review.worth.tell import decision_text, order_words, refusal_note
from warmzone.simulation.branch import empty_script
from warmzone.simulation.results import version
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import CommandPlace, Seat

CONTINUATION = "interior"
FULL = Effort()
ORDERS_AT_ONCE = 8

Report = Callable[[WorthReview], None]
"""Told of what there is so far, the most costly first."""


def silent(_so_far: WorthReview) -> None:
    """Tell nobody."""


@dataclass(frozen=True)
class Ask:
    """How a worth review is made. `most` bounds how many decisions are priced, None for all."""

    machine_for: MachineFor = plain
    effort: Effort = FULL
    most: int | None = None
    threads: int | None = None
    report: Report = silent
    results_version: str | None = None
    kept: Mapping[int, str] | None = None


def worth(header: Header, rows: Sequence[Row], ask: Ask | None = None) -> WorthReview:
    """What each decision was worth; the same log gives the same review, to the digit.

    Raises UnreadableError, DivergedError, DigestError, RuntimeError for a defect of the kernel.
    """
    ask = ask or Ask()
    terms = Terms(ask.results_version or version(), ask.machine_for, ask.kept or {})
    rebuilt = rebuild(header, rows, lambda _run: None, terms)
    return list(_reviews(rebuilt, ask))[-1]


def _reviews(rebuilt: Rebuilt, ask: Ask) -> Iterator[WorthReview]:
    """The review as it grows."""
    table = Table(
        rebuilt.prepared, rebuilt.run.machine, automatic(CONTINUATION), threads=ask.threads
    )
    asked = questions(rebuilt, table)
    most = len(asked) if ask.most is None else min(ask.most, len(asked))
    names = Names(rebuilt.prepared)
    review = WorthReview(
        NOTICE,
        _how(ask.effort),
        rebuilt.claim,
        rebuilt.header.results_version,
        [],
        _unpriced(),
        total=len(asked) + most,
    )
    screened: list[Screened] = []
    for question in asked:
        screened.append(screen(question, table, ask.effort.screening()))
        review.done += 1
        if review.done % 5 == 0:
            ask.report(review)
    screened.sort(key=lambda one: (-one.looks_lost, one.question.decision.at_ms))
    for number, one in enumerate(screened):
        told = _priced(one, table, ask.effort, names) if number < most else _told(one, names)
        review.decisions.append(told)
        review.done += number < most
        ask.report(review)
    review.decisions.sort(key=_most_costly)
    for number, one_worth in enumerate(review.decisions):
        one_worth.number = number + 1
    yield review


def questions(rebuilt: Rebuilt, table: Table) -> list[Question]:
    """Every decision of the person with what else could have been said."""
    given = orders_of(rebuilt.entries)
    pause_ms = int(float(rebuilt.prepared.world.parameters[0]["decision_s"]) * 1000)
    span = (rebuilt.handed_over_ms, rebuilt.end_ms)
    found = decisions(given, account_of(rebuilt.run), span, pause_ms)
    kept = moments(rebuilt, found, rebuilt.run.machine)
    asked = [
        _question(one, kept[one], script_between(given, one), table) for one in found if one in kept
    ]
    return [one for one in asked if one.alternatives]


def _question(
    decision: Decision, moment: Moment, script: tuple[Spoken, ...], table: Table
) -> Question:
    run = at_moment(moment, table)
    seen = Seen(run, suggested(moment, table))
    place = int(run.state.seats[Seat.TACTICAL]["place"])
    return Question(
        decision,
        moment,
        script,
        tuple(alternatives(decision, seen)),
        in_command=place != CommandPlace.NOBODY,
    )


def at_moment(moment: Moment, table: Table) -> Run:
    """A run standing at a moment."""
    run = Run(table.prepared, 0, table.commander)
    run.restore(moment.at_ms.to_bytes(8, "little") + moment.state.tobytes())
    return run


def suggested(moment: Moment, table: Table) -> tuple[OrderRow, ...]:
    """What the commander would say at a moment, having heard and said what the person had."""
    run = at_moment(moment, table)
    view = view_of(run.state, table.prepared.world, Seat.TACTICAL, moment.at_ms)
    wishes = empty_script(ORDERS_AT_ONCE)
    wishes["verb"] = -1
    memory = memory_of(view, moment.given)
    with np.errstate(over="ignore"):
        table.commander.tactical(view, table.commander.crew.tactical, memory, wishes)
    return tuple(
        (
            int(Seat.TACTICAL),
            int(one["verb"]),
            int(one["team"]),
            int(one["area"]),
            int(one["other_team"]),
            int(one["value"]),
        )
        for one in wishes
        if one["verb"] >= 0
    )


def _told(screened: Screened, names: Names) -> Worth:
    """A decision with its alternatives on screening luck, not priced."""
    question = screened.question
    decision = question.decision
    best = screened.best(forbidden=False)
    policy = screened.best(forbidden=True)
    point = POINTS[decision.point - 1].row if decision.point else None
    shown = [
        Alternative(order_words(one.order, names), deaths, one.forbidden, index in (best, policy))
        for index, (one, deaths) in enumerate(
            zip(question.alternatives, screened.deaths, strict=True)
        )
    ]
    return Worth(
        number=0,
        kind=decision.kind,
        at_s=(decision.asked_ms if decision.point else decision.at_ms) / 1000,
        until_s=decision.until_ms / 1000,
        text=decision_text(decision, names),
        sequence=decision.sequence,
        team=decision.team,
        area=decision.area,
        point=decision.point,
        title="" if point is None else point.title,
        note=refusal_note(decision),
        alternatives=shown,
        better="" if best < 0 else shown[best].text,
        policy_better="" if policy < 0 else shown[policy].text,
    )


def _priced(screened: Screened, table: Table, effort: Effort, names: Names) -> Worth:
    """The same, its best alternatives estimated again on luck that did not pick them."""
    told = _told(screened, names)
    question = screened.question
    done = table.deaths(question.as_done(), effort.pricing())
    best, policy = screened.best(forbidden=False), screened.best(forbidden=True)
    if best >= 0:
        other = table.deaths(
            question.with_alternative(question.alternatives[best]), effort.pricing()
        )
        told.cost = cost_of(done, other)
    if policy >= 0:
        other = table.deaths(
            question.with_alternative(question.alternatives[policy]), effort.pricing()
        )
        told.policy = cost_of(done, other)
    told.interior = cost_of(done, table.deaths(question.by_commander(), effort.pricing()))
    told.priced = True
    return told


def _most_costly(one: Worth) -> tuple[bool, float, float]:
    """Priced and clear first, by lives lost; then by time."""
    mean = None if one.cost is None else one.cost.mean
    return (mean is None, 0.0 if mean is None else -mean, one.at_s)


def _unpriced() -> list[str]:
    """Decision points whose answers the world does not take yet."""
    return [
        f"{point.number}. {point.row.title}: the world does not take these orders yet"
        for point in POINTS
        if not answerable((*point.verbs, *point.both))
    ]


def _how(effort: Effort) -> str:
    return (
        f"What it cost: the true state at that moment, later luck drawn again, the same for every "
        f"alternative; {effort.screen} replays each to find the best, then {effort.price} pairs of "
        f"other replays to price it. What was done is held for as long as it stood; then the "
        f"interior commander goes on."
    )
