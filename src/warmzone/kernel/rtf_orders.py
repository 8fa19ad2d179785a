"""A rescue task force hears its orders: go in, wait, come back; and officers to go with it."""

import numpy as np

from warmzone.kernel.arrays import State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.radio import acknowledge
from warmzone.kernel.standing import cannot
from warmzone.kernel.tasks import step
from warmzone.kernel.teams import set_task
from warmzone.kernel.world_arrays import World
from warmzone.kernel.zones import is_known_hot, medics_accept
from warmzone.vocabulary.codes import Phase, Task
from warmzone.vocabulary.orders import Verb
from warmzone.vocabulary.reports import CannotReason


@compiled
def stand_by(team: np.ndarray) -> None:
    """Hold here; a team in the middle of a leg finishes that leg first."""
    if team["leg_end_ms"] < 0:
        team["phase"] = Phase.HOLDING


@compiled
def retreat(state: State, world: World, t: int, now: int) -> None:
    """An RTF goes back to where it came from, with its security."""
    team = state.teams[t]
    team["target_area"] = team["home_area"]
    team["cleared_area"] = team["home_area"]
    if team["leg_end_ms"] < 0 and team["area"] != team["home_area"]:
        step(state, world, t, now)
    elif team["leg_end_ms"] < 0:
        team["cleared_area"] = -1
        team["phase"] = Phase.HOLDING


@compiled
def obey_rtf(state: State, world: World, row: int, now: int) -> None:
    """An RTF hears go (where) or wait; it refuses ground that nobody has called warm."""
    order = state.orders[row]
    t = int(order["team"])
    team = state.teams[t]
    team["asked_ms"] = -1
    team["busy_said"] = 0
    team["waits_for"] = -1
    if order["verb"] == Verb.HOLD_RTF:
        acknowledge(state, world, row, -1, now)
        team["cleared_area"] = -1
        stand_by(team)
        return
    if not medics_accept(state, world, int(order["area"]), now):
        acknowledge(state, world, row, -1, now)
        hot = is_known_hot(state, int(order["area"]))
        reason = CannotReason.GROUND_HOT if hot else CannotReason.ZONE_NOT_DECLARED
        cannot(state, world, t, reason, now)
        stand_by(team)
        return
    team["cleared_area"] = order["area"]
    chosen = order["verb"] == Verb.CLEAR_RTF_IN and order["value"] > 0
    team["movement"] = order["value"] if chosen else world.profile[0]["movement"]
    acknowledge(state, world, row, Task.RESCUE_TASK_FORCE, now)
    stand_by(team)
    if team["leg_end_ms"] < 0:
        step(state, world, t, now)
        held_up = team["phase"] == Phase.HOLDING and team["area"] != team["cleared_area"]
        if held_up and team["waits_for"] < 0:
            cannot(state, world, t, CannotReason.NO_SECURITY, now)


@compiled
def obey_security(state: State, world: World, row: int, now: int) -> None:
    """Officers are told to secure an RTF."""
    order = state.orders[row]
    t = int(order["team"])
    team = state.teams[t]
    set_task(state, t, Task.RTF_SECURITY, now)
    team["partner"] = order["other_team"]
    team["target_area"] = state.teams[order["other_team"]]["area"]
    acknowledge(state, world, row, Task.RTF_SECURITY, now)
    if team["leg_end_ms"] < 0:
        step(state, world, t, now)
