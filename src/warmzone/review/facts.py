"""What the rules of the first page look at: plain numbers, drawn from the run once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from warmzone.exercise.events import OrderReceived
from warmzone.measures import MEASURES, read
from warmzone.review.casualties import casualties
from warmzone.review.hearing import reports_heard
from warmzone.review.names import Names
from warmzone.review.rebuild import Rebuilt
from warmzone.review.shapes import CasualtyRow, Comparison
from warmzone.review.watch import Notes, WrongZone
from warmzone.review.words import order_text
from warmzone.vocabulary.codes import CommandPlace, CorridorState, Discipline, Seat
from warmzone.vocabulary.orders import Refusal, Verb
from warmzone.vocabulary.reports import ReportKind
from warmzone.vocabulary.units import MS_PER_MIN


@dataclass(frozen=True, slots=True)
class Request:
    """A request to come in, from when Tactical heard it until Tactical answered."""

    callsign: str
    area: int
    heard_s: float
    answered_s: float | None


@dataclass(frozen=True, slots=True)
class Known:
    """Reds that Tactical was told of in an area, and the first order that named the place since."""

    area: int
    place: str
    reds: int
    told_s: float
    order_s: float | None


@dataclass(frozen=True, slots=True)
class Idle:
    """A stretch in which known officers had no task and Tactical gave no order."""

    from_s: float
    to_s: float
    teams: int


@dataclass(frozen=True, slots=True)
class Lost:
    """An order of the person that was lost on the way and was not said again."""

    at_s: float
    text: str
    area: int


@dataclass(frozen=True, slots=True)
class Facts:
    """What happened, as far as the first page's rules care. Times in seconds; None for never."""

    start_s: float
    end_s: float
    values: dict[str, float | None]
    place: CommandPlace
    command_s: float | None
    police_heard_s: float | None
    medics_heard_s: float | None
    casualties: Sequence[CasualtyRow]
    requests: Sequence[Request]
    known_reds: Sequence[Known]
    idle: Idle | None
    wrong_zones: Sequence[WrongZone]
    officers_hurt: Sequence[tuple[float, int]]
    officer_minutes: float
    orders: int
    refused: Sequence[int]
    slowest_order_s: float
    lost: Sequence[Lost]
    corridor_asked_s: float | None
    corridor_broke_s: float | None
    others: dict[str, dict[str, float | None]]
    names: Names


def facts(rebuilt: Rebuilt, notes: Notes, compared: Comparison) -> Facts:
    """Everything the rules need."""
    state = rebuilt.run.state
    row = rebuilt.run.outcome_row()[0]
    seat = state.seats[Seat.TACTICAL]
    orders = _tactical_orders(rebuilt)
    refused = _refused(rebuilt)
    return Facts(
        start_s=rebuilt.handed_over_ms / 1000,
        end_s=rebuilt.run.now_ms / 1000,
        values={measure.name: read(measure, row) for measure in MEASURES},
        place=CommandPlace(int(seat["place"])),
        command_s=None if seat["since_ms"] < 0 else int(seat["since_ms"]) / 1000,
        police_heard_s=_first_arrival(rebuilt, Discipline.POLICE),
        medics_heard_s=_first_arrival(rebuilt, Discipline.MEDICAL),
        casualties=casualties(rebuilt, notes.origins),
        requests=requests(rebuilt),
        known_reds=[one for one in known_reds(rebuilt) if one.area in set(notes.origins)],
        idle=longest_idle(
            [one for one in notes.untasked if one[0] * 1000 >= rebuilt.handed_over_ms],
            [int(order["given_ms"]) / 1000 for order in orders],
        ),
        wrong_zones=list(notes.wrong_zones.values()),
        officers_hurt=_officers_hurt(rebuilt),
        officer_minutes=_officer_minutes(rebuilt),
        orders=len(orders) + len(refused),
        refused=refused,
        slowest_order_s=_slowest(orders, rebuilt.run.now_ms),
        lost=_lost(orders, Names(rebuilt.prepared)),
        corridor_asked_s=_first_order(orders, Verb.BUILD_CORRIDOR),
        corridor_broke_s=_corridor_broke(rebuilt),
        others={one.commander: one.values for one in compared.others},
        names=Names(rebuilt.prepared),
    )


