"""Whom first, and where those go who can walk: said once, as soon as there is a choice to make."""

import numpy as np

from warmzone.doctrine.rules import Rule
from warmzone.doctrine.say import say
from warmzone.kernel.compiled import compiled
from warmzone.kernel.view import View
from warmzone.vocabulary.codes import Triage
from warmzone.vocabulary.orders import Verb


@compiled
def mind_evacuation(view: View, parameters: np.ndarray, orders_out: np.ndarray) -> None:
    """Say whom to move first once reds are known, and where greens go once they are in the way."""
    seat = view.seat[0]
    forbidden = view.profile[0]["forbidden"]
    first = int(parameters[Rule.PRIORITY])
    if first != int(seat["priority"]) and forbidden[Verb.SET_PRIORITY] == 0:
        if known(view, Triage.RED) > 0:
            say(orders_out, Verb.SET_PRIORITY, (-1, -1, -1, first))
    wanted = int(parameters[Rule.WALKING_AWAY]) == 1 and forbidden[Verb.MOVE_WALKING] == 0
    if wanted and seat["walking_area"] < 0 and seat["aep"] >= 0 and known(view, Triage.GREEN) > 0:
        place = beside_aep(view)
        if place >= 0:
            say(orders_out, Verb.MOVE_WALKING, (-1, place, -1, 0))


@compiled
def known(view: View, category: int) -> int:
    """How many of one category the seat has heard of."""
    count = 0
    for k in range(int(view.seat[0]["places"])):
        count += int(view.areas[view.places[k]]["counts"][category - 1])
    return count


@compiled
def beside_aep(view: View) -> int:
    """The ground outside nearest to the AEP that is not the AEP nor where the threat is; or -1."""
    aep = int(view.seat[0]["aep"])
    best = -1
    best_m = 1.0e8
    for a in range(len(view.ground)):
        taken = a == aep or a == view.seat[0]["threat_area"]
        if view.ground[a]["outdoor"] == 1 and not taken and view.distance_m[a, aep] < best_m:
            best = a
            best_m = view.distance_m[a, aep]
    return best
