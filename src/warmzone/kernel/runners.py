"""Runners: one of a team goes on foot where the radio fails, and comes back."""

from warmzone.kernel.arrays import State
from warmzone.kernel.codes import Item
from warmzone.kernel.compiled import compiled
from warmzone.kernel.contact import contact_of
from warmzone.kernel.holding import hold
from warmzone.kernel.lanes import hand_on
from warmzone.kernel.movement import can_reach
from warmzone.kernel.people import uninjured_here
from warmzone.kernel.reports import count_seen, open_report
from warmzone.kernel.standing import cannot_beside
from warmzone.kernel.teams import expose_team, new_roster
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Phase
from warmzone.vocabulary.reports import CannotReason, ReportKind


@compiled
def send_runner(state: State, world: World, row: int, now: int) -> None:
    """The team of order `row` sends one of its people to the other team, or says why it cannot.

    The runner takes along what the team sees where it is. Whoever goes does nothing else meanwhile;
    nobody goes where nobody would stay behind.
    """
    order = state.orders[row]
    t = int(order["team"])
    here = int(state.teams[t]["area"])
    there = int(state.teams[order["other_team"]]["area"])
    if state.teams[t]["able"] < 2:
        cannot_beside(state, world, t, CannotReason.TOO_FEW, now)
    elif not can_reach(world, here, there):
        cannot_beside(state, world, t, CannotReason.NO_WAY, now)
    else:
        spare(state, world, t, 1, now)
        word = open_report(state, ReportKind.AREA_SEEN, t, now)
        count_seen(state, here, state.reports[word]["counts"])
        state.reports[word]["uninjured"] = uninjured_here(state, here)
        order["word"] = word
        due = now + on_foot_ms(world, here, there)
        hand_on(state, world, (Item.RUNNER, row, there), due)


@compiled
def on_foot_ms(world: World, from_area: int, to_area: int) -> int:
    """How long a runner takes; next to nothing where there is no way to speak of."""
    if from_area == to_area or not can_reach(world, from_area, to_area):
        return 1
    metres = float(world.distance_m[from_area, to_area])
    return 1 + int(metres / float(world.parameters[0]["runner_m_per_s"]) * 1000.0)


@compiled
def spare(state: State, world: World, t: int, leaving: int, now: int) -> None:
    """So many of a team are not at hand from now on (less than nought: are so again)."""
    team = state.teams[t]
    if team["untasked_since_ms"] >= 0:
        team["untasked_officer_ms"] += (now - team["untasked_since_ms"]) * team["able"]
        team["untasked_since_ms"] = now
    team["able"] -= leaving
    team["away"] += leaving
    contact_of(state, world, t, now)
    hold(state, world, t, now)


@compiled
def comes_back(state: State, world: World, row: int, found: int, now: int) -> None:
    """A runner is with the team again, or with the one that it has become part of."""
    t = int(state.orders[row]["team"])
    home = t
    while state.teams[home]["merged"] >= 0:
        home = int(state.teams[home]["merged"])
    if state.teams[home]["phase"] == Phase.OUT_OF_ACTION:
        return  # all others are hurt: whoever comes back stays with them
    if home != t:
        state.teams[t]["away"] -= 1
        state.teams[t]["people"] -= 1
        state.teams[home]["away"] += 1
        state.teams[home]["people"] += 1
        expose_team(state, world, home, now)
    spare(state, world, home, -1, now)
    if home != t:
        new_roster(state, home)
        expose_team(state, world, home, now)
    if found == 0:
        cannot_beside(state, world, home, CannotReason.NOT_FOUND, now)
