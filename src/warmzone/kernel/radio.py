"""Who hears what: channels by agency, face to face, through dispatch, by relay to a post.

Channels are half-duplex, one speaker at a time; messages take airtime and wait (`lanes`).
As a channel fills, messages are clipped and said again, or lost without anybody noticing. What is
said on another channel is passed on by dispatch, late and not always. A command post hears, and is
heard, through a relay. Teams beside a seat speak with it face to face (`face_to_face`).
"""

from warmzone.kernel.arrays import SEATS, State
from warmzone.kernel.beliefs import hear, learn_heard
from warmzone.kernel.codes import Item, Lane, Precedence
from warmzone.kernel.compiled import compiled
from warmzone.kernel.draws import Purpose, uniform
from warmzone.kernel.face_to_face import beside
from warmzone.kernel.lanes import hand_on, say, tell_seat
from warmzone.kernel.span import MISPLACED, OVERLOOKED, taken_in
from warmzone.kernel.unanswered import goes_unanswered, is_still_news
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import (
    CommandPlace,
    Discipline,
    Phase,
    RadioPlan,
    Seat,
    Task,
    ThreatStatus,
)
from warmzone.vocabulary.orders import Verb
from warmzone.vocabulary.reports import ReportKind


@compiled
def channel_of(state: State, world: World, t: int) -> int:
    """The channel a team speaks on; -1 is the medical side's own people (ambulances)."""
    command = state.command[0]
    plan = command["radio_plan"]
    medical = t < 0 or world.units[t]["discipline"] == Discipline.MEDICAL
    if plan == RadioPlan.SHARED or (medical and command["unified_ms"] >= 0):
        return Lane.POLICE
    if medical:
        return Lane.MEDICAL
    if plan == RadioPlan.BY_AGENCY:
        return 0 + int(world.units[t]["channel"])  # widened: a lane is int64
    return Lane.AID if rescues(state.teams[t]["task"]) else Lane.POLICE


@compiled
def rescues(task: int) -> bool:
    """Whether a task belongs on the rescue channel of a plan by function."""
    care = task == Task.TREAT or task == Task.CARRY or task == Task.OUTSIDE_TRIAGE
    return care or task == Task.CORRIDOR_POST or task == Task.RTF_SECURITY


@compiled
def listens(state: State, seat: int, channel: int) -> bool:
    """Whether a seat has a radio on that channel."""
    command = state.command[0]
    if command["together_ms"] >= 0 and channel != Lane.AID:
        return True  # what one hears, the other does
    if seat == Seat.MEDICAL:
        return bool(channel == (Lane.POLICE if medics_on_police(state) else Lane.MEDICAL))
    by_function = command["radio_plan"] == RadioPlan.BY_FUNCTION
    return bool(channel == Lane.POLICE or (by_function and channel == Lane.AID))


@compiled
def is_priority(state: State, row: int) -> bool:
    """Whether report `row` goes ahead of routine traffic."""
    report = state.reports[row]
    kind = report["kind"]
    threat = kind == ReportKind.THREAT and report["status"] == ThreatStatus.ONGOING
    down = kind == ReportKind.OFFICER_DOWN or kind == ReportKind.DEVICE
    return bool(threat or down or kind == ReportKind.SECOND_ATTACKER)


@compiled
def send_report(state: State, world: World, row: int, now: int) -> None:
    """Say a report: face to face to whoever is beside the team, on its channel where need be.

    Who stands beside their own commander says nothing on the air, unless Tactical listens there
    and has not heard it; the other seat is told by dispatch.
    """
    t = int(state.reports[row]["team"])
    channel = channel_of(state, world, t)
    for seat in range(SEATS):
        if beside(state, world, t, seat):
            hear(state, world, seat, row, now)
    heard_ms = state.reports[row]["heard_ms"]
    medics = t < 0 or world.units[t]["discipline"] == Discipline.MEDICAL
    waits = heard_ms[Seat.TACTICAL] < 0 and listens(state, Seat.TACTICAL, channel)
    if waits or heard_ms[Seat.MEDICAL if medics else Seat.TACTICAL] < 0:
        first = Precedence.PRIORITY if is_priority(state, row) else Precedence.ROUTINE
        say(state, world, channel, (Item.REPORT, row, 0, first), now)
    elif heard_ms[Seat.TACTICAL if medics else Seat.MEDICAL] < 0:
        state.teams[t]["spoken"] += 1
        pass_on(state, world, row, Seat.TACTICAL if medics else Seat.MEDICAL, now)


@compiled
def say_again(state: State, world: World, row: int, now: int) -> None:
    """Say what nobody acknowledged again, from where the team is by now, while it is news."""
    able = state.teams[state.reports[row]["team"]]["phase"] != Phase.OUT_OF_ACTION
    if able and is_still_news(state, row):
        send_report(state, world, row, now)


