"""Whom carrying teams, crews and ambulances move first: as ordered, else whoever is at hand."""

from tests.reference.twin.incident import Incident
from tests.reference.twin.things import Person
from tests.reference.twin.world import Area
from warmzone.kernel.draws import Purpose
from warmzone.vocabulary.codes import Care, Priority, Triage


def to_move(incident: Incident, area: Area) -> list[Person]:
    """Who lies free in an area and is to be moved, in that order."""
    free = [person for person in incident.lying_in(area) if person.is_free]
    turns = {person.id: turn_of(incident, person) for person in free}
    moved = [person for person in free if turns[person.id] is not None]
    return sorted(moved, key=lambda person: (turns[person.id] or 0, person.id))


def turn_of(incident: Incident, person: Person) -> int | None:
    """In which turn somebody is moved; None for not at all."""
    priority = incident.medical.priority
    if person.seen == Triage.UNSEEN:
        return None
    if priority == Priority.NEAREST:
        left = person.seen == Triage.GREY and not is_taken_dead(incident, person)
        return None if left else 0
    if person.seen == Triage.GREY:
        return None
    cared_for = person.care > Care.NONE
    orders = {
        Priority.REDS: [Triage.RED, Triage.YELLOW, Triage.GREEN],
        Priority.WALKING: [Triage.GREEN, Triage.RED, Triage.YELLOW],
        Priority.CONTROLLED_REDS: [Triage.RED, Triage.YELLOW, Triage.GREEN],
    }
    turn = orders[priority].index(person.seen)
    if priority == Priority.CONTROLLED_REDS and not (turn == 0 and cared_for):
        turn += 1
    return turn


def is_taken_dead(incident: Incident, person: Person) -> bool:
    """Whether a dead person is lifted all the same where nobody says whom first."""
    return incident.luck.uniform(person.id, Purpose.TAKEN_DEAD, 0) < incident.p.dead_taken_p


def is_carried(incident: Incident, person: Person) -> bool:
    """Whether bearers take somebody at all: greens only where they are not to be left to walk."""
    if person.seen != Triage.GREEN:
        return True
    priority = incident.medical.priority
    left_to_walk = priority == Priority.NEAREST and person.walks
    return priority in (Priority.NEAREST, Priority.WALKING) and not left_to_walk
