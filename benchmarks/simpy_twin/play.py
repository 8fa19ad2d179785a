"""One incident in SimPy: `play(plan, automatic, seed)`, and what became of everybody."""

import simpy

from benchmarks.simpy_twin.activities import Activities
from benchmarks.simpy_twin.luck import Stream
from benchmarks.simpy_twin.view import Views
from tests.reference.twin.advance import handle
from tests.reference.twin.incident import Incident
from tests.reference.twin.outcomes import settle
from tests.reference.twin.rollout import Twin
from tests.reference.twin.said import CommandSeat
from tests.reference.twin.setup import empty_incident, fill
from tests.reference.twin.stretch import walk_on
from tests.reference.twin.world import Plan
from warmzone.kernel.events import EventKind
from warmzone.kernel.view import View
from warmzone.simulation.run import Automatic


class Command(Twin):
    """Who decides in the automatic seats, and what each is given to decide by."""

    def __init__(self, incident: Incident, automatic: Automatic) -> None:
        super().__init__(incident, automatic)
        self.views = Views(incident)

    def view(self, seat: CommandSeat) -> View:
        """What a seat is given to decide by."""
        return self.views.of(seat)


class Scene:
    """An incident whose time SimPy moves, in milliseconds."""

    def __init__(self, plan: Plan, automatic: Automatic, seed: int) -> None:
        self.env = simpy.Environment()
        self.incident = empty_incident(plan, seed)
        self.incident.luck = self.incident.latent = Stream(seed)
        self.incident.calendar = Activities(self.env, self.follows)
        self.command = Command(fill(self.incident), automatic)

    def follows(self, kind: EventKind, entity: int) -> None:
        """An activity has come to its end: a seat decides, or what the rules say happens."""
        incident = self.incident
        incident.now = incident.last_event_ms = int(self.env.now)
        walk_on(incident)
        incident.events += 1
        if kind == EventKind.DECIDE:
            self.command.decide(incident.seats[entity])
        else:
            handle(incident, kind, entity)


def play(plan: Plan, automatic: Automatic, seed: int) -> dict[str, int | None]:
    """One incident; its outcome by name, None for what was not reached."""
    end_ms = plan.scenario.minutes * 60_000
    scene = Scene(plan, automatic, seed)
    scene.env.run(until=end_ms + 1)  # what is due at the end still happens
    return settle(scene.incident, end_ms)
