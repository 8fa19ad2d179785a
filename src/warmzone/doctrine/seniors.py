"""A supervisor who comes is briefed and given a part; police and fire unite, early or late."""

import numpy as np

from warmzone.doctrine.memory import BRIEFED_MS
from warmzone.doctrine.rules import Rule
from warmzone.doctrine.say import say
from warmzone.doctrine.words import medics_here
from warmzone.kernel.compiled import compiled
from warmzone.kernel.view import View
from warmzone.vocabulary.codes import CorridorState, Discipline, Reply
from warmzone.vocabulary.orders import Verb

AGAIN_MS = 120_000  # one whose answer has not come is told again after this


@compiled
def mind_seniors(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray
) -> None:
    """Hand overall command to a supervisor and keep what happens inside; unite when it is time."""
    if int(parameters[Rule.HAND_OVER]) == 0:
        return
    senior = int(view.seat[0]["senior"])
    waited = memory[BRIEFED_MS] == 0 or view.now_ms - memory[BRIEFED_MS] >= AGAIN_MS
    if senior >= 0 and waited and view.teams[senior]["able"] > 0:
        if view.teams[senior]["pending_order"] < 0:
            if say(orders_out, Verb.TRANSFER_COMMAND, (senior, -1, -1, 0)):
                memory[BRIEFED_MS] = view.now_ms
    unify(view, orders_out)


@compiled
def unify(view: View, orders_out: np.ndarray) -> None:
    """By the agency's rule at once, or once lanes run and a supervisor can stand at the post."""
    seat = view.seat[0]
    if seat["unified"] == 1 or seat["asked_unified_ms"] >= 0 or not medics_here(view):
        return
    late = seat["overall"] >= 0 and lanes_run(view)
    if view.profile[0]["unified_early"] == 1 or late:
        say(orders_out, Verb.UNIFY_COMMAND, (-1, -1, -1, 0))


@compiled
def lanes_run(view: View) -> bool:
    """Whether the corridor is open, or a crew has been let in."""
    if view.seat[0]["corridor"] == CorridorState.OPEN:
        return True
    for t in range(len(view.teams)):
        if view.units[t]["discipline"] == Discipline.MEDICAL:
            if view.teams[t]["reply"] == Reply.CLEARED:
                return True
    return False