@compiled
def said_on(state: State, world: World, row: int, channel: int, now: int) -> None:
    """Report `row` has been said on a channel: who listens hears it, others by dispatch."""
    if state.reports[row]["spoken_ms"] < 0:
        state.reports[row]["channel"] = channel
        state.reports[row]["spoken_ms"] = now
    heard_ms = state.reports[row]["heard_ms"]
    if heard_ms[Seat.TACTICAL] < 0:  # else it was told face to face, or hears it said again
        if overlooked(state, world, row):
            goes_unanswered(state, world, row, now)
        else:
            said_to_tactical(state, world, row, channel, now)
    if heard_ms[Seat.MEDICAL] < 0:
        said_to_medical(state, world, row, channel, now)


@compiled
def said_to_tactical(state: State, world: World, row: int, channel: int, now: int) -> None:
    """What was said on a channel reaches Tactical: at once, by the relay, or by dispatch."""
    if not listens(state, Seat.TACTICAL, channel):
        pass_on(state, world, row, Seat.TACTICAL, now)
    elif is_own(state, channel) or not missed(state, world, row):
        hear_on_air(state, world, (Seat.TACTICAL, channel), row, now)


@compiled
def said_to_medical(state: State, world: World, row: int, channel: int, now: int) -> None:
    """What was said on a channel reaches the medical seat: at once, by the relay, by dispatch."""
    if listens(state, Seat.MEDICAL, channel):
        hear_on_air(state, world, (Seat.MEDICAL, channel), row, now)
    else:
        pass_on(state, world, row, Seat.MEDICAL, now)


@compiled
def comes_by_relay(state: State, seat: int, channel: int) -> bool:
    """Whether a seat hears a channel of the officers inside through the relay of a command post.

    Medics beside Tactical hear what the post hears; where they have the police channel on radios
    of their own, both hear it at once.
    """
    if state.seats[Seat.TACTICAL]["place"] != CommandPlace.POST or channel == Lane.MEDICAL:
        return False
    together = state.command[0]["together_ms"] >= 0
    if channel == Lane.POLICE and medics_on_police(state):
        return bool(seat == Seat.TACTICAL and not together)
    return bool(seat == Seat.TACTICAL or together)


@compiled
def medics_on_police(state: State) -> bool:
    """Whether the medical side has the police channel on its own radios."""
    command = state.command[0]
    return bool(command["radio_plan"] == RadioPlan.SHARED or command["unified_ms"] >= 0)


@compiled
def hear_on_air(state: State, world: World, air: tuple[int, int], row: int, now: int) -> None:
    """A (seat, channel) hears report `row` there: at once, or through the post's relay."""
    if comes_by_relay(state, air[0], air[1]):
        due = now + int(world.parameters[0]["relay_delay_s"] * 1000.0)
        hand_on(state, world, (Item.REPORT, row, air[0]), due)
    else:
        hear(state, world, air[0], row, now)


@compiled
def overlooked(state: State, world: World, row: int) -> bool:
    """Whether Tactical, with too many to lead, does not take in what a team said on the air."""
    report = state.reports[row]
    t = int(report["team"])
    if t < 0 or is_priority(state, row):
        return False
    fate = taken_in(state, world, t)
    if fate == MISPLACED:
        report["misplaced"] = 1
        state.record[0]["misplaced"] += 1
    elif fate == OVERLOOKED:
        state.record[0]["overlooked"] += 1
    return bool(fate == OVERLOOKED)


@compiled
def is_own(state: State, channel: int) -> bool:
    """Whether nothing of a channel escapes Tactical: its first radio, or Triage's beside it."""
    beside_triage = state.command[0]["together_ms"] >= 0 and channel == Lane.MEDICAL
    return bool(channel == Lane.POLICE or beside_triage)


@compiled
def announce(state: State, world: World, row: int, now: int) -> None:
    """Dispatch says report `row` on every channel; both seats hear it."""
    hear(state, world, Seat.TACTICAL, row, now)
    hear(state, world, Seat.MEDICAL, row, now)


@compiled
def concerns_medics(state: State, row: int) -> bool:
    """Whether dispatch passes a report of the police on to the medics.

    That nobody lies somewhere it passes on only where it has told them of casualties.
    """
    report = state.reports[row]
    kind = report["kind"]
    if kind == ReportKind.AREA_SEEN or kind == ReportKind.AREA_CLEAR:
        belief = state.area_beliefs[Seat.MEDICAL, report["area"]]
        lying = 0
        for k in range(4):
            lying += int(report["counts"][k])
        return bool(lying > 0 or belief["listed"] == 1)
    danger = kind == ReportKind.THREAT or kind == ReportKind.OFFICER_DOWN
    also = kind in (ReportKind.CORRIDOR, ReportKind.DEVICE, ReportKind.COUNT, ReportKind.CHECKED)
    also = also or kind == ReportKind.VEHICLES
    also = also or kind == ReportKind.COMMAND_TAKEN or kind == ReportKind.COMMAND_ACCEPTED
    return bool(danger or also or kind == ReportKind.SELF_EVACUATED)


