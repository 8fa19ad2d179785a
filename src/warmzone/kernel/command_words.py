"""Words of command to everybody: the size-up, the plan, the roll; what its seat keeps of them."""

import numpy as np

from warmzone.kernel.arrays import State
from warmzone.kernel.arrivals import ask_for, set_out
from warmzone.kernel.beliefs import hear
from warmzone.kernel.codes import Item, Lane
from warmzone.kernel.compiled import compiled
from warmzone.kernel.lanes import hand_on
from warmzone.kernel.radio import channel_of, forgotten, send_report
from warmzone.kernel.reports import open_report
from warmzone.kernel.together import come_together
from warmzone.kernel.transfer import tell_who_commands, unite
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Discipline, Phase, Resource, Seat, Source
from warmzone.vocabulary.orders import Verb
from warmzone.vocabulary.reports import ReportKind


@compiled
def note_said(seat: np.ndarray, verb: int, now: int) -> None:
    """A seat remembers when it said such a word."""
    if verb == Verb.SIZE_UP:
        seat["sized_up_ms"] = now
    elif verb == Verb.SAY_PLAN:
        seat["plan_ms"] = now
    elif verb == Verb.ROLL_CALL:
        seat["roll_ms"] = now
    elif verb == Verb.CO_LOCATE:
        seat["asked_together_ms"] = now
    elif verb == Verb.UNIFY_COMMAND:
        seat["asked_unified_ms"] = now


@compiled
def hear_of_command(state: State, world: World, row: int, now: int) -> None:
    """Everybody on the police channel, and dispatch, has heard such a word."""
    verb = state.orders[row]["verb"]
    if verb == Verb.SIZE_UP:
        hear_size_up(state, world, row, now)
    elif verb == Verb.SAY_PLAN:
        hear_plan(state, world, True, now)
        pass_plan_on(state, world, row, now)
    elif verb == Verb.ROLL_CALL:
        answer_roll(state, world, now)
    elif verb == Verb.CO_LOCATE:
        come_together(state, world, now)
    elif verb == Verb.UNIFY_COMMAND:
        unite(state, world, now)
    elif verb == Verb.TAKE_COMMAND:
        tell_who_commands(state, world, now)


@compiled
def hear_size_up(state: State, world: World, row: int, now: int) -> None:
    """Dispatch repeats a size-up to the medics and, by the agency's rule, sends who is on call."""
    tactical = state.seats[Seat.TACTICAL]
    if state.command[0]["sized_up_ms"] < 0:
        state.command[0]["sized_up_ms"] = now
    hurt = 0
    for a in range(len(state.ground)):
        belief = state.area_beliefs[Seat.TACTICAL, a]
        seen = int(belief["counts"][0]) + int(belief["counts"][1]) + int(belief["counts"][2])
        hurt += max(seen, int(belief["claimed"]))
    report = open_report(state, ReportKind.SIZED_UP, -1, now)
    state.reports[report]["source"] = Source.DISPATCH
    state.reports[report]["area"] = state.orders[row]["area"]
    state.reports[report]["status"] = tactical["threat"]
    state.reports[report]["flag"] = hurt
    hear(state, world, Seat.MEDICAL, report, now)
    if world.profile[0]["size_up_sends"] == 1:
        ask_for(state, world, Resource.OFFICERS)
        ask_for(state, world, Resource.RTF)
        ask_for(state, world, Resource.AMBULANCES)
        set_out(state, world, now)


@compiled
def hear_plan(state: State, world: World, direct: bool, now: int) -> None:
    """Officers on the police channel (`direct`), or on others, know it; it goes out of date."""
    until = now + int(world.parameters[0]["plan_lasts_s"] * 1000.0)
    for t in range(len(state.teams)):
        if is_fit(state, t) and state.teams[t]["discipline"] == Discipline.POLICE:
            if (channel_of(state, world, t) == Lane.POLICE) == direct:
                state.teams[t]["plan_until_ms"] = until


@compiled
def pass_plan_on(state: State, world: World, row: int, now: int) -> None:
    """Dispatch says the plan on other channels that officers are on, later, or forgets it."""
    for t in range(len(state.teams)):
        if is_fit(state, t) and channel_of(state, world, t) == Lane.AID:
            if not forgotten(state, world, (-1, Seat.TACTICAL), Seat.TACTICAL):
                due = now + int(world.parameters[0]["patch_delay_s"] * 1000.0)
                hand_on(state, world, (Item.PLAN_PASSED, row, Lane.AID), due)
            return


@compiled
def is_fit(state: State, t: int) -> bool:
    """Whether somebody of a team is on scene and can speak."""
    team = state.teams[t]
    return bool(team["phase"] != Phase.NOT_ARRIVED and team["able"] > 0)


@compiled
def answer_roll(state: State, world: World, now: int) -> None:
    """Every team on scene says in turn where it is and what it does."""
    for t in range(len(state.teams)):
        if is_fit(state, t) and state.teams[t]["arrived_ms"] < now:
            row = open_report(state, ReportKind.ROLL_CALL, t, now)
            state.reports[row]["status"] = state.teams[t]["task"]
            send_report(state, world, row, now)
