"""Officers who guard: beside an RTF, at the CCP, where medics work, at corridor and perimeter."""

import numpy as np

from warmzone.doctrine.looks import entry_is_free, officers_known, threat_about
from warmzone.doctrine.memory import (
    ALL_ESCORTED,
    GIVEN_UP,
    KEEPING,
    OPENED,
    POSTING,
    SECURING,
    TEAMS,
)
from warmzone.doctrine.rules import Rule
from warmzone.doctrine.say import is_said, say
from warmzone.kernel.compiled import compiled
from warmzone.kernel.view import View
from warmzone.vocabulary.codes import CorridorState, Discipline, Task, Zone
from warmzone.vocabulary.orders import Verb


@compiled
def secure_rtf(view: View, memory: np.ndarray, orders_out: np.ndarray, t: int) -> bool:
    """Give a security element to an RTF on scene that has none."""
    if memory[ALL_ESCORTED] == 1:
        return False
    if entry_is_free(view) or view.profile[0]["forbidden"][Verb.SECURE_RTF] == 1:
        return False
    left = False
    for rtf in range(len(view.teams)):
        belief = view.teams[rtf]
        medical = view.units[rtf]["discipline"] == Discipline.MEDICAL
        if medical and belief["known"] == 1 and not has_escort(view, memory, orders_out, rtf):
            left = True
            if say(orders_out, Verb.SECURE_RTF, (t, -1, rtf, 0)):
                memory[TEAMS + rtf] = t + 1
                return True
    if not left:
        memory[ALL_ESCORTED] = 1  # until the end of this decision
    return False


@compiled
def has_escort(view: View, memory: np.ndarray, orders_out: np.ndarray, rtf: int) -> bool:
    """Whether officers are being told to secure an RTF, or were and as far as known still do."""
    if is_said(orders_out, Verb.SECURE_RTF, -1, rtf):
        return True
    escort = int(memory[TEAMS + rtf]) - 1
    if escort < 0:
        return False
    belief = view.teams[escort]
    on_it = belief["pending_order"] >= 0 or belief["task"] == Task.RTF_SECURITY
    return bool(on_it and belief["able"] > 0)


@compiled
def secure_ccp(view: View, memory: np.ndarray, orders_out: np.ndarray, t: int) -> bool:
    """Give one team to the CCP: medics do not trust one that nobody holds."""
    if view.seat[0]["ccp"] < 0 or memory[SECURING] > 0 or not threat_about(view):
        return False
    if view.profile[0]["forbidden"][Verb.SECURE_CCP] == 1:
        return False
    return say(orders_out, Verb.SECURE_CCP, (t, -1, -1, 0))


@compiled
def open_ccp(view: View, memory: np.ndarray, orders_out: np.ndarray, t: int) -> bool:
    """Have the locked doors of the CCP opened, once, so that it can be emptied by every way."""
    ccp = int(view.seat[0]["ccp"])
    if ccp < 0 or memory[OPENED] == ccp + 1 or view.ground[ccp]["locked"] == 0:
        return False
    if view.profile[0]["forbidden"][Verb.BREACH] == 1:
        return False
    memory[OPENED] = ccp + 1
    return say(orders_out, Verb.BREACH, (t, ccp, -1, 0))


@compiled
def hold_island(view: View, memory: np.ndarray, orders_out: np.ndarray, t: int) -> bool:
    """Have ground held that is called warm and where casualties lie, so that medics move freely."""
    if not threat_about(view):
        return False
    for k in range(int(view.seat[0]["places"])):
        a = int(view.places[k])
        counts = view.areas[a]["counts"]
        hurt = int(counts[0]) + int(counts[1]) > 0
        held = being_held(view, memory, a) or is_said(orders_out, Verb.HOLD, a, -1)
        if hurt and view.zones[a]["zone"] >= Zone.WARM and not held:
            return say(orders_out, Verb.HOLD, (t, a, -1, 0))
    return False


@compiled
def being_held(view: View, memory: np.ndarray, area: int) -> bool:
    """Whether a team was told to hold this area and has not said that it is done."""
    for t in range(len(view.teams)):
        belief = view.teams[t]
        under_way = belief["pending_order"] >= 0 or belief["task"] == Task.HOLD
        if under_way and memory[TEAMS + t] == (area + 1) * 64 + Verb.HOLD + 1:
            return True
    return False


@compiled
def keep_perimeter(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray, t: int
) -> bool:
    """Give one team to the perimeter at the AEP, once there are officers enough to spare it."""
    aep = int(view.seat[0]["aep"])
    enough = int(parameters[Rule.PERIMETER_OFFICERS])
    if enough == 0 or memory[KEEPING] > 0 or aep < 0 or view.ground[aep]["outdoor"] == 0:
        return False
    if view.profile[0]["forbidden"][Verb.PERIMETER] == 1:
        return False
    return officers_known(view) >= enough and say(orders_out, Verb.PERIMETER, (t, aep, -1, 0))


@compiled
def corridor(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray, t: int
) -> bool:
    """Give teams to the corridor from the CCP to the AEP while it is not open."""
    seat = view.seat[0]
    if seat["ccp"] < 0 or seat["aep"] < 0 or seat["corridor"] == CorridorState.OPEN:
        return False
    if not threat_about(view) or view.profile[0]["forbidden"][Verb.BUILD_CORRIDOR] == 1:
        return False
    if memory[POSTING] >= int(parameters[Rule.CORRIDOR_TEAMS]):
        return False
    if no_post_free(view, memory, view.now_ms - int(parameters[Rule.POSTS_AGAIN_S] * 1000.0)):
        return False
    return say(orders_out, Verb.BUILD_CORRIDOR, (t, -1, -1, 0))


@compiled
def end_corridor(view: View, memory: np.ndarray, orders_out: np.ndarray) -> None:
    """Give the corridor up, once, when it is said that nothing is about: its posts can carry."""
    if not entry_is_free(view):
        memory[GIVEN_UP] = 0
    elif memory[GIVEN_UP] == 0 and view.seat[0]["corridor"] != CorridorState.NONE:
        if say(orders_out, Verb.BREAK_CORRIDOR, (-1, -1, -1, 0)):
            memory[GIVEN_UP] = 1


@compiled
def is_relieved(view: View, t: int) -> bool:
    """Whether who guards a CCP or a corridor need no longer: medics may go anywhere alone."""
    stands = view.teams[t]["task"] == Task.CORRIDOR_POST
    if stands and view.seat[0]["corridor"] != CorridorState.NONE:
        return False
    return entry_is_free(view)


@compiled
def no_post_free(view: View, memory: np.ndarray, since_ms: int) -> bool:
    """Whether a team given to the corridor has said since then that there is nothing to do."""
    for t in range(len(view.teams)):
        refused_ms = int(view.teams[t]["cannot_ms"])
        police = view.units[t]["discipline"] == Discipline.POLICE
        if police and refused_ms >= 0 and refused_ms > since_ms:
            if memory[TEAMS + t] % 64 == Verb.BUILD_CORRIDOR + 1:
                return True
    return False
