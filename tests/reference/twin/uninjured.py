"""Uninjured people, as counts by area: they run, hide, are led out, and fill the ways they take."""

from tests.reference.twin.incident import Incident
from tests.reference.twin.lanes import hand_on_at
from tests.reference.twin.said import Message
from tests.reference.twin.world import Area
from warmzone.kernel.codes import Item
from warmzone.kernel.draws import Purpose
from warmzone.kernel.events import EventKind
from warmzone.vocabulary.codes import OpeningState, Whereabouts

SHUT = (OpeningState.LOCKED, OpeningState.BLOCKED)


def begin_uninjured(incident: Incident) -> None:
    """Draw how many are where at the start."""
    number = {area.id: k for k, area in enumerate(incident.plan.site.areas)}
    for crowd in incident.plan.scenario.civilians:
        area = incident.areas[number[crowd.area]]
        key = (area.id, Purpose.CROWD, 0)
        area.uninjured = incident.latent.whole(key, crowd.people.low, crowd.people.high)


def alarm_uninjured(incident: Incident, area: Area) -> None:
    """An area has come into reach: some run, if the way out is no worse; the others hide there."""
    if area.uninjured == 0 or area.sheltering:
        return
    leaving = 0
    if is_way_free(incident, area):
        u = incident.luck.uniform(area.id, Purpose.CROWD_RUNS, 0)
        leaving = int(area.uninjured * incident.p.crowd_runs_p + u)
    area.uninjured -= leaving
    area.sheltering = True
    area.alarmed_ms = incident.now
    if leaving > 0:
        begun = incident.now + int(incident.p.flee_mean_s * 1000.0)
        due = stream(incident, area, leaving, begun)
        hand_on_at(incident, Message(Item.RAN, area, leaving), due)


def is_way_free(incident: Incident, area: Area) -> bool:
    """Whether people can run outside from an area: nothing is locked, nowhere on it is worse."""
    goal = area.exit_area
    if goal is None or goal is area:
        return False
    here = area
    while here is not goal:
        way = incident.way(here, goal)
        assert way is not None
        if way.opening.state in SHUT or way.to.exposure > area.exposure:
            return False
        here = way.to
    return True


def stream(incident: Incident, area: Area, people: int, begun_ms: int) -> int:
    """People set out from an area for the nearest way outside; when the last of them is there."""
    goal = area.exit_area
    assert goal is not None
    passed, widths = [], []
    here = area
    while here is not goal:
        way = incident.way(here, goal)
        assert way is not None
        passed.append(here)
        widths.append(way.opening.width_m)
        here = way.to
    p = incident.p
    seconds = incident.metres(area, goal) / p.walk_m_per_s
    seconds += people / (p.crowd_flow_per_m_s * max(min(widths), 0.1))
    until = begun_ms + int(seconds * 1000.0) + 1
    for each in passed:
        each.crowded_ms = max(each.crowded_ms, until)
    return until


def send_out(incident: Incident, area: Area) -> None:
    """Everybody who is not hurt leaves an area, led by officers."""
    leaving = uninjured_here(incident, area)
    area.uninjured = 0
    area.sheltering = False
    for person in incident.people:
        if person.area is area and person.whereabouts == Whereabouts.UNHURT:
            person.whereabouts = Whereabouts.FLED
            incident.calendar.cancel(EventKind.PERSON_EXPOSURE, person.id)
    incident.record.led_out += leaving
    due = stream(incident, area, leaving, incident.now)
    hand_on_at(incident, Message(Item.LED, area, leaving), due)


def uninjured_here(incident: Incident, area: Area) -> int:
    """How many people in an area are not hurt, those among them who still could be with them."""
    could_be = [person for person in incident.people if person.area is area]
    return area.uninjured + sum(p.whereabouts == Whereabouts.UNHURT for p in could_be)
