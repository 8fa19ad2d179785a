"""A rescue task force hears its orders: go in, wait, come back; and officers to go with it."""

import numpy as np

from warmzone.kernel.arrays import State
from warmzone.kernel.attention import wake
from warmzone.kernel.codes import Item
from warmzone.kernel.compiled import compiled
from warmzone.kernel.lanes import hand_on
from warmzone.kernel.radio import acknowledge, send_report
from warmzone.kernel.reports import open_report
from warmzone.kernel.standing import cannot
from warmzone.kernel.tasks import step
from warmzone.kernel.teams import set_task
from warmzone.kernel.world_arrays import World
from warmzone.kernel.zones import medics_accept, why_not
from warmzone.vocabulary.codes import Phase, Seat, Task
from warmzone.vocabulary.orders import Verb
from warmzone.vocabulary.reports import CannotReason, ReportKind


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
    team["went_on"] = 0
    team["waits_for"] = -1
    if order["verb"] == Verb.HOLD_RTF:
        acknowledge(state, world, row, -1, now)
        wait_for_a_time(state, world, row, now)
        team["cleared_area"] = -1
        stand_by(team)
        return
    if not will_go(state, world, int(order["area"]), now):
        acknowledge(state, world, row, -1, now)
        cannot(state, world, t, why_not(state, world, int(order["area"]), now), now)
        stand_by(team)
        return
    team["cleared_area"] = order["area"]
    chosen = order["verb"] == Verb.CLEAR_RTF_IN and order["value"] > 0
    team["movement"] = order["value"] if chosen else world.profile[0]["movement"]
    acknowledge(state, world, row, Task.RESCUE_TASK_FORCE, now)
    stand_by(team)
    if team["leg_end_ms"] < 0:
        step(state, world, t, now)


@compiled
def will_go(state: State, world: World, area: int, now: int) -> bool:
    """Whether a crew sets out for an area that it is let in to.

    Short of a CCP that nobody holds yet it waits there, unless officers are with it.
    """
    if medics_accept(state, world, area, now):
        return True
    return bool(why_not(state, world, area, now) == CannotReason.NOT_SECURED)


@compiled
def wait_for_a_time(state: State, world: World, row: int, now: int) -> None:
    """A crew that was told for how long to wait keeps in mind where it might go before."""
    order = state.orders[row]
    team = state.teams[order["team"]]
    team["held_area"] = -1
    if order["value"] <= 0:
        return
    team["held_by"] = row
    if team["cleared_area"] != team["home_area"]:
        team["held_area"] = team["cleared_area"]
    hand_on(state, world, (Item.HOLD_OVER, row, 0), now + int(order["value"]) * 1000)


@compiled
def hold_is_over(state: State, world: World, row: int, now: int) -> None:
    """A crew has waited as long as it was told: it goes where it might go before, or asks again."""
    t = int(state.orders[row]["team"])
    team = state.teams[t]
    if team["held_by"] != row or team["able"] <= 0:
        return
    team["held_by"] = -1
    goal = int(team["held_area"])
    if goal < 0 or not medics_accept(state, world, goal, now):
        asks_again(state, world, t, now)
        return
    team["cleared_area"] = goal
    if team["leg_end_ms"] < 0:
        step(state, world, t, now)


@compiled
def asks_again(state: State, world: World, t: int, now: int) -> None:
    """A crew says that it waits for a word; where entry is free its own seat gives it."""
    if state.seats[Seat.MEDICAL]["free_entry"] == 1:
        wake(state, world, Seat.MEDICAL, now)
        return
    state.teams[t]["asked_ms"] = now
    send_report(state, world, open_report(state, ReportKind.ENTRY_REQUEST, t, now), now)


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
