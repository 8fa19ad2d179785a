"""What must hold of the ground: corridor, holding, doors, zones, and the hazard itself."""

from typing import Any

import numpy as np

from tests.invariants.promise import Broken, Promise
from warmzone.kernel.arrays import State
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import (
    CorridorState,
    HazardState,
    OpeningState,
    Phase,
    Task,
    Zone,
)
from warmzone.vocabulary.orders import Verb

GONE = (HazardState.OVER, HazardState.ELSEWHERE)


def an_open_corridor_has_every_post_held(was: State, run: Run) -> None:
    """An open corridor has every post held by able officers, and nothing of it in reach."""
    state = run.state
    corridor = state.corridor[0]
    if corridor["state"] != CorridorState.OPEN:
        return
    for t in corridor["post_team"][: corridor["posts_needed"]].tolist():
        Broken.unless(t >= 0, "a post that nobody holds")
        Broken.unless(state.teams[t]["task"] == Task.CORRIDOR_POST, "a post left", t)
        Broken.unless(state.teams[t]["phase"] == Phase.HOLDING, "a post not taken", t)
        Broken.unless(state.teams[t]["able"] > 0, "a post without anybody able", t)
    chain = corridor["chain"][: corridor["length"]]
    Broken.unless(float(state.ground["exposure"][chain].max()) == 0.0, "open and in reach")


def ground_is_held_by_those_who_stand_on_it(was: State, run: Run) -> None:
    """Ground counts as held by just the able officers who were told to hold it and stand there."""
    teams = run.state.teams
    told = np.isin(teams["task"], (Task.HOLD, Task.CORRIDOR_POST, Task.CCP_SECURITY))
    standing = told & (teams["phase"] == Phase.HOLDING) & (teams["able"] > 0)
    held = np.zeros(len(run.state.ground), np.int64)
    np.add.at(held, teams["area"][standing], teams["able"][standing])
    wrong = np.nonzero(held != run.state.ground["held_officers"])[0].tolist()
    Broken.unless(not wrong, "held by others than who stand there", wrong)


def only_a_live_hazard_reaches_anybody(was: State, run: Run) -> None:
    """Ground is in reach only while a hazard is active or contained, between not at all and all."""
    live = np.isin(run.state.hazard["state"], (HazardState.ACTIVE, HazardState.CONTAINED))
    exposure = run.state.ground["exposure"]
    Broken.unless(bool(((exposure >= 0.0) & (exposure <= 1.0)).all()), "no exposure at all")
    Broken.unless(bool(live.any()) or float(exposure.max()) == 0.0, "reached by nothing")
    for h in np.nonzero(live)[0].tolist():
        area = int(run.state.hazard[h]["area"])
        Broken.unless(exposure[area] > 0.0, "a live hazard that does not reach its own area", h)


def what_is_over_stays_over(was: State, run: Run) -> None:
    """A hazard that has ended or left never starts again, and its moment stands."""
    for h, before in enumerate(was.hazard):
        after = run.state.hazard[h]
        if int(before["state"]) in GONE:
            Broken.unless(after["state"] == before["state"], "back again", h)
            Broken.unless(after["over_ms"] == before["over_ms"], "ended twice", h)


def a_door_unlocked_stays_unlocked(was: State, run: Run) -> None:
    """Nobody locks or blocks a door, at most an open one is closed; what was blocked stays so."""
    before, after = was.openings, run.state.openings
    harder = after > np.maximum(before, OpeningState.CLOSED)
    Broken.unless(not bool(harder.any()), "a door shut harder than it was")
    blocked = before == OpeningState.BLOCKED
    Broken.unless(bool((after == before)[blocked].all()), "what was blocked is open")


def zones_are_what_somebody_called_them(was: State, run: Run) -> None:
    """Ground is hot, warm or cold because a seat said so; medics go by what they have heard."""
    state = run.state
    orders = state.orders[: int(state.clock[0]["orders"])]
    said = orders[orders["verb"] == Verb.DECLARE_ZONE]
    calls = set(zip(said["area"].tolist(), said["value"].tolist(), strict=True))
    heard = said[said["heard_ms"] >= 0]
    known = set(zip(heard["area"].tolist(), heard["value"].tolist(), strict=True))
    for area, zone in enumerate(state.zones):
        called, medics = int(zone["zone"]), int(zone["medics_zone"])
        if called != Zone.UNDECLARED:
            Broken.unless((area, called) in calls, "a zone that nobody called so", area)
        if medics != Zone.UNDECLARED:
            Broken.unless((area, medics) in known, "a zone that nobody heard called so", area)
            Broken.unless(0 <= zone["heard_ms"] <= run.now_ms, "heard at no time", area)
    hot = int((state.zones["medics_zone"] == Zone.HOT).sum())
    Broken.unless(int(state.clock[0]["hot_areas"]) == hot, "hot areas are miscounted")


def _leave_a_post(run: Run) -> bool:
    corridor = run.state.corridor[0]
    if corridor["state"] == CorridorState.OPEN:
        run.state.teams[corridor["post_team"][0]]["phase"] = Phase.IDLE
        return True
    return False


def _hold_more(run: Run) -> bool:
    run.state.ground[0]["held_officers"] += 1
    return True


def _reach_after_the_end(run: Run) -> bool:
    if np.isin(run.state.hazard["state"], (HazardState.ACTIVE, HazardState.CONTAINED)).any():
        return False
    run.state.ground[0]["exposure"] = 0.5
    return True


def _start_again(run: Run) -> bool:
    if int(run.state.hazard[0]["state"]) not in GONE:
        return False
    run.state.hazard[0]["state"] = HazardState.ACTIVE
    return True


def _lock(run: Run) -> bool:
    if int(run.state.openings[0]) >= OpeningState.LOCKED:
        return False
    run.state.openings[0] = OpeningState.LOCKED
    return True


def _call_unheard(run: Run) -> bool:
    heard: Any = run.state.zones["medics_zone"]
    heard[0] = Zone.UNDECLARED if heard[0] == Zone.HOT else Zone.HOT
    return True


PROMISES = (
    Promise(an_open_corridor_has_every_post_held, _leave_a_post),
    Promise(ground_is_held_by_those_who_stand_on_it, _hold_more),
    Promise(only_a_live_hazard_reaches_anybody, _reach_after_the_end),
    Promise(what_is_over_stays_over, _start_again),
    Promise(a_door_unlocked_stays_unlocked, _lock),
    Promise(zones_are_what_somebody_called_them, _call_unheard),
)
