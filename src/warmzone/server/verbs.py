"""The order bar: every verb a person at the Tactical seat can say, its group, its key, its values.

A verb needs one row here: its label, group and help. Team, place and second team are read from the
vocabulary's forms, and a verb that the world does not answer yet is left out by itself.
"""

from dataclasses import dataclass
from typing import Literal

from warmzone.vocabulary.codes import (
    AtWounded,
    CommandPlace,
    Movement,
    Priority,
    RadioPlan,
    Resource,
    Role,
    ThreatStatus,
    Zone,
)
from warmzone.vocabulary.orders import FORMS, UNBUILT, Addressee, Verb

Needs = Literal["no", "police", "rtf", "any"]
Place = Literal["no", "any", "vehicle"]
Words = dict[str, int]

MAIN = "Main"
GROUPS = (MAIN, "Teams", "Casualties", "Ground", "Command", "Radio")
"""The groups in the order of the bar; the first stands in it, the others open from it."""

_NEEDS: dict[Addressee, Needs] = {
    Addressee.NOBODY: "no",
    Addressee.POLICE: "police",
    Addressee.MEDICAL: "rtf",
    Addressee.ANY: "any",
}
_FOR_VEHICLES = frozenset((Verb.SET_AEP, Verb.MOVE_VEHICLES))

VALUES: dict[Verb, Words] = {
    Verb.TAKE_COMMAND: {"inside": CommandPlace.INSIDE, "post": CommandPlace.POST},
    Verb.DECLARE_ZONE: {"hot": Zone.HOT, "warm": Zone.WARM, "cold": Zone.COLD},
    Verb.DECLARE_THREAT: {
        "none": ThreatStatus.NONE,
        "ongoing": ThreatStatus.ONGOING,
        "contained": ThreatStatus.CONTAINED,
        "unknown": ThreatStatus.UNKNOWN,
        "over": ThreatStatus.OVER,
    },
    Verb.CLEAR_RTF_IN: {
        "by our rule": Movement.PROFILE,
        "with escort": Movement.ESCORT,
        "on held ground": Movement.ISLAND,
        "along the corridor": Movement.CORRIDOR,
        "police carry out": Movement.POLICE_CARRY,
    },
    Verb.HOLD_RTF: {"until told": 0, "1 minute": 60, "3 minutes": 180, "10 minutes": 600},
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
    Verb.APPOINT: {
        "area control": Role.AREA_CONTROL,
        "Triage": Role.TRIAGE,
        "Transport": Role.TRANSPORT,
        "Staging": Role.STAGING,
    },
    Verb.SET_PRIORITY: {
        "who is at hand": Priority.NEAREST,
        "reds": Priority.REDS,
        "controlled reds": Priority.CONTROLLED_REDS,
        "those who walk": Priority.WALKING,
    },
    Verb.SET_RADIO_PLAN: {
        "each agency its own": RadioPlan.BY_AGENCY,
        "one shared channel": RadioPlan.SHARED,
        "a channel by function": RadioPlan.BY_FUNCTION,
    },
    Verb.CLEAR_THE_AIR: {"1 minute": 60, "2 minutes": 120, "5 minutes": 300, "no longer": 0},
    Verb.MOVE_UNINJURED: {"come out": 1, "stay behind closed doors": 0},
}
"""The words of the verbs that carry a value, with the numbers they stand for."""

PRESET: dict[Verb, str] = {
    Verb.CLEAR_RTF_IN: "by our rule",
    Verb.HOLD_RTF: "until told",
    Verb.CLEAR_THE_AIR: "1 minute",
}
"""Values that are meant where none is chosen; a verb with values and no row here asks for one."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One button of the order bar; `key` is empty for a verb that is found by its name."""

    verb: Verb
    label: str
    group: str
    help: str
    key: str = ""

    @property
    def team(self) -> Needs:
        """Whom it is said to."""
        return _NEEDS[FORMS[self.verb].team]

    @property
    def other(self) -> Needs:
        """The second team that it names."""
        return _NEEDS[FORMS[self.verb].other]

    @property
    def area(self) -> Place:
        """The place that it names."""
        if not FORMS[self.verb].area:
            return "no"
        return "vehicle" if self.verb in _FOR_VEHICLES else "any"


_TEAMS, _CASUALTIES, _GROUND, _COMMAND, _RADIO = GROUPS[1:]

