"""How an order travels: face to face, on a channel, through a relay or dispatch; and what was said.

An order that nobody answers is said again by an automatic seat, as long as it is still meant.
"""

from warmzone.kernel.arrays import State
from warmzone.kernel.beliefs import hear, learn_heard
from warmzone.kernel.callers import call
from warmzone.kernel.codes import Item, Lane, Precedence
from warmzone.kernel.coming_out import are_outside
from warmzone.kernel.command_words import hear_plan
from warmzone.kernel.compiled import compiled
from warmzone.kernel.counting import reconcile
from warmzone.kernel.draws import Purpose, uniform
from warmzone.kernel.errands import runner_arrives
from warmzone.kernel.events import EventKind, schedule
from warmzone.kernel.face_to_face import beside
from warmzone.kernel.lanes import (
    begin_saying,
    first_in,
    hand_on,
    say,
    take_arrived,
    take_said,
    tell_seat,
    waiting,
)
from warmzone.kernel.obedience import hear_order
from warmzone.kernel.radio import (
    channel_of,
    comes_by_relay,
    for_medics,
    forgotten,
    is_current,
    listens,
    said_on,
    say_again,
    speaker,
    times_spoken,
)
from warmzone.kernel.rtf_orders import hold_is_over
from warmzone.kernel.runners import comes_back
from warmzone.kernel.senior import senior_acts
from warmzone.kernel.together import stand_together
from warmzone.kernel.transfer import accept, united
from warmzone.kernel.transmissions import airtime, next_said, set_next_said
from warmzone.kernel.unanswered import goes_unanswered
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import ClearanceOwner, CommandPlace, Seat, ThreatStatus, Zone
from warmzone.vocabulary.orders import Verb

HEARD, CLIPPED, LOST = 0, 1, 2
ONE_BREATH_MS = 2000  # between two declarations that are said as one: an assumption


@compiled
def send_order(state: State, world: World, row: int, now: int) -> None:
    """Say an order: with the one before it, face to face, through relay or dispatch, by radio."""
    order = state.orders[row]
    t = int(order["team"])
    if in_one_breath(state, row):
        order["rides"] = 1
    elif order["seat"] == Seat.MEDICAL:
        send_medical(state, world, row, now)
    elif asks_owner(state, world, row) and state.command[0]["unified_ms"] < 0:
        # The word goes out to whoever may let an RTF in, and from there to the RTF.
        ways = int(world.profile[0]["clearance"])
        due = now + ways * int(world.parameters[0]["relay_delay_s"] * 1000.0)
        hand_on(state, world, (Item.ORDER, row, channel_of(state, world, t)), due)
    elif beside(state, world, t, Seat.TACTICAL):
        hear_order(state, world, row, now)
    else:
        send_far(state, world, row, now)


@compiled
def send_medical(state: State, world: World, row: int, now: int) -> None:
    """The medical seat speaks with crews beside it face to face; with others on their channel."""
    order = state.orders[row]
    t = int(order["team"])
    if order["verb"] != Verb.REQUEST_ENTRY and beside(state, world, t, Seat.MEDICAL):
        hear_order(state, world, row, now)
    else:
        put_on_air(state, world, row, channel_of(state, world, t), now)


@compiled
def asks_owner(state: State, world: World, row: int) -> bool:
    """Whether an RTF is let in from inside where the agency leaves that to somebody outside."""
    owner = world.profile[0]["clearance"]
    inside = state.seats[Seat.TACTICAL]["place"] == CommandPlace.INSIDE
    lets_in = state.orders[row]["verb"] == Verb.CLEAR_RTF_IN
    return bool(lets_in and inside and owner != ClearanceOwner.TACTICAL)


@compiled
def send_far(state: State, world: World, row: int, now: int) -> None:
    """Say an order of Tactical by radio, where need be through the relay or through dispatch."""
    t = int(state.orders[row]["team"])
    channel = channel_of(state, world, t) if t >= 0 else Lane.POLICE
    p = world.parameters[0]
    if not listens(state, Seat.TACTICAL, channel):
        state.seats[Seat.TACTICAL]["spoken"] += 1
        if forgotten(state, world, (-1, Seat.TACTICAL), Seat.TACTICAL):
            lose(state, world, row, now)
        else:
            due = now + int(p["patch_delay_s"] * 1000.0)
            hand_on(state, world, (Item.ORDER, row, channel), due)
    elif comes_by_relay(state, Seat.TACTICAL, channel):
        due = now + int(p["relay_delay_s"] * 1000.0)
        hand_on(state, world, (Item.ORDER, row, channel), due)
    else:
        put_on_air(state, world, row, channel, now)


