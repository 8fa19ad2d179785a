"""The living allocation problem: what every team without a task is given to do."""

import numpy as np

from warmzone.doctrine.alarms import look_into
from warmzone.doctrine.officers import is_joining, link_up, may_not_go_alone, pair_up
from warmzone.doctrine.rules import Rule
from warmzone.doctrine.say import say
from warmzone.doctrine.tally import (
    ALL_SEARCHED,
    CLEARING,
    CONTACT_OFFICERS,
    HOLDING,
    POSTING,
    TEAMS,
    caring,
    count_teams,
    remember,
    searching,
)
from warmzone.kernel.compiled import compiled
from warmzone.kernel.view import View
from warmzone.vocabulary.codes import (
    AreaKind,
    CorridorState,
    Discipline,
    Movement,
    Task,
    ThreatStatus,
    Zone,
)
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
        belief = view.teams[t]
        police = view.units[t]["discipline"] == Discipline.POLICE
        free = belief["known"] == 1 and belief["able"] > 0 and belief["pending_order"] < 0
        free = free and not is_joining(view, memory, t)
        if police and free and can_be_employed(view, t):
            waits = waits_like_others(view, t)
            if waits and belief["area"] == nothing_at:
                continue
            given = employ(view, parameters, memory, orders_out, t)
            nothing_at = int(belief["area"]) if waits and given < 0 else NOWHERE
            if given >= 0:
                remember(view, memory, t, (last_area(orders_out) + 1) * 64 + given + 1)
        elif police and free and is_silent(view, parameters, t):
            say(orders_out, Verb.ASK_REPORT, (t, -1, -1, 0))
            nothing_at = NOWHERE
    memory[ALL_SEARCHED] = 0


@compiled
def waits_like_others(view: View, t: int) -> bool:
    """Whether a team waits at staging and nothing but its place tells it from others who do."""
    if view.teams[t]["task"] != Task.STAGED or view.teams[t]["plain"] == 1:
        return False
    return not may_not_go_alone(view, t)


@compiled
def is_silent(view: View, parameters: np.ndarray, t: int) -> bool:
    """Whether a team whose work must end one day has not been heard for long."""
    task = view.teams[t]["task"]
    ends = task == Task.CLEAR or task == Task.TREAT or task == Task.CARRY
    silent_ms = view.now_ms - int(view.teams[t]["heard_ms"])
    return bool(ends and silent_ms > int(parameters[Rule.SILENT_S] * 1000.0))


@compiled
def can_be_employed(view: View, t: int) -> bool:
    """Whether a team has nothing to do: no task, in reserve, or on a threat that is over."""
    task = view.teams[t]["task"]
    if task == Task.CONTACT:
        return not threat_about(view)
    return bool(task == Task.UNASSIGNED or task == Task.STAGED)


@compiled
def threat_about(view: View) -> bool:
    """Whether there is, or may be, a threat."""
    status = int(view.seat[0]["threat"])
    return status != ThreatStatus.NONE and status != ThreatStatus.OVER


@compiled
def employ(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray, t: int
) -> int:
    """Find the most urgent thing for team t and order it; the verb, or -1 where it stays put."""
    if threat_about(view) and may_not_go_alone(view, t):
        return -1 if pair_up(view, memory, orders_out, t) else wait(view, orders_out, t)
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
    if to_threat(view, parameters, memory, orders_out, t):
        return Verb.CONTACT
    verb = look_into(view, memory, orders_out, t)
    if verb >= 0:
        return verb
    if int(parameters[Rule.THREAT_ALONE]) == 1 and threat_about(view):
        return hunt(view, memory, orders_out, t)
    if clear_first and search(view, memory, orders_out, t):
        return Verb.CLEAR
    moves = movement(view, parameters)
    if moves == Movement.ESCORT and secure_rtf(view, memory, orders_out, t):
        return Verb.SECURE_RTF
    if hold_ccp(view, memory, orders_out, t):
        return Verb.HOLD
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
    return hunt(view, memory, orders_out, t)


@compiled
def hunt(view: View, memory: np.ndarray, orders_out: np.ndarray, t: int) -> int:
    """Search what is left; where nothing is, wait at staging; the verb, or -1 to stay put."""
    if search(view, memory, orders_out, t):
        return Verb.CLEAR
    return wait(view, orders_out, t)


