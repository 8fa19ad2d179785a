"""Which orders are refused, and why: what is asked against what the seat may know."""

from tests.reference.twin.incident import Incident
from tests.reference.twin.movement import can_reach
from tests.reference.twin.profile import against_profile, forbidden_verbs
from tests.reference.twin.team_refusals import check_team_order
from tests.reference.twin.things import Team
from tests.reference.twin.vehicles import knows_of_cars
from warmzone.vocabulary.codes import Alarm, CommandPlace, CorridorState, Seat
from warmzone.vocabulary.orders import FORMS, UNBUILT, Addressee, Order, Refusal, Verb


def check_order(incident: Incident, order: Order) -> Refusal:
    """Whether an order may be given now, and if not, why. Changes nothing."""
    if order.seat not in tuple(Seat):
        return Refusal.NOT_YOUR_ORDER
    if order.verb not in tuple(Verb) or order.verb in UNBUILT:
        return Refusal.UNKNOWN_VERB
    if order.verb in forbidden_verbs(incident.plan.profile):
        return Refusal.FORBIDDEN_BY_PROFILE
    if no_room(incident):
        return Refusal.QUEUE_FULL
    if not -1 <= order.area < len(incident.areas):
        return Refusal.UNKNOWN_AREA
    if not -1 <= order.team < len(incident.teams):
        return Refusal.UNKNOWN_TEAM
    if order.seat == Seat.MEDICAL:
        return check_medical(incident, order)
    if refusal := check_right(incident, order.verb):
        return refusal
    form = FORMS[order.verb]
    if form.high > 0 and not form.low <= order.value <= form.high:
        return Refusal.BAD_VALUE
    if form.area and order.area < 0:
        return Refusal.AREA_NEEDED
    if form.team != Addressee.NOBODY and (refusal := check_team(incident, order)):
        return refusal
    if refusal := check_place(incident, order):
        return refusal
    if refusal := check_team_order(incident, order):
        return refusal
    against = against_profile(incident, order)
    return Refusal.FORBIDDEN_BY_PROFILE if against else Refusal.ACCEPTED


