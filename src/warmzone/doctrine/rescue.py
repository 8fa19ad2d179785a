"""Stopping the dying: who treats and carries where."""

import numpy as np

from warmzone.doctrine.looks import near, ongoing_at, threat_about
from warmzone.doctrine.memory import NONE_NEEDY, NONE_TO_TEND, TEAMS
from warmzone.doctrine.rules import Rule
from warmzone.doctrine.say import say
from warmzone.doctrine.tally import caring
from warmzone.kernel.compiled import compiled
from warmzone.kernel.view import View
from warmzone.vocabulary.codes import Discipline, ThreatStatus
from warmzone.vocabulary.orders import Verb

BESIDE_MEDICS, AT_ONCE = 2, 3  # reds go in cars though medics are here; before anybody treats them


@compiled
def rescue(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray, t: int
) -> int:
    """Stop the dying, until as many teams are at it as there is need; the verb, or -1."""
    if memory[NONE_NEEDY] == 1:
        return -1
    return care_where(view, parameters, memory, orders_out, (t, 0))


@compiled
def tend(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray, t: int
) -> int:
    """The same, only where nobody is at it yet: no place with casualties is without a team."""
    most = int(parameters[Rule.TEND_TEAMS])
    if memory[NONE_NEEDY] == 1 or (most > 0 and memory[NONE_TO_TEND] == 1):
        return -1
    return care_where(view, parameters, memory, orders_out, (t, most))


@compiled
def care_where(
    view: View,
    parameters: np.ndarray,
    memory: np.ndarray,
    orders_out: np.ndarray,
    who: tuple[int, int],
) -> int:
    """First care, then carrying, where most reds lie for the teams sent there; the verb, or -1.

    who: the team, and how many teams at a place are enough whatever the need, 0 for no such bound.
    """
    t = who[0]
    best = neediest(view, parameters, memory, who)
    if best < 0:
        return -1
    seat = view.seat[0]
    verb = Verb.TREAT
    places = seat["ccp"] >= 0 or seat["aep"] >= 0
    places = places and view.profile[0]["forbidden"][Verb.CARRY] == 0
    if memory[TEAMS + len(view.teams) + best] >= int(parameters[Rule.TREAT_TEAMS]) and places:
        verb = Verb.CARRY
    if drives_them(view, parameters, t) and int(view.areas[best]["counts"][0]) > 0:
        if caring(view, memory, best) > 0 or int(parameters[Rule.POLICE_CARS]) == AT_ONCE:
            verb = Verb.POLICE_TRANSPORT
    memory[TEAMS + len(view.teams) + best] += 1
    say(orders_out, verb, (t, best, -1, 0))
    return verb


@compiled
def somebody_tended(view: View, memory: np.ndarray) -> bool:
    """Whether officers, or a crew with its escort, are at casualties anywhere."""
    for k in range(int(view.seat[0]["places"])):
        if caring(view, memory, int(view.places[k])) > 0:
            return True
    return False


@compiled
def neediest(view: View, parameters: np.ndarray, memory: np.ndarray, who: tuple[int, int]) -> int:
    """Where casualties are known to lie and most are left to each team that would be there; or -1.

    With no threat about, what callers say of ground that nobody has seen counts; otherwise that
    ground is searched first. who: as for `care_where`.
    """
    t, most = who
    seat = view.seat[0]
    left = False
    by_word = int(parameters[Rule.BY_WORD]) == 1 or not threat_about(view)
    here = near(view, t)
    best = -1
    best_score = 0.0
    for k in range(int(seat["places"])):
        a = int(view.places[k])
        if a == seat["aep"] or is_left_to_crews(view, memory, a):
            continue
        counts = view.areas[a]["counts"]
        need = parameters[Rule.RED_WEIGHT] * float(counts[0]) + float(counts[1])
        hurt = float(counts[0]) + float(counts[1])
        if by_word and view.areas[a]["seen_ms"] < 0:
            need = hurt = float(view.areas[a]["claimed"])
        if need <= 0.0 or (ongoing_at(view, a) and seat["threat"] == ThreatStatus.ONGOING):
            continue
        active = float(caring(view, memory, a))
        enough = parameters[Rule.TEAM_CASUALTIES] * active >= hurt
        if enough or (most > 0 and active >= float(most)):
            continue
        left = True
        score = need / (1.0 + active) / (parameters[Rule.NEARNESS_M] + view.distance_m[here, a])
        if score > best_score:
            best = a
            best_score = score
    if not left:  # nor for any other team in this decision: those at a place only become more
        memory[NONE_TO_TEND if most > 0 else NONE_NEEDY] = 1
    return best


@compiled
def is_left_to_crews(view: View, memory: np.ndarray, area: int) -> bool:
    """Whether officers do not carry, and enough were sent to treat the casualties of an area."""
    if view.profile[0]["forbidden"][Verb.CARRY] == 0:
        return False
    counts = view.areas[area]["counts"]
    sent = int(memory[TEAMS + len(view.teams) + area])
    return 2 * sent >= int(counts[0]) + int(counts[1])


@compiled
def drives_them(view: View, parameters: np.ndarray, t: int) -> bool:
    """Whether a team may take reds in its car: allowed, and no medics are known to be on scene.

    One drives and one stays with the casualty.
    """
    if int(parameters[Rule.POLICE_CARS]) == 0 or int(view.teams[t]["able"]) < 2:
        return False
    if view.profile[0]["forbidden"][Verb.POLICE_TRANSPORT] == 1:
        return False
    if int(parameters[Rule.POLICE_CARS]) >= BESIDE_MEDICS:
        return True
    for other in range(len(view.teams)):
        medical = view.units[other]["discipline"] == Discipline.MEDICAL
        if medical and view.teams[other]["known"] == 1:
            return False
    return True