@compiled
def wait(view: View, orders_out: np.ndarray, t: int) -> int:
    """Wait at staging; the verb, or -1 where the team does so already."""
    if view.teams[t]["task"] == Task.STAGED:
        return -1
    say(orders_out, Verb.STAGE, (t, -1, -1, 0))
    return Verb.STAGE


@compiled
def movement(view: View, parameters: np.ndarray) -> int:
    """How medics move: by the commander's own rule, else by the agency's."""
    own = int(parameters[Rule.MOVEMENT])
    return own if own > 0 else int(view.profile[0]["movement"])


@compiled
def last_area(orders_out: np.ndarray) -> int:
    """The area of the order written last."""
    area = -1
    for k in range(len(orders_out)):
        if orders_out[k]["verb"] >= 0:
            area = int(orders_out[k]["area"])
    return area


@compiled
def to_threat(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray, t: int
) -> bool:
    """Stop the killing: enough officers on an ongoing threat, a few on one that is unknown."""
    seat = view.seat[0]
    status = seat["threat"]
    place = int(seat["threat_area"])
    wanted = int(parameters[Rule.CONTACT_OFFICERS])
    if not threat_about(view) or place < 0:
        return False
    if status != ThreatStatus.ONGOING:
        wanted = int(parameters[Rule.QUIET_OFFICERS])
    if memory[CONTACT_OFFICERS] >= wanted:
        return False
    return say(orders_out, Verb.CONTACT, (t, place, -1, 0))


@compiled
def rescue(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray, t: int
) -> int:
    """Stop the dying: first care, then carrying, where most reds lie for the teams sent there."""
    seat = view.seat[0]
    areas = TEAMS + len(view.teams)
    best = -1
    best_score = 0.0
    for k in range(int(seat["places"])):
        a = int(view.places[k])
        if a == seat["aep"]:
            continue
        counts = view.areas[a]["counts"]
        need = 2.0 * float(counts[0]) + float(counts[1])
        if need <= 0.0 or (ongoing_at(view, a) and seat["threat"] == ThreatStatus.ONGOING):
            continue
        active = float(caring(view, memory, a))
        enough = 2.0 * active >= float(counts[0]) + float(counts[1])
        score = need / (1.0 + active) / (60.0 + view.distance_m[near(view, t), a])
        if score > best_score and not enough:
            best = a
            best_score = score
    if best < 0:
        return -1
    verb = Verb.TREAT
    places = seat["ccp"] >= 0 or seat["aep"] >= 0
    if memory[areas + best] > 0 and places:
        verb = Verb.CARRY
    if drives_them(view, parameters, t) and int(view.areas[best]["counts"][0]) > 0:
        if caring(view, memory, best) > 0:
            verb = Verb.POLICE_TRANSPORT
    memory[areas + best] += 1
    say(orders_out, verb, (t, best, -1, 0))
    return verb


@compiled
def drives_them(view: View, parameters: np.ndarray, t: int) -> bool:
    """Whether a team may take reds in its car: allowed, and no medics are on scene as far as known.

    One drives and one stays with the casualty.
    """
    if int(parameters[Rule.POLICE_CARS]) == 0 or int(view.teams[t]["able"]) < 2:
        return False
    if view.profile[0]["forbidden"][Verb.POLICE_TRANSPORT] == 1:
        return False
    for other in range(len(view.teams)):
        medical = view.units[other]["discipline"] == Discipline.MEDICAL
        if medical and view.teams[other]["known"] == 1:
            return False
    return True


@compiled
def near(view: View, t: int) -> int:
    """Where a team was last reported; area 0 where that is not known."""
    return max(0, int(view.teams[t]["area"]))


@compiled
def ongoing_at(view: View, area: int) -> bool:
    """Whether the threat was last placed in this area."""
    return int(view.seat[0]["threat_area"]) == area


