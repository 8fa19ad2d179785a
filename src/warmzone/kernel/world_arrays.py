"""The tables of the world that does not change, declared once; every run of a scenario shares them.

Units, shapes and `-1` are written as in `arrays`; `_p` is a probability.
"""

from typing import NamedTuple

import numpy as np

from warmzone.kernel.events import KINDS

i4, i8, f8 = np.int32, np.int64, np.float64

BEYOND_M = 1.0e8  # more metres than any plan has; where there is no way a distance is infinite
LEAST_WIDTH_M = 0.1  # of an opening that people stream through, however narrow the plan draws it

AREA = np.dtype(  # one row per area of the plan
    [
        ("kind", i4),  # AreaKind
        ("level", i4),  # floor number
        ("outdoor", i4),  # 1 outside the building
        ("vehicle", i4),  # 1 an ambulance can be brought here
        ("floor_m2", f8),  # floor area
        ("exit_area", i4),  # nearest outdoor area on foot, -1 none
        ("road_area", i4),  # nearest place for vehicles on foot, -1 none
        ("edge_first", i4),  # its openings are edges[edge_first:edge_first + edge_count]
        ("edge_count", i4),
        ("locked", i4),  # 1 the plan shows a locked door into it
    ],
    align=True,
)

EDGE = np.dtype(  # one row per opening and side
    [
        ("opening", i4),  # index of the opening
        ("kind", i4),  # OpeningKind
        ("to_area", i4),  # the area on the other side
    ],
    align=True,
)

UNIT = np.dtype(  # one car-load or crew that will come
    [
        ("agency", i4),  # index
        ("discipline", i4),  # Discipline
        ("number", i4),  # number within the agency, from 1
        ("arrival_area", i4),
        ("channel", i4),  # Lane: its agency's radio channel
        ("burst", i4),  # index of its stream of cars
        ("place_in_burst", i4),  # 0 for the first car
        ("first_ms", i8),  # when the stream's first car comes, before luck
        ("gap_ms", i8),  # mean gap to the car before
        ("people_low", i4),  # how many come with it, drawn from low to high
        ("people_high", i4),
        ("supervisor", i4),  # 1 a supervisor comes with them
        ("plain_clothes", i4),  # 1 nobody knows them for officers
        ("on_call", i4),  # 1 comes only when called for, `first_ms` after that
    ],
    align=True,
)

VEHICLE = np.dtype(  # one row per ambulance
    [
        ("arrival_area", i4),
        ("first_ms", i8),  # when it comes, before luck
        ("capacity", i4),  # casualties a trip
        ("on_call", i4),  # 1 comes only when called for, `first_ms` after that
    ],
    align=True,
)

HOSPITAL = np.dtype(  # one row per hospital
    [
        ("drive_ms", i8),  # median drive from the scene
        ("trauma_centre", i4),  # 1 it is one
        ("teams", i4),  # trauma teams at once
        ("per_hour", f8),  # casualties in danger that it takes an hour before its plan is in force
    ],
    align=True,
)

TOLD = np.dtype(  # a first report: dispatch, caller or camera
    [
        ("heard_ms", i8),  # when it is said, -1 at a drawn time or not at all
        ("observed_ms", i8),  # when that was so
        ("source", i4),  # Source
        ("area", i4),
        ("threat", i4),  # ThreatStatus, -1 says nothing of it
        ("casualties", i4),  # a count claimed, 0 says nothing
        ("second", i4),  # 1 speaks of a second attacker, 2 so at a drawn time and place
    ],
    align=True,
)

PLACE_WEIGHT = np.dtype([("area", i4), ("weight", f8)], align=True)  # weights add to 1

CROWD = np.dtype(  # uninjured people of one area at the start
    [("area", i4), ("low", i4), ("high", i4)], align=True
)

SETTING = np.dtype(  # one row: the scenario's own choices
    [
        ("hazard_state", i4),  # HazardState at time 0
        ("threat_reported", i4),  # ThreatStatus in the first dispatch
        ("active_ms", i8),  # fixed duration of activity, -1 drawn
        ("contained_p", f8),  # chance that a hazard that falls silent stays where it is
        ("restart_p", f8),  # chance that one that falls silent starts again
        ("over_p", f8),  # chance that silence is the end
        ("leaves_p", f8),  # chance that it leaves when it first falls silent and moves, -1 usual
        ("second_report_p", f8),  # chance that a report of a second attacker comes up
        ("second_true_p", f8),  # chance that the first such report is true
        ("device_area", i4),  # -1 none
        ("device_ms", i8),  # it can be found from then on
        ("device_p", f8),  # chance that it is there
        ("latent_low", i4),  # people who could be hurt, drawn from low to high
        ("latent_high", i4),
        ("hurt_low", i4),  # people hurt at the first call
        ("hurt_high", i4),
        ("callers_low", i4),  # people inside who call
        ("callers_high", i4),
        ("end_ms", i8),  # play ends
        ("physiology", i4),  # Physiology
        ("tempo", f8),  # factor on every physiological rate, 1 but for teaching
        ("radio_plan", i4),  # RadioPlan at the start
    ],
    align=True,
)

