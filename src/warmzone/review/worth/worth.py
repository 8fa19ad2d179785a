"""What every decision of an exercise was worth: found in its log, raced, priced, told."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import pairwise

from warmzone.doctrine.commanders import automatic
from warmzone.eventlog import Header, Row
from warmzone.measures.decisions import POINTS, Account, Said, account_of
from warmzone.review.names import Names
from warmzone.review.orders import order_words
from warmzone.review.rebuild import MachineFor, Rebuilt, Terms, plain, rebuild
from warmzone.review.worth.account import Stretch, account_for, at_pace, cuts, own_pace_s
from warmzone.review.worth.decisions import (
    Decision,
    Given,
    answerable,
    decisions,
    orders_of,
    script_between,
)
from warmzone.review.worth.fits import Incident
from warmzone.review.worth.known import APART, know
from warmzone.review.worth.matters import Priced, leaders
from warmzone.review.worth.moments import Kept, moment_of, moments
from warmzone.review.worth.questions import question
from warmzone.review.worth.race import Effort, Played, Question, Screened, screen
from warmzone.review.worth.replays import Spoken, Table
from warmzone.review.worth.shapes import NOTICE, AccountView, Alternative, Worth, WorthReview
from warmzone.review.worth.tell import decision_text, order_note
from warmzone.review.worth.walkers import how_it_went, walkers
from warmzone.simulation.results import version
from warmzone.vocabulary.orders import Refusal

CONTINUATION = "interior"
FULL = Effort()
INTERIOR_PAIRS = 400
"""Pairs against the interior commander, who is looked at beside the best alternative."""

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


def spare() -> Ask:
    """What can be done in minutes without a compiled kernel: few decisions, few replays."""
    return Ask(effort=Effort(4, 24, 0), most=5)


@dataclass(frozen=True)
class Matter:
    """All that a worth review is made of, drawn from the log once."""

    rebuilt: Rebuilt
    table: Table
    given: list[Given]
    account: Account
    decisions: list[Decision]
    kept: Kept
    span: tuple[int, int]


def worth(header: Header, rows: Sequence[Row], ask: Ask | None = None) -> WorthReview:
    """What each decision was worth; the same log gives the same review, to the digit.

    Raises UnreadableError, DivergedError, DigestError, RuntimeError for a defect of the kernel.
    """
    ask = ask or Ask()
    terms = Terms(ask.results_version or version(), ask.machine_for, ask.kept or {})
    matter = matter_of(rebuild(header, rows, lambda _run: None, terms), ask.threads)
    asked = [
        question(one, matter.kept.by_decision[one], script_between(matter.given, one), matter.table)
        for one in matter.decisions
        if one in matter.kept.by_decision
    ]
    asked = [one for one in asked if one.alternatives]
    review = WorthReview(
        NOTICE,
        _how(ask.effort),
        matter.rebuilt.claim,
        header.results_version,
        [],
        _unpriced(),
        total=len(asked) + (len(asked) if ask.most is None else min(ask.most, len(asked))) + 2,
    )
    told = _price_all(review, asked, matter, ask)
    for table in (matter.table, _own_pace(matter)):
        review.accounts.append(_account(matter, table, ask.effort))
        review.done += 1
        ask.report(review)
    _know_all(review, told, matter, ask)
    return review


def matter_of(rebuilt: Rebuilt, threads: int | None = None) -> Matter:
    """The decisions of an exercise and the true states that they were taken in."""
    table = Table(rebuilt.prepared, rebuilt.run.machine, automatic(CONTINUATION), threads)
    given, account = orders_of(rebuilt.entries), account_of(rebuilt.run)
    pause_ms = int(float(rebuilt.prepared.world.parameters[0]["decision_s"]) * 1000)
    span = (rebuilt.handed_over_ms, rebuilt.end_ms)
    found = decisions(given, account, span, pause_ms)
    times = cuts(_spoken(given), span)[:-1]
    kept = moments(rebuilt, found, times, rebuilt.run.machine)
    return Matter(rebuilt, table, given, account, found, kept, span)


def _spoken(given: Sequence[Given]) -> list[Spoken]:
    return [Spoken(one.at_ms, one.order) for one in given if one.refusal == Refusal.ACCEPTED]


def _price_all(
    review: WorthReview, asked: Sequence[Question], matter: Matter, ask: Ask
) -> list[tuple[Worth, Screened]]:
    """Race every question, then price them, those that seem to have cost most first."""
    names, table = Names(matter.rebuilt.prepared), matter.table
    alone = replace(table, threads=1)  # one question a thread: none waits for another's replays
    screened: list[Screened] = []
    with ThreadPoolExecutor(table.workers) as pool:
        luck = ask.effort.screening()
        for raced in pool.map(lambda one: screen(one, alone, luck), asked):
            screened.append(raced)
            review.done += 1
            ask.report(review)
        screened.sort(key=lambda raced: (-raced.looks_lost, raced.question.decision.at_ms))
        told = [(_told(raced, names, matter.account.said), raced) for raced in screened]
        most = len(told) if ask.most is None else ask.most
        prices = pool.map(lambda one: _price(one[0], one[1], alone, ask.effort), told[:most])
        for place in range(len(told)):
            if place < most:
                next(prices)
                review.done += 1
            review.decisions = _arranged(told[: place + 1])
            ask.report(review)
    return told


def _know_all(
    review: WorthReview, told: Sequence[tuple[Worth, Screened]], matter: Matter, ask: Ask
) -> None:
    """What could have been known, of every decision that is known to have cost or saved lives."""
    wanted = [one for one in told if _lost(one[0])] if ask.effort.worlds else []
    wanted.sort(key=lambda one: _order(one[1].question.decision))
    if not wanted:
        return
    review.total += len(wanted)
    crowd = walkers(Incident(matter.rebuilt, tuple(matter.given), matter.table), ask.effort.worlds)
    for one, raced in wanted:
        one.known = know(raced.question, crowd, [other.text for other in one.alternatives])
        review.worlds = how_it_went(crowd, APART)
        review.done += 1
        ask.report(review)


def _order(decision: Decision) -> tuple[int, int]:
    return (decision.at_ms, decision.sequence)


def _arranged(told: Sequence[tuple[Worth, Screened]]) -> list[Worth]:
    """Numbered, most costly first; what belongs to another decision comes after all that lead."""
    belongs = leaders([_priced(one, raced) for one, raced in told if _lost(one) > 0])
    ranked = sorted(told, key=lambda one: _rank(one[0], one[1].question.decision in belongs))
    numbers = {raced.question.decision: n + 1 for n, (_, raced) in enumerate(ranked)}
    for one, raced in ranked:
        one.number = numbers[raced.question.decision]
        head = belongs.get(raced.question.decision)
        one.part_of = 0 if head is None else numbers[head]
    return [one for one, _ in ranked]


def _priced(one: Worth, raced: Screened) -> Priced:
    best = raced.best(forbidden=False)
    remedy = raced.question.alternatives[best].order if best >= 0 else None
    return Priced(raced.question.decision, _lost(one), remedy)


def _lost(one: Worth) -> float:
    return 0.0 if one.cost is None else one.cost.mean or 0.0


def _rank(one: Worth, belongs: bool) -> tuple[int, float, float]:
    """Known to have cost lives first, those that lead before those that belong; then by time."""
    clear = one.cost is not None and one.cost.mean is not None
    return (3 if not clear else 2 if _lost(one) <= 0 else int(belongs), -_lost(one), one.at_s)


def _account(matter: Matter, table: Table, effort: Effort) -> AccountView:
    """Where the lives went, if the table's commander were to go on."""
    spoken = _spoken(matter.given)
    times = cuts(spoken, matter.span)
    stretches = [
        Stretch(
            matter.kept.by_time[begun],
            until,
            tuple(one for one in spoken if begun <= one.at_ms < until),
        )
        for begun, until in pairwise(times)
    ]
    last = moment_of(matter.rebuilt.run)
    return account_for(stretches, last, table, effort.pricing()[: effort.screen])


