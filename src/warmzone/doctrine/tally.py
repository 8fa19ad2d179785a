"""Who is at what: counted once a decision, kept true while orders are written.

The counts stand in a commander's own memory (`memory`).
"""

import numpy as np

from warmzone.doctrine.memory import (
    ALL_ESCORTED,
    ALL_SEARCHED,
    CLEARING,
    CONTACT_OFFICERS,
    CONTAINING,
    DIRECT,
    KEEPING,
    LEADING,
    MEETING,
    NONE_NEEDY,
    NONE_TO_TEND,
    POSTING,
    SECURING,
    STANDING,
    TEAMS,
)
from warmzone.kernel.compiled import compiled
from warmzone.kernel.view import View
from warmzone.vocabulary.codes import Discipline, Task
from warmzone.vocabulary.orders import Verb

SEARCHER = 64


@compiled
def count_teams(view: View, memory: np.ndarray) -> None:
    """Count afresh what every police team was told and has not said that it is done with."""
    for k in range(CONTACT_OFFICERS, POSTING + 1):
        memory[k] = 0
    memory[CONTAINING] = 0
    for k in range(SECURING, DIRECT + 1):
        memory[k] = 0
    first = TEAMS + len(view.teams) + len(view.areas)
    for a in range(len(view.areas)):
        memory[first + a] = 0
    for t in range(len(view.teams)):
        belief = view.teams[t]
        told = int(memory[TEAMS + t])
        if view.units[t]["discipline"] == Discipline.MEDICAL:
            if told != 0 and belief["busy"] == 1 and belief["target_area"] >= 0:
                memory[first + int(belief["target_area"])] += 1  # a crew with its escort
            continue
        if belief["known"] == 0 or belief["able"] <= 0:
            continue
        if is_direct(view, t):
            memory[DIRECT] += 1
        if belief["by_plan"] == 1:
            told = by_plan(view, t)
        if told == 0:
            continue
        if belief["pending_order"] >= 0 or belief["task"] != Task.UNASSIGNED:
            count(view, memory, t, told)


@compiled
def forget_what_is_left(memory: np.ndarray) -> None:
    """What was found to be left for nobody holds for one decision only."""
    memory[ALL_SEARCHED] = 0
    memory[NONE_NEEDY] = 0
    memory[NONE_TO_TEND] = 0
    memory[ALL_ESCORTED] = 0


@compiled
def is_direct(view: View, t: int) -> bool:
    """Whether officers are fit, at work or without a task, and told by nobody but command."""
    belief = view.teams[t]
    if belief["known"] == 0 or belief["able"] <= 0 or belief["works_for"] >= 0:
        return False
    return belief["task"] not in (Task.STAGED, Task.COMMAND, Task.RTF_SECURITY)


@compiled
def by_plan(view: View, t: int) -> int:
    """What a team would have been told if what it turned to by the plan had been an order."""
    belief = view.teams[t]
    verb = Verb.TREAT
    if belief["task"] == Task.CARRY:
        verb = Verb.CARRY
    elif belief["task"] == Task.CLEAR:
        verb = Verb.CLEAR
    return (int(belief["target_area"]) + 1) * 64 + verb + 1


@compiled
def count(view: View, memory: np.ndarray, t: int, told: int) -> None:
    """Add one team that was `told` so."""
    verb = told % 64 - 1
    area = told // 64 - 1
    first = TEAMS + len(view.teams) + len(view.areas)
    belief = view.teams[t]
    if verb == Verb.CONTACT:
        if belief["pending_order"] >= 0 or belief["task"] == Task.CONTACT:
            memory[CONTACT_OFFICERS] += belief["able"]
    elif verb == Verb.BUILD_CORRIDOR:
        memory[POSTING] += 1
    elif verb == Verb.CONTAIN:
        memory[CONTAINING] += 1
    elif verb == Verb.RESERVE:
        memory[STANDING] += 1
    elif verb == Verb.SECURE_CCP:
        memory[SECURING] += 1
    elif verb == Verb.PERIMETER:
        memory[KEEPING] += 1
    elif verb == Verb.TRIAGE_OUTSIDE:
        memory[MEETING] += 1
    elif verb == Verb.MOVE_UNINJURED:
        memory[LEADING] += 1
    elif verb == Verb.CLEAR:
        memory[CLEARING] += 1
        memory[first + area] += SEARCHER
    elif verb in (Verb.TREAT, Verb.CARRY, Verb.POLICE_TRANSPORT):
        memory[first + area] += 1


@compiled
def remember(view: View, memory: np.ndarray, t: int, told: int) -> None:
    """Remember the order just given to team t, and count it for those who are employed next."""
    memory[TEAMS + t] = told
    verb = told % 64 - 1
    waited = view.teams[t]["task"] == Task.STAGED
    if verb == Verb.STAGE:
        memory[DIRECT] -= 0 if waited else 1
    elif waited:
        memory[DIRECT] += 1
    if verb == Verb.CONTACT:
        memory[CONTACT_OFFICERS] += view.teams[t]["able"]
    else:
        count(view, memory, t, told)


@compiled
def caring(view: View, memory: np.ndarray, area: int) -> int:
    """Teams told to treat or carry at an area that have not said that they are done."""
    return int(memory[TEAMS + len(view.teams) + len(view.areas) + area]) % SEARCHER


@compiled
def searching(view: View, memory: np.ndarray, area: int) -> bool:
    """Whether a team has been sent to search an area and has not said that it is done."""
    return bool(memory[TEAMS + len(view.teams) + len(view.areas) + area] >= SEARCHER)


@compiled
def at_uninjured(view: View, memory: np.ndarray, area: int) -> bool:
    """Whether a team was sent to the uninjured people of an area, and is at it or could not."""
    told = (area + 1) * 64 + Verb.MOVE_UNINJURED + 1
    for t in range(len(view.teams)):
        if memory[TEAMS + t] == told:
            belief = view.teams[t]
            under_way = belief["pending_order"] >= 0 or belief["task"] == Task.LEAD_OUT
            if under_way or belief["cannot_ms"] >= belief["task_since_ms"]:
                return True
    return False
