"""Codes that only the kernel uses."""

from enum import IntEnum


class Defect(IntEnum):
    """Why a run stopped as a defect."""

    NONE = 0
    REPORTS_FULL = 1
    ORDERS_FULL = 2
    RADIO_FULL = 3
    RUNAWAY = 4


class Work(IntEnum):
    """The piece of work a team has in hand."""

    NONE = 0
    SEARCH = 1
    CARE = 2
    LIFT = 3
    ASSEMBLE = 4
    LOOK = 5
    COVER = 6


class Item(IntEnum):
    """What waits in the radio or relay queue."""

    REPORT = 0
    ORDER = 1
    ACKNOWLEDGEMENT = 2


class Stage(IntEnum):
    """Where an ambulance is in its round."""

    COMING = 0
    WAITING = 1
    TO_AEP = 2
    LOADING = 3
    TO_HOSPITAL = 4
    BACK = 5


class Stop(IntEnum):
    """Why `advance` returned."""

    REACHED = 0
    DECIDE = 1
    DEFECT = 2
