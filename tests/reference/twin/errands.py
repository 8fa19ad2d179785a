"""What a runner brings to a team, and takes back from it."""

from tests.reference.twin.beliefs import hear
from tests.reference.twin.face_to_face import beside
from tests.reference.twin.incident import Incident
from tests.reference.twin.lanes import hand_on_at
from tests.reference.twin.movement import can_reach
from tests.reference.twin.obedience import hear_order
from tests.reference.twin.radio import FOR_ALL_MEDICS, is_current
from tests.reference.twin.reports import fill_counts, open_report
from tests.reference.twin.runners import on_foot_ms
from tests.reference.twin.said import GivenOrder, Message
from tests.reference.twin.things import Team
from tests.reference.twin.world import Area
from warmzone.kernel.codes import Item
from warmzone.kernel.errands import WALKS_ON
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.reports import ReportKind


def runner_arrives(incident: Incident, order: GivenOrder, here: Area) -> None:
    """A runner is where the team was; it goes after it a few times, tells it, and turns back."""
    other, team = order.other_team, order.team
    assert other is not None
    assert team is not None
    found = other.able > 0 and other.area is here
    goes_on = other.able > 0 and not found and order.tries < WALKS_ON
    if goes_on and can_reach(incident, here, other.area):
        order.tries += 1
        due = incident.now + on_foot_ms(incident, here, other.area)
        hand_on_at(incident, Message(Item.RUNNER, order, other.area.id), due)
        return
    back_ms = on_foot_ms(incident, here, team.area)
    if found:
        tell_seat_beside(incident, order, other)
        tell(incident, other, back_ms)
    hand_on_at(incident, Message(Item.BACK, order, int(found)), incident.now + back_ms)


def tell_seat_beside(incident: Incident, order: GivenOrder, other: Team) -> None:
    """A seat beside the team that the runner has found hears what the runner was given to say."""
    assert order.word is not None
    for seat in incident.seats:
        if beside(other, seat):
            hear(incident, seat, order.word)


def tell(incident: Incident, team: Team, back_ms: int) -> None:
    """A team hears from a runner what it has not heard by radio, and says how things stand."""
    brought = [incident.tactical.teams[team.id].pending_order]
    if team.is_medical:
        brought += [
            order
            for order in incident.orders
            if order.team is None and not order.rides and order.verb in FOR_ALL_MEDICS
        ]
    for order in brought:
        if order is None or order.heard_ms is not None:
            continue
        if order.team is None and (order.seat != Seat.TACTICAL or not is_current(incident, order)):
            continue
        order.on_foot_ms = back_ms
        hear_order(incident, order)
    report = open_report(incident, ReportKind.AREA_SEEN, team)
    fill_counts(incident, report, team.area)
    due = incident.now + back_ms
    hand_on_at(incident, Message(Item.REPORT, report, Seat.TACTICAL), due)
