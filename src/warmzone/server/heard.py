"""What a seat has heard and said, read from a run: codes, indexes and times, nothing true.

The tables read here are the seat's own beliefs, the reports that were delivered to it, and its own
orders. Everything else of the state is out of bounds.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import CommandPlace, CorridorState, Seat, Source, ThreatStatus, Zone
from warmzone.vocabulary.orders import Verb
from warmzone.vocabulary.reports import ReportKind


@dataclass(frozen=True, slots=True)
class Report:
    """A report that was delivered. Times are milliseconds; counts are red, yellow, green, grey."""

    row: int
    kind: ReportKind
    team: int
    area: int
    source: Source
    status: int
    counts: tuple[int, int, int, int]
    flag: int
    observed_ms: int
    sent_ms: int
    heard_ms: int


@dataclass(frozen=True, slots=True)
class Said:
    """An order that the seat gave; `heard_ms` is -1 until it was spoken and heard."""

    row: int
    verb: Verb
    team: int
    area: int
    other_team: int
    value: int
    given_ms: int
    heard_ms: int
    on_air: bool


@dataclass(frozen=True, slots=True)
class Team:
    """What the seat believes of a team that it knows of."""

    index: int
    able: int
    area: int
    observed_ms: int
    task: int
    target: int
    busy: bool
    since_ms: int
    pending: bool
    asked_ms: int
    reply: int
    cannot_ms: int
    cannot: int


@dataclass(frozen=True, slots=True)
class Ground:
    """What the seat believes of an area that it declared or that somebody spoke of."""

    index: int
    zone: Zone
    zone_ms: int
    seen_ms: int
    searched_ms: int
    threat_ms: int
    counts: tuple[int, int, int, int]
    claimed: int
    report: int
    source: int


@dataclass(frozen=True, slots=True)
class Command:
    """The seat's own standing: its place, the threat as it holds it, what it has set."""

    place: CommandPlace
    since_ms: int
    threat: ThreatStatus
    threat_area: int
    threat_ms: int
    threat_by: int
    ccp: int
    aep: int


@dataclass(frozen=True, slots=True)
class Corridor:
    """The corridor as the seat has heard of it; its plan is the seat's own."""

    state: CorridorState
    areas: tuple[int, ...]
    posts: tuple[int, ...]
    held: int


@dataclass(frozen=True, slots=True)
class Heard:
    """Everything that a seat may know at `now_ms`."""

    now_ms: int
    command: Command
    teams: tuple[Team, ...]
    grounds: tuple[Ground, ...]
    reports: tuple[Report, ...]
    orders: tuple[Said, ...]
    corridor: Corridor


def heard_by(run: Run, seat: Seat = Seat.TACTICAL) -> Heard:
    """What the seat may know now."""
    orders = tuple(_orders(run, seat))
    return Heard(
        run.now_ms,
        _command(run, seat),
        tuple(_teams(run, seat)),
        tuple(_grounds(run, seat)),
        tuple(_reports(run, seat)),
        orders,
        _corridor(run, seat, orders),
    )


def _command(run: Run, seat: Seat) -> Command:
    own = run.state.seats[seat]
    return Command(
        CommandPlace(int(own["place"])),
        int(own["since_ms"]),
        ThreatStatus(int(own["threat"])),
        int(own["threat_area"]),
        int(own["threat_ms"]),
        int(own["threat_by"]),
        int(own["ccp"]),
        int(own["aep"]),
    )


def _teams(run: Run, seat: Seat) -> Iterator[Team]:
    for index in range(run.prepared.team_capacity):
        belief = run.state.team_beliefs[seat, index]
        if belief["known"] == 1:
            yield Team(
                index,
                int(belief["able"]),
                int(belief["area"]),
                int(belief["observed_ms"]),
                int(belief["task"]),
                int(belief["target_area"]),
                bool(belief["busy"]),
                int(belief["task_since_ms"]),
                int(belief["pending_order"]) >= 0,
                int(belief["asked_ms"]),
                int(belief["reply"]),
                int(belief["cannot_ms"]),
                int(belief["cannot"]),
            )


