"""Why orders about teams, and about who comes, are refused."""

from tests.reference.twin.arrivals import left_to_call
from tests.reference.twin.incident import Incident
from tests.reference.twin.movement import can_reach
from warmzone.vocabulary.codes import Resource, Role
from warmzone.vocabulary.orders import Order, Refusal, Verb


def check_team_order(incident: Incident, order: Order) -> Refusal:
    """Whether an order whose form is right can be carried out; other verbs are accepted."""
    seat, verb = incident.tactical, order.verb
    if verb == Verb.STAGE_ARRIVALS and seat.arrivals_staged == bool(order.value):
        return Refusal.ALREADY_DONE
    if verb == Verb.CLEAR_THE_AIR and order.value == 0 and seat.quiet_until_ms == 0:
        return Refusal.ALREADY_DONE
    if verb == Verb.SET_PRIORITY and seat.priority == order.value:
        return Refusal.ALREADY_DONE
    if verb == Verb.CALL_RESOURCES and not left_to_call(incident, Resource(order.value)):
        return Refusal.NOTHING_THERE
    if verb == Verb.GO_IN:
        place = seat.teams[order.team].area
        if place is not None and not place.outdoor:
            return Refusal.ALREADY_DONE
    if verb in (Verb.SIZE_UP, Verb.SAY_PLAN, Verb.ROLL_CALL, Verb.CO_LOCATE, Verb.UNIFY_COMMAND):
        return check_word(incident, verb)
    if verb == Verb.SET_RADIO_PLAN and incident.command.radio_plan == order.value:
        return Refusal.ALREADY_DONE
    if verb == Verb.APPOINT:
        return check_role(incident, order)
    if verb == Verb.TRANSFER_COMMAND:
        return check_heir(incident, order)
    if verb in (Verb.LINK_UP, Verb.FORM_TEAM, Verb.ASSIGN, Verb.SEND_RUNNER):
        return check_two(incident, order)
    return Refusal.ACCEPTED


def check_word(incident: Incident, verb: int) -> Refusal:
    """Whether a word to everybody may be said: not again at once, and not where nobody is."""
    seat = incident.tactical
    last = {
        Verb.SIZE_UP: seat.sized_up_ms,
        Verb.SAY_PLAN: seat.plan_ms,
        Verb.ROLL_CALL: seat.roll_ms,
        Verb.CO_LOCATE: seat.asked_together_ms,
        Verb.UNIFY_COMMAND: seat.asked_unified_ms,
    }[Verb(verb)]
    gap = int(incident.p.say_again_s * 1000.0)
    if last is not None and incident.last_event_ms - last < gap:
        return Refusal.ALREADY_DONE
    known = [team for team in incident.teams if seat.teams[team.id].known]
    if verb in (Verb.CO_LOCATE, Verb.UNIFY_COMMAND):
        if seat.together if verb == Verb.CO_LOCATE else seat.unified:
            return Refusal.ALREADY_DONE
        medics = any(team.is_medical for team in known)
        return Refusal.ACCEPTED if medics else Refusal.NOTHING_THERE
    officers = any(team.is_police for team in known)
    return Refusal.NOBODY_HERE_TO_COMMAND if verb == Verb.SIZE_UP and not officers else Refusal(0)


def check_role(incident: Incident, order: Order) -> Refusal:
    """Whether a team may be appointed: areas and staging are officers' parts."""
    belief, crew = incident.tactical.teams[order.team], incident.teams[order.team].is_medical
    if crew and order.value in (Role.AREA_CONTROL, Role.STAGING):
        return Refusal.WRONG_DISCIPLINE
    if crew and belief.role == Role.NONE and belief.able < 2:
        return Refusal.TOO_FEW
    there = (belief.post_area or belief.target_area) is incident.areas[order.area]
    same = belief.role == order.value and (crew or there)
    return Refusal.ALREADY_DONE if same else Refusal.ACCEPTED


def check_heir(incident: Incident, order: Order) -> Refusal:
    """Whether command may be handed to a team: (1) all of it, (0) but for what happens inside."""
    seat, team = incident.tactical, incident.teams[order.team]
    if team is (seat.commander if order.value == 1 else seat.overall):
        return Refusal.ALREADY_DONE
    if order.value == 0 and seat.senior is not team:
        return Refusal.ROLE_NEEDED
    return Refusal.ACCEPTED


def check_two(incident: Incident, order: Order) -> Refusal:
    """Whether two known teams can link up, become one, or work one for the other."""
    one, two = (incident.tactical.teams[t] for t in (order.team, order.other_team))
    if two.able <= 0:
        return Refusal.TEAM_OUT_OF_ACTION
    if order.verb == Verb.LINK_UP and not one.plain and not two.plain:
        return Refusal.ALREADY_DONE
    if order.verb == Verb.ASSIGN:
        if one.works_for is not None and one.works_for.id == order.other_team:
            return Refusal.ALREADY_DONE
        if two.works_for is not None and two.works_for.id == order.team:
            return Refusal.SAME_TEAM
    if one.area is not None and two.area is not None:
        if not can_reach(incident, two.area, one.area):
            return Refusal.NOT_REACHABLE
    return Refusal.ACCEPTED