@compiled
def put_on_air(state: State, world: World, row: int, channel: int, now: int) -> None:
    """Let an order wait for a channel; whoever has cleared the air speaks first on it."""
    cleared = int(state.lanes[channel]["quiet_until_ms"]) > now
    held = cleared and state.orders[row]["seat"] == Seat.TACTICAL
    first = Precedence.PRIORITY if held or is_urgent(state, row) else Precedence.ROUTINE
    say(state, world, channel, (Item.ORDER, row, 0, first), now)


@compiled
def is_urgent(state: State, row: int) -> bool:
    """Whether order `row` goes ahead of routine traffic: it names danger, or calls people out.

    To clear the air goes ahead too.
    """
    order = state.orders[row]
    verb = order["verb"]
    hot = verb == Verb.DECLARE_ZONE and order["value"] == Zone.HOT
    threat = verb == Verb.DECLARE_THREAT and order["value"] == ThreatStatus.ONGOING
    out = verb == Verb.WITHDRAW or verb == Verb.WITHDRAW_AREA
    return bool(hot or threat or out or verb == Verb.CLEAR_THE_AIR)


@compiled
def in_one_breath(state: State, row: int) -> bool:
    """Whether a declaration joins the one before it: same zone, said together, not yet heard."""
    order = state.orders[row]
    if row == 0 or order["verb"] != Verb.DECLARE_ZONE:
        return False
    before = state.orders[row - 1]
    same = before["verb"] == order["verb"] and before["seat"] == order["seat"]
    same = same and int(before["value"]) == int(order["value"])
    together = int(order["given_ms"]) - int(before["given_ms"]) <= ONE_BREATH_MS
    return bool(same and together and before["heard_ms"] < 0 and before["spoken_ms"] < 0)


@compiled
def channel_turn(state: State, world: World, channel: int, now: int) -> None:
    """A transmission has been said, well or badly, or routine traffic may begin again."""
    if state.lanes[channel]["speaking"] == 0:
        begin_saying(state, world, channel, now)
        return
    kind, row, _to, _first = first_in(state, channel)
    fate = fate_on_air(state, world, channel, now)
    if fate == CLIPPED:
        state.record[0]["clipped"] += 1
        slot = world.layout[0]["slot"][EventKind.RADIO] + channel
        schedule(state.times, state.winners, slot, now + airtime(state, world, kind, row))
        return
    take_said(state, channel)
    begin_saying(state, world, channel, now)
    while row >= 0:
        later = next_said(state, kind, row)
        if kind == Item.ORDER:
            order_said(state, world, row, (channel, fate), now)
        elif fate == HEARD:
            said_on(state, world, row, channel, now)
        else:
            state.record[0]["lost"] += 1
            goes_unanswered(state, world, row, now)
        set_next_said(state, kind, row, -1)
        row = later


@compiled
def fate_on_air(state: State, world: World, channel: int, now: int) -> int:
    """Whether what was said is heard, clipped or lost; the more wait to speak, the worse."""
    kind, row, _to, _first = first_in(state, channel)
    clock = state.clock[0]
    p = world.parameters[0]
    t = -1
    seat = Seat.MEDICAL
    if kind == Item.REPORT:
        t = int(state.reports[row]["team"])
        if t < 0 and state.reports[row]["about"] >= 0:
            seat = Seat.TACTICAL  # an answer, by the luck of who asked
    elif state.orders[row]["seat"] == Seat.TACTICAL:
        seat = Seat.TACTICAL
    if t >= 0:
        state.teams[t]["spoken"] += 1
    else:
        state.seats[seat]["spoken"] += 1
    others = 0
    if int(state.lanes[channel]["quiet_until_ms"]) <= now:
        others = waiting(state, channel) - 1
    fails = float(p["radio_loss_p"]) + float(p["radio_loss_per_waiting_p"]) * float(others)
    fails = min(fails, float(p["radio_loss_most_p"]))
    if state.command[0]["switching_until_ms"] > now:
        fails = 1.0 - (1.0 - fails) * (1.0 - float(p["radio_switch_loss_p"]))
    count = times_spoken(state, t, seat)
    key = (clock["epoch"], speaker(state, t, seat), Purpose.RADIO, count)
    u = uniform(clock["seed"], key)
    if u >= fails:
        return HEARD
    return CLIPPED if u < fails * float(p["radio_clip_share"]) else LOST


