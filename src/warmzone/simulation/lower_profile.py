"""From a doctrine profile to the row of rules that the kernel and the commanders read."""

import numpy as np

from warmzone.evidence.profiles import Profile
from warmzone.kernel import world_arrays
from warmzone.vocabulary.codes import AtWounded, ClearanceOwner, Movement, TacticalRule
from warmzone.vocabulary.orders import Verb


def profile_row(profile: Profile) -> np.ndarray:
    """The profile's rules: PROFILE[1]."""
    row = np.zeros(1, world_arrays.PROFILE)
    one = row[0]
    one["tactical"] = TacticalRule[_code(profile.tactical)]
    one["officers_to_command"] = profile.officers_to_command
    one["wait_ms"] = round(profile.wait_s * 1000)
    one["clearance"] = ClearanceOwner[_code(profile.clearance)]
    one["unified_early"] = int(profile.unified_early)
    one["movement"] = Movement[_code(profile.movement)]
    one["movements"] = sum(1 << Movement[_code(name)] for name in profile.movements)
    one["ccp_inside"] = int(profile.ccp_inside)
    one["solo_entry"] = int(profile.solo_entry)
    one["go_in"] = int(profile.go_in)
    one["at_wounded"] = AtWounded[_code(profile.at_wounded)]
    one["area_control"] = int(profile.area_control)
    one["posts_every"] = profile.posts_every
    one["size_up_sends"] = int(profile.size_up_sends)
    one["treat_first"] = int(profile.treat_first)
    one["stage_arrivals"] = int(profile.stage_arrivals)
    for verb in profile.forbidden:
        one["forbidden"][Verb[_code(verb)]] = 1
    if not profile.police_transport:
        one["forbidden"][Verb.POLICE_TRANSPORT] = 1
    return row


def _code(name: str) -> str:
    """The code of a rule's word: `police-carry` is POLICE_CARRY."""
    return name.upper().replace("-", "_")
