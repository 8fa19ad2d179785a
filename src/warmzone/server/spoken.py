"""Orders as they are said on the radio."""

from collections.abc import Callable

from warmzone.server.verbs import VALUES
from warmzone.vocabulary.orders import Verb

_SHAPES: dict[Verb, str] = {
    Verb.TAKE_COMMAND: "All units, I have command, {value}.",
    Verb.CONTACT: "{team}, make contact at {area}.",
    Verb.HOLD: "{team}, hold {area}.",
    Verb.CLEAR: "{team}, clear {area}.",
    Verb.TREAT: "{team}, treat the casualties in {area}.",
    Verb.CARRY: "{team}, carry the casualties out of {area}.",
    Verb.DECLARE_ZONE: "All units, {area} is {value}.",
    Verb.BUILD_CORRIDOR: "{team}, post the corridor.",
    Verb.CLEAR_RTF_IN: "{team}, you are cleared in to {area}.",
    Verb.HOLD_RTF: "{team}, hold where you are, do not enter.",
    Verb.SECURE_RTF: "{team}, go with the rescue task force as security.",
    Verb.SET_CCP: "All units, casualty collection point is {area}.",
    Verb.SET_AEP: "All units, ambulance exchange point is {area}.",
    Verb.STAGE: "{team}, go to staging.",
    Verb.WITHDRAW: "{team}, withdraw.",
    Verb.DECLARE_THREAT: "All units, threat is {value}.",
    Verb.ASK_REPORT: "{team}, report.",
    Verb.REQUEST_ENTRY: "{team}, ask to enter.",
    Verb.BREAK_CORRIDOR: "All units, the corridor is closed.",
}


def value_word(verb: Verb, value: int) -> str:
    """The word of an order's value, or the empty string."""
    words = {number: word for word, number in VALUES.get(verb, {}).items()}
    return words.get(value, "")


def order_sentence(
    verb: Verb,
    team: int,
    area: int,
    value: int,
    name: tuple[Callable[[int], str], Callable[[int], str]],
) -> str:
    """The sentence of an order; `name` gives the callsign of a team and the name of an area."""
    callsign, place = name
    return _SHAPES[verb].format(
        team=callsign(team), area=place(area), value=value_word(verb, value)
    )