WOUND_CLASS = np.dtype(  # one row per Wound
    [
        ("share_p", f8),  # share of casualties in this scenario's mix
        ("rate_per_min", f8),  # untreated hazard of death when severe
        ("moderate_p", f8),  # chance that the wound is moderate
        ("officer_factor", f8),  # what successful officer's care leaves of the rate
        ("medic_factor", f8),  # and what successful care by a medic leaves of it
        ("officer_success_p", f8),
        ("medic_success_p", f8),
        ("hospital_total", f8),  # integrated hazard after definitive care
        ("triage_severe", i4),  # Triage of a severe wound
        ("triage_moderate", i4),
        ("walks_p", f8),  # chance of walking out unaided
        ("rpm_severe", i4),  # RPM score that a severe wound begins with
        ("rpm_moderate", i4),
    ],
    align=True,
)

RPM_PERIODS = 12  # columns of the deterioration table
RPM = np.dtype(  # one row per score, 0 to 12
    [
        ("survival_p", f8),  # chance of living when treated at this score
        ("after", i4, (RPM_PERIODS,)),  # the score after each period without help
    ],
    align=True,
)

VERBS = 64  # room for every verb there will be

PROFILE = np.dtype(  # one row: the agency's own rules
    [
        ("tactical", i4),  # TacticalRule
        ("officers_to_command", i4),  # officers on scene before somebody takes command
        ("wait_ms", i8),  # or this long after the first
        ("clearance", i4),  # ClearanceOwner
        ("unified_early", i4),  # 1 at the start, 0 once lanes run
        ("movement", i4),  # Movement where an order leaves it open
        ("movements", i4),  # allowed: bit m for Movement m
        ("ccp_inside", i4),  # 0 straight to the AEP
        ("solo_entry", i4),  # 1 one officer alone may go in
        ("go_in", i4),  # 1 the first officers go in unasked, 0 they wait at the door
        ("at_wounded", i4),  # AtWounded where nothing was ordered
        ("area_control", i4),  # 1 halls and floors get a controller of their own
        ("posts_every", i4),  # a corridor has a post in every so many indoor areas
        ("stage_arrivals", i4),  # 1 whoever comes waits at staging from the start
        ("size_up_sends", i4),  # 1 on a size-up dispatch sends the next of what is on call
        (
            "treat_first",
            i4,
        ),  # 1 escorted crews treat wherever they may go before they carry anybody
        ("forbidden", i4, (VERBS,)),  # 1 a verb that nobody may say
    ],
    align=True,
)

