"""A declared reserve: one team that stands ready near the threat, and is used before all others."""

import numpy as np

from warmzone.doctrine.looks import officers_known, threat_about
from warmzone.doctrine.memory import STANDING, TEAMS
from warmzone.doctrine.rules import Rule
from warmzone.doctrine.say import say
from warmzone.doctrine.way_in import NOTHING, STAYS
from warmzone.kernel.compiled import compiled
from warmzone.kernel.view import View
from warmzone.vocabulary.codes import Role, Task, Zone
from warmzone.vocabulary.orders import Verb


@compiled
def is_reserve(view: View, memory: np.ndarray, t: int) -> bool:
    """Whether team t stands in reserve, or goes there, and has no part that keeps it."""
    belief = view.teams[t]
    told = int(memory[TEAMS + t]) % 64 == Verb.RESERVE + 1
    return bool(told and belief["task"] == Task.RESERVE and belief["role"] == Role.NONE)


@compiled
def keep_reserve(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray, t: int
) -> int:
    """Keep one team in reserve that nothing else asks for; the verb, STAYS, or NOTHING.

    It is asked again at every decision, so that whatever comes up takes it at once.
    """
    enough = int(parameters[Rule.RESERVE_OFFICERS])
    if enough == 0 or not threat_about(view):
        return NOTHING
    if is_reserve(view, memory, t):
        return STAYS
    if memory[STANDING] > 0 or view.profile[0]["forbidden"][Verb.RESERVE] == 1:
        return NOTHING
    place = reserve_place(view)
    if place < 0 or officers_known(view) < enough:
        return NOTHING
    return Verb.RESERVE if say(orders_out, Verb.RESERVE, (t, place, -1, 0)) else NOTHING


@compiled
def reserve_place(view: View) -> int:
    """Beside command inside or at the CCP, whichever is nearer the threat and not hot; or -1."""
    seat = view.seat[0]
    threat_at = int(seat["threat_area"])
    best = -1
    best_m = 1.0e8
    for place in (int(seat["place_area"]), int(seat["ccp"])):
        if place < 0 or place == threat_at or view.zones[place]["zone"] == Zone.HOT:
            continue
        metres = view.distance_m[place, threat_at] if threat_at >= 0 else 0.0
        if metres < best_m:
            best = place
            best_m = metres
    return best
