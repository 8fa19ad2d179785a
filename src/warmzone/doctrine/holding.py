"""Ground held so that medics can work: the CCP, islands about casualties, the corridor's posts."""

import numpy as np

from warmzone.doctrine.rules import Rule
from warmzone.doctrine.say import say
from warmzone.doctrine.tally import HOLDING, POSTING, TEAMS
from warmzone.doctrine.threat import threat_about
from warmzone.kernel.compiled import compiled
from warmzone.kernel.view import View
from warmzone.vocabulary.codes import CorridorState, Discipline, Task, Zone
from warmzone.vocabulary.orders import Verb


@compiled
def hold_ccp(view: View, memory: np.ndarray, orders_out: np.ndarray, t: int) -> bool:
    """Have one team hold the CCP."""
    ccp = int(view.seat[0]["ccp"])
    if ccp < 0 or memory[HOLDING] > 0 or not threat_about(view):
        return False
    return say(orders_out, Verb.HOLD, (t, ccp, -1, 0))


@compiled
def hold_island(view: View, memory: np.ndarray, orders_out: np.ndarray, t: int) -> bool:
    """Have ground held that is called warm and where casualties lie, so that medics move freely."""
    if not threat_about(view):
        return False
    for k in range(int(view.seat[0]["places"])):
        a = int(view.places[k])
        counts = view.areas[a]["counts"]
        hurt = int(counts[0]) + int(counts[1]) > 0
        if hurt and view.zones[a]["zone"] >= Zone.WARM and not being_held(view, memory, a):
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
def no_post_free(view: View, memory: np.ndarray, since_ms: int) -> bool:
    """Whether a team given to the corridor has said since then that there is nothing to do."""
    for t in range(len(view.teams)):
        refused_ms = int(view.teams[t]["cannot_ms"])
        police = view.units[t]["discipline"] == Discipline.POLICE
        if police and refused_ms >= 0 and refused_ms > since_ms:
            if memory[TEAMS + t] % 64 == Verb.BUILD_CORRIDOR + 1:
                return True
    return False
