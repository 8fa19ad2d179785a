"""Searching: which ground next."""

import numpy as np

from warmzone.doctrine.looks import near
from warmzone.doctrine.memory import ALL_SEARCHED
from warmzone.doctrine.say import say
from warmzone.doctrine.tally import searching
from warmzone.kernel.compiled import compiled
from warmzone.kernel.view import View
from warmzone.vocabulary.codes import AreaKind, ThreatStatus
from warmzone.vocabulary.orders import Verb

CLAIM_M = 10_000.0  # so much nearer counts ground where callers speak of casualties


@compiled
def worth_searching(view: View) -> bool:
    """Whether casualties may lie on ground that nobody has searched: a threat has been about."""
    return int(view.seat[0]["threat"]) != ThreatStatus.NONE


@compiled
def search(view: View, memory: np.ndarray, orders_out: np.ndarray, t: int) -> bool:
    """Search the nearest indoor corridor or hall that is unsearched and not being searched.

    Ground where callers speak of casualties comes first, then what is near the threat.
    """
    if memory[ALL_SEARCHED] == 1 or not worth_searching(view):
        return False
    threat_at = int(view.seat[0]["threat_area"])
    best = -1
    best_m = 1.0e8
    left = False
    for a in range(len(view.areas)):
        ground = view.ground[a]
        if ground["outdoor"] == 1 or view.areas[a]["searched_ms"] >= 0:
            continue
        if searching(view, memory, a):
            continue
        left = True
        metres = view.distance_m[near(view, t), a]
        if threat_at >= 0:
            metres += view.distance_m[threat_at, a]
        if ground["kind"] == AreaKind.ROOM:
            metres = metres + 25.0
        if view.areas[a]["claimed"] > 0:
            metres = metres - CLAIM_M
        if metres < best_m:
            best = a
            best_m = metres
    if not left:
        memory[ALL_SEARCHED] = 1  # until the end of this decision
    if best < 0:
        return False
    return say(orders_out, Verb.CLEAR, (t, best, -1, 0))
