"""Integer codes shared by the kernel, the wire and every table.

A code never changes its number once it has been written to a log: append, do not reorder.
"""

from enum import IntEnum


class AreaKind(IntEnum):
    """What a piece of ground is."""

    ROOM = 0
    CORRIDOR = 1
    HALL = 2
    STAIRS = 3
    OUTDOOR = 4
    ROAD = 5


class OpeningKind(IntEnum):
    """How two areas are joined."""

    DOOR = 0
    PASSAGE = 1
    STAIRS = 2
    GATE = 3


class OpeningState(IntEnum):
    """Whether an opening can be passed and whether the hazard reaches through it."""

    OPEN = 0
    CLOSED = 1
    LOCKED = 2
    BLOCKED = 3


class Zone(IntEnum):
    """What an area has been declared to be; undeclared until somebody says so."""

    UNDECLARED = 0
    HOT = 1
    WARM = 2
    COLD = 3


class ThreatStatus(IntEnum):
    """What somebody believes or declares of the threat."""

    NONE = 0
    ONGOING = 1
    CONTAINED = 2
    UNKNOWN = 3
    OVER = 4


class HazardState(IntEnum):
    """What is true of the hazard process."""

    NONE = 0
    ACTIVE = 1
    SILENT = 2
    CONTAINED = 3
    OVER = 4
    ELSEWHERE = 5


class Discipline(IntEnum):
    """The service a team belongs to."""

    POLICE = 0
    MEDICAL = 1


class Task(IntEnum):
    """What a team has been told to do, or does of its own accord."""

    UNASSIGNED = 0
    COMMAND = 1
    CONTACT = 2
    CLEAR = 3
    HOLD = 4
    TREAT = 5
    CARRY = 6
    CORRIDOR_POST = 7
    RTF_SECURITY = 8
    RESERVE = 9
    STAGED = 10
    RESCUE_TASK_FORCE = 11
    WITHDRAW = 12
    CONTAIN = 13
    CHECK = 14
    MOVE_VEHICLES = 15
    RUNNER = 16
    BREACH = 17
    OUTSIDE_TRIAGE = 18
    STAGING_MANAGER = 19
    AREA_CONTROL = 20
    AT_DOOR = 21
    LINK_UP = 22
    POLICE_TRANSPORT = 23
    PERIMETER = 24
    LEAD_OUT = 25
    CCP_SECURITY = 26


class Phase(IntEnum):
    """Where a team is in its task; NOT_ARRIVED also while it drives to hospital and back."""

    NOT_ARRIVED = 0
    IDLE = 1
    WALKING = 2
    WORKING = 3
    HOLDING = 4
    CARRYING = 5
    FOLLOWING = 6
    OUT_OF_ACTION = 7


class Wound(IntEnum):
    """Wound class of a casualty."""

    KILLED = 0
    LIMB = 1
    JUNCTIONAL = 2
    TORSO = 3
    CHEST = 4
    HEAD = 5
    MINOR = 6


class Triage(IntEnum):
    """Triage category; grey is dead or expectant."""

    UNSEEN = 0
    RED = 1
    YELLOW = 2
    GREEN = 3
    GREY = 4


class Care(IntEnum):
    """The best care a casualty has been given so far."""

    NONE = 0
    OFFICER = 1
    MEDIC = 2


class Whereabouts(IntEnum):
    """Where a latent person is in the course of the incident."""

    UNHURT = 0
    FLED = 1
    LYING = 2
    CARRIED = 3
    SELF_MOVING = 4
    IN_AMBULANCE = 5
    IN_HOSPITAL = 6


class CorridorState(IntEnum):
    """The state of the one corridor."""

    NONE = 0
    BUILDING = 1
    OPEN = 2
    BROKEN = 3


class Seat(IntEnum):
    """A command role that gives orders."""

    TACTICAL = 0
    MEDICAL = 1


class Source(IntEnum):
    """Who a report comes from."""

    TEAM = 0
    DISPATCH = 1
    CALLER = 2
    CAMERA = 3
    MEDICAL = 4


class Reply(IntEnum):
    """What the radio says of a request to go in."""

    NONE = 0
    WAITING = 1
    CLEARED = 2
    HELD = 3


class CommandPlace(IntEnum):
    """Where command decides from."""

    NOBODY = 0
    INSIDE = 1
    POST = 2


class Role(IntEnum):
    """A command role that an officer or a medic is appointed to."""

    NONE = 0
    AREA_CONTROL = 1
    TRIAGE = 2
    TRANSPORT = 3
    STAGING = 4


class Movement(IntEnum):
    """How medics move on warm ground; PROFILE leaves it to the agency's rule."""

    PROFILE = 0
    ESCORT = 1
    ISLAND = 2
    CORRIDOR = 3
    POLICE_CARRY = 4


class Priority(IntEnum):
    """Whom carrying teams, crews and ambulances move first; NEAREST is whoever is at hand."""

    NEAREST = 0
    REDS = 1
    CONTROLLED_REDS = 2
    WALKING = 3


class Resource(IntEnum):
    """What can be called for."""

    NONE = 0
    OFFICERS = 1
    RTF = 2
    AMBULANCES = 3


class RadioPlan(IntEnum):
    """Which channels are in use."""

    BY_AGENCY = 0
    SHARED = 1
    BY_FUNCTION = 2


class Physiology(IntEnum):
    """How survival falls with time; no conclusion stands without it."""

    HAZARD = 0
    RPM = 1
    FLAT = 2


class TacticalRule(IntEnum):
    """Who becomes Tactical, by the agency's rule."""

    FIRST_IN = 0
    FIFTH_OFFICER = 1
    SECOND_SUPERVISOR = 2


class ClearanceOwner(IntEnum):
    """Who lets a rescue task force in, by the agency's rule."""

    TACTICAL = 0
    LAW_ENFORCEMENT_BRANCH = 1
    INCIDENT_COMMAND = 2


class AtWounded(IntEnum):
    """What a team sent to the threat or to search does when it meets wounded."""

    STEP_PAST = 0
    TOURNIQUET = 1
    STOP = 2


class Alarm(IntEnum):
    """What a seat has heard of ground beyond the first threat."""

    NONE = 0
    SECOND_ATTACKER = 1
    DEVICE = 2
    CHECKED = 3
