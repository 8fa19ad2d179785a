"""The radio plan: once agencies that do not hear each other are here, or too many teams speak."""

import numpy as np

from warmzone.doctrine.officers import is_here
from warmzone.doctrine.rules import Rule
from warmzone.doctrine.say import say
from warmzone.doctrine.tally import DIRECT
from warmzone.kernel.compiled import compiled
from warmzone.kernel.view import View
from warmzone.vocabulary.codes import ThreatStatus
from warmzone.vocabulary.orders import Verb

PLANNED = 50  # memory[50]: 1 a radio plan has been set


@compiled
def say_channels(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray
) -> None:
    """Set the radio plan, once, and never while shots are heard: as all change, words are lost."""
    plan = int(parameters[Rule.RADIO_PLAN])
    if plan == 0 or memory[PLANNED] == 1 or view.seat[0]["threat"] == ThreatStatus.ONGOING:
        return
    if view.profile[0]["forbidden"][Verb.SET_RADIO_PLAN] == 1:
        return
    crowded = parameters[Rule.SPAN] > 0.0 and memory[DIRECT] > int(parameters[Rule.SPAN])
    if crowded or are_apart(view):
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
