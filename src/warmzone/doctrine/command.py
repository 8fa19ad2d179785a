"""The commander family: one policy, whose rules decide from where and in which order it commands.

In the order of the doctrine: take command; name the CCP and AEP; say which ground is hot or warm;
answer the RTF; say whom first; give every team without a task something to do (threat, rescue,
corridor, search, reserve); say what the threat is when that is known.
"""

import numpy as np

from warmzone.doctrine.alarms import is_open, mind_alarms
from warmzone.doctrine.allocate import allocate
from warmzone.doctrine.channels import say_channels
from warmzone.doctrine.evacuation import mind_evacuation
from warmzone.doctrine.guarding import end_corridor
from warmzone.doctrine.information import mind_word
from warmzone.doctrine.looks import movement, threat_about
from warmzone.doctrine.medical import nearest_vehicle_place
from warmzone.doctrine.memory import FIRST_SEEN, SAID_THREAT
from warmzone.doctrine.officers import mind_arrivals
from warmzone.doctrine.parts import mind_parts
from warmzone.doctrine.rules import Rule
from warmzone.doctrine.say import say
from warmzone.doctrine.seniors import mind_seniors
from warmzone.doctrine.way_in import go_in_first
from warmzone.doctrine.words import call_together, medics_here, say_words, size_up
from warmzone.kernel.compiled import compiled
from warmzone.kernel.events import NEVER
from warmzone.kernel.view import View
from warmzone.vocabulary.codes import (
    AreaKind,
    CommandPlace,
    Discipline,
    Movement,
    Source,
    ThreatStatus,
    Zone,
)
from warmzone.vocabulary.orders import Verb


@compiled
def decide_command(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray
) -> int:
    """Command by the rules in `parameters`."""
    again = view.now_ms + int(parameters[Rule.RETHINK_S] * 1000.0)
    if view.seat[0]["place"] == CommandPlace.NOBODY:
        size_up(view, parameters, orders_out)
        next_ms = consider_command(view, parameters, memory, orders_out)
        go_in_first(view, parameters, memory, orders_out)
        return min(again, next_ms)
    name_places(view, parameters, orders_out)
    mind_alarms(view, parameters, memory, orders_out)
    mind_word(view, parameters, memory, orders_out)
    mind_arrivals(view, parameters, memory, orders_out)
    if not is_open(view, parameters):
        say_threat(view, parameters, memory, orders_out)
    declare_zones(view, parameters, orders_out)
    answer_rtfs(view, parameters, orders_out)
    call_together(view, parameters, orders_out)
    end_corridor(view, memory, orders_out)
    mind_evacuation(view, parameters, orders_out)
    mind_seniors(view, parameters, memory, orders_out)
    allocate(view, parameters, memory, orders_out)
    mind_parts(view, parameters, memory, orders_out)
    say_channels(view, parameters, memory, orders_out)
    say_words(view, parameters, orders_out)
    return view.now_ms + view.decision_ms if leads_on(orders_out) else again


@compiled
def leads_on(orders_out: np.ndarray) -> bool:
    """Whether more may follow at once from what is ordered: a word to all, or no row was left."""
    free = False
    for k in range(len(orders_out)):
        verb = int(orders_out[k]["verb"])
        free = free or verb < 0
        if verb >= 0 and orders_out[k]["team"] < 0:
            return True
    return not free


@compiled
def consider_command(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray
) -> int:
    """Take command once enough officers are here, or after a while with fewer; when to look."""
    officers = 0
    for t in range(len(view.teams)):
        if view.units[t]["discipline"] == Discipline.POLICE:
            officers += int(view.teams[t]["able"]) * int(view.teams[t]["known"])
    if officers == 0:
        return int(NEVER)
    if memory[FIRST_SEEN] == 0:
        memory[FIRST_SEEN] = view.now_ms
    waited = view.now_ms - memory[FIRST_SEEN]
    wanted = int(parameters[Rule.OFFICERS_TO_COMMAND])
    if wanted < 0:
        wanted = int(view.profile[0]["officers_to_command"])
    patience = int(parameters[Rule.WAIT_S] * 1000.0)
    if patience < 0:
        patience = int(view.profile[0]["wait_ms"])
    if officers >= wanted or waited >= patience:
        say(orders_out, Verb.TAKE_COMMAND, (-1, -1, -1, int(parameters[Rule.PLACE])))
        return view.now_ms + view.decision_ms
    return int(memory[FIRST_SEEN]) + patience


