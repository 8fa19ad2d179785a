"""What nobody has taken up: casualties without care, orders without an answer, unlike counts."""

from dataclasses import dataclass

from warmzone.measures.decisions.triggers import LOST_MS
from warmzone.review.reports import counted
from warmzone.server import wire
from warmzone.server.asking import could_be_sent
from warmzone.server.heard import Heard, Report, Said
from warmzone.server.names import Names
from warmzone.server.spoken import order_sentence
from warmzone.server.verbs import SAYABLE, VALUES
from warmzone.simulation.observe import AreaSeen
from warmzone.vocabulary.codes import Task
from warmzone.vocabulary.orders import Order, Verb
from warmzone.vocabulary.reports import ReportKind

COUNTS_MS = 180_000
"""How long two counts that differ are held before the eyes."""

_CARE = (Task.TREAT, Task.CARRY, Task.RESCUE_TASK_FORCE, Task.POLICE_TRANSPORT)
_CARE_ORDERS = (Verb.TREAT, Verb.CARRY, Verb.CLEAR_RTF_IN, Verb.POLICE_TRANSPORT)
_HURT = (ReportKind.AREA_SEEN, ReportKind.AREA_CLEAR)
_ALL_OVER = (Verb.DECLARE_ZONE, Verb.SET_CCP, Verb.SET_AEP, Verb.DECLARE_THREAT)


@dataclass(frozen=True, slots=True)
class Uncared:
    """Ground where reds or yellows were reported and nobody is known to be with them."""

    area: int
    counts: tuple[int, int, int, int]
    since_ms: int

    @property
    def people(self) -> int:
        """Reds and yellows."""
        return self.counts[0] + self.counts[1]


def neglected(heard: Heard, names: Names) -> list[wire.Waiting]:
    """Casualties first, then orders, then counts."""
    found = [_without_care(one, heard, names) for one in uncared(heard)]
    return found + _unheard(heard, names) + _differing(heard, names)


def uncared(heard: Heard) -> list[Uncared]:
    """Where reds and yellows wait without care, the longest wait first."""
    cared = _cared_for(heard)
    found = [
        Uncared(ground.index, ground.counts, _since(ground, heard))
        for ground in heard.view.areas
        if ground.counts[0] + ground.counts[1] > 0 and ground.index not in cared
    ]
    return sorted(found, key=lambda one: one.since_ms)


def pending_zones(heard: Heard) -> frozenset[int]:
    """Areas whose last declaration has not been heard by anybody yet."""
    last = {one.order.area: one for one in heard.orders if one.order.verb == Verb.DECLARE_ZONE}
    return frozenset(area for area, said in last.items() if said.heard_ms < 0)


def is_pending(heard: Heard, verb: Verb) -> bool:
    """Whether the last order of a verb still waits to be heard."""
    said = [one for one in heard.orders if one.order.verb == verb]
    return bool(said) and said[-1].heard_ms < 0


def _cared_for(heard: Heard) -> set[int]:
    """Places where somebody gives care or was told to, as far as the seat knows."""
    given = {said.row: said.order for said in heard.orders}
    cared = set()
    for team in heard.view.teams:
        if team.able <= 0:
            continue
        order = given.get(team.pending_order)
        if order is not None and order.verb in _CARE_ORDERS:
            cared.add(order.area)
        elif team.busy and team.task in _CARE:
            cared.update((team.target_area, team.area))
    return cared


def _since(ground: AreaSeen, heard: Heard) -> int:
    """Since when reds or yellows have been reported there without a break."""
    since = ground.seen_ms
    for report in reversed(heard.reports):
        if report.area == ground.index and report.kind in _HURT and report.team >= 0:
            if report.counts[0] + report.counts[1] == 0:
                break
            since = min(since, report.observed_ms)
    return since


def _without_care(one: Uncared, heard: Heard, names: Names) -> wire.Waiting:
    place = names.place(one.area)
    red, yellow = one.counts[:2]
    return wire.Waiting(
        key=f"care-{one.area}",
        kind="uncared",
        text=f"{place}: {counted((red, yellow, 0, 0))} without care",
        waiting_s=max(0, heard.now_ms - one.since_ms) / 1000,
        team=-1,
        area=one.area,
        answers=[
            wire.ReadyOrder(f"{names.team(sent.index)}: treat them", "treat", sent.index, one.area)
            for sent in could_be_sent(heard, names)[:1]
        ],
    )


def _unheard(heard: Heard, names: Names) -> list[wire.Waiting]:
    """Orders that for a minute nobody has acknowledged, or nobody has heard."""
    rows = {team.pending_order for team in heard.view.teams}
    last = {(said.order.verb, said.order.area): said for said in heard.orders}
    late = [
        said
        for said in heard.orders
        if heard.now_ms - said.given_ms > LOST_MS and said.heard_ms < 0
        if said.row in rows
        or (said.order.verb in _ALL_OVER and last[said.order.verb, said.order.area] is said)
    ]
    return [_not_acknowledged(said, heard.now_ms, names) for said in late]


def _not_acknowledged(said: Said, now_ms: int, names: Names) -> wire.Waiting:
    order = said.order
    sentence = order_sentence(order, names)
    return wire.Waiting(
        key=f"unheard-{said.row}",
        kind="unheard",
        text=f"Not acknowledged: {sentence}",
        waiting_s=(now_ms - said.given_ms) / 1000,
        team=order.team,
        area=order.area,
        answers=[_again(order)],
    )


def _again(order: Order) -> wire.ReadyOrder:
    words = {number: word for word, number in VALUES.get(order.verb, {}).items()}
    return wire.ReadyOrder(
        "Say it again",
        order.verb.name.lower(),
        order.team,
        order.area,
        words.get(order.value, ""),
        order.other_team,
    )


def _differing(heard: Heard, names: Names) -> list[wire.Waiting]:
    """Two counts of one place that differ, until they were gone into or have grown old."""
    asked = [one.given_ms for one in heard.orders if one.order.verb == Verb.RECONCILE]
    before: dict[int, Report] = {}
    found: dict[int, wire.Waiting] = {}
    for report in heard.reports:
        if report.kind not in _HURT or report.area < 0:
            continue
        first = before.get(report.area)
        before[report.area] = report
        found.pop(report.area, None)
        fresh = heard.now_ms - report.heard_ms < COUNTS_MS and not any(
            at >= report.heard_ms for at in asked
        )
        if first is not None and fresh and _contradict(first, report):
            found[report.area] = _counts(first, report, heard.now_ms, names)
    return list(found.values())


def _contradict(first: Report, second: Report) -> bool:
    """Whether two speakers gave other numbers; one team's own later count is only newer."""
    same = (first.team, first.source) == (second.team, second.source)
    return not same and _total(first) != _total(second)


def _total(report: Report) -> int:
    return sum(report.counts) if report.team >= 0 else report.flag


def _counts(first: Report, second: Report, now_ms: int, names: Names) -> wire.Waiting:
    said = [f"{names.speaker(one.team, one.source)} {_total(one)}" for one in (first, second)]
    answers = [wire.ReadyOrder("Count again", "reconcile")] if "reconcile" in SAYABLE else []
    return wire.Waiting(
        key=f"counts-{second.area}",
        kind="counts",
        text=f"Counts differ at {names.place(second.area)}: {', '.join(said)}",
        waiting_s=(now_ms - second.heard_ms) / 1000,
        team=-1,
        area=second.area,
        answers=answers,
    )
