"""What became of everybody: times and counts of one incident."""

from tests.reference.twin.incident import Incident
from tests.reference.twin.physiology import clock_at, hospital_fate, lives_ideally
from tests.reference.twin.things import Person, Team
from warmzone.kernel.events import EventKind
from warmzone.vocabulary.codes import Whereabouts

CLOCKS = (
    "responders_hurt",
    "interior_command_ms",
    "threat_over_ms",
    "first_warm_ms",
    "rtf_in_ms",
    "corridor_open_ms",
    "first_ccp_ms",
    "first_red_out_ms",
    "last_red_out_ms",
    "messages",
    "left_ms",
    "warned_ms",
    "elsewhere_ms",
    "flips",
    "near_misses",
    "blocked_ms",
    "lane_wait_ms",
    "device_found_ms",
    "by_police",
    "self_transported",
    "uninjured_out",
    "led_out",
)


def settle(incident: Incident, end_ms: int) -> dict[str, int | None]:
    """The outcome by name of an incident that ended at `end_ms`; nothing is changed."""
    hurt = [person for person in incident.people if person.hurt_ms is not None]
    dead = [person for person in hurt if fate(incident, person, end_ms) is not None]
    savable = [person for person in hurt if lives_ideally(incident, person)]
    row: dict[str, int | None] = {name: getattr(incident.record, name) for name in CLOCKS}
    return row | {
        "casualties": len(hurt),
        "deaths": len(dead),
        "savable_deaths": len(set(dead) & set(savable)),
        "savable": len(savable),
        "untasked_officer_ms": sum(untasked_ms(team, end_ms) for team in incident.teams),
        "beside_device_ms": sum(beside_device_ms(team, end_ms) for team in incident.teams),
        "unwarned": int(goes_on_unwarned(incident, end_ms)),
        "hospital_wait_ms": sum(hospital.waited_ms for hospital in incident.hospitals),
        "events": incident.events,
        "defect": 0,
    }


def untasked_ms(team: Team, end_ms: int) -> int:
    """Officer-milliseconds that a team has spent without a task up to `end_ms`."""
    if team.untasked_since_ms is None:
        return team.untasked_officer_ms
    return team.untasked_officer_ms + (end_ms - team.untasked_since_ms) * team.able


def beside_device_ms(team: Team, end_ms: int) -> int:
    """Person-milliseconds that a team has spent beside a device up to `end_ms`."""
    if team.device_since_ms is None:
        return team.device_ms
    return team.device_ms + (end_ms - team.device_since_ms) * team.able


def goes_on_unwarned(incident: Incident, end_ms: int) -> bool:
    """Whether the hazard has gone on elsewhere where nobody had been warned."""
    goes_on, warned = incident.record.elsewhere_ms, incident.record.warned_ms
    if goes_on is None or goes_on > end_ms:
        return False
    return warned is None or warned > goes_on


def fate(incident: Incident, person: Person, end_ms: int) -> int | None:
    """When a casualty dies within 24 hours, or None.

    Those still at the scene when play ends reach hospital after the stated further time, under the
    rate they have.
    """
    if person.is_dead or person.whereabouts == Whereabouts.IN_HOSPITAL:
        return person.dead_ms
    arrives = end_ms + int(incident.p.after_play_s * 1000.0)
    if person.whereabouts == Whereabouts.IN_AMBULANCE:
        assert person.trip is not None
        due = incident.calendar.when(EventKind.AMBULANCE, person.trip.id)
        assert due is not None
        arrives = max(end_ms, due)
    elif person.left_ms is not None:  # by themselves, or in a police car
        away = person.whereabouts == Whereabouts.SELF_MOVING
        kind = EventKind.PERSON_MOVE if away else EventKind.TEAM_WORK
        whose = person.id if person.treater is None else person.treater.id
        due = incident.calendar.when(kind, whose)
        assert due is not None
        arrives = max(end_ms, due)
    due = incident.calendar.when(EventKind.PERSON_DEATH, person.id)
    if due is not None and due < arrives:
        return due
    at = (arrives, int(incident.p.surgery_delay_s * 1000.0))
    return hospital_fate(incident, person, clock_at(incident, person, arrives), at)
