"""What is claimed beyond the first threat, and whether it is true: a second attacker, a device."""

from tests.reference.twin.incident import Incident
from tests.reference.twin.said import CommandSeat
from tests.reference.twin.things import Team
from tests.reference.twin.world import Area, Plan, milliseconds
from warmzone.kernel.draws import Purpose
from warmzone.kernel.events import EventKind
from warmzone.vocabulary.codes import Alarm


def given_or(plan: Plan, name: str, of_evidence: str) -> float:
    """The scenario's own number, else the evidence's."""
    own = getattr(plan.scenario.threat, name)
    return float(getattr(plan.p, of_evidence) if own is None else own)


def begin_second(incident: Incident, drawn: Area) -> None:
    """Draw what is behind the first report of a second attacker, and whether one comes unasked.

    `drawn` is where it would be, unasked.
    """
    plan, latent = incident.plan, incident.latent
    first = next((said for said in plan.told if said.second), None)
    if first is not None:
        area, at_ms = incident.areas[first.area], first.observed_ms
    elif plan.scenario.threat.state in ("active", "silent"):
        comes = given_or(plan, "second_report_p", "second_report_p")
        if latent.uniform(1, Purpose.SECOND_REPORT, 0) >= comes:
            return
        wait = latent.exponential(1, Purpose.SECOND_REPORT, 1)
        area, at_ms = drawn, int(wait * plan.p.second_report_mean_s * 1000.0)
        incident.calendar.put(EventKind.FIRST_REPORT, len(plan.told), at_ms)
    else:
        return
    incident.alarm.claimed_area = incident.hazards[1].area = area
    true = given_or(plan, "second_true_p", "second_true_p")
    if latent.uniform(1, Purpose.SECOND_TRUE, 0) < true:
        incident.calendar.put(EventKind.HAZARD, 1, at_ms)


def begin_device(incident: Incident) -> None:
    """Draw whether the scenario's device is there."""
    device = incident.plan.scenario.device
    if device is None:
        return
    ids = [area.id for area in incident.plan.site.areas]
    alarm = incident.alarm
    alarm.device_area = incident.areas[ids.index(device.area)]
    alarm.device_from_ms = milliseconds(device.from_s)
    alarm.device = incident.latent.uniform(0, Purpose.DEVICE, 0) < device.chance


def is_unchecked(seat: CommandSeat, area: Area) -> bool:
    """Whether a seat's side has heard of a second attacker there and of nobody who checked."""
    return seat.areas[area.id].alarm == Alarm.SECOND_ATTACKER


def hesitates(incident: Incident, team: Team, to_area: Area) -> bool:
    """Whether a team goes slowly there: near ground of which its side knows an unchecked report."""
    seat = incident.medical if team.is_medical else incident.tactical
    return any(
        is_unchecked(seat, area) and incident.metres(to_area, area) <= incident.p.second_side_m
        for area in incident.areas
    )
