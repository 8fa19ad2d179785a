"""Those who are not hurt are led out, and those who fled are met and sorted outside."""

import numpy as np

from warmzone.doctrine.looks import near, ongoing_at, threat_about
from warmzone.doctrine.memory import LEADING, MEETING
from warmzone.doctrine.rules import Rule
from warmzone.doctrine.say import say
from warmzone.doctrine.tally import at_uninjured
from warmzone.kernel.compiled import compiled
from warmzone.kernel.view import View
from warmzone.vocabulary.codes import ThreatStatus
from warmzone.vocabulary.orders import Verb

COME_OUT = 1


@compiled
def lead_uninjured(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray, t: int
) -> bool:
    """Have one team lead people out who were seen not hurt near a threat held or not seen.

    They would be in its way if it began again. While it is ongoing they stay where they are.
    """
    least = int(parameters[Rule.UNINJURED_AT])
    if least == 0 or memory[LEADING] > 0:
        return False
    if view.profile[0]["forbidden"][Verb.MOVE_UNINJURED] == 1 or view.seat[0]["threat_area"] < 0:
        return False
    if not threat_about(view) or int(view.seat[0]["threat"]) == ThreatStatus.ONGOING:
        return False
    place = int(view.seat[0]["threat_area"])
    best = -1
    best_m = 1.0e8
    for a in range(len(view.areas)):
        if int(view.areas[a]["uninjured"]) < least or view.ground[a]["outdoor"] == 1:
            continue
        if view.distance_m[place, a] > parameters[Rule.WARM_RADIUS_M]:
            continue
        if ongoing_at(view, a) or at_uninjured(view, memory, a):
            continue
        metres = view.distance_m[near(view, t), a] + view.distance_m[place, a]
        if metres < best_m:
            best = a
            best_m = metres
    if best < 0:
        return False
    return say(orders_out, Verb.MOVE_UNINJURED, (t, best, -1, COME_OUT))


@compiled
def meet_outside(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray, t: int
) -> bool:
    """Send a team to find and sort those who came out by themselves, where they were told to go."""
    enough = int(parameters[Rule.MEET_FROM])
    place = int(view.seat[0]["walking_area"])
    if enough == 0 or place < 0 or memory[MEETING] > 0:
        return False
    if view.profile[0]["forbidden"][Verb.TRIAGE_OUTSIDE] == 1:
        return False
    if int(view.seat[0]["walked_out"]) < enough:
        return False
    return say(orders_out, Verb.TRIAGE_OUTSIDE, (t, place, -1, 0))
