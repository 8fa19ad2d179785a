"""The way in: who goes in at once, who waits at the door for others, what is done at wounded.

The distances and the time here are what this commander goes by, chosen by hand; none is measured.
"""

import numpy as np

from warmzone.doctrine.looks import near
from warmzone.doctrine.memory import CONTACT_OFFICERS, PASSING, TEAMS, TYING
from warmzone.doctrine.officers import is_here, is_idle, may_not_go_alone
from warmzone.doctrine.rules import Rule
from warmzone.doctrine.say import is_said, say
from warmzone.kernel.compiled import compiled
from warmzone.kernel.view import View
from warmzone.vocabulary.codes import AtWounded, Task, ThreatStatus
from warmzone.vocabulary.orders import Verb

NOTHING, STAYS = -1, -2  # no order: for want of a need, or because the team is where it should be
BESIDE_M = 10.0  # officers who stand so near go in together
MOMENTS_M = 90.0  # officers so far away are moments from the door
MOMENTS_MS = 60_000  # nobody waits for them longer
ON_THE_WAY_M = 1.0  # a place lies on the way where going by it makes that no longer than this
BITS = 62  # of a number in memory


@compiled
def go_in_first(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray
) -> None:
    """While shots are heard and nobody takes command yet, tell officers outside to go in."""
    seat = view.seat[0]
    if int(parameters[Rule.GO_IN]) == 0 or seat["threat"] != ThreatStatus.ONGOING:
        return
    if view.profile[0]["forbidden"][Verb.GO_IN] == 1:
        return
    if is_said(orders_out, Verb.TAKE_COMMAND, -1, -1):
        return
    for t in range(len(view.teams)):
        ready = stands_outside(view, t) and view.teams[t]["pending_order"] < 0
        if ready and not may_not_go_alone(view, t):
            if say(orders_out, Verb.GO_IN, (t, -1, -1, 0)):
                memory[TEAMS + t] = (int(seat["threat_area"]) + 1) * 64 + Verb.CONTACT + 1


@compiled
def stands_outside(view: View, t: int) -> bool:
    """Whether officers are known to wait outdoors to be told what to do."""
    belief = view.teams[t]
    waits = is_here(view, t) and is_idle(int(belief["task"])) and belief["area"] >= 0
    return bool(waits and view.ground[near(view, t)]["outdoor"] == 1)


@compiled
def enter(view: View, orders_out: np.ndarray, t: int, place: int) -> bool:
    """Send team t to the threat; one that waits at the door is told to go in."""
    at_door = view.teams[t]["task"] == Task.AT_DOOR and stands_outside(view, t)
    if at_door and view.profile[0]["forbidden"][Verb.GO_IN] == 0:
        return say(orders_out, Verb.GO_IN, (t, -1, -1, 0))
    return say(orders_out, Verb.CONTACT, (t, place, -1, 0))


@compiled
def waits_for_others(view: View, parameters: np.ndarray, memory: np.ndarray, t: int) -> bool:
    """Whether team t, too few for a threat that nobody hears, waits for officers moments away.

    Never while shots are heard, nor once somebody is in, nor for longer than moments.
    """
    wish = int(parameters[Rule.DOOR_OFFICERS])
    belief = view.teams[t]
    if view.profile[0]["forbidden"][Verb.WAIT_AT_DOOR] == 1:
        return False
    if belief["able"] >= wish or view.seat[0]["threat"] != ThreatStatus.UNKNOWN:
        return False
    if memory[CONTACT_OFFICERS] > 0 or not stands_outside(view, t):
        return False
    if belief["task"] == Task.AT_DOOR:
        if view.now_ms - int(belief["task_since_ms"]) > MOMENTS_MS:
            return False
    if officers_outside(view, t, BESIDE_M) >= wish:
        return False
    return officers_outside(view, t, MOMENTS_M) >= wish


