"""Words to everybody: the size-up, the plan, the roll; and Triage and Transport beside command."""

import numpy as np

from warmzone.doctrine.rules import Rule
from warmzone.doctrine.say import say
from warmzone.kernel.compiled import compiled
from warmzone.kernel.view import View
from warmzone.vocabulary.codes import Discipline, Task, ThreatStatus, Zone
from warmzone.vocabulary.orders import Verb

MISSING = 3  # teams not heard of for so long that the roll is called


@compiled
def size_up(view: View, parameters: np.ndarray, orders_out: np.ndarray) -> None:
    """Say once, before anything else, what the danger is and where."""
    if int(parameters[Rule.SIZE_UP]) == 0 or view.seat[0]["sized_up_ms"] >= 0:
        return
    place = int(view.seat[0]["threat_area"])
    claimed = 0
    for k in range(int(view.seat[0]["places"])):
        a = int(view.places[k])
        if place < 0 or (claimed > 0 and view.areas[a]["claimed"] > claimed):
            place = a
            claimed = int(view.areas[a]["claimed"])
    for t in range(len(view.teams)):
        here = view.units[t]["discipline"] == Discipline.POLICE and view.teams[t]["known"] == 1
        if here:
            if place < 0:
                place = max(0, int(view.teams[t]["area"]))
            say(orders_out, Verb.SIZE_UP, (-1, place, -1, 0))
            return


@compiled
def say_words(view: View, parameters: np.ndarray, orders_out: np.ndarray) -> None:
    """Say the plan once there is one, call the roll when teams are not heard of, call Triage."""
    say_plan(view, parameters, orders_out)
    call_roll(view, parameters, orders_out)


@compiled
def say_plan(view: View, parameters: np.ndarray, orders_out: np.ndarray) -> None:
    """Say the plan once places are named or a threat is about, and again once it is out of date."""
    again_ms = int(parameters[Rule.SAY_PLAN_S] * 1000.0)
    seat = view.seat[0]
    if again_ms <= 0 or (seat["aep"] < 0 and seat["ccp"] < 0):
        return
    if seat["plan_ms"] >= 0 and view.now_ms - int(seat["plan_ms"]) < again_ms:
        return
    say(orders_out, Verb.SAY_PLAN, (-1, -1, -1, 0))


@compiled
def call_roll(view: View, parameters: np.ndarray, orders_out: np.ndarray) -> None:
    """Call the roll where several teams at work have not been heard for long."""
    silent_ms = int(parameters[Rule.ROLL_CALL_S] * 1000.0)
    seat = view.seat[0]
    if silent_ms <= 0 or (seat["roll_ms"] >= 0 and view.now_ms - int(seat["roll_ms"]) < silent_ms):
        return
    missing = 0
    for t in range(len(view.teams)):
        belief = view.teams[t]
        if view.now_ms - int(belief["heard_ms"]) <= silent_ms:
            continue  # asked first: it leaves out most
        police = view.units[t]["discipline"] == Discipline.POLICE
        stands = belief["task"] == Task.STAGED or belief["task"] == Task.UNASSIGNED
        if police and belief["known"] == 1 and belief["able"] > 0 and not stands:
            missing += 1
    if missing >= MISSING:
        say(orders_out, Verb.ROLL_CALL, (-1, -1, -1, 0))


@compiled
def call_together(view: View, parameters: np.ndarray, orders_out: np.ndarray) -> None:
    """Have Triage and Transport come, over ground that they will set foot on."""
    again_ms = int(parameters[Rule.TOGETHER_S] * 1000.0)
    seat = view.seat[0]
    place = int(seat["place_area"])
    if again_ms <= 0 or seat["together"] == 1 or place < 0 or not medics_here(view):
        return
    if seat["asked_together_ms"] >= 0:
        if view.now_ms - int(seat["asked_together_ms"]) < again_ms:
            return
    over = seat["threat"] == ThreatStatus.OVER or seat["threat"] == ThreatStatus.NONE
    outside = view.ground[place]["outdoor"] == 1
    if over or outside or view.zones[place]["zone"] >= Zone.WARM:
        say(orders_out, Verb.CO_LOCATE, (-1, -1, -1, 0))


@compiled
def medics_here(view: View) -> bool:
    """Whether a crew is known to be on scene."""
    for t in range(len(view.teams)):
        if view.units[t]["discipline"] == Discipline.MEDICAL and view.teams[t]["known"] == 1:
            return True
    return False