@compiled
def name_places(view: View, parameters: np.ndarray, orders_out: np.ndarray) -> None:
    """Name the AEP and, for more than a few casualties, a CCP near the reds on the way to it."""
    seat = view.seat[0]
    reds = 0
    worst = -1
    most = 0
    for k in range(int(seat["places"])):
        a = int(view.places[k])
        need = 2 * int(view.areas[a]["counts"][0]) + int(view.areas[a]["counts"][1])
        reds += int(view.areas[a]["counts"][0]) + int(view.areas[a]["counts"][1])
        if need > most:
            worst = a
            most = need
    if worst < 0:
        return
    aep = int(seat["aep"])
    if aep < 0:
        aep = nearest_vehicle_place(view, worst)
        if aep >= 0 and view.profile[0]["forbidden"][Verb.SET_AEP] == 0:
            say(orders_out, Verb.SET_AEP, (-1, aep, -1, 0))
    inside = view.profile[0]["ccp_inside"] == 1
    if inside and seat["ccp"] < 0 and aep >= 0 and reds >= int(parameters[Rule.CCP_CASUALTIES]):
        ccp = best_ccp(view, aep)
        if ccp >= 0:
            say(orders_out, Verb.SET_CCP, (-1, ccp, -1, 0))


@compiled
def best_ccp(view: View, aep: int) -> int:
    """The holdable indoor area with the shortest carries from the reds and on to the AEP, or -1."""
    best = -1
    best_m = 1.0e9
    for a in range(len(view.areas)):
        ground = view.ground[a]
        big = ground["kind"] <= AreaKind.HALL and ground["floor_m2"] >= 25.0
        if not big or ground["outdoor"] == 1 or a == view.seat[0]["threat_area"]:
            continue
        if not threat_about(view) and int(view.areas[a]["counts"][0]) > 0:
            continue  # reds are carried out of there at once: nothing keeps anybody in
        metres = 4.0 * view.distance_m[a, aep]
        for k in range(int(view.seat[0]["places"])):
            b = int(view.places[k])
            need = 2 * int(view.areas[b]["counts"][0]) + int(view.areas[b]["counts"][1])
            if need > 0:
                metres += need * view.distance_m[b, a]
        if metres < best_m:
            best = a
            best_m = metres
    return best


@compiled
def say_threat(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray
) -> None:
    """Say that the threat is over: a team said so, officers bear out a caller, all is searched."""
    seat = view.seat[0]
    if memory[SAID_THREAT] == ThreatStatus.OVER + 1:
        if seat["threat"] == ThreatStatus.OVER or seat["threat"] == ThreatStatus.NONE:
            return
        memory[SAID_THREAT] = 0
    over = seat["threat"] == ThreatStatus.OVER and seat["threat_by"] == Source.TEAM
    over = over or is_borne_out(view, parameters)
    quiet = seat["threat"] == ThreatStatus.UNKNOWN and seat["threat_by"] != Source.DISPATCH
    if over or (quiet and all_searched(view)):
        if say(orders_out, Verb.DECLARE_THREAT, (-1, -1, -1, ThreatStatus.OVER)):
            memory[SAID_THREAT] = ThreatStatus.OVER + 1


@compiled
def is_borne_out(view: View, parameters: np.ndarray) -> bool:
    """Whether a caller says that it is over, and officers who looked where it was hear nothing."""
    seat = view.seat[0]
    place = int(seat["threat_area"])
    if seat["threat"] != ThreatStatus.OVER or seat["threat_by"] != Source.CALLER or place < 0:
        return False
    said_ms = int(seat["threat_ms"])
    if officers_at(view, place) == 0 or int(view.areas[place]["seen_ms"]) < said_ms:
        return False
    return view.now_ms - said_ms >= int(parameters[Rule.BORNE_OUT_S] * 1000.0)


@compiled
def all_searched(view: View) -> bool:
    """Whether every indoor area is known to have been searched since the threat was last placed."""
    for a in range(len(view.areas)):
        if view.ground[a]["outdoor"] == 0:
            searched = view.areas[a]["searched_ms"]
            if searched < 0 or searched < view.areas[a]["threat_ms"]:
                return False
    return True


@compiled
def may_be_warm(view: View, parameters: np.ndarray, area: int) -> bool:
    """Whether ground can be called warm: out of reach of what is known of the threat."""
    seat = view.seat[0]
    status = seat["threat"]
    if status == ThreatStatus.NONE or status == ThreatStatus.OVER:
        return True
    place = int(seat["threat_area"])
    far = place >= 0 and view.distance_m[area, place] > parameters[Rule.WARM_RADIUS_M]
    quiet = view.now_ms - int(seat["threat_ms"]) > int(parameters[Rule.QUIET_S] * 1000.0)
    if status == ThreatStatus.ONGOING:
        return far
    if status == ThreatStatus.CONTAINED:
        return area != place
    if far or (quiet and view.areas[area]["searched_ms"] >= 0):
        return True
    return officers_at(view, area) >= int(parameters[Rule.WARM_OFFICERS])


@compiled
def officers_at(view: View, area: int) -> int:
    """Officers last reported at an area."""
    officers = 0
    for t in range(len(view.teams)):
        belief = view.teams[t]
        if belief["known"] == 1 and view.units[t]["discipline"] == Discipline.POLICE:
            if belief["area"] == area:
                officers += int(belief["able"])
    return officers


