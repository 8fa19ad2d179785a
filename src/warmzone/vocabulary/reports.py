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


class CannotReason(IntEnum):
    """Why a team that heard an order could not carry it out."""

    NOTHING_TO_DO = 0
    NO_WAY = 1
    NOT_SECURED = 2
    NO_CCP = 3
    ALREADY_GONE = 4
    ZONE_NOT_DECLARED = 5
    NO_SECURITY = 6
