"""The radio plan: a channel for rescue, once agencies that do not hear each other are here."""

import numpy as np

from warmzone.doctrine.looks import threat_about
from warmzone.doctrine.memory import PLANNED
from warmzone.doctrine.officers import is_here
from warmzone.doctrine.rules import Rule
from warmzone.doctrine.say import say
from warmzone.kernel.compiled import compiled
from warmzone.kernel.view import View
from warmzone.vocabulary.orders import Verb


@compiled
def say_channels(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray
) -> None:
    """Set the radio plan once, never while a threat is about: as all change, words are lost."""
    plan = int(parameters[Rule.RADIO_PLAN])
    if plan == 0 or memory[PLANNED] == 1 or threat_about(view):
        return
    if view.profile[0]["forbidden"][Verb.SET_RADIO_PLAN] == 1:
        return
    if are_apart(view):
        if say(orders_out, Verb.SET_RADIO_PLAN, (-1, -1, -1, plan)):
            memory[PLANNED] = 1


@compiled
def are_apart(view: View) -> bool:
    """Whether officers of agencies with channels of their own are known to be on scene."""
    first = -1
    for t in range(len(view.teams)):
        if is_here(view, t):
            channel = int(view.units[t]["channel"])
            if first >= 0 and channel != first:
                return True
            first = channel
    return False
