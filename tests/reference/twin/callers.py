"""People inside who call: where they are, what they see, how they err, when they stop."""

from tests.reference.twin.crowd import officers_here
from tests.reference.twin.incident import Incident
from tests.reference.twin.lanes import hand_on_at
from tests.reference.twin.radio import announce
from tests.reference.twin.reports import open_report, threat_report
from tests.reference.twin.said import Message
from tests.reference.twin.things import Caller
from tests.reference.twin.world import Area
from warmzone.kernel.codes import Item
from warmzone.kernel.draws import Purpose
from warmzone.vocabulary.codes import HazardState, Source, ThreatStatus
from warmzone.vocabulary.reports import ReportKind

NOISY = (HazardState.ACTIVE, HazardState.CONTAINED)
FIRST, AGAIN, SILENT, COUNT, WHERE, NEXT_DOOR = range(1, 7)  # what a draw of a call decides


def begin_callers(incident: Incident) -> None:
    """Draw who will call, from where, and when first."""
    scenario, latent = incident.plan.scenario, incident.latent
    span = scenario.callers
    count = latent.whole((0, Purpose.CALLER, 0), span.low, span.high)
    ids = [area.id for area in incident.plan.site.areas]
    crowds = [(incident.areas[ids.index(one.area)], one.people.high) for one in scenario.civilians]
    for c in range(max(1, span.high)):
        caller = Caller(c)
        incident.callers.append(caller)
        if c < count and crowds:
            caller.area = drawn(crowds, latent.uniform(c, Purpose.CALLER, 1))
            wait_s = latent.exponential(c, Purpose.CALLER, 2) * incident.p.caller_first_s
            hand_on_at(incident, Message(Item.CALL, caller), int(wait_s * 1000.0) + 1)


def drawn(crowds: list[tuple[Area, int]], u: float) -> Area:
    """Where a caller is at quantile u: the likelier, the more people may be there."""
    reached = u * sum(most for _, most in crowds)
    share = 0
    for area, most in crowds:
        share += most
        if reached < share:
            return area
    return crowds[-1][0]


def call(incident: Incident, caller: Caller) -> None:
    """A caller calls, or holds still; then again later, unless there is nothing to call for."""
    area = caller.area
    assert area is not None
    if area.uninjured == 0 or officers_here(incident, area) > 0:
        return
    if area.exposure == 0.0 or luck_of_call(incident, caller, SILENT) >= incident.p.caller_silent_p:
        say_what_is_seen(incident, caller, area)
    occurrence = caller.calls * 8 + AGAIN
    wait_s = incident.luck.exponential(caller.id, Purpose.CALL, occurrence)
    caller.calls += 1
    if caller.calls < incident.p.caller_calls:
        due = incident.now + int(wait_s * incident.p.caller_again_s * 1000.0) + 1
        hand_on_at(incident, Message(Item.CALL, caller), due)


def luck_of_call(incident: Incident, caller: Caller, what: int) -> float:
    """The draw of a caller for one part of the call in hand."""
    return incident.luck.uniform(caller.id, Purpose.CALL, caller.calls * 8 + what)


def say_what_is_seen(incident: Incident, caller: Caller, area: Area) -> None:
    """Say who is hurt there, if that is new, and whether danger is near; as far as is noticed."""
    named = area
    if area.ways and luck_of_call(incident, caller, WHERE) < incident.p.caller_place_wrong_p:
        named = area.ways[int(luck_of_call(incident, caller, NEXT_DOOR) * len(area.ways))].to
    hurt = len(incident.lying_in(area))
    if hurt and luck_of_call(incident, caller, COUNT) < incident.p.caller_count_wrong_p:
        hurt = hurt * 2 + 1
    if hurt not in (0, caller.claimed):
        caller.claimed = hurt
        report = open_report(incident, ReportKind.AREA_SEEN, None)
        report.source, report.area, report.flag = Source.CALLER, named, hurt
        announce(incident, report)
    danger = area.exposure > 0.0 and any(one.state in NOISY for one in incident.hazards)
    if danger or caller.danger:
        caller.danger = danger
        status = ThreatStatus.ONGOING if danger else ThreatStatus.UNKNOWN
        report = threat_report(incident, None, status, named)
        report.source = Source.CALLER
        announce(incident, report)
