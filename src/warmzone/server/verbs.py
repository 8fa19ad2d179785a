"""The order bar: every verb a person at the Tactical seat can say, its slots and its key."""

from dataclasses import dataclass
from typing import Literal

from warmzone.server import wire
from warmzone.vocabulary.codes import AtWounded, CommandPlace, Resource, ThreatStatus, Zone
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
    Verb.STEP_PAST: {
        "step past": AtWounded.STEP_PAST,
        "tourniquet and go": AtWounded.TOURNIQUET,
        "stop and treat": AtWounded.STOP,
    },
    Verb.STAGE_ARRIVALS: {"go to staging": 1, "come straight in": 0},
    Verb.CALL_RESOURCES: {
        "officers": Resource.OFFICERS,
        "rescue task forces": Resource.RTF,
        "ambulances": Resource.AMBULANCES,
    },
}
"""The words of the verbs that carry a value, with the numbers they stand for."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One button of the order bar."""

    verb: Verb
    label: str
    key: str
    team: Needs
    area: Place
    help: str


_BARS = (
    Bar(Verb.CONTACT, "Contact", "1", "police", "any", "Go to the threat and stay on it."),
    Bar(Verb.HOLD, "Hold", "2", "police", "any", "Go there and hold it."),
    Bar(Verb.CLEAR, "Clear", "3", "police", "any", "Search it and report what is there."),
    Bar(Verb.TREAT, "Treat", "4", "police", "any", "Stop bleeding, sort by colour."),
    Bar(Verb.CARRY, "Carry", "5", "police", "any", "Carry casualties to the CCP or the AEP."),
    Bar(Verb.DECLARE_ZONE, "Zone", "6", "no", "any", "Declare ground hot, warm or cold."),
    Bar(Verb.BUILD_CORRIDOR, "Corridor", "7", "police", "no", "Give this team to the corridor."),
    Bar(Verb.CLEAR_RTF_IN, "RTF in", "8", "rtf", "any", "Let the rescue task force come in."),
    Bar(Verb.HOLD_RTF, "RTF wait", "9", "rtf", "no", "Let the rescue task force wait."),
    Bar(Verb.DECLARE_THREAT, "Threat", "0", "no", "no", "Say what you hold the threat to be."),
    Bar(Verb.TAKE_COMMAND, "Command", "shift+1", "no", "no", "Say that you have command."),
    Bar(Verb.SECURE_RTF, "Escort", "shift+2", "police", "no", "Go with the RTF as security."),
    Bar(Verb.SET_CCP, "CCP", "shift+3", "no", "any", "Set the casualty collection point."),
    Bar(Verb.SET_AEP, "AEP", "shift+4", "no", "vehicle", "Set the ambulance exchange point."),
    Bar(Verb.STAGE, "Stage", "shift+5", "any", "no", "Go to staging and wait."),
    Bar(Verb.WITHDRAW, "Withdraw", "shift+6", "any", "no", "Come out."),
    Bar(Verb.ASK_REPORT, "Report?", "shift+7", "any", "no", "Ask what they see."),
    Bar(Verb.CONTAIN, "Contain", "shift+c", "police", "any", "Guard a way out of it."),
    Bar(Verb.CHECK_REPORT, "Check", "shift+k", "police", "any", "See whether a report is true."),
    Bar(Verb.WITHDRAW_AREA, "All out", "shift+w", "no", "any", "Everybody leaves that ground."),
    Bar(Verb.WARN_SITES, "Warn sites", "shift+n", "no", "no", "Have other places warned."),
    Bar(Verb.GO_IN, "Go in", "shift+g", "police", "no", "Go in at the threat, before command too."),
    Bar(Verb.WAIT_AT_DOOR, "Door", "shift+d", "police", "no", "Wait at the door, ready."),
    Bar(Verb.STEP_PAST, "Wounded", "shift+p", "police", "no", "What to do at wounded on the way."),
    Bar(Verb.FORM_TEAM, "Form team", "shift+f", "police", "no", "Take another team into this one."),
    Bar(Verb.LINK_UP, "Link up", "shift+l", "police", "no", "Meet plain clothes and identify."),
    Bar(Verb.RESERVE, "Reserve", "shift+r", "police", "any", "Stand there, ready to go at once."),
    Bar(Verb.ASSIGN, "Assign", "shift+a", "police", "no", "Work for another team from now on."),
    Bar(Verb.STAGE_ARRIVALS, "Arrivals", "shift+s", "no", "no", "Who comes waits, or comes in."),
    Bar(Verb.CALL_RESOURCES, "Call", "shift+m", "no", "no", "Ask dispatch for more."),
    Bar(Verb.MOVE_VEHICLES, "Move cars", "shift+v", "police", "vehicle", "Clear the way."),
    Bar(Verb.BREACH, "Breach", "shift+b", "police", "any", "Open its locked doors."),
    Bar(Verb.BREAK_CORRIDOR, "No corridor", "shift+8", "no", "no", "Give the corridor up."),
)

SAYABLE = {bar.verb.name.lower(): bar.verb for bar in _BARS}
"""The verbs of the Tactical seat by the name that travels."""

SLOTS = {bar.verb: (bar.team, bar.area) for bar in _BARS}


def bars() -> tuple[Bar, ...]:
    """Every button, in the order of the bar."""
    return _BARS


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
