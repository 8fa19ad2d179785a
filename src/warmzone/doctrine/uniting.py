"""Uniting: beyond what one can lead, teams at the same work take their word from one of them."""

import numpy as np

from warmzone.doctrine.memory import DIRECT, UNITED_MS
from warmzone.doctrine.rules import Rule
from warmzone.doctrine.say import say
from warmzone.doctrine.tally import is_direct
from warmzone.kernel.compiled import compiled
from warmzone.kernel.view import View
from warmzone.vocabulary.codes import Discipline, Task
from warmzone.vocabulary.orders import Verb

AGAIN_MS = 60_000  # before others are, so that the air is not filled with it


@compiled
def unite(view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray) -> None:
    """Beyond the span, have a team at work work for another that does the same at that place."""
    most = int(parameters[Rule.SPAN])
    if most <= 0 or memory[DIRECT] <= most:
        return
    if memory[UNITED_MS] > 0 and view.now_ms - memory[UNITED_MS] < AGAIN_MS:
        return
    for t in range(len(view.teams)):
        if not can_be_united(view, t):
            continue
        for other in range(t):
            if do_the_same(view, t, other):
                if say(orders_out, Verb.ASSIGN, (t, -1, other, 0)):
                    memory[UNITED_MS] = view.now_ms
                    memory[DIRECT] -= 1
                return


@compiled
def can_be_united(view: View, t: int) -> bool:
    """Whether team t is at care or contact somewhere, told by command alone and owed no answer."""
    belief = view.teams[t]
    if belief["task"] not in (Task.TREAT, Task.CARRY, Task.CONTACT) or belief["target_area"] < 0:
        return False
    return leads_itself(view, t) and belief["pending_order"] < 0


@compiled
def do_the_same(view: View, t: int, other: int) -> bool:
    """Whether another team that command alone tells is at the same as t, at the same place."""
    one, two = view.teams[t], view.teams[other]
    if one["task"] != two["task"] or one["target_area"] != two["target_area"]:
        return False
    return leads_itself(view, other)


@compiled
def leads_itself(view: View, t: int) -> bool:
    """Whether it is officers who are told by nobody but command."""
    return bool(view.units[t]["discipline"] == Discipline.POLICE) and is_direct(view, t)
