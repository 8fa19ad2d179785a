"""What a seat can be told."""

from enum import IntEnum


class ReportKind(IntEnum):
    """The subject of a report. Numbers are part of the log: append only."""

    ARRIVED = 0
    AT_PLACE = 1
    AREA_SEEN = 2
    AREA_CLEAR = 3
    THREAT = 4
    ENTRY_REQUEST = 5
    CANNOT = 6
    STATUS = 7
    CORRIDOR = 8
    OFFICER_DOWN = 9
    TASK_DONE = 10
    TRANSPORTED = 11
    COMMAND_TAKEN = 12
    SUPERVISOR_HERE = 13
    COMMAND_ACCEPTED = 14
    ROLL_CALL = 15
    DEVICE = 16
    SECOND_ATTACKER = 17
    CHECKED = 18
    NEAR_MISS = 19
    VEHICLES = 20
    COUNT = 21
    SOURCE_GIVEN = 22
    SELF_EVACUATED = 23
    HOSPITAL = 24
    PLAIN_CLOTHES = 25
    WAITING_AT_DOOR = 26
    LINKED = 27
    JOINED = 28
    SIZED_UP = 29
    TURNED_TO = 30
    TOGETHER = 31
    UNITED = 32
    PEOPLE_OUT = 33


class CannotReason(IntEnum):
    """Why a team that heard an order could not carry it out."""

    NOTHING_TO_DO = 0
    NO_WAY = 1
    NOT_SECURED = 2
    NO_CCP = 3
    ALREADY_GONE = 4
    ZONE_NOT_DECLARED = 5
    NO_SECURITY = 6
    TOO_FEW = 7
    NO_VEHICLE = 8
    NOT_FOUND = 9
    LOCKED = 10
    GROUND_HOT = 11
    FORBIDDEN = 12
    OFFICER_DOWN = 13
