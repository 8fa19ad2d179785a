"""Giving an order: what its seat sees at once, and how it goes on the air."""

from warmzone.kernel.arrays import ORDERS_AT_ONCE, SEATS, State
from warmzone.kernel.arrivals import ask_for
from warmzone.kernel.codes import Defect, Item
from warmzone.kernel.command_words import note_said
from warmzone.kernel.compiled import compiled
from warmzone.kernel.face_to_face import post_of
from warmzone.kernel.lanes import hand_on
from warmzone.kernel.refusals import NAMES_AREA, NAMES_OTHER, NAMES_TEAM
from warmzone.kernel.saying import send_order
from warmzone.kernel.stretch import walk_on
from warmzone.kernel.team_orders import turns_team
from warmzone.kernel.transfer import lend
from warmzone.kernel.weights import weigh
from warmzone.kernel.world_arrays import World
from warmzone.kernel.zones import declare
from warmzone.vocabulary.codes import CommandPlace, Discipline, Reply, Role, Seat
from warmzone.vocabulary.orders import Verb


@compiled
def give(state: State, world: World, row: int, now: int) -> None:
    """Give order `row`, checked and appended: what its seat sees at once, then the air."""
    walk_on(state, world, now)
    order = state.orders[row]
    verb = order["verb"]
    seat = state.seats[order["seat"]]
    if verb == Verb.TAKE_COMMAND:
        take_command(state, world, row, now)
    elif verb == Verb.DECLARE_ZONE:
        declare(state, int(order["area"]), int(order["value"]), int(order["seat"]), now)
    elif verb == Verb.SET_CCP:
        seat["ccp"] = order["area"]
        seat["ccp_ms"] = now
    elif verb == Verb.SET_AEP:
        seat["aep"] = order["area"]
        seat["aep_ms"] = now
    elif verb == Verb.WARN_SITES:
        seat["warned_ms"] = now
    elif verb == Verb.SET_PRIORITY:
        seat["priority"] = order["value"]
    elif verb == Verb.MOVE_WALKING:
        seat["walking_area"] = order["area"]
    elif verb == Verb.DECLARE_THREAT:
        seat["threat"] = order["value"]
        seat["threat_ms"] = now
        seat["threat_heard_ms"] = now
        seat["threat_by"] = -1
        seat["threat_report"] = -1
    elif verb == Verb.ASK_SOURCE:
        state.area_beliefs[order["seat"], order["area"]]["asked_ms"] = now
    elif verb == Verb.CLEAR_THE_AIR:
        lasts_ms = int(order["value"]) * 1000
        seat["quiet_until_ms"] = now + lasts_ms if lasts_ms > 0 else 0
    elif verb == Verb.STAGE_ARRIVALS:
        seat["arrivals_staged"] = order["value"]
    elif verb == Verb.CALL_RESOURCES:
        ask_for(state, world, int(order["value"]))
    else:
        note_said(seat, int(verb), now)
    if order["team"] >= 0:
        expect(state, row, int(verb))
        weigh(state, world, int(order["seat"]), int(order["team"]))
    send_when_ready(state, world, row, now)


@compiled
def send_when_ready(state: State, world: World, row: int, now: int) -> None:
    """Say an order, or let it wait until the person who gave it is no longer occupied."""
    order = state.orders[row]
    ready_ms = int(state.seats[order["seat"]]["ready_ms"])
    if ready_ms > now and state.seats[order["seat"]]["automatic"] == 0:
        hand_on(state, world, (Item.LATER, row, int(order["seat"])), ready_ms)
    else:
        send_order(state, world, row, now)


@compiled
def expect(state: State, row: int, verb: int) -> None:
    """What a seat holds of the team that it has just given order `row`, before any answer."""
    order = state.orders[row]
    belief = state.team_beliefs[order["seat"], order["team"]]
    if verb != Verb.REQUEST_ENTRY:
        belief["pending_order"] = row
        if turns_team(verb):
            belief["works_for"] = order["other_team"] if verb == Verb.ASSIGN else -1
            police = state.teams[order["team"]]["discipline"] == Discipline.POLICE
            if police and belief["post_area"] < 0:
                belief["role"] = Role.NONE
    if verb == Verb.CLEAR_RTF_IN or verb == Verb.HOLD_RTF:
        belief["asked_ms"] = -1
        belief["reply"] = Reply.CLEARED if verb == Verb.CLEAR_RTF_IN else Reply.HELD


@compiled
def take_command(state: State, world: World, row: int, now: int) -> None:
    """One officer of a team on scene stops and takes charge, inside or at the post."""
    order = state.orders[row]
    seat = state.seats[Seat.TACTICAL]
    t = commander_team(state, world)
    seat["place"] = order["value"]
    seat["since_ms"] = now
    if t >= 0:
        seat["place_area"] = post_of(state, world, t, int(order["value"]))
        seat["commander"] = t
        state.command[0]["commander"] = t
        # Whoever commands does nothing else, wherever they stand and however few they are.
        lend(state, world, t, -1, now)
        state.team_beliefs[Seat.TACTICAL, t]["able"] = state.teams[t]["able"]
        weigh(state, world, Seat.TACTICAL, t)
    if order["value"] == CommandPlace.INSIDE and state.record[0]["interior_command_ms"] < 0:
        state.record[0]["interior_command_ms"] = now


@compiled
def commander_team(state: State, world: World) -> int:
    """The team that gives its officer to command: the largest known one, indoors first."""
    best = -1
    best_score = 0
    for t in range(len(state.teams)):
        team = state.teams[t]
        if (
            state.team_beliefs[Seat.TACTICAL, t]["known"] == 1
            and team["discipline"] == Discipline.POLICE
        ):
            score = int(team["able"]) * 2 + 1 - int(world.areas[team["area"]]["outdoor"])
            if team["able"] > 0 and score > best_score:
                best = t
                best_score = score
    return best


@compiled
def append_order(state: State, order: tuple[int, int, int, int, int, int], now: int) -> int:
    """Append (seat, verb, team, area, other team, value); returns its row. Full is a defect."""
    clock = state.clock[0]
    row = int(clock["orders"])
    if row >= len(state.orders) - SEATS * ORDERS_AT_ONCE:
        clock["defect"] = Defect.ORDERS_FULL
        return row - 1
    clock["orders"] = row + 1
    added = state.orders[row]
    added["seat"] = order[0]
    added["verb"] = order[1]
    # A team that the verb does not speak to hears nothing, so nobody waits for its answer.
    added["team"] = order[2] if NAMES_TEAM[order[1]] != 0 else -1
    added["area"] = order[3] if NAMES_AREA[order[1]] != 0 else -1
    added["other_team"] = order[4] if NAMES_OTHER[order[1]] != 0 else -1
    added["value"] = order[5]
    added["rides"] = 0
    added["channel"] = -1
    added["spoken_ms"] = -1
    added["ack_task"] = -1
    added["word"] = -1
    added["then"] = -1
    added["acked_ms"] = -1
    added["given_ms"] = now
    added["heard_ms"] = -1
    return row
