"""The decisions of an exercise: orders given, orders refused, and decisions that nobody took."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from warmzone.doctrine.going_on import OrderRow
from warmzone.exercise.codec import Entry
from warmzone.exercise.events import OrderReceived
from warmzone.measures.decisions import POINTS, Account, Missed, all_missed
from warmzone.review.worth.replays import Spoken
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.orders import TEAM_VERBS, UNBUILT, Refusal, Verb

HELD_MOST_MS = 600_000
"""An order that nothing supersedes is held so long, then the commander goes on: an assumption."""

Kind = Literal["order", "refused", "missing"]


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: when, until when it stood, and what was said, if anything.

    `sequence` is the log row of an order, -1 for a missing decision; `point` the decision point
    that was not answered; `asked_ms` when it was put to the seat.
    """

    kind: Kind
    at_ms: int
    until_ms: int
    order: OrderRow | None = None
    refusal: int = 0
    sequence: int = -1
    point: int = 0
    asked_ms: int = -1
    team: int = -1
    area: int = -1


@dataclass(frozen=True, slots=True)
class Given:
    """A Tactical order of the log and its row."""

    sequence: int
    at_ms: int
    order: OrderRow
    refusal: int


def orders_of(entries: Iterable[Entry]) -> list[Given]:
    """Every order that a person in the Tactical seat asked for, accepted or not."""
    return [
        Given(
            entry.sequence,
            entry.sim_ms,
            (
                int(Seat.TACTICAL),
                entry.event.verb,
                entry.event.team,
                entry.event.area,
                entry.event.other_team,
                entry.event.value,
            ),
            entry.event.refusal,
        )
        for entry in entries
        if isinstance(entry.event, OrderReceived) and entry.seat == Seat.TACTICAL
    ]


def subject(order: OrderRow) -> tuple[int, int]:
    """What an order is about: the team it speaks to, else the verb and a zone's place."""
    verb, team, area = order[1], order[2], order[3]
    if verb in TEAM_VERBS and team >= 0:
        return (-1, team)
    return (verb, area if verb == Verb.DECLARE_ZONE else -1)


def decisions(
    given: Sequence[Given], account: Account, span: tuple[int, int], pause_ms: int
) -> list[Decision]:
    """Every decision between the two times of `span`, by time.

    `pause_ms` is the time that a decision takes: a missing one could have been taken so long after
    it was asked for.
    """
    found = [_of_order(one, given, span[1]) for one in given]
    for missed in all_missed(account):
        decision = _of_missed(missed, span, pause_ms)
        if decision is not None:
            found.append(decision)
    kept = [one for one in found if span[0] <= one.at_ms < span[1]]
    kept.sort(key=lambda one: (one.at_ms, one.sequence, one.point, one.area, one.team))
    return _asked_once(kept)


def _asked_once(found: Sequence[Decision]) -> list[Decision]:
    """What is asked again before it was answered is one missing decision."""
    open_until: dict[tuple[int, int], int] = {}
    kept = []
    for one in found:
        about = (one.point, one.team)
        if one.kind == "missing" and one.asked_ms < open_until.get(about, -1):
            continue
        if one.kind == "missing":
            open_until[about] = one.until_ms
        kept.append(one)
    return kept


def _of_order(one: Given, given: Sequence[Given], end_ms: int) -> Decision:
    about = subject(one.order)
    later = [
        other.at_ms
        for other in given
        if other.sequence > one.sequence
        and other.refusal == Refusal.ACCEPTED
        and subject(other.order) == about
    ]
    until = min([*later, one.at_ms + HELD_MOST_MS, end_ms])
    kind: Kind = "order" if one.refusal == Refusal.ACCEPTED else "refused"
    return Decision(
        kind,
        one.at_ms,
        until,
        one.order,
        one.refusal,
        one.sequence,
        team=one.order[2],
        area=one.order[3],
    )


def _of_missed(missed: Missed, span: tuple[int, int], pause_ms: int) -> Decision | None:
    """A missing decision, from when it could first have been taken; None where nothing was lost."""
    asked = max(missed.asked.at_ms, span[0])
    at_ms = asked + pause_ms
    until = span[1] if missed.answered_ms < 0 else missed.answered_ms
    if at_ms >= until or POINTS[missed.number - 1].passed(missed.asked, span[0]):
        return None
    return Decision(
        "missing",
        at_ms,
        until,
        point=missed.number,
        asked_ms=asked,
        team=missed.asked.team,
        area=missed.asked.area,
    )


def script_between(given: Sequence[Given], decision: Decision) -> tuple[Spoken, ...]:
    """What else the person said while the decision stood.

    The order that ends an order's standing is not part of it; the answer that ends an omission is.
    """
    last = decision.until_ms if decision.kind == "missing" else decision.until_ms - 1
    return tuple(
        Spoken(one.at_ms, one.order)
        for one in given
        if one.refusal == Refusal.ACCEPTED
        and decision.at_ms <= one.at_ms <= last
        and one.sequence > decision.sequence
    )


def answerable(verbs: Iterable[Verb]) -> list[Verb]:
    """Those of the verbs that the world answers."""
    return [verb for verb in dict.fromkeys(verbs) if verb not in UNBUILT]
