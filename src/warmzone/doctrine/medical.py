"""The medical seat: asks to go in, and where entry is free sends crews to the casualties."""

import numpy as np

from warmzone.doctrine.memory import TEAMS
from warmzone.doctrine.rules import MedicalRule
from warmzone.doctrine.say import say
from warmzone.kernel.compiled import compiled
from warmzone.kernel.events import NEVER
from warmzone.kernel.view import View
from warmzone.vocabulary.codes import Discipline, Reply
from warmzone.vocabulary.orders import Verb


@compiled
def decide_medical(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray
) -> int:
    """Request entry for every crew while casualties are known; send crews in where that is free.

    What it hears makes it decide; by itself it looks again only when an answer is overdue.
    """
    seat = view.seat[0]
    now = view.now_ms
    again = int(NEVER)
    if seat["aep"] < 0 and seat["free_entry"] == 1:
        again = now + int(parameters[MedicalRule.ASK_AGAIN_S] * 1000.0)
        if now > int(parameters[MedicalRule.AEP_WAIT_S] * 1000.0):
            area = neediest(view, memory, False)
            if area >= 0:
                say(orders_out, Verb.SET_AEP, (-1, nearest_vehicle_place(view, area), -1, 0))
    for t in range(len(view.teams)):
        belief = view.teams[t]
        medical = view.units[t]["discipline"] == Discipline.MEDICAL
        if medical and belief["known"] == 1 and belief["pending_order"] < 0:
            if seat["free_entry"] == 1:
                send_crew(view, memory, orders_out, t)
            else:
                ask_entry(view, parameters, memory, orders_out, t)
                if memory[TEAMS + t] > 0 and not is_let_in(view, memory, t):
                    asks_ms = int(parameters[MedicalRule.ASK_AGAIN_S] * 1000.0)
                    due = int(memory[TEAMS + t]) + asks_ms
                    again = min(again, due if due > now else now + asks_ms)
    return again


@compiled
def is_let_in(view: View, memory: np.ndarray, t: int) -> bool:
    """Whether a crew was told to go in, is at it, and has not said since that it cannot."""
    belief = view.teams[t]
    cleared = belief["reply"] == Reply.CLEARED and belief["busy"] == 1
    since_ms = max(int(memory[TEAMS + t]), int(belief["task_since_ms"]))
    return bool(cleared and belief["cannot_ms"] < since_ms)


@compiled
def ask_entry(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray, t: int
) -> None:
    """Ask, and ask again when no answer has come, or the answer was to wait."""
    if is_let_in(view, memory, t):
        return
    waited = view.now_ms - memory[TEAMS + t]
    first = memory[TEAMS + t] == 0
    if first or waited >= int(parameters[MedicalRule.ASK_AGAIN_S] * 1000.0):
        area = neediest(view, memory, True)
        if area >= 0 and say(orders_out, Verb.REQUEST_ENTRY, (t, area, -1, 0)):
            memory[TEAMS + t] = view.now_ms


@compiled
def send_crew(view: View, memory: np.ndarray, orders_out: np.ndarray, t: int) -> None:
    """Send an idle crew to the neediest area that no other crew is at."""
    belief = view.teams[t]
    idle = memory[TEAMS + t] <= 0 or belief["busy"] == 0
    if not idle:
        return
    areas = TEAMS + len(view.teams)
    area = neediest(view, memory, False)
    if area >= 0 and say(orders_out, Verb.CLEAR_RTF_IN, (t, area, -1, 0)):
        for a in range(len(view.areas)):
            if memory[areas + a] == t + 1:
                memory[areas + a] = 0
        memory[areas + area] = t + 1
        memory[TEAMS + t] = view.now_ms + 1


@compiled
def neediest(view: View, memory: np.ndarray, shared: bool) -> int:
    """The area with most reds and yellows seen, or casualties claimed, not served by a crew; -1.

    `shared`: an area where a crew already is counts too.
    """
    best = -1
    most = 0
    areas = TEAMS + len(view.teams)
    for k in range(int(view.seat[0]["places"])):
        a = int(view.places[k])
        if a == view.seat[0]["aep"]:
            continue
        belief = view.areas[a]
        need = 3 * int(belief["counts"][0]) + 2 * int(belief["counts"][1])
        need += int(belief["claimed"])
        if a == view.seat[0]["ccp"] and view.seat[0]["aep"] < 0:
            need = min(need, 1)  # nobody can be taken on from there yet: other places come first
        if need > most and (shared or memory[areas + a] == 0):
            best = a
            most = need
    return best


@compiled
def nearest_vehicle_place(view: View, area: int) -> int:
    """The place an ambulance can reach that is the shortest walk from `area`, or -1."""
    best = -1
    best_m = 1.0e9
    for a in range(len(view.areas)):
        if view.ground[a]["vehicle"] == 1 and view.distance_m[area, a] < best_m:
            best = a
            best_m = view.distance_m[area, a]
    return best
