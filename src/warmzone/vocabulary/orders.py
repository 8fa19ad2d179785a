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


TEAM_VERBS = frozenset(
    {
        Verb.CONTACT,
        Verb.HOLD,
        Verb.CLEAR,
        Verb.TREAT,
        Verb.CARRY,
        Verb.BUILD_CORRIDOR,
        Verb.CLEAR_RTF_IN,
        Verb.HOLD_RTF,
        Verb.SECURE_RTF,
        Verb.STAGE,
        Verb.WITHDRAW,
        Verb.ASK_REPORT,
        Verb.REQUEST_ENTRY,
    }
)
"""Verbs that name a team. BUILD_CORRIDOR gives that team to the corridor as posts."""

PLACE_VERBS = frozenset(
    {
        Verb.CONTACT,
        Verb.HOLD,
        Verb.CLEAR,
        Verb.TREAT,
        Verb.CARRY,
        Verb.DECLARE_ZONE,
        Verb.CLEAR_RTF_IN,
        Verb.SET_CCP,
        Verb.SET_AEP,
    }
)
"""Verbs that name an area. CARRY's area is where the casualties are."""


@dataclass(frozen=True, slots=True)
class Order:
    """One order: who gives it, to whom, what, where.

    `team`, `area` and `other_team` are indexes into the incident's tables, or -1.
    `value` carries the zone of DECLARE_ZONE, the status of DECLARE_THREAT, the place (inside or
    post) of TAKE_COMMAND, the seconds to wait of HOLD_RTF; 0 elsewhere.
    """

    seat: Seat
    verb: Verb
    team: int = -1
    area: int = -1
    other_team: int = -1
    value: int = 0