def _tactical_orders(rebuilt: Rebuilt) -> list[np.ndarray]:
    """The person's accepted orders."""
    state = rebuilt.run.state
    return [
        order
        for order in state.orders[: int(state.clock[0]["orders"])]
        if order["seat"] == Seat.TACTICAL and order["given_ms"] >= rebuilt.handed_over_ms
    ]


def _refused(rebuilt: Rebuilt) -> list[int]:
    return [
        entry.event.refusal
        for entry in rebuilt.entries
        if isinstance(entry.event, OrderReceived) and entry.event.refusal != Refusal.ACCEPTED
    ]


def _first_order(orders: Sequence[np.ndarray], verb: Verb) -> float | None:
    return next((int(o["given_ms"]) / 1000 for o in orders if o["verb"] == verb), None)


def _first_arrival(rebuilt: Rebuilt, discipline: Discipline) -> float | None:
    """When Tactical first heard that a team of a service is on scene."""
    times = [
        heard / 1000
        for heard, report in reports_heard(rebuilt.run.state)
        if report["kind"] == ReportKind.ARRIVED
        and heard >= 0
        and rebuilt.run.state.teams[report["team"]]["discipline"] == discipline
    ]
    return min(times, default=None)


def requests(rebuilt: Rebuilt) -> list[Request]:
    """Requests to come in, those repeated before an answer taken as one.

    A request answered before the person held the seat is not theirs and is left out.
    """
    answers = [
        (int(order["team"]), int(order["given_ms"]) / 1000)
        for order in rebuilt.run.state.orders[: int(rebuilt.run.state.clock[0]["orders"])]
        if order["seat"] == Seat.TACTICAL
        and order["verb"] in (Verb.CLEAR_RTF_IN, Verb.HOLD_RTF, Verb.WITHDRAW, Verb.STAGE)
    ]
    out: list[Request] = []
    waiting: dict[int, float] = {}
    start_s = rebuilt.handed_over_ms / 1000
    for heard, report in reports_heard(rebuilt.run.state):
        team = int(report["team"])
        if report["kind"] != ReportKind.ENTRY_REQUEST or heard < 0:
            continue
        heard_s = heard / 1000
        if heard_s < waiting.get(team, -1.0):
            continue
        answer = min((at for t, at in answers if t == team and at >= heard_s), default=None)
        waiting[team] = float("inf") if answer is None else answer
        if answer is None or answer >= start_s:
            names = Names(rebuilt.prepared)
            begun = max(heard_s, start_s)
            out.append(Request(names.team(team), int(report["area"]), begun, answer))
    return out


def known_reds(rebuilt: Rebuilt) -> list[Known]:
    """Areas where reds were reported, with the first order since that named the place."""
    state, names = rebuilt.run.state, Names(rebuilt.prepared)
    start_ms = rebuilt.handed_over_ms
    named = [
        (int(order["area"]), int(order["given_ms"]))
        for order in state.orders[: int(state.clock[0]["orders"])]
        if order["seat"] == Seat.TACTICAL and order["verb"] in _TO_CASUALTIES
    ]
    first: dict[int, tuple[int, int]] = {}
    for heard, report in reports_heard(state):
        area, reds = int(report["area"]), int(report["counts"][0])
        seen = report["kind"] in (ReportKind.AREA_SEEN, ReportKind.AREA_CLEAR)
        if seen and heard >= 0 and reds > 0 and heard < first.get(area, (1 << 62, 0))[0]:
            first[area] = (heard, reds)
    out = []
    for area, (heard, reds) in first.items():
        since = [at for a, at in named if a == area]
        if any(at < max(heard, start_ms) for at in since) or area == _ccp(rebuilt):
            continue  # somebody was on the way already, or they were brought there
        order = min(since, default=None)
        begun = max(heard, start_ms) / 1000
        ordered = None if order is None else order / 1000
        out.append(Known(area, names.area(area), reds, begun, ordered))
    return out