_ROWS = (
    Bar(Verb.CONTACT, "Contact", MAIN, "Go to the threat and stay on it.", "1"),
    Bar(Verb.HOLD, "Hold", MAIN, "Go there and hold it.", "2"),
    Bar(Verb.CLEAR, "Clear", MAIN, "Search it and report what is there.", "3"),
    Bar(Verb.TREAT, "Treat", MAIN, "Stop bleeding, sort by colour.", "4"),
    Bar(Verb.CARRY, "Carry", MAIN, "Carry casualties to the CCP or the AEP.", "5"),
    Bar(Verb.DECLARE_ZONE, "Zone", MAIN, "Declare ground hot, warm or cold.", "6"),
    Bar(Verb.BUILD_CORRIDOR, "Corridor", MAIN, "Give this team to the corridor.", "7"),
    Bar(Verb.CLEAR_RTF_IN, "RTF in", MAIN, "Let the rescue task force come in.", "8"),
    Bar(Verb.HOLD_RTF, "RTF wait", MAIN, "Let the rescue task force wait.", "9"),
    Bar(Verb.DECLARE_THREAT, "Threat", MAIN, "Say what you hold the threat to be.", "0"),
    Bar(Verb.GO_IN, "Go in", _TEAMS, "Go in at the threat, before command too.", "shift+g"),
    Bar(Verb.WAIT_AT_DOOR, "Door", _TEAMS, "Wait at the door, ready.", "shift+d"),
    Bar(Verb.CONTAIN, "Contain", _TEAMS, "Guard a way out of it.", "shift+c"),
    Bar(Verb.CHECK_REPORT, "Check", _TEAMS, "See whether a report is true.", "shift+k"),
    Bar(Verb.STEP_PAST, "Wounded", _TEAMS, "What to do at wounded on the way.", "shift+p"),
    Bar(Verb.FORM_TEAM, "Form team", _TEAMS, "Take another team into this one.", "shift+f"),
    Bar(Verb.LINK_UP, "Link up", _TEAMS, "Meet plain clothes and identify.", "shift+l"),
    Bar(Verb.ASSIGN, "Assign", _TEAMS, "Work for another team from now on.", "shift+a"),
    Bar(Verb.RESERVE, "Reserve", _TEAMS, "Stand there, ready to go at once.", "shift+r"),
    Bar(Verb.STAGE, "Stage", _TEAMS, "Go to staging and wait.", "shift+5"),
    Bar(Verb.WITHDRAW, "Withdraw", _TEAMS, "Come out.", "shift+6"),
    Bar(Verb.SECURE_RTF, "Escort", _CASUALTIES, "Go with the RTF as security.", "shift+2"),
    Bar(Verb.SET_CCP, "CCP", _CASUALTIES, "Set the casualty collection point.", "shift+3"),
    Bar(Verb.SECURE_CCP, "Secure CCP", _CASUALTIES, "Hold the CCP, wherever it is.", "shift+9"),
    Bar(Verb.SET_AEP, "AEP", _CASUALTIES, "Set the ambulance exchange point.", "shift+4"),
    Bar(Verb.SET_PRIORITY, "Move first", _CASUALTIES, "Say whom to carry out first."),
    Bar(Verb.MOVE_WALKING, "Walking out", _CASUALTIES, "Where those who can walk go."),
    Bar(
        Verb.MOVE_UNINJURED, "Uninjured", _CASUALTIES, "Lead people not hurt out, or let them stay."
    ),
    Bar(Verb.TRIAGE_OUTSIDE, "Triage out", _CASUALTIES, "Find and sort those who fled, there."),
    Bar(Verb.POLICE_TRANSPORT, "Police car", _CASUALTIES, "Drive casualties to hospital by car."),
    Bar(Verb.BREACH, "Breach", _GROUND, "Open its locked doors.", "shift+b"),
    Bar(Verb.MOVE_VEHICLES, "Move cars", _GROUND, "Clear the way.", "shift+v"),
    Bar(Verb.PERIMETER, "Perimeter", _GROUND, "Keep people and cars from coming in.", "shift+o"),
    Bar(Verb.WITHDRAW_AREA, "All out", _GROUND, "Everybody leaves that ground.", "shift+w"),
    Bar(Verb.BREAK_CORRIDOR, "No corridor", _GROUND, "Give the corridor up.", "shift+8"),
    Bar(Verb.TAKE_COMMAND, "Command", _COMMAND, "Say that you have command.", "shift+1"),
    Bar(Verb.SIZE_UP, "Size-up", _COMMAND, "Say where the danger is and how to come in."),
    Bar(Verb.TRANSFER_COMMAND, "Hand over", _COMMAND, "Brief this team; it takes command."),
    Bar(Verb.APPOINT, "Appoint", _COMMAND, "Give this team a command role at a place."),
    Bar(Verb.UNIFY_COMMAND, "Unified", _COMMAND, "Call Fire and EMS to one command post."),
    Bar(Verb.CO_LOCATE, "Stand with me", _COMMAND, "Have Triage and Transport stand with you."),
    Bar(Verb.SAY_PLAN, "Say plan", _COMMAND, "Tell everybody what comes next."),
    Bar(Verb.STAGE_ARRIVALS, "Arrivals", _COMMAND, "Who comes waits, or comes in.", "shift+s"),
    Bar(Verb.CALL_RESOURCES, "Call", _COMMAND, "Ask dispatch for more.", "shift+m"),
    Bar(Verb.WARN_SITES, "Warn sites", _COMMAND, "Have other places warned.", "shift+n"),
    Bar(Verb.ASK_REPORT, "Report?", _RADIO, "Ask what they see.", "shift+7"),
    Bar(Verb.ROLL_CALL, "Roll call", _RADIO, "Everybody says who and where they are."),
    Bar(Verb.ASK_SOURCE, "Source?", _RADIO, "Ask who said that of a place, and when."),
    Bar(Verb.RECONCILE, "Count again", _RADIO, "Have the casualties counted again."),
    Bar(Verb.CLEAR_THE_AIR, "Clear air", _RADIO, "Emergency traffic only, for a while."),
    Bar(Verb.SEND_RUNNER, "Runner", _RADIO, "Send somebody on foot to tell another team."),
    Bar(Verb.SET_RADIO_PLAN, "Channels", _RADIO, "Say which channels are used."),
)

BARS = tuple(bar for bar in _ROWS if bar.verb not in UNBUILT)
"""Every button, in the order of the bar."""

SAYABLE = {bar.verb.name.lower(): bar.verb for bar in BARS}
"""The verbs of the Tactical seat by the name that travels."""


def value_of(verb: Verb, word: str) -> int | None:
    """The number of a verb's word, of its preset where there is no word; None for a wrong word."""
    return VALUES.get(verb, {"": 0}).get(word or PRESET.get(verb, ""))
