"""Taking over in the middle: what a commander remembers of the orders that others have given."""

from collections.abc import Iterable

import numpy as np

from warmzone.doctrine.memory import CALLED, PLANNED, TEAMS
from warmzone.doctrine.way_in import remember_at_wounded
from warmzone.kernel.view import View
from warmzone.vocabulary.codes import Discipline
from warmzone.vocabulary.orders import Verb

_CARE = (Verb.TREAT, Verb.CARRY)


def memory_of(view: View, orders: Iterable[tuple[int, int, int, int, int, int]]) -> np.ndarray:
    """The memory that the commander family would have after those orders: int64[64 + t + 2 a].

    orders: (seat, verb, team, area, other_team, value) in the order given, all by one seat.
    """
    teams, areas = len(view.teams), len(view.areas)
    memory = np.zeros(TEAMS + teams + 2 * areas, np.int64)
    for _, verb, team, area, other, value in orders:
        if verb == Verb.CALL_RESOURCES:
            memory[CALLED] = 1
        if verb == Verb.SET_RADIO_PLAN:
            memory[PLANNED] = 1
        if not 0 <= team < teams:
            continue
        if verb == Verb.STEP_PAST:
            remember_at_wounded(memory, team, value)
            continue  # the team goes on with what it does
        if view.units[team]["discipline"] != Discipline.POLICE:
            continue
        turned_to = Verb.CONTACT if verb == Verb.GO_IN else verb
        memory[TEAMS + team] = (area + 1) * 64 + turned_to + 1
        if verb == Verb.SECURE_RTF and other >= 0:
            memory[TEAMS + other] = team + 1
        if verb in _CARE and area >= 0:
            memory[TEAMS + teams + area] += 1
    return memory
