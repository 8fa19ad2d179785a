"""Officers as they come: staged, called for, linked up, made into teams that may go in."""

import numpy as np

from warmzone.doctrine.evacuation import known
from warmzone.doctrine.looks import near
from warmzone.doctrine.memory import CALLED, TEAMS
from warmzone.doctrine.rules import Rule
from warmzone.doctrine.say import say
from warmzone.kernel.compiled import compiled
from warmzone.kernel.view import View
from warmzone.vocabulary.codes import Discipline, Resource, Task, Triage
from warmzone.vocabulary.orders import Verb


@compiled
def mind_arrivals(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray
) -> None:
    """Have whoever comes wait at staging, and call for what can still be called for."""
    if int(parameters[Rule.STAGE_ARRIVALS]) == 1 and view.seat[0]["arrivals_staged"] == 0:
        say(orders_out, Verb.STAGE_ARRIVALS, (-1, -1, -1, 1))
    if memory[CALLED] == 0 or (is_overdue(view, parameters, memory) and is_short(view)):
        call_resources(view, memory, orders_out)


@compiled
def is_overdue(view: View, parameters: np.ndarray, memory: np.ndarray) -> bool:
    """Whether more was last asked for so long ago that it may be asked for again."""
    again_ms = int(parameters[Rule.CALL_AGAIN_S] * 1000.0)
    return bool(view.now_ms - memory[CALLED] >= again_ms)


@compiled
def is_short(view: View) -> bool:
    """Whether more reds are known than crews on scene: more than was asked for is wanted."""
    crews = 0
    for t in range(len(view.teams)):
        if view.units[t]["discipline"] == Discipline.MEDICAL and view.teams[t]["known"] == 1:
            crews += 1
    return known(view, Triage.RED) > crews


@compiled
def call_resources(view: View, memory: np.ndarray, orders_out: np.ndarray) -> None:
    """Call for officers, crews and ambulances that can still be called for."""
    memory[CALLED] = max(1, view.now_ms)
    for discipline in (Discipline.POLICE, Discipline.MEDICAL):
        for t in range(len(view.units)):
            if view.units[t]["on_call"] == 1 and view.teams[t]["known"] == 0:
                if view.units[t]["discipline"] == discipline:
                    kind = Resource.OFFICERS if discipline == Discipline.POLICE else Resource.RTF
                    say(orders_out, Verb.CALL_RESOURCES, (-1, -1, -1, kind))
                    break
    say(orders_out, Verb.CALL_RESOURCES, (-1, -1, -1, Resource.AMBULANCES))


@compiled
def is_joining(view: View, memory: np.ndarray, t: int) -> bool:
    """Whether a team was told to become part of another and has not said that it cannot."""
    told = int(memory[TEAMS + t])
    return bool(told % 64 == Verb.FORM_TEAM + 1 and view.teams[t]["cannot_ms"] < 0)


@compiled
def link_up(view: View, orders_out: np.ndarray, t: int) -> bool:
    """Have officers in plain clothes make themselves known to the nearest team."""
    if view.teams[t]["plain"] == 0:
        return False
    best = -1
    best_m = 1.0e8
    for other in range(len(view.teams)):
        if other != t and view.teams[other]["plain"] == 0 and is_here(view, other):
            metres = view.distance_m[near(view, t), near(view, other)]
            if metres < best_m:
                best = other
                best_m = metres
    return bool(best >= 0 and say(orders_out, Verb.LINK_UP, (t, -1, best, 0)))


@compiled
def is_here(view: View, t: int) -> bool:
    """Whether team t consists of officers who are known and fit."""
    police = view.units[t]["discipline"] == Discipline.POLICE
    return bool(police and view.teams[t]["known"] == 1 and view.teams[t]["able"] > 0)


@compiled
def is_idle(task: int) -> bool:
    """Whether officers with that task wait to be told: for anything, at staging or at the door."""
    return bool(task == Task.UNASSIGNED or task == Task.STAGED or task == Task.AT_DOOR)


@compiled
def may_not_go_alone(view: View, t: int) -> bool:
    """Whether one officer alone stands outside and the agency's rules keep them there."""
    if view.profile[0]["solo_entry"] == 1 or view.teams[t]["able"] != 1:
        return False
    return bool(view.ground[near(view, t)]["outdoor"] == 1)


@compiled
def pair_up(view: View, memory: np.ndarray, orders_out: np.ndarray, t: int) -> bool:
    """Have a lone officer take in the nearest officers without a task, or wait for those told."""
    best = -1
    best_m = 1.0e8
    for other in range(len(view.teams)):
        if other == t or not is_here(view, other):
            continue
        if is_joining(view, memory, other):
            if int(memory[TEAMS + other]) // 64 == t + 1:
                return True
            continue
        belief = view.teams[other]
        if is_idle(int(belief["task"])) and belief["pending_order"] < 0:
            metres = view.distance_m[near(view, t), near(view, other)]
            if metres < best_m:
                best = other
                best_m = metres
    if best < 0 or not say(orders_out, Verb.FORM_TEAM, (t, -1, best, 0)):
        return False
    memory[TEAMS + best] = (t + 1) * 64 + Verb.FORM_TEAM + 1
    return True