def no_room(incident: Incident) -> bool:
    """Whether the kernel's tables are so full that orders are no longer taken."""
    teams, people = max(1, len(incident.teams)), incident.plan.most_people
    most_reports = (1024 + 64 * (teams + people)) // 4 * 3
    most_orders = 1024 + 32 * teams - 64
    return (
        any(len(lane.waiting) >= lane.capacity // 4 for lane in incident.lanes)
        or len(incident.reports) >= most_reports
        or len(incident.orders) >= most_orders
    )


def check_medical(incident: Incident, order: Order) -> Refusal:
    """What the medical seat may say."""
    medical = incident.medical
    if order.verb == Verb.SET_AEP:
        if order.area < 0:
            return Refusal.AREA_NEEDED
        vehicle = incident.areas[order.area].vehicle
        return Refusal.ACCEPTED if vehicle else Refusal.NOT_A_VEHICLE_PLACE
    if order.verb not in (Verb.REQUEST_ENTRY, Verb.CLEAR_RTF_IN):
        return Refusal.NOT_YOUR_ORDER
    if order.team < 0 or not medical.teams[order.team].known:
        return Refusal.UNKNOWN_TEAM
    if not incident.teams[order.team].is_medical:
        return Refusal.WRONG_DISCIPLINE
    if order.verb == Verb.REQUEST_ENTRY:
        return Refusal.ACCEPTED
    if not medical.free_entry:
        return Refusal.NOT_YOUR_ORDER
    if order.area < 0:
        return Refusal.AREA_NEEDED
    if refusal := check_reach(incident, medical.id, order):
        return refusal
    form = FORMS[order.verb]
    return Refusal.ACCEPTED if form.low <= order.value <= form.high else Refusal.BAD_VALUE


def check_right(incident: Incident, verb: Verb) -> Refusal:
    """Whether the Tactical seat may speak this verb now."""
    in_command = incident.tactical.place != CommandPlace.NOBODY
    if verb == Verb.REQUEST_ENTRY:
        return Refusal.NOT_YOUR_ORDER
    if verb != Verb.TAKE_COMMAND:
        free = in_command or not FORMS[verb].commands
        return Refusal.ACCEPTED if free else Refusal.NOT_IN_COMMAND
    if in_command:
        return Refusal.ALREADY_IN_COMMAND
    here = any(team.is_police and incident.tactical.teams[team.id].known for team in incident.teams)
    return Refusal.ACCEPTED if here else Refusal.NOBODY_HERE_TO_COMMAND


def check_team(incident: Incident, order: Order) -> Refusal:
    """Whether the team is known, of the right service, fit, and can get there."""
    if order.team < 0:
        return Refusal.TEAM_NEEDED
    beliefs = incident.tactical.teams
    if not beliefs[order.team].known:
        return Refusal.UNKNOWN_TEAM
    if beliefs[order.team].able <= 0:
        return Refusal.TEAM_OUT_OF_ACTION
    form = FORMS[order.verb]
    if not suits(incident.teams[order.team], form.team):
        return Refusal.WRONG_DISCIPLINE
    if form.other != Addressee.NOBODY and (refusal := check_other(incident, order)):
        return refusal
    if form.area:
        return check_reach(incident, Seat.TACTICAL, order)
    return Refusal.ACCEPTED


def suits(team: Team, addressee: Addressee) -> bool:
    """Whether a team is of the service that is spoken to."""
    return addressee == Addressee.ANY or team.is_medical == (addressee == Addressee.MEDICAL)


def check_other(incident: Incident, order: Order) -> Refusal:
    """Whether the second team is known and of the right service, and is not the first."""
    other = order.other_team
    if other == -1:
        return Refusal.OTHER_TEAM_NEEDED
    if not 0 <= other < len(incident.teams):
        return Refusal.UNKNOWN_TEAM
    if other == order.team:
        return Refusal.SAME_TEAM
    if not incident.tactical.teams[other].known:
        return Refusal.UNKNOWN_TEAM
    good = suits(incident.teams[other], FORMS[order.verb].other)
    return Refusal.ACCEPTED if good else Refusal.WRONG_DISCIPLINE


def check_reach(incident: Incident, seat: int, order: Order) -> Refusal:
    """Whether the team can get to the area from where the seat believes it to be."""
    start = incident.seats[seat].teams[order.team].area
    goal = incident.areas[order.area]
    reached = start is None or can_reach(incident, start, goal)
    return Refusal.ACCEPTED if reached else Refusal.NOT_REACHABLE


def check_place(incident: Incident, order: Order) -> Refusal:
    """Whether the place, or the lack of one, suits the verb."""
    seat = incident.tactical
    if order.verb == Verb.SET_AEP and not incident.areas[order.area].vehicle:
        return Refusal.NOT_A_VEHICLE_PLACE
    if order.verb in (Verb.BUILD_CORRIDOR, Verb.SECURE_CCP) and seat.ccp is None:
        return Refusal.NO_CCP
    if order.verb == Verb.BUILD_CORRIDOR and seat.aep is None:
        return Refusal.NO_AEP
    no_corridor = incident.corridor.state == CorridorState.NONE
    if order.verb == Verb.BREAK_CORRIDOR and no_corridor:
        return Refusal.NO_CORRIDOR
    if order.verb == Verb.ASK_SOURCE and seat.areas[order.area].latest is None:
        return Refusal.NO_SUCH_REPORT
    if order.verb == Verb.RECONCILE and not seat.heard_of:
        return Refusal.NOTHING_THERE
    if order.verb == Verb.MOVE_WALKING and seat.walking_area is incident.areas[order.area]:
        return Refusal.ALREADY_DONE
    if order.verb == Verb.WARN_SITES and seat.warned_ms is not None:
        return Refusal.ALREADY_DONE
    return check_ground(incident, order)


def check_ground(incident: Incident, order: Order) -> Refusal:
    """Whether what a team is to do at a place can be done there, by the plan and what was said."""
    seat = incident.tactical
    area = incident.areas[order.area]
    if order.verb == Verb.MOVE_VEHICLES and not area.vehicle:
        return Refusal.NOT_A_VEHICLE_PLACE
    if order.verb == Verb.MOVE_VEHICLES and not knows_of_cars(incident, area):
        return Refusal.NOTHING_THERE
    if order.verb == Verb.BREACH and not has_locked_door(incident, order.area):
        return Refusal.NOT_LOCKED
    if order.verb == Verb.CHECK_REPORT:
        if seat.areas[order.area].alarm != Alarm.SECOND_ATTACKER:
            return Refusal.NO_SUCH_REPORT
    if order.verb == Verb.PERIMETER and not area.outdoor:
        return Refusal.NOT_OUTSIDE
    if order.verb == Verb.TRIAGE_OUTSIDE and not area.outdoor:
        return Refusal.NOTHING_THERE
    nobody = seat.areas[order.area].uninjured == 0
    if order.verb == Verb.MOVE_UNINJURED and (nobody or area.outdoor):
        return Refusal.NOTHING_THERE
    return Refusal.ACCEPTED


def has_locked_door(incident: Incident, area: int) -> bool:
    """Whether the plan shows a locked door into an area."""
    return any(
        opening.state == "locked" and area in (opening.a, opening.b)
        for opening in incident.plan.site.openings
    )