_TO_CASUALTIES = (Verb.TREAT, Verb.CARRY, Verb.CLEAR_RTF_IN, Verb.CLEAR, Verb.CONTACT, Verb.HOLD)


def _ccp(rebuilt: Rebuilt) -> int:
    return int(rebuilt.run.state.seats[Seat.TACTICAL]["ccp"])


def longest_idle(
    untasked: Sequence[tuple[int, tuple[int, ...]]], orders_s: Sequence[float]
) -> Idle | None:
    """The longest stretch in which Tactical knew of officers without a task and gave no order.

    `untasked`: by frame, the time and the teams known to be without a task.
    """
    best: Idle | None = None
    run: list[tuple[int, int]] = []
    last = -1.0
    for at_s, teams in untasked:
        spoke = any(last < order <= at_s for order in orders_s)
        last = float(at_s)
        if spoke or not teams:
            run = []
        if teams:
            run.append((at_s, len(teams)))
            length = run[-1][0] - run[0][0]
            if length > 0 and (best is None or length > best.to_s - best.from_s):
                best = Idle(run[0][0], run[-1][0], min(count for _, count in run))
    return best


def _officers_hurt(rebuilt: Rebuilt) -> list[tuple[float, int]]:
    state = rebuilt.run.state
    return [
        (int(report["observed_ms"]) / 1000, int(report["area"]))
        for _, report in reports_heard(state)
        if report["kind"] == ReportKind.OFFICER_DOWN
    ]


def _officer_minutes(rebuilt: Rebuilt) -> float:
    """Officer-minutes on scene until the end."""
    teams = rebuilt.run.state.teams
    here = teams[(teams["arrived_ms"] >= 0) & (teams["discipline"] == Discipline.POLICE)]
    spent = (rebuilt.run.now_ms - here["arrived_ms"]) * here["people"]
    return float(spent.sum()) / MS_PER_MIN


def _slowest(orders: Sequence[np.ndarray], end_ms: int) -> float:
    """The longest that an order waited to be heard; what was lost on the way is not waiting."""
    waits = [
        (int(o["heard_ms"]) if o["heard_ms"] >= 0 else end_ms) - int(o["given_ms"])
        for o in orders
        if not _is_lost(o)
    ]
    return max(waits, default=0) / 1000


def _is_lost(order: np.ndarray) -> bool:
    """Whether it was lost on the air, or whoever should have passed it on forgot it."""
    return bool(order["heard_ms"] < 0 and order["tries"] > 0)


def _lost(orders: Sequence[np.ndarray], names: Names) -> list[Lost]:
    """Orders that were lost on the way, and nothing of the kind was heard afterwards."""
    found = []
    for place, one in enumerate(orders):
        again = any(_same(one, later) and later["heard_ms"] >= 0 for later in orders[place + 1 :])
        if _is_lost(one) and not again:
            area = int(one["area"])
            found.append(Lost(int(one["given_ms"]) / 1000, order_text(one, names), area))
    return found


def _same(one: np.ndarray, other: np.ndarray) -> bool:
    """Whether the second asks the same of the same team, wherever."""
    return bool(one["verb"] == other["verb"] and one["team"] == other["team"])


def _corridor_broke(rebuilt: Rebuilt) -> float | None:
    broke = [
        heard / 1000
        for heard, report in reports_heard(rebuilt.run.state)
        if report["kind"] == ReportKind.CORRIDOR and report["status"] == CorridorState.BROKEN
    ]
    return min((at for at in broke if at >= 0), default=None)
