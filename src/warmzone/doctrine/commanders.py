"""The automatic commanders by name, each a policy and its parameters."""

import numpy as np

from warmzone.doctrine.command import decide_command
from warmzone.doctrine.medical import decide_medical
from warmzone.doctrine.names import DESCRIPTIONS, NAMES
from warmzone.doctrine.nobody import decide_nothing
from warmzone.doctrine.optimised import searched
from warmzone.doctrine.rules import BY_PROFILE, RULES, MedicalRule, Rule
from warmzone.evidence.rows import world_rows
from warmzone.simulation.rollout import Crew, Decide
from warmzone.simulation.run import Automatic
from warmzone.vocabulary.codes import CommandPlace, Priority, RadioPlan

__all__ = ["DESCRIPTIONS", "NAMES", "POLICIES", "automatic"]

POLICIES: tuple[Decide, ...] = (decide_nothing, decide_command, decide_medical)
"""Every policy that the compiled kernel holds."""

_INTERIOR: dict[Rule, float] = {
    Rule.PLACE: CommandPlace.INSIDE,
    Rule.OFFICERS_TO_COMMAND: BY_PROFILE,
    Rule.WAIT_S: BY_PROFILE,
    Rule.CONTACT_OFFICERS: 4,
    Rule.QUIET_OFFICERS: 2,
    Rule.CARE_BEFORE_THREAT: 0,
    Rule.CLEAR_BEFORE_RESCUE: 0,
    Rule.WARM_RADIUS_M: 30,
    Rule.QUIET_S: 60,
    Rule.CORRIDOR_TEAMS: 2,
    Rule.CLEAR_TEAMS: 1,
    Rule.RETHINK_S: 60,
    Rule.CCP_CASUALTIES: 4,
    Rule.SAY_AGAIN_S: 480,
    Rule.POSTS_AGAIN_S: 180,
    Rule.SILENT_S: 300,
    Rule.WARN_AFTER_S: 300,
    Rule.ALARM_S: 600,
    Rule.STAGE_ARRIVALS: 1,
    Rule.SIZE_UP: 1,
    Rule.HAND_OVER: 1,
    Rule.SAY_PLAN_S: 600,
    Rule.ROLL_CALL_S: 600,
    Rule.TOGETHER_S: 180,
    Rule.PRIORITY: Priority.REDS,
    Rule.WALKING_AWAY: 1,
    Rule.POLICE_CARS: 1,
    Rule.ASK_SOURCE: 1,
    Rule.CONTAIN_TEAMS: 1,
    Rule.PERIMETER_OFFICERS: 10,
    Rule.UNINJURED_AT: 1,
    Rule.MEET_FROM: 4,
    Rule.LEAVE_S: 60,
    Rule.BORNE_OUT_S: 60,
    Rule.WARM_OFFICERS: 2,
    Rule.TREAT_TEAMS: 1,
    Rule.TEND_TEAMS: 1,
    Rule.TEAM_CASUALTIES: 2,
    Rule.RED_WEIGHT: 2,
    Rule.NEARNESS_M: 60,
    Rule.BY_WORD: 0,
    Rule.CARE_BEFORE_ESCORT: 0,
    Rule.CREW_SHARE: 3,
    Rule.CALL_AGAIN_S: 300,
    Rule.CREWS_TO_APPOINT: 2,
    Rule.ESCORT_OFFICERS: 1,
    Rule.GO_IN: 1,
    Rule.DOOR_OFFICERS: 2,
    Rule.STEP_PAST: 2,
    Rule.RESERVE_OFFICERS: 10,
    Rule.RADIO_PLAN: RadioPlan.BY_FUNCTION,
}

_DIFFERENCES: dict[str, dict[Rule, float]] = {
    "nobody": {},
    "command-post": {Rule.PLACE: CommandPlace.POST},
    "clear-first": {Rule.CLEAR_BEFORE_RESCUE: 1, Rule.CLEAR_TEAMS: 99, Rule.GO_IN: 0},
    "care-first": {Rule.CARE_BEFORE_THREAT: 1},
    "threat-only": {Rule.THREAT_ALONE: 1, Rule.CONTACT_OFFICERS: 99, Rule.RESERVE_OFFICERS: 0},
    "interior": {},
}


def automatic(name: str) -> Automatic:
    """The commander called `name`. Raises KeyError for a name not in NAMES."""
    found = searched().get(name)
    differences = _DIFFERENCES[name if found is None else found.base]
    tactical = np.zeros(RULES)
    for rule, value in {**_INTERIOR, **differences}.items():
        tactical[rule] = float(value)
    tactical[Rule.SPAN] = world_rows()["span_most"].value
    if found is not None:
        for moved, value in found.rules.items():
            tactical[Rule[moved.upper()]] = float(value)
    medical = np.zeros(RULES)
    medical[MedicalRule.ASK_AGAIN_S] = world_rows()["ask_again_s"].value
    medical[MedicalRule.AEP_WAIT_S] = 180.0
    policy = decide_nothing if name == "nobody" else decide_command
    return Automatic(name, policy, decide_medical, Crew(tactical, medical))
