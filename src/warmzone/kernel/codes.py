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
    COVER = 6
    CHECK = 7
    LINK = 8
    BREACH = 9
    VEHICLES = 10
    DRIVE = 13
    GATHER = 14


class Item(IntEnum):
    """What waits in a lane; handed on, `to` is the seat or the channel it is for."""

    REPORT = 0  # handed on: to a seat
    ORDER = 1  # handed on: to a channel
    ACKNOWLEDGEMENT = 2  # to a seat
    WORD = 3  # an order to those it concerns, past the radio
    AGAIN = 4  # an order that nobody answered, to be said again
    PLAN = 5  # everybody has switched to the radio plan of the order
    COUNTED = 6  # the counts that the order asked for have been compared
    TOGETHER = 7  # Triage and Transport have come to where Tactical stands
    RUNNER = 8  # a runner is at the area `to`
    BACK = 9  # a runner is back; `to` is 1 where the team was found
    LATER = 10  # an order that a person gave while occupied
    BRIEFED = 11  # the brief of the order is over, or its answer is said again
    UNITED = 12  # police and fire stand at one post
    SENIOR = 13  # a senior officer whom nobody gave a part acts; `row` is the team, `to` the count
    HOLD_OVER = 20  # the time for which the order let a crew wait is over
    RAN = 21  # so many (`to`) uninjured people of an area (`row`) who ran are outside
    LED = 22  # the same, led by officers
    CALL = 23  # caller `row` calls
    UNANSWERED = 24  # what a team said and nobody acknowledged, to be said again
    PLAN_PASSED = 25  # dispatch says the plan of the order on the other channels of officers


class Lane(IntEnum):
    """The three channels, and what is under way by other means."""

    POLICE = 0
    MEDICAL = 1
    AID = 2
    HANDED_ON = 3


class Precedence(IntEnum):
    """Which traffic goes first on a channel."""

    PRIORITY = 0
    ROUTINE = 1


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
