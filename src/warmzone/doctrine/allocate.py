"""The living allocation problem: what every team without a task is given to do."""

import numpy as np

from warmzone.doctrine.alarms import look_into
from warmzone.doctrine.crowds import lead_uninjured, meet_outside
from warmzone.doctrine.guarding import (
    corridor,
    hold_island,
    is_relieved,
    keep_perimeter,
    open_ccp,
    secure_ccp,
    secure_rtf,
)
from warmzone.doctrine.looks import movement, ongoing_at, threat_about
from warmzone.doctrine.memory import CLEARING, DIRECT
from warmzone.doctrine.officers import is_idle, is_joining, link_up, may_not_go_alone, pair_up
from warmzone.doctrine.rescue import rescue, somebody_tended, tend
from warmzone.doctrine.reserve import is_reserve, keep_reserve
from warmzone.doctrine.rules import Rule
from warmzone.doctrine.say import say
from warmzone.doctrine.searching import search, worth_searching
from warmzone.doctrine.tally import count_teams, forget_what_is_left, remember
from warmzone.doctrine.threat import contain, let_go, to_threat
from warmzone.doctrine.uniting import unite
from warmzone.doctrine.way_in import NOTHING, STAYS, mind_wounded, wait_at_door, waits_alone
from warmzone.kernel.compiled import compiled
from warmzone.kernel.view import View
from warmzone.vocabulary.codes import Discipline, Movement, Task, ThreatStatus
from warmzone.vocabulary.orders import Verb

NOWHERE = -2


@compiled
def allocate(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray
) -> None:
    """Give every police team that is known, fit and without a task something to do."""
    count_teams(view, memory)
    nothing_at = NOWHERE  # where a team at staging has just been found nothing to do
    for t in range(len(view.teams)):
        if not is_free(view, memory, t):
            continue
        if can_be_employed(view, parameters, memory, t):
            here = int(view.teams[t]["area"])
            waits = waits_like_others(view, t)
            if waits and here == nothing_at:
                continue
            given = employ(view, parameters, memory, orders_out, t)
            nothing_at = here if waits and given < 0 else NOWHERE
            if given >= 0:
                remember(view, memory, t, (last_area(orders_out) + 1) * 64 + given + 1)
        elif turns_from_search(view, parameters, memory, orders_out, t):
            nothing_at = NOWHERE
        elif is_silent(view, parameters, t):
            say(orders_out, Verb.ASK_REPORT, (t, -1, -1, 0))
            nothing_at = NOWHERE
    mind_wounded(view, parameters, memory, orders_out)
    unite(view, parameters, memory, orders_out)
    forget_what_is_left(memory)


@compiled
def is_free(view: View, memory: np.ndarray, t: int) -> bool:
    """Whether team t consists of officers who are known, fit, and owe no answer."""
    if view.units[t]["discipline"] != Discipline.POLICE:
        return False
    belief = view.teams[t]
    if belief["known"] != 1 or belief["able"] <= 0 or belief["pending_order"] >= 0:
        return False
    return not is_joining(view, memory, t)


@compiled
def waits_like_others(view: View, t: int) -> bool:
    """Whether a team waits at staging and nothing but its place tells it from others who do."""
    if view.teams[t]["task"] != Task.STAGED or view.teams[t]["plain"] == 1:
        return False
    return not may_not_go_alone(view, t)


@compiled
def turns_from_search(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray, t: int
) -> bool:
    """Whether a team that searches is called off: rescue outranks clearing, unless it is first.

    Once somebody is tended the last one goes on, or nobody would find who lies further in.
    """
    if view.teams[t]["task"] != Task.CLEAR or int(parameters[Rule.CLEAR_BEFORE_RESCUE]) == 1:
        return False
    if memory[CLEARING] <= 1 and somebody_tended(view, memory):
        return False
    if view.seat[0]["threat"] == ThreatStatus.ONGOING or may_not_go_alone(view, t):
        return False
    verb = -1
    if escort(view, parameters, memory, orders_out, t):
        verb = Verb.SECURE_RTF
    if verb < 0:
        verb = tend(view, parameters, memory, orders_out, t)
    if verb < 0:
        return False
    memory[CLEARING] -= 1
    remember(view, memory, t, (last_area(orders_out) + 1) * 64 + verb + 1)
    return True


@compiled
def is_silent(view: View, parameters: np.ndarray, t: int) -> bool:
    """Whether a team whose work must end one day has not been heard for long."""
    task = view.teams[t]["task"]
    ends = task == Task.CLEAR or task == Task.TREAT or task == Task.CARRY
    silent_ms = view.now_ms - int(view.teams[t]["heard_ms"])
    return bool(ends and silent_ms > int(parameters[Rule.SILENT_S] * 1000.0))


@compiled
def can_be_employed(view: View, parameters: np.ndarray, memory: np.ndarray, t: int) -> bool:
    """Whether a team has nothing to do, or waits: at staging, at the door, in reserve.

    Or it is on a threat that is not there.
    """
    task = view.teams[t]["task"]
    if task == Task.CONTACT:
        return let_go(view, parameters, memory, t)
    if task == Task.CCP_SECURITY or task == Task.CORRIDOR_POST:
        return is_relieved(view, t)
    if task == Task.CONTAIN:
        return not threat_about(view) or not ongoing_at(view, int(view.teams[t]["target_area"]))
    return is_idle(int(task)) or is_reserve(view, memory, t)


