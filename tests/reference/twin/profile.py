"""What the agency's own rules forbid."""

from tests.reference.twin.incident import Incident
from warmzone.evidence.profiles import Profile
from warmzone.vocabulary.codes import Movement, ThreatStatus
from warmzone.vocabulary.orders import Order, Verb


def forbidden_verbs(profile: Profile) -> set[Verb]:
    """Verbs that nobody may say."""
    verbs = {Verb[code(name)] for name in profile.forbidden}
    return verbs if profile.police_transport else verbs | {Verb.POLICE_TRANSPORT}


def code(name: str) -> str:
    """The code of a rule's word."""
    return name.upper().replace("-", "_")


def against_profile(incident: Incident, order: Order) -> bool:
    """Whether an order that could otherwise be given is against the agency's rules."""
    rules = incident.plan.profile
    if order.verb == Verb.SET_CCP:
        return not rules.ccp_inside and not incident.areas[order.area].outdoor
    if order.verb == Verb.CLEAR_RTF_IN and order.value > 0:
        return Movement(order.value) not in {Movement[code(name)] for name in rules.movements}
    if order.verb == Verb.GO_IN and not rules.solo_entry:
        return alone_into_danger(incident, order)
    if order.verb in (Verb.CONTACT, Verb.CLEAR) and not rules.solo_entry:
        inside = not incident.areas[order.area].outdoor
        return inside and alone_into_danger(incident, order)
    return False


def alone_into_danger(incident: Incident, order: Order) -> bool:
    """Whether one officer alone would be sent in while there is, or may be, a threat."""
    belief = incident.tactical.teams[order.team]
    threat = incident.tactical.threat not in (ThreatStatus.NONE, ThreatStatus.OVER)
    outside = belief.area is not None and belief.area.outdoor
    return threat and outside and belief.able == 1
