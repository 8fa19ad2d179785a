"""One incident: all its things, its luck, its calendar and the time."""

from dataclasses import dataclass, field
from types import SimpleNamespace

from tests.reference.twin.events import Calendar
from tests.reference.twin.luck import Luck
from tests.reference.twin.said import CommandSeat, GivenOrder, Report, Waiting
from tests.reference.twin.things import (
    Alarm,
    Ambulance,
    Caller,
    Command,
    Corridor,
    Hazard,
    Person,
    Record,
    Team,
)
from tests.reference.twin.world import Area, Hospital, Opening, Plan, Told, Way, WoundClass
from warmzone.kernel.codes import Lane
from warmzone.vocabulary.codes import Whereabouts, Wound, Zone


@dataclass(eq=False)
class Incident:
    """One incident: everything there is, and what time it is.

    `now` is the time of the event in hand or of the order being given. `latent` is the luck drawn
    before the incident, `luck` that of what happens in it.
    """

    plan: Plan
    seed: int
    latent: Luck
    luck: Luck
    p: SimpleNamespace  # the numbers about the world, by their names in the evidence
    calendar: Calendar
    areas: list[Area]
    openings: list[Opening]
    hospitals: list[Hospital]
    told: list[Told]
    wounds: dict[Wound, WoundClass]
    hazards: list[Hazard]
    alarm: Alarm
    corridor: Corridor
    record: Record
    command: Command
    lanes: list[Waiting]  # by kernel.codes.Lane
    teams: list[Team] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    callers: list[Caller] = field(default_factory=list)
    ambulances: list[Ambulance] = field(default_factory=list)
    seats: list[CommandSeat] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    orders: list[GivenOrder] = field(default_factory=list)
    arrivals_staged: bool = False
    now: int = 0
    last_event_ms: int = 0
    events: int = 0

    @property
    def hot_areas(self) -> int:
        """How many areas the channel has heard called hot."""
        return sum(area.declared.medics_zone == Zone.HOT for area in self.areas)

    @property
    def handed_on(self) -> Waiting:
        """What is under way by other means than the air."""
        return self.lanes[Lane.HANDED_ON]

    @property
    def tactical(self) -> CommandSeat:
        """The seat of interior command."""
        return self.seats[0]

    @property
    def medical(self) -> CommandSeat:
        """The seat of Fire/EMS."""
        return self.seats[1]

    def lying_in(self, area: Area | None) -> list[Person]:
        """The casualties who lie in an area, by number."""
        return [
            person
            for person in self.people
            if person.area is area and person.whereabouts == Whereabouts.LYING
        ]

    def way(self, start: Area, goal: Area) -> Way | None:
        """The first step of the shortest way on foot, or None."""
        to_area = self.plan.next_area[start.id][goal.id]
        if to_area < 0:
            return None
        return Way(self.openings[self.plan.next_opening[start.id][goal.id]], self.areas[to_area])

    def metres(self, start: Area, goal: Area) -> float:
        """The walk from one area to another; infinite where there is no way."""
        return self.plan.distance_m[start.id][goal.id]
