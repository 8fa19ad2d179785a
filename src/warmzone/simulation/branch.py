"""What becomes of a moment: from one snapshot, many lucks, with given orders and then a commander.

A branch follows a script: orders said at their times while the Tactical seat says nothing else, and
from `resume_ms` on an automatic commander decides to the end.
"""

from typing import NamedTuple

import numpy as np

from warmzone.kernel.arrays import ORDER, ORDERS_AT_ONCE, State
from warmzone.kernel.attention import decide_later
from warmzone.kernel.branch import redraw
from warmzone.kernel.compiled import compiled
from warmzone.kernel.events import NEVER, EventKind, schedule
from warmzone.kernel.orders import append_order, give
from warmzone.kernel.outcomes import OUTCOME, settle
from warmzone.kernel.refusals import check_order
from warmzone.kernel.world_arrays import World
from warmzone.simulation.rollout import Crew, Decide, play, rewind
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.orders import Refusal

AGAINST_PROFILE = 1
"""`rides` of a script's row that is said although the agency's rules forbid it."""


class Branch(NamedTuple):
    """One way on from a snapshot. `times`: now, `resume_ms` and the end of the look, in ms.

    A script's row is an ORDER of which seat, verb, team, area, other_team, value, rides and
    given_ms count. `memory` is what the commander who takes over remembers of the orders given.
    """

    saved: np.ndarray  # uint8[bytes], the state at now
    script: np.ndarray  # ORDER[n], by given_ms
    memory: np.ndarray  # int64[64 + teams + 2 * areas]
    times: np.ndarray  # int64[3]
    epochs: np.ndarray  # int64[n], one replay each; 0 keeps the luck as it was


@compiled
def continue_many(
    states: State,
    world: World,
    tactical: Decide,
    medical: Decide,
    crew: Crew,
    branch: Branch,
    buffer: np.ndarray,
    outcomes_out: np.ndarray,
) -> int:
    """Play a branch once per epoch, one after another in the same buffer.

    buffer: uint8[bytes] behind `states`, zeroed or played; outcomes_out: OUTCOME[epochs], zeroed.
    Returns how many ended as a defect.
    """
    defects = 0
    now, end_ms = int(branch.times[0]), int(branch.times[2])
    for n in range(len(branch.epochs)):
        rewind(states, world, buffer, branch.saved)
        redraw(states, world, int(branch.epochs[n]), now)
        follow(states, world, tactical, medical, crew, branch)
        settle(states, world, end_ms, outcomes_out[n])
        if outcomes_out[n]["defect"] != 0:
            defects += 1
    return defects


@compiled
def follow(
    state: State, world: World, tactical: Decide, medical: Decide, crew: Crew, branch: Branch
) -> None:
    """Say the script, then let the commander decide, to the end of the look."""
    let_go(state, world)
    for k in range(len(branch.script)):
        said = branch.script[k]
        play(state, world, tactical, medical, crew, int(said["given_ms"]))
        say(state, world, said)
    resume_ms, end_ms = int(branch.times[1]), int(branch.times[2])
    if resume_ms < end_ms:
        play(state, world, tactical, medical, crew, resume_ms)
        state.seats[Seat.TACTICAL]["automatic"] = 1
        for k in range(len(branch.memory)):
            state.memory[Seat.TACTICAL, k] = branch.memory[k]
        decide_later(state, world, Seat.TACTICAL, resume_ms + 1)
    play(state, world, tactical, medical, crew, end_ms)


@compiled
def let_go(state: State, world: World) -> None:
    """The Tactical seat says nothing of its own."""
    state.seats[Seat.TACTICAL]["automatic"] = 0
    first = len(state.orders) - ORDERS_AT_ONCE * (Seat.TACTICAL + 1)
    for k in range(first, first + ORDERS_AT_ONCE):
        state.orders[k]["verb"] = -1
    slot = world.layout[0]["slot"][EventKind.DECIDE] + Seat.TACTICAL
    schedule(state.times, state.winners, slot, NEVER)


@compiled
def say(state: State, world: World, said: np.ndarray) -> None:
    """Give one order of a script, if it may be given then."""
    order = (
        int(said["seat"]),
        int(said["verb"]),
        int(said["team"]),
        int(said["area"]),
        int(said["other_team"]),
        int(said["value"]),
    )
    answer = check_order(state, world, order)
    forced = said["rides"] == AGAINST_PROFILE and answer == Refusal.FORBIDDEN_BY_PROFILE
    if answer == Refusal.ACCEPTED or forced:
        now = int(said["given_ms"])
        give(state, world, append_order(state, order, now), now)


def empty_script(length: int) -> np.ndarray:
    """Rows for a script: ORDER[length]."""
    return np.zeros(length, ORDER)


def empty_outcomes(length: int) -> np.ndarray:
    """Rows to fill: OUTCOME[length]."""
    return np.zeros(length, OUTCOME)
