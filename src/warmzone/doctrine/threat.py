"""Stopping the killing: who goes to the threat, who guards the ways out, who is let go again."""

import numpy as np

from warmzone.doctrine.looks import threat_about
from warmzone.doctrine.memory import CONTACT_OFFICERS, CONTAINING, LOOKED_MS, NO_WAY_MS, TEAMS
from warmzone.doctrine.rules import Rule
from warmzone.doctrine.say import say
from warmzone.doctrine.way_in import NOTHING, enter, wait_at_door, waits_for_others
from warmzone.kernel.compiled import compiled
from warmzone.kernel.view import View
from warmzone.vocabulary.codes import ThreatStatus
from warmzone.vocabulary.orders import Verb


@compiled
def to_threat(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray, t: int
) -> int:
    """Stop the killing: enough officers on an ongoing threat, a few on one that is unknown.

    The verb; CONTACT also where it is to go in; STAYS at the door, or NOTHING.
    """
    seat = view.seat[0]
    status = seat["threat"]
    place = int(seat["threat_area"])
    wanted = int(parameters[Rule.CONTACT_OFFICERS])
    if not threat_about(view) or place < 0:
        return NOTHING
    if status == ThreatStatus.UNKNOWN and seat["threat_ms"] <= memory[LOOKED_MS]:
        return NOTHING
    if status != ThreatStatus.ONGOING:
        wanted = int(parameters[Rule.QUIET_OFFICERS])
    if memory[CONTACT_OFFICERS] >= wanted:
        return NOTHING
    if waits_for_others(view, parameters, memory, t):
        return wait_at_door(view, orders_out, t)
    return Verb.CONTACT if enter(view, orders_out, t, place) else NOTHING


@compiled
def let_go(view: View, parameters: np.ndarray, memory: np.ndarray, t: int) -> bool:
    """Whether team t, sent to the threat, can turn to something else: there is none, or no more."""
    if not threat_about(view):
        return True
    if view.seat[0]["threat"] != ThreatStatus.UNKNOWN:
        return False
    if view.teams[t]["area"] != view.seat[0]["threat_area"]:
        return False
    if heard_nothing(view, parameters, t):
        memory[LOOKED_MS] = view.now_ms
        return True
    if not is_spare(view, parameters, memory, t):
        return False
    memory[CONTACT_OFFICERS] -= view.teams[t]["able"]
    return True


@compiled
def heard_nothing(view: View, parameters: np.ndarray, t: int) -> bool:
    """Whether team t, where the threat was to be, has long heard nothing of it."""
    last_ms = max(int(view.seat[0]["threat_ms"]), int(view.teams[t]["heard_ms"]))
    return view.now_ms - last_ms > int(parameters[Rule.LEAVE_S] * 1000.0)


@compiled
def is_spare(view: View, parameters: np.ndarray, memory: np.ndarray, t: int) -> bool:
    """Whether officers enough stay on a threat that nobody hears without team t."""
    others = int(memory[CONTACT_OFFICERS]) - int(view.teams[t]["able"])
    return others >= max(1, int(parameters[Rule.QUIET_OFFICERS]))


@compiled
def contain(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray, t: int
) -> bool:
    """Guard a way out of where the threat is held or heard, beside those who go in on it.

    Never instead of them: with people in its reach a threat that is shut in goes on.
    """
    seat = view.seat[0]
    place = int(seat["threat_area"])
    if memory[CONTAINING] >= int(parameters[Rule.CONTAIN_TEAMS]) or memory[CONTACT_OFFICERS] == 0:
        return False
    if seat["threat"] != ThreatStatus.ONGOING and seat["threat"] != ThreatStatus.CONTAINED:
        return False
    if place < 0 or view.ground[place]["outdoor"] == 1:
        return False
    if view.profile[0]["forbidden"][Verb.CONTAIN] == 1:
        return False
    if no_way_free(view, parameters, memory):
        return False
    return say(orders_out, Verb.CONTAIN, (t, place, -1, 0))


@compiled
def no_way_free(view: View, parameters: np.ndarray, memory: np.ndarray) -> bool:
    """Whether a team sent to contain has lately said that nothing was left to guard."""
    for t in range(len(view.teams)):
        refused_ms = int(view.teams[t]["cannot_ms"])
        if refused_ms > memory[NO_WAY_MS] and memory[TEAMS + t] % 64 == Verb.CONTAIN + 1:
            memory[NO_WAY_MS] = refused_ms
    again_ms = int(parameters[Rule.POSTS_AGAIN_S] * 1000.0)
    return bool(memory[NO_WAY_MS] > 0 and view.now_ms - memory[NO_WAY_MS] < again_ms)
