"""What became of everybody: times and counts of one incident."""

from tests.reference.twin.casualties import MS_PER_MIN, hospital_fate, severity
from tests.reference.twin.incident import Incident
from tests.reference.twin.things import Person, Team
from warmzone.kernel.events import EventKind
from warmzone.vocabulary.codes import Whereabouts, Wound

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
        "events": incident.events,
        "defect": 0,
    }


def untasked_ms(team: Team, end_ms: int) -> int:
    """Officer-milliseconds that a team has spent without a task up to `end_ms`."""
    if team.untasked_since_ms is None:
        return team.untasked_officer_ms
    return team.untasked_officer_ms + (end_ms - team.untasked_since_ms) * team.able


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
    minutes = float(arrives - person.death_since_ms) / MS_PER_MIN
    spent = person.death + person.death_rate_per_min * minutes
    if spent >= person.death_threshold:
        left_min = (person.death_threshold - person.death) / person.death_rate_per_min
        return person.death_since_ms + int(left_min * MS_PER_MIN)
    return hospital_fate(incident, person, spent, arrives)


def lives_ideally(incident: Incident, person: Person) -> bool:
    """Savable: with the same luck, would this casualty live under the ideal response?

    Care that succeeds after `ideal_care_s`, then `ideal_scene_s` to leave and the drive to the
    nearest trauma centre.
    """
    if person.wound == Wound.KILLED:
        return False
    p, wound = incident.p, incident.wounds[person.wound]
    centres = [hospital.drive_ms for hospital in incident.hospitals if hospital.trauma_centre]
    drive_ms = min(centres, default=1 << 40)
    rate = wound.rate_per_min * severity(incident, person)
    way_min = p.ideal_scene_s / 60.0 + float(drive_ms) / MS_PER_MIN
    spent = rate * p.ideal_care_s / 60.0
    spent += rate * wound.medic_factor * way_min
    if spent >= person.death_threshold:
        return False
    return hospital_fate(incident, person, spent, 0) is None
