"""Orders as they are said on the radio; how a review tells of them stands in `review.words`."""

from warmzone.server.names import Names
from warmzone.server.verbs import VALUES
from warmzone.vocabulary.orders import Order, Verb

_ORDERS: dict[Verb, str] = {
    Verb.TAKE_COMMAND: "All units, I have command, {value}.",
    Verb.CONTACT: "{team}, make contact at {area}.",
    Verb.HOLD: "{team}, hold {area}.",
    Verb.CLEAR: "{team}, clear {area}.",
    Verb.TREAT: "{team}, treat the casualties in {area}.",
    Verb.CARRY: "{team}, carry the casualties out of {area}.",
    Verb.DECLARE_ZONE: "All units, {area} is {value}.",
    Verb.BUILD_CORRIDOR: "{team}, post the corridor.",
    Verb.CLEAR_RTF_IN: "{team}, you are cleared in to {area}.",
    Verb.HOLD_RTF: "{team}, hold where you are, do not enter, {value}.",
    Verb.SECURE_RTF: "{team}, go with {other} as security.",
    Verb.SET_CCP: "All units, casualty collection point is {area}.",
    Verb.SET_AEP: "All units, ambulance exchange point is {area}.",
    Verb.STAGE: "{team}, go to staging.",
    Verb.WITHDRAW: "{team}, withdraw.",
    Verb.DECLARE_THREAT: "All units, threat is {value}.",
    Verb.ASK_REPORT: "{team}, report.",
    Verb.REQUEST_ENTRY: "{team}, ask to enter.",
    Verb.BREAK_CORRIDOR: "All units, the corridor is closed.",
    Verb.SIZE_UP: "All units, size-up: danger is at {area}. Come in from the far side.",
    Verb.TRANSFER_COMMAND: "{team}, stand by for command, here is the brief.",
    Verb.APPOINT: "{team}, you are {value} at {area}.",
    Verb.UNIFY_COMMAND: "Fire and EMS, come to the post: unified command.",
    Verb.GO_IN: "{team}, go in.",
    Verb.WAIT_AT_DOOR: "{team}, wait at the door.",
    Verb.STEP_PAST: "{team}, at wounded on your way: {value}.",
    Verb.FORM_TEAM: "{team}, take {other} into your team.",
    Verb.LINK_UP: "{team}, link up with {other} and identify.",
    Verb.RESERVE: "{team}, stand as reserve at {area}.",
    Verb.ASSIGN: "{team}, you work for {other} now.",
    Verb.CONTAIN: "{team}, contain the threat in {area}.",
    Verb.CHECK_REPORT: "{team}, check the report from {area}.",
    Verb.SET_PRIORITY: "All units, move {value} first.",
    Verb.MOVE_WALKING: "All who can walk, go to {area}.",
    Verb.POLICE_TRANSPORT: "{team}, take casualties from {area} to hospital in your car.",
    Verb.STAGE_ARRIVALS: "All arriving units, {value}.",
    Verb.CALL_RESOURCES: "Dispatch, send more {value}.",
    Verb.MOVE_VEHICLES: "{team}, clear the vehicles at {area}.",
    Verb.ASK_SOURCE: "Who says that of {area}, and from when is it?",
    Verb.CO_LOCATE: "Triage and Transport, come and stand with me.",
    Verb.SET_RADIO_PLAN: "All units, radio plan: {value}.",
    Verb.WITHDRAW_AREA: "Everybody out of {area}, now.",
    Verb.ROLL_CALL: "All units, roll call: who and where.",
    Verb.CLEAR_THE_AIR: "All units, emergency traffic only: {value}.",
    Verb.SEND_RUNNER: "{team}, send a runner to {other}.",
    Verb.BREACH: "{team}, bring keys and tools to {area} and open it.",
    Verb.MOVE_UNINJURED: "{team}, uninjured people in {area} are to {value}.",
    Verb.TRIAGE_OUTSIDE: "{team}, search and triage those who fled, at {area}.",
    Verb.WARN_SITES: "Dispatch, warn other sites.",
    Verb.RECONCILE: "All units, count again: casualties found, moved, left.",
    Verb.SAY_PLAN: "All units, this is the plan.",
    Verb.PERIMETER: "{team}, keep a perimeter at {area}.",
    Verb.SECURE_CCP: "{team}, secure the casualty collection point.",
}


def order_sentence(order: Order, names: Names) -> str:
    """An order as it goes out."""
    return _ORDERS[order.verb].format(
        team=names.team(order.team),
        other=names.team(order.other_team) if order.other_team >= 0 else "the medics",
        area=names.place(order.area),
        value=value_word(order.verb, order.value),
    )


def order_sentence_form(verb: Verb) -> str:
    """How an order of a verb sounds, with a dash where a name or a word stands."""
    words = dict.fromkeys(("team", "other", "area", "value"), "–")
    return _ORDERS[verb].format(**words)


def value_word(verb: Verb, value: int) -> str:
    """The word of an order's value, or the empty string."""
    words = {number: word for word, number in VALUES.get(verb, {}).items()}
    if verb in (Verb.CLEAR_THE_AIR, Verb.HOLD_RTF) and value not in words:
        return f"{value} seconds"
    return {"post": "at the post"}.get(words.get(value, ""), words.get(value, ""))