def _own_pace(matter: Matter) -> Table:
    """The table with a commander who decides at the person's own pace."""
    prepared = matter.table.prepared
    otherwise_s = float(prepared.world.parameters[0]["decision_s"])
    return replace(
        matter.table, prepared=at_pace(prepared, own_pace_s(matter.account, otherwise_s))
    )


def _told(screened: Screened, names: Names, said: Sequence[Said]) -> Worth:
    """A decision with its alternatives on screening luck, not priced."""
    asked = screened.question
    decision = asked.decision
    best = screened.best(forbidden=False)
    policy = screened.best(forbidden=True)
    point = POINTS[decision.point - 1].row if decision.point else None
    shown = [
        Alternative(order_words(one.order, names), deaths, one.forbidden, index in (best, policy))
        for index, (one, deaths) in enumerate(zip(asked.alternatives, screened.deaths, strict=True))
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
        note=order_note(decision, said),
        alternatives=shown,
        better="" if best < 0 else shown[best].text,
        policy_better="" if policy < 0 else shown[policy].text,
    )


def _price(told: Worth, screened: Screened, table: Table, effort: Effort) -> None:
    """Estimate the best alternatives again, on luck that did not pick them."""
    asked, played = screened.question, Played(table, effort)
    done = asked.as_done()
    best, policy = screened.best(forbidden=False), screened.best(forbidden=True)
    if best >= 0:
        better = asked.with_alternative(asked.alternatives[best])
        told.cost = played.price(done, ("better", better))
    if policy >= 0:
        forbidden = asked.with_alternative(asked.alternatives[policy])
        told.policy = played.price(done, ("forbidden", forbidden))
    told.interior = played.price(done, ("commander", asked.by_commander()), INTERIOR_PAIRS)
    told.priced = True


def _unpriced() -> list[str]:
    """Decision points whose answers the world does not take yet."""
    return [
        f"{point.number}. {point.row.title}: the world does not take these orders yet"
        for point in POINTS
        if not answerable((*point.verbs, *point.both))
    ]


def _how(effort: Effort) -> str:
    known = (
        f" What you could have known: the same two courses over {effort.worlds} worlds that told "
        f"the seat the same."
    )
    return (
        f"What it cost: the true state at that moment, later luck drawn again, the same for every "
        f"alternative; {effort.screen} replays each to find the best, then {effort.price} pairs of "
        f"other replays to price it. What was done is held for as long as it stood; then the "
        f"interior commander goes on.{known if effort.worlds else ''}"
    )
