"""Giving parts out: Transport and Triage to crews; areas and staging where the rules say so."""

import numpy as np

from warmzone.doctrine.memory import ASKED_MS
from warmzone.doctrine.rules import Rule
from warmzone.doctrine.say import say
from warmzone.doctrine.tally import remember
from warmzone.kernel.compiled import compiled
from warmzone.kernel.view import View
from warmzone.vocabulary.codes import Discipline, Role, Task
from warmzone.vocabulary.orders import Verb

NEAR_M = 20.0  # teams that far away can be led from a place
AGAIN_MS = 120_000  # another is asked after this
FEWEST = 3  # teams from which on somebody is given an area to control


@compiled
def mind_parts(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray
) -> None:
    """Appoint Transport and Triage once crews are here, and inside-out who controls an area."""
    if parameters[Rule.SPAN] <= 0.0:
        return
    enough = crews_here(view) >= int(parameters[Rule.CREWS_TO_APPOINT])
    if view.seat[0]["aep"] >= 0 and enough:
        appoint_crew(view, memory, orders_out, Role.TRANSPORT)
        appoint_crew(view, memory, orders_out, Role.TRIAGE)
    if view.profile[0]["area_control"] == 1:
        appoint_staging(view, memory, orders_out)
        appoint_control(view, parameters, memory, orders_out)


@compiled
def crews_here(view: View) -> int:
    """How many crews are known to be on scene."""
    crews = 0
    for t in range(len(view.teams)):
        if view.units[t]["discipline"] == Discipline.MEDICAL and view.teams[t]["known"] == 1:
            crews += 1
    return crews


@compiled
def is_held(view: View, role: int) -> bool:
    """Whether somebody is known to hold a part."""
    for t in range(len(view.teams)):
        if view.teams[t]["role"] == role and view.teams[t]["able"] > 0:
            return True
    return False


@compiled
def can_be_appointed(view: View, t: int, discipline: int) -> bool:
    """Whether a team of that service is known, fit, without a part, and owed no answer.

    A crew of three spares one of its medics, and the others can still carry.
    """
    belief = view.teams[t]
    least = 3 if discipline == Discipline.MEDICAL else 1
    fit = belief["known"] == 1 and belief["able"] >= least and belief["role"] == Role.NONE
    free = belief["pending_order"] < 0 and belief["asked_ms"] < 0
    return bool(fit and free and view.units[t]["discipline"] == discipline)


@compiled
def appoint_crew(view: View, memory: np.ndarray, orders_out: np.ndarray, role: int) -> None:
    """The leader of a crew is Transport; of another, once Transport is held, Triage.

    While one has not answered no other is asked: it would give two crews a medic less.
    """
    asked_ms = int(memory[ASKED_MS + role])
    if asked_ms > 0 and view.now_ms - asked_ms < AGAIN_MS:
        return
    if is_held(view, role) or (role == Role.TRIAGE and not is_held(view, Role.TRANSPORT)):
        return
    for t in range(len(view.teams)):
        if can_be_appointed(view, t, Discipline.MEDICAL):
            if say(orders_out, Verb.APPOINT, (t, int(view.seat[0]["aep"]), -1, role)):
                memory[ASKED_MS + role] = view.now_ms
            return


@compiled
def appoint_staging(view: View, memory: np.ndarray, orders_out: np.ndarray) -> None:
    """One of the teams that wait at staging leads it."""
    if view.seat[0]["arrivals_staged"] == 0 or is_held(view, Role.STAGING):
        return
    for t in range(len(view.teams)):
        if can_be_appointed(view, t, Discipline.POLICE) and view.teams[t]["task"] == Task.STAGED:
            appoint(view, memory, orders_out, t, Role.STAGING)
            return


@compiled
def appoint_control(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray
) -> None:
    """Beyond the span, the team with most others about it indoors controls that area."""
    direct = 0
    for t in range(len(view.teams)):
        direct += 1 if is_direct(view, t) else 0
    if direct <= int(parameters[Rule.SPAN]):
        return
    best = -1
    most = FEWEST - 1
    for t in range(len(view.teams)):
        task = view.teams[t]["task"]
        free = task == Task.UNASSIGNED or task == Task.RESERVE or task == Task.CLEAR
        if not free or not is_direct(view, t) or not can_be_appointed(view, t, Discipline.POLICE):
            continue
        if view.ground[view.teams[t]["area"]]["outdoor"] == 1:
            continue
        others = 0
        for other in range(len(view.teams)):
            if other != t and is_direct(view, other):
                metres = view.distance_m[view.teams[other]["area"], view.teams[t]["area"]]
                others += 1 if metres <= NEAR_M else 0
        if others > most:
            best = t
            most = others
    if best >= 0:
        appoint(view, memory, orders_out, best, Role.AREA_CONTROL)


@compiled
def is_direct(view: View, t: int) -> bool:
    """Whether officers take their word from Tactical, and nobody near them controls an area."""
    belief = view.teams[t]
    police = view.units[t]["discipline"] == Discipline.POLICE and belief["known"] == 1
    if not police or belief["able"] <= 0 or belief["works_for"] >= 0 or belief["area"] < 0:
        return False
    if belief["task"] == Task.STAGED or belief["task"] == Task.RTF_SECURITY:
        return False
    if belief["role"] == Role.AREA_CONTROL:
        return False
    for c in range(len(view.teams)):
        control = view.teams[c]
        if control["role"] == Role.AREA_CONTROL and control["able"] > 0:
            if view.distance_m[belief["area"], place_of(control)] <= NEAR_M:
                return False
    return True


@compiled
def place_of(control: np.ndarray) -> int:
    """From where somebody controls an area."""
    return int(control["post_area"] if control["post_area"] >= 0 else control["target_area"])


@compiled
def appoint(view: View, memory: np.ndarray, orders_out: np.ndarray, t: int, role: int) -> None:
    """Appoint officers where they are, and remember whom that leaves no other work.

    Of officers who are more than one only the leader controls an area; the others go on.
    """
    area = int(view.teams[t]["area"])
    said = say(orders_out, Verb.APPOINT, (t, area, -1, role))
    if said and (role != Role.AREA_CONTROL or view.teams[t]["able"] < 2):
        remember(view, memory, t, (area + 1) * 64 + Verb.APPOINT + 1)
