"""The parameters of the commander family: what distinguishes one commander from another."""

from enum import IntEnum, unique

RULES = 60
BY_PROFILE = -1.0
"""A parameter that is left to the agency's own rules."""


@unique
class Rule(IntEnum):
    """Index of a parameter in a commander's row of numbers."""

    PLACE = 0  # CommandPlace to decide from
    OFFICERS_TO_COMMAND = 1  # officers on scene before somebody takes command; -1 the profile's
    WAIT_S = 2  # or this long after the first, if fewer; -1 the profile's
    CONTACT_OFFICERS = 3  # officers wanted on an ongoing or unknown threat
    CARE_BEFORE_THREAT = 4  # 1 casualties first
    CLEAR_BEFORE_RESCUE = 5  # 1 search everything first
    WARM_RADIUS_M = 6  # ground further than this from an ongoing threat may be called warm
    QUIET_S = 7  # silence after which ground near the last place of the threat may be called warm
    CORRIDOR_TEAMS = 8  # teams given to the corridor
    CLEAR_TEAMS = 9  # teams given to searching while casualties wait
    RETHINK_S = 10  # decides again at least this often
    CCP_CASUALTIES = 11  # reds and yellows from which a CCP is set up
    THREAT_ALONE = 12  # 1 nothing but the threat until it is known to be over
    QUIET_OFFICERS = 13  # officers wanted on a threat that is not ongoing
    MOVEMENT = 14  # Movement of medics; 0 the profile's
    SILENT_S = 15  # a team at work that has not spoken for so long is asked to report
    SIZE_UP = 16  # 1 what is seen on arrival is said first
    SAY_PLAN_S = 17  # the plan is said again after this long; 0 never said
    ROLL_CALL_S = 18  # the roll is called where teams were not heard for this long; 0 never
    TOGETHER_S = 19  # Triage is asked again to come after this long; 0 never
    SAY_AGAIN_S = 20  # ground called warm that nobody is at is said again after this long
    POSTS_AGAIN_S = 21  # after a team found no post free, no other is sent for this long
    WARN_AFTER_S = 22  # silence after which other sites are warned
    ALARM_S = 23  # an unchecked report younger than this keeps the threat from being called over
    STAGE_ARRIVALS = 24  # 1 whoever comes is told to wait at staging
    PRIORITY = 25  # Priority that is said once reds are known; 0 says nothing
    WALKING_AWAY = 26  # 1 walking wounded are sent to a place beside the AEP
    POLICE_CARS = 27  # 1 reds go in police cars while no medics are here, 2 also then, 3 at once
    ASK_SOURCE = 28  # 1 asks from when a camera's picture is
    CLEAR_AIR_ORDERS = 29  # unanswered orders from which the air is cleared for danger; 0 never
    RECONCILE_PLACES = 30  # places of unequal counts from which they are reconciled; 0 never
    RUNNER_AFTER_S = 31  # an order unanswered for so long goes by runner; 0 never
    HAND_OVER = 32  # 1 a supervisor is briefed and given overall command, and fire united with
    PERIMETER_OFFICERS = 34  # officers known from which on a perimeter is kept; 0 never
    UNINJURED_AT = 35  # people not hurt at a place from which on a team is sent to them; 0 never
    MEET_FROM = 36  # walking wounded heard of outside from which on they are met; 0 never
    SPAN = 33  # teams that one leads: beyond it parts are given out, and no more search; 0 no bound
    CONTAIN_TEAMS = 37  # teams that guard ways out of where the threat is held or heard
    LEAVE_S = 38  # quiet after which who stands where the threat was to be turns to something else
    BORNE_OUT_S = 39  # quiet after which a caller is believed who says that it is over
    WARM_OFFICERS = 40  # officers from which their ground may be called warm, the threat unknown
    TREAT_TEAMS = 41  # teams sent to a place to treat before others are sent to carry
    TEND_TEAMS = 42  # teams at each place with casualties before anything else is minded
    TEAM_CASUALTIES = 43  # reds and yellows to a team: no more teams are sent to a place
    RED_WEIGHT = 44  # a red counts as so many yellows where it is chosen whom to go to
    NEARNESS_M = 45  # added to every way when need is weighed: with less, nearness counts more
    BY_WORD = 46  # 1 officers are sent to casualties that only callers speak of, threat or not
    CARE_BEFORE_ESCORT = 47  # 1 nobody secures an RTF before every place has a team
    CREW_SHARE = 48  # by how much a crew that is sent lessens the need for another at that place
    CALL_AGAIN_S = 49  # more of everything is asked for again after this while reds outnumber crews
    CREWS_TO_APPOINT = 50  # crews from which on their leaders are Transport and Triage
    ESCORT_OFFICERS = 51  # officers that a team must have to secure an RTF
    GO_IN = 52  # 1 who stands outside is told to go in while shots are heard, before command too
    DOOR_OFFICERS = 53  # officers who enter on a threat that nobody hears: fewer wait for others
    STEP_PAST = 54  # 1 told to pass wounded on the way to shots, 2 and elsewhere to tie off and go
    RESERVE_OFFICERS = 55  # officers known from which on a team stands in reserve; 0 never
    RADIO_PLAN = 56  # RadioPlan set once agencies that do not hear each other are here; 0 none


class MedicalRule(IntEnum):
    """Index of a parameter of the medical seat."""

    ASK_AGAIN_S = 0
    AEP_WAIT_S = 1