@compiled
def officers_outside(view: View, t: int, metres: float) -> int:
    """Officers outdoors without a task, no further than that from team t, its own among them."""
    officers = 0
    for other in range(len(view.teams)):
        if stands_outside(view, other):
            if view.distance_m[near(view, other), near(view, t)] <= metres:
                officers += int(view.teams[other]["able"])
    return officers


@compiled
def waits_alone(view: View, parameters: np.ndarray, t: int) -> bool:
    """Whether an officer whom the rules keep from going in alone waits at the door for a second.

    Those at staging are called from there.
    """
    wanted = int(parameters[Rule.DOOR_OFFICERS]) > 0 and view.teams[t]["task"] != Task.STAGED
    return bool(wanted and view.profile[0]["forbidden"][Verb.WAIT_AT_DOOR] == 0)


@compiled
def wait_at_door(view: View, orders_out: np.ndarray, t: int) -> int:
    """Have team t wait at the door; the verb, or STAYS where it does so already."""
    if view.teams[t]["task"] == Task.AT_DOOR:
        return STAYS
    say(orders_out, Verb.WAIT_AT_DOOR, (t, -1, -1, 0))
    return Verb.WAIT_AT_DOOR


@compiled
def mind_wounded(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray
) -> None:
    """Say what those just sent in do at wounded on their way, where they were told otherwise.

    While shots are heard they step past; where nobody shoots who searches ties off and goes on.
    """
    rule = int(parameters[Rule.STEP_PAST])
    if rule == 0 or view.profile[0]["forbidden"][Verb.STEP_PAST] == 1:
        return
    shots = view.seat[0]["threat"] == ThreatStatus.ONGOING
    if not shots and rule < 2:
        return
    wish = 0 + AtWounded.STEP_PAST if shots else 0 + AtWounded.TOURNIQUET
    for k in range(len(orders_out)):
        verb = orders_out[k]["verb"]
        goal = int(orders_out[k]["area"])
        if verb == Verb.GO_IN:
            goal = int(view.seat[0]["threat_area"])
        sent = verb == Verb.CLEAR and not shots
        if shots:
            sent = verb == Verb.CONTACT or verb == Verb.GO_IN
        t = int(orders_out[k]["team"])
        if not sent or goal < 0 or told_at_wounded(view, memory, t) == wish:
            continue
        if wounded_on_way(view, near(view, t), goal):
            if say(orders_out, Verb.STEP_PAST, (t, -1, -1, wish)):
                remember_at_wounded(memory, t, wish)


@compiled
def told_at_wounded(view: View, memory: np.ndarray, t: int) -> int:
    """What team t does at wounded, as far as it was told: by its agency, or by command since."""
    bit = 1 << (t % BITS)
    if memory[PASSING] & bit != 0:
        return 0 + AtWounded.STEP_PAST
    if memory[TYING] & bit != 0:
        return 0 + AtWounded.TOURNIQUET
    return int(view.profile[0]["at_wounded"])


@compiled
def remember_at_wounded(memory: np.ndarray, t: int, told: int) -> None:
    """Remember what team t was last told to do at wounded."""
    bit = 1 << (t % BITS)
    memory[PASSING] &= ~bit
    memory[TYING] &= ~bit
    if told == AtWounded.STEP_PAST:
        memory[PASSING] |= bit
    elif told == AtWounded.TOURNIQUET:
        memory[TYING] |= bit


@compiled
def wounded_on_way(view: View, here: int, goal: int) -> bool:
    """Whether reds or yellows are known to lie between two places, or at one of them."""
    way_m = view.distance_m[here, goal] + ON_THE_WAY_M
    for k in range(int(view.seat[0]["places"])):
        a = int(view.places[k])
        counts = view.areas[a]["counts"]
        if int(counts[0]) + int(counts[1]) > 0:
            if view.distance_m[here, a] + view.distance_m[a, goal] <= way_m:
                return True
    return False
