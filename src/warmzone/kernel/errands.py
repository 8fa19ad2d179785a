"""What a runner brings to a team, and takes back from it."""

from warmzone.kernel.arrays import SEATS, State
from warmzone.kernel.beliefs import hear
from warmzone.kernel.codes import Item
from warmzone.kernel.compiled import compiled
from warmzone.kernel.face_to_face import beside
from warmzone.kernel.lanes import hand_on
from warmzone.kernel.movement import can_reach
from warmzone.kernel.obedience import hear_order
from warmzone.kernel.radio import for_medics, is_current
from warmzone.kernel.reports import fill_counts, open_report
from warmzone.kernel.runners import on_foot_ms
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Discipline, Seat
from warmzone.vocabulary.reports import ReportKind

WALKS_ON = 3  # times that a runner goes after a team that has gone on: an assumption


@compiled
def runner_arrives(state: State, world: World, row: int, here: int, now: int) -> None:
    """A runner is where the team was; it goes after it a few times, tells it, and turns back."""
    order = state.orders[row]
    other = int(order["other_team"])
    there = int(state.teams[other]["area"])
    fit = state.teams[other]["able"] > 0
    if fit and there != here and order["tries"] < WALKS_ON and can_reach(world, here, there):
        order["tries"] += 1
        due = now + on_foot_ms(world, here, there)
        hand_on(state, world, (Item.RUNNER, row, there), due)
        return
    back_ms = on_foot_ms(world, here, int(state.teams[order["team"]]["area"]))
    found = fit and there == here
    if found:
        tell_seat_beside(state, world, row, now)
        tell(state, world, other, back_ms, now)
    hand_on(state, world, (Item.BACK, row, 1 if found else 0), now + back_ms)


@compiled
def tell_seat_beside(state: State, world: World, row: int, now: int) -> None:
    """A seat beside the team that the runner has found hears what the runner was given to say."""
    word = int(state.orders[row]["word"])
    other = int(state.orders[row]["other_team"])
    for seat in range(SEATS):
        if beside(state, world, other, seat):
            hear(state, world, seat, word, now)


@compiled
def tell(state: State, world: World, t: int, back_ms: int, now: int) -> None:
    """A team hears from a runner what it has not heard by radio, and says how things stand."""
    pending = int(state.team_beliefs[Seat.TACTICAL, t]["pending_order"])
    if pending >= 0:
        bring(state, world, pending, back_ms, now)
    if state.teams[t]["discipline"] == Discipline.MEDICAL:
        for k in range(int(state.clock[0]["orders"])):
            order = state.orders[k]
            to_all = order["team"] < 0 and order["rides"] == 0 and for_medics(order["verb"])
            if to_all and order["seat"] == Seat.TACTICAL and is_current(state, k):
                bring(state, world, k, back_ms, now)
    row = open_report(state, ReportKind.AREA_SEEN, t, now)
    fill_counts(state, row, int(state.teams[t]["area"]))
    hand_on(state, world, (Item.REPORT, row, Seat.TACTICAL), now + back_ms)


@compiled
def bring(state: State, world: World, row: int, back_ms: int, now: int) -> None:
    """An order is heard from a runner, unless it was heard before."""
    if state.orders[row]["heard_ms"] < 0:
        state.orders[row]["on_foot_ms"] = back_ms
        hear_order(state, world, row, now)