def _grounds(run: Run, seat: Seat) -> Iterator[Ground]:
    beliefs, zones = run.state.area_beliefs[seat], run.state.zones
    spoken_of = (beliefs["report"] >= 0) | (beliefs["searched_ms"] >= 0)
    spoken_of |= (beliefs["threat_ms"] >= 0) | (zones["zone"] != Zone.UNDECLARED)
    for index in np.flatnonzero(spoken_of):
        belief, zone = beliefs[index], zones[index]
        yield Ground(
            int(index),
            Zone(int(zone["zone"])),
            int(zone["since_ms"]),
            int(belief["seen_ms"]),
            int(belief["searched_ms"]),
            int(belief["threat_ms"]),
            _four(belief["counts"]),
            int(belief["claimed"]),
            int(belief["report"]),
            int(belief["source"]),
        )


def _reports(run: Run, seat: Seat) -> Iterator[Report]:
    for row in range(int(run.state.clock[0]["reports"])):
        report = run.state.reports[row]
        heard_ms = _delivered_ms(run, seat, report)
        if 0 <= heard_ms <= run.now_ms:
            yield Report(
                row,
                ReportKind(int(report["kind"])),
                int(report["team"]),
                int(report["area"]),
                Source(int(report["source"])),
                int(report["status"]),
                _four(report["counts"]),
                int(report["flag"]),
                int(report["observed_ms"]),
                int(report["sent_ms"]),
                heard_ms,
            )


def _delivered_ms(run: Run, seat: Seat, report: np.void) -> int:
    """When a report reached the seat, -1 if it has not: a post hears through the relay."""
    own = run.state.seats[seat]
    heard_ms, relayed_ms = int(report["heard_ms"]), int(report["relayed_ms"])
    if relayed_ms >= 0:
        return relayed_ms
    at_post = own["place"] == CommandPlace.POST and heard_ms >= own["since_ms"]
    return -1 if at_post else heard_ms


def _orders(run: Run, seat: Seat) -> Iterator[Said]:
    clock, ring = run.state.clock[0], run.state.radio
    on_air = -1
    if clock["radio_head"] < clock["radio_tail"]:
        item = ring[int(clock["radio_head"]) % len(ring)]
        on_air = int(item["row"]) if item["order"] == 1 else -1
    for row in range(int(clock["orders"])):
        order = run.state.orders[row]
        if order["seat"] == seat:
            yield Said(
                row,
                Verb(int(order["verb"])),
                int(order["team"]),
                int(order["area"]),
                int(order["other_team"]),
                int(order["value"]),
                int(order["given_ms"]),
                int(order["heard_ms"]),
                row == on_air,
            )


def _corridor(run: Run, seat: Seat, orders: tuple[Said, ...]) -> Corridor:
    """Nothing before a team has acknowledged building it, or after it was closed."""
    spoken = [o for o in orders if o.heard_ms >= 0 and o.verb in _CORRIDOR_VERBS]
    if not spoken or spoken[-1].verb == Verb.BREAK_CORRIDOR:
        return Corridor(CorridorState.NONE, (), (), 0)
    plan, own = run.state.corridor[0], run.state.seats[seat]
    told = CorridorState(int(own["corridor"]))
    return Corridor(
        CorridorState.BUILDING if told == CorridorState.NONE else told,
        tuple(int(area) for area in plan["chain"][: int(plan["length"])]),
        tuple(int(area) for area in plan["post_area"][: int(plan["posts_needed"])]),
        int(own["corridor_posts"]),
    )


_CORRIDOR_VERBS = (Verb.BUILD_CORRIDOR, Verb.BREAK_CORRIDOR)


def _four(counts: np.ndarray) -> tuple[int, int, int, int]:
    red, yellow, green, grey = (int(count) for count in counts)
    return red, yellow, green, grey
