"""Minding what is said: who says so, the air, the counts, and who has not heard."""

import numpy as np

from warmzone.doctrine.evacuation import known
from warmzone.doctrine.memory import COUNTS_ASKED, UNHEARD, UNHEARD_SINCE
from warmzone.doctrine.rules import Rule
from warmzone.doctrine.say import say
from warmzone.kernel.compiled import compiled
from warmzone.kernel.view import View
from warmzone.vocabulary.codes import CommandPlace, Discipline, Source, Task, ThreatStatus, Triage
from warmzone.vocabulary.orders import Verb

QUIET_S = 60  # for how long the air is cleared
AGAIN_MS = 300_000  # before the counts, or the air, are asked for again


@compiled
def mind_word(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray
) -> None:
    """Ask who says so, clear a full channel, reconcile counts, send a runner."""
    ask_source(view, parameters, orders_out)
    pending = count_unanswered(view, memory)
    clear_air(view, parameters, orders_out, pending)
    waited_ms = view.now_ms - int(memory[UNHEARD_SINCE])
    patience_ms = int(parameters[Rule.RUNNER_AFTER_S] * 1000.0)
    if memory[UNHEARD] > 0 and patience_ms > 0 and waited_ms >= patience_ms:
        send_runner(view, memory, orders_out, int(memory[UNHEARD]) - 1)
    reconcile(view, parameters, memory, orders_out)


@compiled
def reconcile(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray
) -> None:
    """Have unequal counts reconciled once nobody shoots and no red is known to lie anywhere."""
    wanted = int(parameters[Rule.RECONCILE_PLACES])
    if wanted == 0 or int(view.seat[0]["differences"]) < wanted:
        return
    last = int(memory[COUNTS_ASKED])
    if last > 0 and view.now_ms - last < AGAIN_MS:
        return
    if view.seat[0]["threat"] != ThreatStatus.ONGOING and known(view, Triage.RED) == 0:
        if say(orders_out, Verb.RECONCILE, (-1, -1, -1, 0)):
            memory[COUNTS_ASKED] = view.now_ms


@compiled
def ask_source(view: View, parameters: np.ndarray, orders_out: np.ndarray) -> None:
    """Ask from when a camera's picture is before anybody is sent after it."""
    seat = view.seat[0]
    place = int(seat["threat_area"])
    if parameters[Rule.ASK_SOURCE] == 0.0 or place < 0 or seat["threat_by"] != Source.CAMERA:
        return
    if view.areas[place]["asked_ms"] < seat["threat_heard_ms"]:
        say(orders_out, Verb.ASK_SOURCE, (-1, place, -1, 0))


@compiled
def count_unanswered(view: View, memory: np.ndarray) -> int:
    """How many teams have not answered an order; the oldest such order is remembered."""
    pending = 0
    oldest = -1
    for t in range(len(view.teams)):
        row = int(view.teams[t]["pending_order"])
        if view.teams[t]["known"] == 1 and row >= 0:
            pending += 1
            if oldest < 0 or row < oldest:
                oldest = row
    if memory[UNHEARD] != oldest + 1:
        memory[UNHEARD] = oldest + 1
        memory[UNHEARD_SINCE] = view.now_ms
    return pending


@compiled
def clear_air(view: View, parameters: np.ndarray, orders_out: np.ndarray, pending: int) -> None:
    """Clear the air for a minute while shots are heard and several orders are unanswered."""
    seat = view.seat[0]
    wanted = int(parameters[Rule.CLEAR_AIR_ORDERS])
    if wanted <= 0 or pending < wanted or seat["threat"] != ThreatStatus.ONGOING:
        return
    if view.now_ms - int(seat["quiet_until_ms"]) >= AGAIN_MS or seat["quiet_until_ms"] == 0:
        say(orders_out, Verb.CLEAR_THE_AIR, (-1, -1, -1, QUIET_S))


@compiled
def send_runner(view: View, memory: np.ndarray, orders_out: np.ndarray, row: int) -> None:
    """Send somebody of a team beside command to the team that has not answered order `row`."""
    seat = view.seat[0]
    if seat["place"] != CommandPlace.INSIDE:
        return
    silent = -1
    for t in range(len(view.teams)):
        if int(view.teams[t]["pending_order"]) == row:
            silent = t
    for t in range(len(view.teams)):
        belief = view.teams[t]
        police = view.units[t]["discipline"] == Discipline.POLICE
        here = belief["known"] == 1 and belief["area"] == seat["place_area"]
        spare = belief["able"] >= 2 and belief["task"] != Task.CONTACT
        if silent >= 0 and t != silent and police and here and spare:
            if belief["pending_order"] < 0:
                if say(orders_out, Verb.SEND_RUNNER, (t, -1, silent, 0)):
                    memory[UNHEARD_SINCE] = view.now_ms
                return
