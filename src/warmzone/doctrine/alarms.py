"""What goes beyond the first threat: reports to check, a device, a barricade, other places."""

import numpy as np

from warmzone.doctrine.looks import near
from warmzone.doctrine.memory import BROUGHT_OUT, SENT_IN, TEAMS
from warmzone.doctrine.rules import Rule
from warmzone.doctrine.say import is_said, say
from warmzone.kernel.compiled import compiled
from warmzone.kernel.view import View
from warmzone.vocabulary.codes import Alarm, Discipline, Task, ThreatStatus, Zone
from warmzone.vocabulary.orders import Verb
from warmzone.vocabulary.reports import CannotReason


@compiled
def mind_alarms(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray
) -> None:
    """Clear the ground about a device, go in on a barricade, warn others while it may be away."""
    seat = view.seat[0]
    device = int(seat["device_area"])
    if device >= 0 and view.zones[device]["zone"] != Zone.HOT:
        say(orders_out, Verb.WITHDRAW_AREA, (-1, device, -1, 0))
        say(orders_out, Verb.DECLARE_ZONE, (-1, device, -1, Zone.HOT))
    if seat["threat"] == ThreatStatus.CONTAINED:
        send_in(view, memory, orders_out)
    bring_out(view, memory, orders_out)
    quiet_ms = view.now_ms - int(seat["threat_ms"])
    unseen = seat["threat"] == ThreatStatus.UNKNOWN and seat["threat_area"] >= 0
    if unseen and seat["warned_ms"] < 0:
        if quiet_ms > int(parameters[Rule.WARN_AFTER_S] * 1000.0):
            say(orders_out, Verb.WARN_SITES, (-1, -1, -1, 0))


@compiled
def bring_out(view: View, memory: np.ndarray, orders_out: np.ndarray) -> None:
    """Have crews come out that said indoors that their ground is hot, while shots are heard.

    With officers beside it a crew holds where it is until somebody tells it to go.
    """
    if view.seat[0]["threat"] != ThreatStatus.ONGOING:
        return
    last_ms = int(memory[BROUGHT_OUT])
    for t in range(len(view.teams)):
        belief = view.teams[t]
        if belief["cannot"] != CannotReason.GROUND_HOT or belief["cannot_ms"] <= last_ms:
            continue
        medical = view.units[t]["discipline"] == Discipline.MEDICAL and belief["pending_order"] < 0
        if medical and belief["able"] > 0 and view.ground[near(view, t)]["outdoor"] == 0:
            if say(orders_out, Verb.WITHDRAW, (t, -1, -1, 0)):
                memory[BROUGHT_OUT] = max(int(memory[BROUGHT_OUT]), int(belief["cannot_ms"]))


@compiled
def send_in(view: View, memory: np.ndarray, orders_out: np.ndarray) -> None:
    """People in reach of a contained threat make it an active one: contact teams go in, once."""
    seat = view.seat[0]
    place = int(seat["threat_area"])
    if place < 0 or memory[SENT_IN] == int(seat["threat_ms"]) + 1:
        return
    hurt = int(view.areas[place]["claimed"])
    for k in range(3):
        hurt += int(view.areas[place]["counts"][k])
    if hurt == 0:
        return
    for t in range(len(view.teams)):
        belief = view.teams[t]
        if belief["task"] == Task.CONTACT and belief["able"] > 0 and belief["pending_order"] < 0:
            if say(orders_out, Verb.CONTACT, (t, place, -1, 0)):
                memory[SENT_IN] = int(seat["threat_ms"]) + 1


@compiled
def look_into(view: View, memory: np.ndarray, orders_out: np.ndarray, t: int) -> int:
    """Give team t what came up on the way: a report to check, cars to move; the verb, or -1."""
    if check_report(view, memory, orders_out, t):
        return Verb.CHECK_REPORT
    if clear_way(view, memory, orders_out, t):
        return Verb.MOVE_VEHICLES
    return -1


@compiled
def check_report(view: View, memory: np.ndarray, orders_out: np.ndarray, t: int) -> bool:
    """Send team t to see whether a report of a second attacker is true, where nobody is."""
    if view.seat[0]["alarms"] == 0:
        return False
    for a in range(len(view.areas)):
        if view.areas[a]["alarm"] != Alarm.SECOND_ATTACKER:
            continue
        if not is_sent(view, memory, orders_out, (a, Verb.CHECK_REPORT)):
            return say(orders_out, Verb.CHECK_REPORT, (t, a, -1, 0))
    return False


@compiled
def clear_way(view: View, memory: np.ndarray, orders_out: np.ndarray, t: int) -> bool:
    """Have team t move cars that stand in the way of ambulances, where nobody is on it."""
    if view.seat[0]["blocked"] == 0:
        return False
    for a in range(len(view.areas)):
        if view.areas[a]["blocked"] == 0:
            continue
        if not is_sent(view, memory, orders_out, (a, Verb.MOVE_VEHICLES)):
            return say(orders_out, Verb.MOVE_VEHICLES, (t, a, -1, 0))
    return False


@compiled
def is_sent(view: View, memory: np.ndarray, orders_out: np.ndarray, what: tuple[int, int]) -> bool:
    """Whether a team is being sent to (area, verb), or was and has not said that it is done."""
    area, verb = what
    if is_said(orders_out, verb, area, -1):
        return True
    for t in range(len(view.teams)):
        belief = view.teams[t]
        under_way = belief["pending_order"] >= 0 or belief["task"] != Task.UNASSIGNED
        if under_way and belief["able"] > 0:
            if memory[TEAMS + t] == (area + 1) * 64 + verb + 1:
                return True
    return False


@compiled
def is_open(view: View, parameters: np.ndarray) -> bool:
    """Whether a report of a second attacker is still to be checked, and not long past."""
    if view.seat[0]["alarms"] == 0:
        return False
    for a in range(len(view.areas)):
        if view.areas[a]["alarm"] == Alarm.SECOND_ATTACKER:
            age_ms = view.now_ms - int(view.areas[a]["alarm_ms"])
            if age_ms < int(parameters[Rule.ALARM_S] * 1000.0):
                return True
    return False