# One row of the tables in `evidence/tables` each, with its source; the unit is the suffix.
PARAMETER_NAMES = (
    "walk_m_per_s",
    "walk_wounded_m_per_s",
    "drag_m_per_s",
    "stretcher_m_per_s",
    "cautious_factor",
    "breach_s",
    "search_base_s",
    "search_s_per_m2",
    "look_s",
    "officer_care_s",
    "medic_care_s",
    "triage_s",
    "lift_s",
    "officers_per_post",
    "hazard_rate_per_min",
    "reach_factor",
    "contained_rate_factor",
    "hazard_duration_median_s",
    "hazard_duration_sigma",
    "hazard_stay_s",
    "hazard_restart_mean_s",
    "contact_end_per_officer_min",
    "contact_contain_p",
    "contained_over_s",
    "responder_rate_per_min",
    "flee_mean_s",
    "crowd_runs_p",
    "crowd_flow_per_m_s",
    "crowd_factor",
    "crowd_lane_share",
    "gather_s",
    "caller_first_s",
    "caller_again_s",
    "caller_calls",
    "caller_silent_p",
    "caller_count_wrong_p",
    "caller_place_wrong_p",
    "walk_out_delay_s",
    "moderate_rate_factor",
    "triage_officer_p",
    "triage_medic_p",
    "initiative_mean_s",
    "initiative_care_mean_s",
    "start_delay_s",
    "link_up_s",
    "tourniquet_s",
    "self_deploy_mean_s",
    "door_wait_mean_s",
    "unasked_care_p",
    "unasked_carry_p",
    "follow_p",
    "follow_m",
    "freelance_p",
    "crowd_officers",
    "jam_factor",
    "down_pull_m",
    "down_pull_p",
    "order_airtime_s",
    "report_airtime_s",
    "further_airtime_s",
    "said_at_once_most",
    "relay_delay_s",
    "radio_loss_p",
    "radio_loss_per_waiting_p",
    "radio_loss_most_p",
    "radio_clip_share",
    "patch_delay_s",
    "patch_loss_p",
    "second_channel_loss_p",
    "repeat_order_s",
    "report_tries_most",
    "reconcile_s",
    "runner_m_per_s",
    "radio_switch_s",
    "radio_switch_loss_p",
    "decision_s",
    "command_lapse_mean_s",
    "decision_lapse_mean_s",
    "order_slip_p",
    "rtf_assemble_s",
    "ask_again_s",
    "load_s",
    "unload_s",
    "move_to_aep_s",
    "drive_sigma",
    "dead_taken_p",
    "ambulance_factor",
    "hospital_factor",
    "surgery_delay_s",
    "hospital_plan_factor",
    "hospital_plan_s",
    "overtriage_load",
    "missed_red_s",
    "hospital_transfer_s",
    "hospital_full_s",
    "police_hand_over_s",
    "self_transport_p",
    "self_transport_s",
    "ideal_care_s",
    "ideal_scene_s",
    "after_play_s",
    "outside_clearance_median_s",
    "outside_clearance_sigma",
    "arrival_sigma",
    "rpm_period_s",
    "flat_window_s",
    "flat_reference_s",
    "zone_ages_s",
    "cover_s",
    "corridor_loads_per_min_m",
    "hazard_leaves_p",
    "elsewhere_s",
    "elsewhere_sigma",
    "second_report_p",
    "second_report_mean_s",
    "second_true_p",
    "second_side_m",
    "hesitation_factor",
    "device_seen_p",
    "device_rate_per_min",
    "car_blocks_p",
    "blocked_way_s",
    "move_car_s",
    "near_miss_s",
    "near_miss_p",
    "plain_clothes_factor",
    "size_up_airtime_s",
    "size_up_parking_factor",
    "perimeter_parking_factor",
    "bystanders",
    "bystander_factor",
    "plan_airtime_s",
    "plan_lasts_s",
    "say_again_s",
    "brief_s",
    "unify_s",
    "senior_freelances_p",
    "senior_waits_s",
    "senior_orders_s",
    "senior_joins_p",
    "senior_commands_p",
    "span_most",
    "span_busy",
    "span_overlooks_p",
    "span_misplaces_p",
    "span_most_p",
    "span_slower",
)
PARAMETERS = np.dtype([(name, f8) for name in PARAMETER_NAMES], align=True)

LAYOUT = np.dtype(  # one row: where each kind's event slots begin, and how many things there are
    [
        ("slot", i4, (KINDS,)),  # first slot of each EventKind
        ("areas", i4),
        ("teams", i4),
        ("people", i4),
        ("ambulances", i4),
        ("told", i4),
        ("reports", i4),  # capacity
        ("orders", i4),  # capacity
        ("radio", i4),  # capacity of a lane
        ("reports_at", i8),  # byte at which the table of reports begins in a state's buffer
        ("orders_at", i8),
        ("after_orders", i8),  # byte behind the table of orders
        ("air_at", i8),
        ("after_air", i8),
    ],
    align=True,
)


class World(NamedTuple):
    """What does not change in an incident; shared by every run of a scenario."""

    layout: np.ndarray  # LAYOUT[1]
    setting: np.ndarray  # SETTING[1]
    parameters: np.ndarray  # PARAMETERS[1]
    profile: np.ndarray  # PROFILE[1]
    areas: np.ndarray  # AREA[areas]
    edges: np.ndarray  # EDGE[2 * openings]
    openings: np.ndarray  # int32[openings], OpeningState at the start
    widths_m: np.ndarray  # float64[openings]
    next_area: np.ndarray  # int32[areas, areas], first step of the shortest way, -1 none
    next_opening: np.ndarray  # int32[areas, areas], the opening that step passes
    distance_m: np.ndarray  # float64[areas, areas], inf where there is no way
    units: np.ndarray  # UNIT[teams]
    vehicles: np.ndarray  # VEHICLE[ambulances]
    hospitals: np.ndarray  # HOSPITAL[hospitals]
    told: np.ndarray  # TOLD[told]
    hazard_places: np.ndarray  # PLACE_WEIGHT[...]
    people_places: np.ndarray  # PLACE_WEIGHT[...]
    crowds: np.ndarray  # CROWD[...]
    wounds: np.ndarray  # WOUND_CLASS[7]
    rpm: np.ndarray  # RPM[13]
    slot_kind: np.ndarray  # int32[slots], EventKind
    slot_entity: np.ndarray  # int32[slots], index of the thing whose event it is
