"""Policy and world to the end: the loop that studies and live play share."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from warmzone.kernel.advance import advance
from warmzone.kernel.arrays import LANES, ORDERS_AT_ONCE, SEATS, State
from warmzone.kernel.attention import decide_later
from warmzone.kernel.codes import Stop
from warmzone.kernel.compiled import compiled
from warmzone.kernel.lapses import begin_lapse, slips
from warmzone.kernel.orders import append_order, give
from warmzone.kernel.outcomes import settle
from warmzone.kernel.refusals import check_order
from warmzone.kernel.setup import begin
from warmzone.kernel.view import View, view_of
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.orders import Refusal, Verb

ROUNDING = 64  # bytes by which a table may be longer than its rows
STRETCHES = LANES + 4

Decide = Callable[[View, np.ndarray, np.ndarray, np.ndarray], int]
"""A policy: decide(view, parameters, memory, orders_out) -> when it wants to decide next (ms).

parameters: float64[32]; memory: int64[64 + teams + 2 * areas], its own; orders_out: ORDER[8], rows
with verb -1 are unused.
"""


class Crew(NamedTuple):
    """Who sits in the automatic seats: their parameters (the policies are passed beside it)."""

    tactical: np.ndarray  # float64[32]
    medical: np.ndarray  # float64[32]


@compiled
def play(
    state: State, world: World, tactical: Decide, medical: Decide, crew: Crew, until: int
) -> int:
    """Advance to `until`, letting automatic seats decide on the way; returns a Stop code."""
    while True:
        stop = advance(state, world, until)
        if stop != Stop.DECIDE:
            return stop
        seat = int(state.clock[0]["deciding"])
        now = int(state.clock[0]["last_event_ms"])
        if state.seats[seat]["ready_ms"] > now:
            decide_later(state, world, seat, int(state.seats[seat]["ready_ms"]))
            continue
        first = len(state.orders) - ORDERS_AT_ONCE * (seat + 1)
        orders = state.orders[first : first + ORDERS_AT_ONCE]
        pause = int(world.parameters[0]["decision_s"] * 1000.0)
        again = max(int(state.seats[seat]["again_ms"]), now + pause)
        thinks = not any_left(orders) and now >= state.seats[seat]["lapse_ms"]
        if thinks:
            view = view_of(state, world, seat, now)
            if seat == Seat.TACTICAL:
                again = tactical(view, crew.tactical, state.memory[seat], orders)
            else:
                again = medical(view, crew.medical, state.memory[seat], orders)
            state.seats[seat]["again_ms"] = again
            state.seats[seat]["decisions"] += 1
        elif not any_left(orders):
            again = int(state.seats[seat]["lapse_ms"])
        said = give_next(state, world, seat, now)
        if said > 0:
            busy = now + said * pause
            state.seats[seat]["busy_ms"] = busy
            again = busy if any_left(orders) else max(again, busy)
        if thinks:
            begin_lapse(state, world, seat, now)
        decide_later(state, world, seat, again)


@compiled
def any_left(orders: np.ndarray) -> bool:
    """Whether a seat has thought of orders that it has not said yet."""
    left = False
    for k in range(len(orders)):
        left = left or orders[k]["verb"] >= 0
    return left


@compiled
def give_next(state: State, world: World, seat: int, now: int) -> int:
    """Give the next orders that a policy has written and may be given; how many were said.

    Orders to teams are said together, up to a number, and each takes its own time; declarations of
    the same zone go in one breath.
    """
    first = len(state.orders) - ORDERS_AT_ONCE * (seat + 1)
    said = -1
    count = 0
    for k in range(first, first + ORDERS_AT_ONCE):
        wish = state.orders[k]
        if wish["verb"] < 0:
            continue
        rides = said >= 0 and same_zone(state, said, k)
        if said >= 0 and not rides and not goes_with(state, world, (said, k, count), now):
            return count
        order = (
            seat,
            int(wish["verb"]),
            int(wish["team"]),
            int(wish["area"]),
            int(wish["other_team"]),
            int(wish["value"]),
        )
        wish["verb"] = -1
        if not slips(state, world, seat) and check_order(state, world, order) == Refusal.ACCEPTED:
            said = append_order(state, order, now)
            give(state, world, said, now)
            count += 0 if rides else 1
    return count


@compiled
def same_zone(state: State, before: int, wish: int) -> bool:
    """Whether a wish declares the same zone as the order before it, and goes in one breath."""
    first, second = state.orders[before], state.orders[wish]
    same = second["verb"] == Verb.DECLARE_ZONE and first["verb"] == second["verb"]
    return bool(same and first["value"] == second["value"])


@compiled
def goes_with(state: State, world: World, what: tuple[int, int, int], now: int) -> bool:
    """Whether (the order before, a wish, how many were said) are said together: both to teams."""
    before, wish, count = what
    to_teams = state.orders[before]["team"] >= 0 and state.orders[wish]["team"] >= 0
    free = state.seats[state.orders[before]["seat"]]["ready_ms"] <= now
    return bool(to_teams and free and count < int(world.parameters[0]["said_at_once_most"]))


@compiled
def in_use(state: State, world: World, k: int, total: int) -> tuple[int, int]:
    """The k-th of `STRETCHES` of a state's `total` bytes: where it begins and ends.

    Of the long tables only the rows in use are in one. What the others are found by is in the last
    two, so a state may be overwritten stretch by stretch in this order.
    """
    layout = world.layout[0]
    if k < LANES:
        lane = (int(layout["after_air"]) - int(layout["air_at"])) // LANES
        begins = int(layout["air_at"]) + k * lane
        rows = min(int(state.lanes[k]["tail"]), state.air.shape[1])
        return begins, begins + rows * (lane // state.air.shape[1])
    if k == LANES:
        return int(layout["after_air"]), total
    row = (int(layout["after_orders"]) - int(layout["orders_at"])) // len(state.orders)
    if k == LANES + 1:
        scratch = int(layout["after_orders"]) - row * ORDERS_AT_ONCE * SEATS - ROUNDING
        return scratch, int(layout["air_at"])
    long = (int(layout["orders_at"]) - int(layout["reports_at"])) // len(state.reports)
    if k == LANES + 2:
        last = int(layout["orders_at"]) - long - ROUNDING
        return last, int(layout["orders_at"]) + row * int(state.clock[0]["orders"])
    return 0, int(layout["reports_at"]) + long * int(state.clock[0]["reports"])


@compiled
def wipe(state: State, world: World, buffer: np.ndarray) -> None:
    """Zero a played state for the next incident; of the long tables only the rows in use.

    buffer: uint8[bytes] behind `state`, zeroed before the first incident.
    """
    for k in range(STRETCHES):
        begins, ends = in_use(state, world, k, len(buffer))
        buffer[begins:ends] = 0


@compiled
def rewind(state: State, world: World, buffer: np.ndarray, saved: np.ndarray) -> None:
    """Make a played or empty state the saved one; of the long tables only the rows in use.

    buffer: uint8[bytes] behind `state`; saved: uint8[bytes], another state of the same layout.
    """
    words, wanted = buffer.view(np.uint64), saved.view(np.uint64)
    for k in range(STRETCHES):  # what was in use
        begins, ends = in_use(state, world, k, len(buffer))
        copy_words(words, wanted, begins, ends)
    for k in range(STRETCHES):  # what now is; what comes before the reports is there by now
        begins, ends = in_use(state, world, k, len(buffer))
        if k < LANES or k >= LANES + 2:
            copy_words(words, wanted, max(begins, int(world.layout[0]["reports_at"])), ends)


@compiled
def copy_words(words: np.ndarray, wanted: np.ndarray, begins: int, ends: int) -> None:
    """Copy the bytes from one place until before another, both at whole words of 8 bytes.

    words, wanted: uint64[n]. A slice would need memory of its own; by bytes takes eight times as
    long.
    """
    for place in range(begins // 8, ends // 8):
        words[place] = wanted[place]


@compiled
def play_many(
    states: State,
    world: World,
    tactical: Decide,
    medical: Decide,
    crew: Crew,
    seeds: np.ndarray,
    buffer: np.ndarray,
    outcomes_out: np.ndarray,
) -> int:
    """Whole incidents, one per seed, one after another in the same buffer.

    seeds: uint64[n]; buffer: uint8[bytes] behind `states`; outcomes_out: OUTCOME[n], zeroed.
    Returns how many ended as a defect.
    """
    defects = 0
    end_ms = int(world.setting[0]["end_ms"])
    for n in range(len(seeds)):
        wipe(states, world, buffer)
        for k in range(len(world.openings)):  # a slice would need memory of its own
            states.openings[k] = world.openings[k]
        begin(states, world, seeds[n], 1)
        play(states, world, tactical, medical, crew, end_ms)
        settle(states, world, end_ms, outcomes_out[n])
        if outcomes_out[n]["defect"] != 0:
            defects += 1
    return defects
