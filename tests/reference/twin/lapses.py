"""What an unpractised commander misses: times of seeing nothing to decide, orders left unsaid."""

from tests.reference.twin.incident import Incident
from tests.reference.twin.said import CommandSeat
from warmzone.kernel.draws import Purpose
from warmzone.vocabulary.codes import CommandPlace, Seat


def begin_lapse(incident: Incident, seat: CommandSeat) -> None:
    """Draw until when the Tactical seat sees nothing to decide, if it has such times at all."""
    untaken = seat.place == CommandPlace.NOBODY
    mean_s = incident.p.command_lapse_mean_s if untaken else incident.p.decision_lapse_mean_s
    if seat.id == Seat.TACTICAL and mean_s > 0:
        drawn = incident.luck.exponential(seat.id, Purpose.LAPSE, seat.decisions)
        seat.lapse_ms = incident.now + int(drawn * mean_s * 1000.0)


def slips(incident: Incident, seat: CommandSeat) -> bool:
    """Whether the Tactical seat never says what it wanted to; every wish is counted."""
    seat.wishes += 1
    if seat.id != Seat.TACTICAL or incident.p.order_slip_p <= 0:
        return False
    drawn = incident.luck.uniform(seat.id, Purpose.SLIP, seat.wishes)
    return drawn < incident.p.order_slip_p
