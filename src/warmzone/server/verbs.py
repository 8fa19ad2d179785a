"""The order bar: every verb a person at the Tactical seat can say, its slots and its key."""

from dataclasses import dataclass
from typing import Literal

from warmzone.server import wire
from warmzone.vocabulary.codes import CommandPlace, ThreatStatus, Zone
from warmzone.vocabulary.orders import Verb

Needs = Literal["no", "police", "rtf", "any"]
Place = Literal["no", "any", "vehicle"]

ZONES = {"hot": Zone.HOT, "warm": Zone.WARM, "cold": Zone.COLD}
THREATS = {
    "none": ThreatStatus.NONE,
    "ongoing": ThreatStatus.ONGOING,
    "contained": ThreatStatus.CONTAINED,
    "unknown": ThreatStatus.UNKNOWN,
    "over": ThreatStatus.OVER,
}
PLACES = {"inside": CommandPlace.INSIDE, "post": CommandPlace.POST}

VALUES: dict[Verb, dict[str, int]] = {
    Verb.TAKE_COMMAND: dict(PLACES),
    Verb.DECLARE_ZONE: dict(ZONES),
    Verb.DECLARE_THREAT: dict(THREATS),
}
"""The words of the verbs that carry a value, with the numbers they stand for."""


@dataclass(frozen=True, slots=True)
class _Bar:
    """One button of the order bar."""

    verb: Verb
    label: str
    key: str
    team: Needs
    area: Place
    help: str


_BARS = (
    _Bar(Verb.CONTACT, "Contact", "1", "police", "any", "Go towards the threat at a place."),
    _Bar(Verb.HOLD, "Hold", "2", "police", "any", "Go to a place and hold it."),
    _Bar(Verb.CLEAR, "Clear", "3", "police", "any", "Search a place and report what is there."),
    _Bar(Verb.TREAT, "Treat", "4", "any", "any", "Give care to the casualties of a place."),
    _Bar(
        Verb.CARRY, "Carry", "5", "any", "any", "Carry casualties from a place to the CCP or AEP."
    ),
    _Bar(Verb.DECLARE_ZONE, "Zone", "6", "no", "any", "Call a place hot, warm or cold."),
    _Bar(Verb.BUILD_CORRIDOR, "Corridor", "7", "police", "no", "Post a team on the corridor."),
    _Bar(Verb.CLEAR_RTF_IN, "RTF in", "8", "rtf", "any", "Let a rescue task force in to a place."),
    _Bar(Verb.SECURE_RTF, "Secure RTF", "9", "police", "no", "Go with the medics as security."),
    _Bar(Verb.TAKE_COMMAND, "Command", "0", "no", "no", "Say that you have command, and where."),
    _Bar(Verb.HOLD_RTF, "Hold RTF", "shift+1", "rtf", "no", "Have a rescue task force wait."),
    _Bar(Verb.ASK_REPORT, "Report", "shift+2", "any", "no", "Ask a team what it sees."),
    _Bar(Verb.SET_CCP, "CCP", "shift+3", "no", "any", "Set the casualty collection point."),
    _Bar(Verb.SET_AEP, "AEP", "shift+4", "no", "vehicle", "Set the ambulance exchange point."),
    _Bar(Verb.DECLARE_THREAT, "Threat", "shift+5", "no", "no", "Say what you hold of the threat."),
    _Bar(Verb.STAGE, "Stage", "shift+6", "any", "no", "Send a team to staging."),
    _Bar(Verb.WITHDRAW, "Withdraw", "shift+7", "any", "no", "Bring a team out."),
    _Bar(Verb.BREAK_CORRIDOR, "Close corr.", "shift+8", "no", "no", "Close the corridor."),
)

SAYABLE = {bar.verb.name.lower(): bar.verb for bar in _BARS}
"""The verbs of the Tactical seat by the name that travels."""

SLOTS = {bar.verb: (bar.team, bar.area) for bar in _BARS}


def verb_views() -> list[wire.VerbView]:
    """The order bar as it is sent in hello."""
    return [
        wire.VerbView(
            code=int(bar.verb),
            name=bar.verb.name.lower(),
            label=bar.label,
            key=bar.key,
            needs_team=bar.team,
            needs_area=bar.area,
            values=list(VALUES.get(bar.verb, {})),
            help=bar.help,
        )
        for bar in _BARS
    ]
