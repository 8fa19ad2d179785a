"""The tables of those who can be hurt, and of who takes them to hospital and in.

Units, shapes and `-1` are written as in `arrays`. What integrates towards a threshold has no unit:
thresholds are draws with mean 1.
"""

import numpy as np

i4, i8, f8 = np.int32, np.int64, np.float64

TRAUMA_TEAMS = 8  # at one hospital: the most that a scenario may declare
CAPACITY = 4  # casualties in one ambulance: the most that a scenario may declare

PERSON = np.dtype(  # one row per person who is, or could be, hurt
    [
        ("area", i4),  # where they are, or last lay
        ("wound", i4),  # Wound
        ("moderate", i4),  # 1 the wound is moderate, 0 severe
        ("whereabouts", i4),  # Whereabouts
        ("triage", i4),  # Triage as it truly is
        ("seen", i4),  # Triage as last judged by a responder
        ("care", i4),  # Care given
        ("controlled", i4),  # 1 bleeding or breathing under control
        ("treater", i4),  # team at work on them, carrying or driving them, -1 none
        ("treatments", i4),  # times cared for
        ("carries", i4),  # times lifted
        ("walks", i4),  # 1 can walk out unaided
        ("trip", i4),  # ambulance carrying them, -1 none
        ("hospital", i4),  # where they are taken, or go by themselves
        ("exposure_threshold", f8),  # at which they are hurt
        ("exposure", f8),  # so far, settled
        ("exposure_rate_per_min", f8),
        ("exposure_since_ms", i8),  # when it was settled
        ("flee_ms", i8),  # when they would be out of reach, -1 not exposed yet
        ("death_threshold", f8),  # what the clock is held against
        ("death", f8),  # the clock of `physiology` so far
        ("death_early", f8),  # the part of it that belongs to the first minutes, where that counts
        ("death_rate_per_min", f8),
        ("death_since_ms", i8),  # when it was settled
        ("hurt_ms", i8),
        ("seen_ms", i8),  # first judged
        ("controlled_ms", i8),  # when care first lowered the rate
        ("moved_ms", i8),  # first lifted
        ("collected_ms", i8),  # put down at the CCP
        ("gathered_ms", i8),  # first put down at the CCP or the AEP
        ("left_ms", i8),  # left the scene
        ("hospital_ms", i8),  # handed over there
        ("dead_ms", i8),  # may lie beyond play
        ("exit_area", i4),  # the nearest way out of where they were
        ("walks_to", i4),  # where a walker is going
        ("next_person", i4),  # the next of those lying in the same area
        ("next_unhurt", i4),  # next latent person who starts in the same area, -1 none
    ],
    align=True,
)

CALLER = np.dtype(  # an uninjured person inside who calls
    [
        ("area", i4),  # where they are, -1 nobody
        ("calls", i4),  # times they have called or held still
        ("claimed", i4),  # people hurt that they last spoke of
        ("danger", i4),  # 1 they last said that danger was near
    ],
    align=True,
)

AMBULANCE = np.dtype(  # one row per ambulance
    [
        ("blocked", i4),  # 1 it stands before parked cars
        ("area", i4),  # where it last stood on scene
        ("stage", i4),  # Stage
        ("load_count", i4),
        ("load", i4, (CAPACITY,)),  # people in it
        ("trips", i4),  # times it left for hospital
        ("called", i4),  # 0 not, 1 asked for, 2 on its way: of who comes only when called
        ("hospital", i4),  # where it drives, or drove last
        ("since_ms", i8),  # when the stage, or standing before cars, began
    ],
    align=True,
)

HOSPITAL_LOAD = np.dtype(  # one row per hospital
    [
        ("team_free_ms", i8, (TRAUMA_TEAMS,)),  # when each of its trauma teams is free again
        ("promised_ms", i8),  # by when those sent there so far will have been taken up, as reckoned
        ("received", i4),  # casualties that a trauma team was asked for
        ("waited_ms", i8),  # what they waited for one, together
        ("full_ms", i8),  # when it said that casualties wait, -1 not
    ],
    align=True,
)
