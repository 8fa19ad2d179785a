"""What a commander can say: one vocabulary for people and automatic commanders.

Every order names who, what and where. `TEAM_VERBS` need a team; `PLACE_VERBS` need an area.
"""

from dataclasses import dataclass
from enum import IntEnum

from warmzone.vocabulary.codes import Seat


class Verb(IntEnum):
    """The verb of an order. Numbers are part of the log: append only."""

    TAKE_COMMAND = 0
    CONTACT = 1
    HOLD = 2
    CLEAR = 3
    TREAT = 4
    CARRY = 5
    DECLARE_ZONE = 6
    BUILD_CORRIDOR = 7
    CLEAR_RTF_IN = 8
    HOLD_RTF = 9
    SECURE_RTF = 10
    SET_CCP = 11
    SET_AEP = 12
    STAGE = 13
    WITHDRAW = 14
    DECLARE_THREAT = 15
    ASK_REPORT = 16
    REQUEST_ENTRY = 17
    BREAK_CORRIDOR = 18
    SIZE_UP = 19
    TRANSFER_COMMAND = 20
    APPOINT = 21
    UNIFY_COMMAND = 22
    GO_IN = 23
    WAIT_AT_DOOR = 24
    STEP_PAST = 25
    FORM_TEAM = 26
    LINK_UP = 27
    RESERVE = 28
    ASSIGN = 29
    CONTAIN = 30
    CHECK_REPORT = 31
    SET_PRIORITY = 32
    MOVE_WALKING = 33
    POLICE_TRANSPORT = 34
    STAGE_ARRIVALS = 35
    CALL_RESOURCES = 36
    MOVE_VEHICLES = 37
    ASK_SOURCE = 38
    CO_LOCATE = 39
    SET_RADIO_PLAN = 40
    WITHDRAW_AREA = 41
    ROLL_CALL = 42
    CLEAR_THE_AIR = 43
    SEND_RUNNER = 44
    BREACH = 45
    MOVE_UNINJURED = 46
    TRIAGE_OUTSIDE = 47
    WARN_SITES = 48
    RECONCILE = 49
    SAY_PLAN = 50
    PERIMETER = 51
    SECURE_CCP = 52


class Refusal(IntEnum):
    """Why an order was not taken. ACCEPTED is the only success."""

    ACCEPTED = 0
    UNKNOWN_VERB = 1
    UNKNOWN_TEAM = 2
    UNKNOWN_AREA = 3
    TEAM_NEEDED = 4
    AREA_NEEDED = 5
    BAD_VALUE = 6
    NOT_IN_COMMAND = 7
    WRONG_DISCIPLINE = 8
    NOT_REACHABLE = 9
    NOT_A_VEHICLE_PLACE = 10
    NO_CCP = 11
    NO_AEP = 12
    INCIDENT_OVER = 13
    ALREADY_IN_COMMAND = 14
    NOT_YOUR_ORDER = 15
    NOT_ASKED = 16
    NO_CORRIDOR = 17
    TEAM_OUT_OF_ACTION = 18
    NOBODY_HERE_TO_COMMAND = 19
    QUEUE_FULL = 20
    FORBIDDEN_BY_PROFILE = 21
    OTHER_TEAM_NEEDED = 22
    SAME_TEAM = 23
    NOTHING_THERE = 24
    ALREADY_DONE = 25
    NO_SUCH_REPORT = 26
    NOT_LOCKED = 27
    TOO_FAR = 28
    ROLE_NEEDED = 29
    TOO_FEW = 30
    NOT_OUTSIDE = 31


class Addressee(IntEnum):
    """Whom a verb speaks to."""

    NOBODY = 0
    POLICE = 1
    MEDICAL = 2
    ANY = 3


class Speaker(IntEnum):
    """Which seat may say a verb."""

    TACTICAL = 0
    MEDICAL = 1
    EITHER = 2


@dataclass(frozen=True, slots=True)
class Form:
    """What an order of one verb must name.

    `team` is whom it speaks to, `other` a second team that it names; `low` to `high` bound the
    value. `commands` is false where it may be said before anybody has taken command.
    """

    team: Addressee = Addressee.NOBODY
    area: bool = False
    other: Addressee = Addressee.NOBODY
    low: int = 0
    high: int = 0
    speaker: Speaker = Speaker.TACTICAL
    commands: bool = True


_P, _M, _A = Addressee.POLICE, Addressee.MEDICAL, Addressee.ANY