@compiled
def employ(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray, t: int
) -> int:
    """Find the most urgent thing for team t and order it; the verb, or -1 where it stays put."""
    if threat_about(view) and may_not_go_alone(view, t):
        if pair_up(view, memory, orders_out, t):
            return STAYS
        if waits_alone(view, parameters, t):
            return wait_at_door(view, orders_out, t)
        return wait(view, orders_out, t)
    if link_up(view, orders_out, t):
        return Verb.LINK_UP
    if int(parameters[Rule.CARE_BEFORE_THREAT]) == 1:
        verb = rescue(view, parameters, memory, orders_out, t)
        if verb >= 0:
            return verb
    return threat_and_rescue(view, parameters, memory, orders_out, t)


@compiled
def threat_and_rescue(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray, t: int
) -> int:
    """Threat, then what medics need, then rescue and search; the verb, or -1 to stay put."""
    clear_first = int(parameters[Rule.CLEAR_BEFORE_RESCUE]) == 1
    verb = to_threat(view, parameters, memory, orders_out, t)
    if verb != NOTHING:
        return verb
    verb = look_into(view, memory, orders_out, t)
    if verb >= 0:
        return verb
    if int(parameters[Rule.THREAT_ALONE]) == 1 and threat_about(view):
        return hunt(view, parameters, memory, orders_out, t)
    if clear_first and search(view, memory, orders_out, t):
        return Verb.CLEAR
    care_first = int(parameters[Rule.CARE_BEFORE_ESCORT]) == 1
    if not care_first and escort(view, parameters, memory, orders_out, t):
        return Verb.SECURE_RTF
    if memory[CLEARING] == 0 and somebody_tended(view, memory):
        if search(view, memory, orders_out, t):
            return Verb.CLEAR
    verb = tend(view, parameters, memory, orders_out, t)
    if verb >= 0:
        return verb
    if care_first and escort(view, parameters, memory, orders_out, t):
        return Verb.SECURE_RTF
    verb = keep_held(view, parameters, memory, orders_out, t)
    if verb >= 0:
        return verb
    return then_more(view, parameters, memory, orders_out, t)


@compiled
def escort(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray, t: int
) -> bool:
    """Secure an RTF where medics move so, and the team is large enough for it."""
    if movement(view, parameters) != Movement.ESCORT:
        return False
    if int(view.teams[t]["able"]) < int(parameters[Rule.ESCORT_OFFICERS]):
        return False
    return secure_rtf(view, memory, orders_out, t)


@compiled
def then_more(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray, t: int
) -> int:
    """Lanes, search and more rescue once every place with casualties has a team; the verb."""
    moves = movement(view, parameters)
    if moves == Movement.ISLAND and hold_island(view, memory, orders_out, t):
        return Verb.HOLD
    if moves == Movement.CORRIDOR and corridor(view, parameters, memory, orders_out, t):
        return Verb.BUILD_CORRIDOR
    if memory[CLEARING] < int(parameters[Rule.CLEAR_TEAMS]) and worth_searching(view):
        if search(view, memory, orders_out, t):
            return Verb.CLEAR
    verb = rescue(view, parameters, memory, orders_out, t)
    if verb >= 0:
        return verb
    if corridor(view, parameters, memory, orders_out, t):
        return Verb.BUILD_CORRIDOR
    return beside_rescue(view, parameters, memory, orders_out, t)


@compiled
def keep_held(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray, t: int
) -> int:
    """Have the ways out of where the threat is guarded, and the CCP secured; the verb, or -1."""
    if contain(view, parameters, memory, orders_out, t):
        return Verb.CONTAIN
    if secure_ccp(view, memory, orders_out, t):
        return Verb.SECURE_CCP
    return -1


@compiled
def beside_rescue(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray, t: int
) -> int:
    """Perimeter, those who fled, doors, people not hurt, what is unsearched; the verb, or -1."""
    if keep_perimeter(view, parameters, memory, orders_out, t):
        return Verb.PERIMETER
    if meet_outside(view, parameters, memory, orders_out, t):
        return Verb.TRIAGE_OUTSIDE
    if open_ccp(view, memory, orders_out, t):
        return Verb.BREACH
    if lead_uninjured(view, parameters, memory, orders_out, t):
        return Verb.MOVE_UNINJURED
    return hunt(view, parameters, memory, orders_out, t)


@compiled
def hunt(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray, t: int
) -> int:
    """A reserve, then search of what is left, else wait at staging; the verb, or < 0 to stay put.

    Nobody is sent whom command could no longer lead: those at staging report nothing.
    """
    led = is_led(view, parameters, memory, t)
    if led:
        verb = keep_reserve(view, parameters, memory, orders_out, t)
        if verb != NOTHING:
            return verb
    if led and search(view, memory, orders_out, t):
        return Verb.CLEAR
    return wait(view, orders_out, t)


@compiled
def is_led(view: View, parameters: np.ndarray, memory: np.ndarray, t: int) -> bool:
    """Whether command can still lead team t beside the others at work, or sets itself no bound."""
    most = int(parameters[Rule.SPAN])
    others = int(memory[DIRECT])
    if view.teams[t]["task"] != Task.STAGED:
        others -= 1
    return most == 0 or others < most


@compiled
def wait(view: View, orders_out: np.ndarray, t: int) -> int:
    """Wait at staging; the verb, or -1 where the team does so already."""
    if view.teams[t]["task"] == Task.STAGED:
        return -1
    say(orders_out, Verb.STAGE, (t, -1, -1, 0))
    return Verb.STAGE


@compiled
def last_area(orders_out: np.ndarray) -> int:
    """The area of the order written last."""
    area = -1
    for k in range(len(orders_out)):
        if orders_out[k]["verb"] >= 0:
            area = int(orders_out[k]["area"])
    return area