@compiled
def pass_on(state: State, world: World, row: int, seat: int, now: int) -> None:
    """Dispatch passes a report on to a seat on another channel, late, or forgets it."""
    report = state.reports[row]
    if seat == Seat.MEDICAL and not concerns_medics(state, row):
        return
    if not forgotten(state, world, (int(report["team"]), Seat.MEDICAL), seat):
        tell_seat(state, world, (Item.REPORT, row, seat), seat, now)


@compiled
def for_medics(verb: int) -> bool:
    """Whether an order to everybody counts as heard once the medics have heard it."""
    place = verb == Verb.SET_CCP or verb == Verb.SET_AEP
    first = verb == Verb.SET_PRIORITY
    return bool(place or first or verb == Verb.DECLARE_ZONE or verb == Verb.DECLARE_THREAT)


@compiled
def is_for_medical_seat(world: World, team: int, verb: int) -> bool:
    """Whether an order to a team, or to everybody (-1), is one that the medical seat hears."""
    if team >= 0:
        return bool(world.units[team]["discipline"] == Discipline.MEDICAL)
    return for_medics(verb)


@compiled
def is_current(state: State, row: int) -> bool:
    """Whether what order `row` declared is what its seat has declared last."""
    order = state.orders[row]
    seat = state.seats[order["seat"]]
    verb = order["verb"]
    if verb == Verb.DECLARE_ZONE:
        return bool(int(state.zones[order["area"]]["zone"]) == int(order["value"]))
    if verb == Verb.DECLARE_THREAT:
        return bool(int(seat["threat"]) == int(order["value"]))
    if verb == Verb.SET_CCP:
        return bool(int(seat["ccp"]) == int(order["area"]))
    if verb == Verb.SET_AEP:
        return bool(int(seat["aep"]) == int(order["area"]))
    if verb == Verb.SET_PRIORITY:
        return bool(int(seat["priority"]) == int(order["value"]))
    if verb == Verb.MOVE_WALKING:
        return bool(int(seat["walking_area"]) == int(order["area"]))
    return True


@compiled
def speaker(state: State, t: int, seat: int) -> int:
    """Who speaks, as the entity of a draw: a team, or behind the teams a seat."""
    return t if t >= 0 else len(state.teams) + seat


@compiled
def times_spoken(state: State, t: int, seat: int) -> int:
    """How often a team, or for -1 a seat, has spoken on the air."""
    return int(state.teams[t]["spoken"]) if t >= 0 else int(state.seats[seat]["spoken"])


@compiled
def forgotten(state: State, world: World, who: tuple[int, int], to: int) -> bool:
    """Whether dispatch fails to pass on to a seat what (team, or -1 and seat) has just said."""
    clock = state.clock[0]
    count = times_spoken(state, who[0], who[1]) * 2 + to
    key = (clock["epoch"], speaker(state, who[0], who[1]), Purpose.HANDING_ON, count)
    return bool(uniform(clock["seed"], key) < world.parameters[0]["patch_loss_p"])


@compiled
def missed(state: State, world: World, row: int) -> bool:
    """Whether Tactical, with two radios to listen to, misses what was said on the second."""
    clock = state.clock[0]
    t = int(state.reports[row]["team"])
    count = times_spoken(state, t, Seat.MEDICAL) * 2
    key = (clock["epoch"], speaker(state, t, Seat.MEDICAL), Purpose.HANDING_ON, count)
    return bool(uniform(clock["seed"], key) < world.parameters[0]["second_channel_loss_p"])


@compiled
def acknowledge(state: State, world: World, row: int, task: int, now: int) -> None:
    """Order `row` was heard; a team says what it turns to (-1: nothing new).

    Its seat knows at once face to face or on its own channel, else through relay or dispatch, or
    when the runner who brought the order is back.
    """
    order = state.orders[row]
    order["ack_task"] = task
    t = int(order["team"])
    if order["seat"] == Seat.MEDICAL or t < 0 or world.units[t]["discipline"] == Discipline.MEDICAL:
        learn_heard(state, world, Seat.MEDICAL, row, now)
    channel = channel_of(state, world, t) if t >= 0 else Lane.POLICE
    answer = (0 + Item.ACKNOWLEDGEMENT, row, 0 + Seat.TACTICAL)
    if order["on_foot_ms"] > 0:
        due = now + int(order["on_foot_ms"])
        order["on_foot_ms"] = 0
        hand_on(state, world, answer, due)
    elif beside(state, world, t, Seat.TACTICAL):
        learn_heard(state, world, Seat.TACTICAL, row, now)
    elif not listens(state, Seat.TACTICAL, channel):
        tell_seat(state, world, answer, Seat.TACTICAL, now)
    elif comes_by_relay(state, Seat.TACTICAL, channel):
        due = now + int(world.parameters[0]["relay_delay_s"] * 1000.0)
        hand_on(state, world, answer, due)
    else:
        learn_heard(state, world, Seat.TACTICAL, row, now)