@compiled
def secure_rtf(view: View, memory: np.ndarray, orders_out: np.ndarray, t: int) -> bool:
    """Give a security element to an RTF on scene that has none."""
    if not threat_about(view) or view.profile[0]["forbidden"][Verb.SECURE_RTF] == 1:
        return False
    for rtf in range(len(view.teams)):
        belief = view.teams[rtf]
        medical = view.units[rtf]["discipline"] == Discipline.MEDICAL
        if medical and belief["known"] == 1 and memory[TEAMS + rtf] == 0:
            if say(orders_out, Verb.SECURE_RTF, (t, -1, rtf, 0)):
                memory[TEAMS + rtf] = t + 1
                return True
    return False


@compiled
def hold_ccp(view: View, memory: np.ndarray, orders_out: np.ndarray, t: int) -> bool:
    """Have one team hold the CCP."""
    ccp = int(view.seat[0]["ccp"])
    if ccp < 0 or memory[HOLDING] > 0:
        return False
    return say(orders_out, Verb.HOLD, (t, ccp, -1, 0))


@compiled
def hold_island(view: View, memory: np.ndarray, orders_out: np.ndarray, t: int) -> bool:
    """Have ground held that is called warm and where casualties lie, so that medics move freely."""
    if not threat_about(view):
        return False
    for k in range(int(view.seat[0]["places"])):
        a = int(view.places[k])
        counts = view.areas[a]["counts"]
        hurt = int(counts[0]) + int(counts[1]) > 0
        if hurt and view.zones[a]["zone"] >= Zone.WARM and not being_held(view, memory, a):
            return say(orders_out, Verb.HOLD, (t, a, -1, 0))
    return False


@compiled
def being_held(view: View, memory: np.ndarray, area: int) -> bool:
    """Whether a team was told to hold this area and has not said that it is done."""
    for t in range(len(view.teams)):
        belief = view.teams[t]
        under_way = belief["pending_order"] >= 0 or belief["task"] == Task.HOLD
        if under_way and memory[TEAMS + t] == (area + 1) * 64 + Verb.HOLD + 1:
            return True
    return False


@compiled
def corridor(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray, t: int
) -> bool:
    """Give teams to the corridor from the CCP to the AEP while it is not open."""
    seat = view.seat[0]
    if seat["ccp"] < 0 or seat["aep"] < 0 or seat["corridor"] == CorridorState.OPEN:
        return False
    if not threat_about(view) or view.profile[0]["forbidden"][Verb.BUILD_CORRIDOR] == 1:
        return False
    if memory[POSTING] >= int(parameters[Rule.CORRIDOR_TEAMS]):
        return False
    if no_post_free(view, memory, view.now_ms - int(parameters[Rule.POSTS_AGAIN_S] * 1000.0)):
        return False
    return say(orders_out, Verb.BUILD_CORRIDOR, (t, -1, -1, 0))


@compiled
def no_post_free(view: View, memory: np.ndarray, since_ms: int) -> bool:
    """Whether a team given to the corridor has said since then that there is nothing to do."""
    for t in range(len(view.teams)):
        refused_ms = int(view.teams[t]["cannot_ms"])
        police = view.units[t]["discipline"] == Discipline.POLICE
        if police and refused_ms >= 0 and refused_ms > since_ms:
            if memory[TEAMS + t] % 64 == Verb.BUILD_CORRIDOR + 1:
                return True
    return False


@compiled
def worth_searching(view: View) -> bool:
    """Whether casualties may lie on ground that nobody has searched: a threat has been about."""
    return int(view.seat[0]["threat"]) != ThreatStatus.NONE


@compiled
def search(view: View, memory: np.ndarray, orders_out: np.ndarray, t: int) -> bool:
    """Search the nearest indoor corridor or hall that is unsearched and not being searched.

    Where the threat was last placed comes first; where none was, what callers speak of.
    """
    if memory[ALL_SEARCHED] == 1 or not worth_searching(view):
        return False
    place = int(view.seat[0]["threat_area"])
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
        if place >= 0:
            metres += view.distance_m[place, a]
        if ground["kind"] == AreaKind.ROOM:
            metres = metres + 25.0
        if view.areas[a]["claimed"] > 0:
            metres = metres * 0.5
        if metres < best_m:
            best = a
            best_m = metres
    if not left:
        memory[ALL_SEARCHED] = 1  # until the end of this decision
    if best < 0:
        return False
    return say(orders_out, Verb.CLEAR, (t, best, -1, 0))