FORMS: dict[Verb, Form] = {
    Verb.TAKE_COMMAND: Form(low=1, high=2, commands=False),
    Verb.CONTACT: Form(_P, area=True),
    Verb.HOLD: Form(_P, area=True),
    Verb.CLEAR: Form(_P, area=True),
    Verb.TREAT: Form(_P, area=True),
    Verb.CARRY: Form(_P, area=True),
    Verb.DECLARE_ZONE: Form(area=True, low=0, high=3),
    Verb.BUILD_CORRIDOR: Form(_P),
    Verb.CLEAR_RTF_IN: Form(_M, area=True, speaker=Speaker.EITHER, high=4),
    Verb.HOLD_RTF: Form(_M, high=3600),
    Verb.SECURE_RTF: Form(_P, other=_M),
    Verb.SET_CCP: Form(area=True),
    Verb.SET_AEP: Form(area=True, speaker=Speaker.EITHER),
    Verb.STAGE: Form(_A),
    Verb.WITHDRAW: Form(_A),
    Verb.DECLARE_THREAT: Form(low=0, high=4),
    Verb.ASK_REPORT: Form(_A),
    Verb.REQUEST_ENTRY: Form(_M, speaker=Speaker.MEDICAL),
    Verb.BREAK_CORRIDOR: Form(),
    Verb.SIZE_UP: Form(area=True, commands=False),
    Verb.TRANSFER_COMMAND: Form(_P, high=1),
    Verb.APPOINT: Form(_A, area=True, low=1, high=4),
    Verb.UNIFY_COMMAND: Form(),
    Verb.GO_IN: Form(_P, commands=False),
    Verb.WAIT_AT_DOOR: Form(_P, commands=False),
    Verb.STEP_PAST: Form(_P, high=2),
    Verb.FORM_TEAM: Form(_P, other=_P),
    Verb.LINK_UP: Form(_P, other=_P),
    Verb.RESERVE: Form(_P, area=True),
    Verb.ASSIGN: Form(_P, other=_P),
    Verb.CONTAIN: Form(_P, area=True),
    Verb.CHECK_REPORT: Form(_P, area=True),
    Verb.SET_PRIORITY: Form(high=3),
    Verb.MOVE_WALKING: Form(area=True),
    Verb.POLICE_TRANSPORT: Form(_P, area=True),
    Verb.STAGE_ARRIVALS: Form(high=1),
    Verb.CALL_RESOURCES: Form(low=1, high=3),
    Verb.MOVE_VEHICLES: Form(_P, area=True),
    Verb.ASK_SOURCE: Form(area=True),
    Verb.CO_LOCATE: Form(),
    Verb.SET_RADIO_PLAN: Form(high=2),
    Verb.WITHDRAW_AREA: Form(area=True),
    Verb.ROLL_CALL: Form(),
    Verb.CLEAR_THE_AIR: Form(high=300),
    Verb.SEND_RUNNER: Form(_P, other=_A),
    Verb.BREACH: Form(_P, area=True),
    Verb.MOVE_UNINJURED: Form(_P, area=True, high=1),
    Verb.TRIAGE_OUTSIDE: Form(_A, area=True),
    Verb.WARN_SITES: Form(),
    Verb.RECONCILE: Form(),
    Verb.SAY_PLAN: Form(),
    Verb.PERIMETER: Form(_P, area=True),
    Verb.SECURE_CCP: Form(_P),
}
"""What each verb must name; refusals, screens and the reference table are made from it."""

_BUILT_LATER = frozenset(
    (
        Verb.GO_IN,
        Verb.WAIT_AT_DOOR,
        Verb.STEP_PAST,
        Verb.FORM_TEAM,
        Verb.LINK_UP,
        Verb.RESERVE,
        Verb.ASSIGN,
        Verb.STAGE_ARRIVALS,
        Verb.CALL_RESOURCES,
        Verb.CONTAIN,
        Verb.CHECK_REPORT,
        Verb.WITHDRAW_AREA,
        Verb.WARN_SITES,
        Verb.MOVE_VEHICLES,
        Verb.BREACH,
        Verb.ASK_SOURCE,
        Verb.CLEAR_THE_AIR,
        Verb.RECONCILE,
        Verb.SIZE_UP,
        Verb.SAY_PLAN,
        Verb.ROLL_CALL,
        Verb.CO_LOCATE,
        Verb.SET_PRIORITY,
        Verb.MOVE_WALKING,
        Verb.POLICE_TRANSPORT,
        Verb.SEND_RUNNER,
        Verb.SET_RADIO_PLAN,
        Verb.MOVE_UNINJURED,
        Verb.TRANSFER_COMMAND,
        Verb.APPOINT,
        Verb.TRIAGE_OUTSIDE,
        Verb.UNIFY_COMMAND,
        Verb.PERIMETER,
        Verb.SECURE_CCP,
    )
)

UNBUILT = frozenset(verb for verb in Verb if verb >= Verb.SIZE_UP) - _BUILT_LATER
"""Verbs that the world does not yet answer; refused as unknown."""

TEAM_VERBS = frozenset(
    verb for verb, form in FORMS.items() if form.team != Addressee.NOBODY and verb not in UNBUILT
)
"""Verbs that name a team. BUILD_CORRIDOR gives that team to the corridor as posts."""

PLACE_VERBS = frozenset(verb for verb, form in FORMS.items() if form.area and verb not in UNBUILT)
"""Verbs that name an area. CARRY's area is where the casualties are."""


@dataclass(frozen=True, slots=True)
class Order:
    """One order: who gives it, to whom, what, where.

    `team`, `area` and `other_team` are indexes into the incident's tables, or -1.
    `value` carries the zone of DECLARE_ZONE, the status of DECLARE_THREAT, the place (inside or
    post) of TAKE_COMMAND, the seconds of HOLD_RTF and CLEAR_THE_AIR, the Role of APPOINT, the
    Movement of CLEAR_RTF_IN, the Priority of SET_PRIORITY, the Resource of CALL_RESOURCES, the
    RadioPlan of SET_RADIO_PLAN; 0 elsewhere, and for a yes-or-no 1 is yes.
    """

    seat: Seat
    verb: Verb
    team: int = -1
    area: int = -1
    other_team: int = -1
    value: int = 0