@compiled
def order_said(state: State, world: World, row: int, air: tuple[int, int], now: int) -> None:
    """An order has been said on (channel, how it fared)."""
    order = state.orders[row]
    order["channel"] = air[0]
    order["spoken_ms"] = now
    if order["heard_ms"] >= 0:
        return  # a runner was faster
    if air[1] == LOST:
        state.record[0]["lost"] += 1
        lose(state, world, row, now)
    elif (
        order["team"] >= 0 or not for_medics(order["verb"]) or listens(state, Seat.MEDICAL, air[0])
    ):
        hear_order(state, world, row, now)
    elif forgotten(state, world, (-1, Seat.TACTICAL), Seat.MEDICAL):
        lose(state, world, row, now)
    else:
        tell_seat(state, world, (Item.WORD, row, Seat.MEDICAL), Seat.MEDICAL, now)


@compiled
def lose(state: State, world: World, row: int, now: int) -> None:
    """Nobody heard an order; an automatic seat will say it again when no answer has come."""
    order = state.orders[row]
    order["tries"] += 1
    seat = int(order["seat"])
    if state.seats[seat]["automatic"] == 1 and order["verb"] != Verb.REQUEST_ENTRY:
        due = now + int(world.parameters[0]["repeat_order_s"] * 1000.0)
        hand_on(state, world, (Item.AGAIN, row, seat), due)


@compiled
def still_meant(state: State, row: int) -> bool:
    """Whether an order without an answer still says what its seat wants."""
    order = state.orders[row]
    heard = order["acked_ms"] >= 0 or order["heard_ms"] >= 0
    if heard or state.seats[order["seat"]]["automatic"] == 0 or not is_current(state, row):
        return False
    if order["team"] < 0:
        return True
    belief = state.team_beliefs[order["seat"], order["team"]]
    return bool(int(belief["pending_order"]) == row)


@compiled
def arrives(state: State, world: World, now: int) -> None:
    """All that was handed on and is due has arrived, in the order in which it was handed on."""
    while waiting(state, Lane.HANDED_ON) > 0 and first_in(state, Lane.HANDED_ON)[3] <= now:
        arrives_one(state, world, take_arrived(state, world), now)


@compiled
def arrives_one(state: State, world: World, item: tuple[int, int, int, int], now: int) -> None:
    """Something has arrived: a report, an answer, an order for a channel or a person."""
    kind, row, to, _due = item
    if kind == Item.REPORT:
        hear(state, world, to, row, now)
    elif kind == Item.ACKNOWLEDGEMENT:
        learn_heard(state, world, to, row, now)
    elif kind == Item.COUNTED:
        reconcile(state, world, now)
    elif kind == Item.TOGETHER or (kind >= Item.LATER and kind <= Item.SENIOR):
        arrives_for_command(state, world, (kind, row, to), now)
    elif kind == Item.PLAN:
        state.command[0]["radio_plan"] = state.orders[row]["value"]
    elif kind == Item.RUNNER:
        runner_arrives(state, world, row, to, now)
    elif kind == Item.RAN or kind == Item.LED:
        are_outside(state, world, (kind, row, to), now)
    elif kind == Item.CALL:
        call(state, world, row, now)
    elif kind == Item.HOLD_OVER:
        hold_is_over(state, world, row, now)
    elif kind == Item.PLAN_PASSED:
        hear_plan(state, world, False, now)
    elif kind == Item.UNANSWERED:
        say_again(state, world, row, now)
    elif kind == Item.BACK:
        comes_back(state, world, row, to, now)
    elif state.orders[row]["heard_ms"] < 0:
        order_arrives(state, world, (kind, row, to), now)


@compiled
def arrives_for_command(state: State, world: World, item: tuple[int, int, int], now: int) -> None:
    """What was handed on and concerns who commands: (kind, row, to)."""
    kind, row, to = item
    if kind == Item.TOGETHER:
        stand_together(state, world, now)
    elif kind == Item.LATER:
        send_order(state, world, row, now)
    elif kind == Item.BRIEFED:
        accept(state, world, row, now)
    elif kind == Item.UNITED:
        united(state, world, now)
    elif kind == Item.SENIOR:
        senior_acts(state, world, row, to, now)


@compiled
def order_arrives(state: State, world: World, item: tuple[int, int, int], now: int) -> None:
    """An order, handed on as (kind, row, to), is to be said on a channel, heard, or said again."""
    kind, row, to = item
    if kind == Item.ORDER:
        put_on_air(state, world, row, to, now)
    elif kind == Item.WORD:
        hear_order(state, world, row, now)
    elif still_meant(state, row):
        t = int(state.orders[row]["team"])
        if to == Seat.MEDICAL:
            send_medical(state, world, row, now)
        elif beside(state, world, t, Seat.TACTICAL):
            hear_order(state, world, row, now)
        else:
            send_far(state, world, row, now)