@compiled
def declare_zones(view: View, parameters: np.ndarray, orders_out: np.ndarray) -> None:
    """Hot where the threat is; warm, area by area, where casualties lie or the CCP is."""
    seat = view.seat[0]
    place = int(seat["threat_area"])
    ongoing = seat["threat"] == ThreatStatus.ONGOING or seat["threat"] == ThreatStatus.CONTAINED
    if ongoing and place >= 0 and view.zones[place]["zone"] != Zone.HOT:
        say(orders_out, Verb.DECLARE_ZONE, (-1, place, -1, Zone.HOT))
    if int(parameters[Rule.CLEAR_BEFORE_RESCUE]) == 1 and not all_searched(view):
        return
    if int(parameters[Rule.THREAT_ALONE]) == 1 and threat_about(view):
        return
    if seat["ccp"] >= 0:
        declare_warm(view, parameters, orders_out, int(seat["ccp"]))
    if parameters[Rule.TOGETHER_S] > 0.0 and seat["place_area"] >= 0 and seat["together"] == 0:
        if medics_here(view):
            declare_warm(view, parameters, orders_out, int(seat["place_area"]))
    for k in range(int(seat["places"])):
        counts = view.areas[view.places[k]]["counts"]
        if int(counts[0]) + int(counts[1]) > 0 and view.places[k] != seat["ccp"]:
            declare_warm(view, parameters, orders_out, int(view.places[k]))


@compiled
def declare_warm(view: View, parameters: np.ndarray, orders_out: np.ndarray, area: int) -> None:
    """Call an indoor area warm where that is not done, somebody knows it, and nothing forbids."""
    if view.ground[area]["outdoor"] == 1 or not wears_off(view, parameters, area):
        return
    # Asked first what is cheap: counting officers goes through every team.
    known = view.areas[area]["searched_ms"] >= 0 or officers_at(view, area) > 0
    if known and may_be_warm(view, parameters, area):
        say(orders_out, Verb.DECLARE_ZONE, (-1, area, -1, Zone.WARM))


@compiled
def wears_off(view: View, parameters: np.ndarray, area: int) -> bool:
    """Whether ground has not been called warm, or so long ago that it will soon not count."""
    declared = view.zones[area]
    if declared["zone"] < Zone.WARM:
        return True
    return view.now_ms - int(declared["since_ms"]) > int(parameters[Rule.SAY_AGAIN_S] * 1000.0)


@compiled
def answer_rtfs(view: View, parameters: np.ndarray, orders_out: np.ndarray) -> None:
    """Answer every request at once: go, with a place called warm, or wait."""
    for t in range(len(view.teams)):
        belief = view.teams[t]
        if belief["asked_ms"] < 0 or belief["pending_order"] >= 0:
            continue
        area = rtf_goal(view, parameters, orders_out, t)
        carried_out = movement(view, parameters) == Movement.POLICE_CARRY and threat_about(view)
        if area >= 0 and not carried_out:
            how = int(parameters[Rule.MOVEMENT])
            say(orders_out, Verb.CLEAR_RTF_IN, (t, area, -1, how))
        elif view.now_ms - belief["asked_ms"] > 60_000:
            say(orders_out, Verb.HOLD_RTF, (t, -1, -1, 60))


@compiled
def rtf_goal(view: View, parameters: np.ndarray, orders_out: np.ndarray, t: int) -> int:
    """Where crew t is needed most on ground called warm or cold, the CCP before others; or -1.

    Where other crews were sent, only what they leave over counts.
    """
    seat = view.seat[0]
    best = -1
    most = 0.0
    each = parameters[Rule.CREW_SHARE]
    ccp = int(seat["ccp"])
    if ccp >= 0 and view.zones[ccp]["zone"] >= Zone.WARM and ccp != seat["aep"]:
        counts = view.areas[ccp]["counts"]
        best = ccp
        others = crews_at(view, orders_out, t, ccp)
        most = float(6 * int(counts[0]) + 4 * int(counts[1]) + 1) / (1.0 + each * others)
        if seat["aep"] < 0:
            most = 0.5  # nobody can be taken on from there yet: it comes after every other place
    for k in range(int(seat["places"])):
        a = int(view.places[k])
        if view.zones[a]["zone"] >= Zone.WARM and a != seat["aep"] and a != ccp:
            counts = view.areas[a]["counts"]
            need = float(3 * int(counts[0]) + 2 * int(counts[1]))
            if need > most:
                need = need / (1.0 + each * crews_at(view, orders_out, t, a))
            if need > most:
                best = a
                most = need
    return best


@compiled
def crews_at(view: View, orders_out: np.ndarray, t: int, area: int) -> float:
    """How many crews other than t were sent to an area."""
    crews = 0
    for other in range(len(view.teams)):
        belief = view.teams[other]
        medical = view.units[other]["discipline"] == Discipline.MEDICAL
        if medical and other != t and belief["busy"] == 1 and belief["target_area"] == area:
            crews += 1
    for k in range(len(orders_out)):
        order = orders_out[k]
        if order["verb"] == Verb.CLEAR_RTF_IN and order["area"] == area and order["team"] != t:
            crews += 1
    return float(crews)
