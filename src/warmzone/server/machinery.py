"""What the server needs of everything below it: scenarios, runs, and how to show them."""

from dataclasses import dataclass
from typing import Protocol

from warmzone.exercise.commands import GiveOrder
from warmzone.exercise.events import Event, Opened
from warmzone.exercise.run_port import RunPort
from warmzone.exercise.state import State
from warmzone.review.shapes import Frame
from warmzone.scenario.incident import Scenario
from warmzone.scenario.site import Site
from warmzone.server import wire
from warmzone.server.auth import SeatName
from warmzone.server.wire_probe import Probe
from warmzone.vocabulary.ids import CommandId, ExerciseId


class UnknownScenarioError(Exception):
    """No scenario of this id ships and no file has this path; the text says so."""


class UnsoundScenarioError(Exception):
    """The scenario or its site has problems; the text lists them all."""


@dataclass(frozen=True, slots=True)
class Start:
    """An incident before it starts."""

    scenario: Scenario
    site: Site


class Show(Protocol):
    """Makes what a seat is sent, of one exercise."""

    def hello(self, exercise: ExerciseId, opened: Opened, seat: SeatName) -> wire.Hello:
        """The first message."""

    def view(self, run: RunPort, state: State, kernel: wire.KernelProgress) -> wire.View:
        """What the Tactical seat may know now."""

    def truth(self, run: RunPort) -> Frame:
        """How it truly stands now, which the instructor alone is sent."""

    def probe(self, run: RunPort) -> Probe:
        """What the Tactical seat is asked at a freeze, in place of its view."""

    def order(self, message: wire.GiveOrder, run: RunPort) -> GiveOrder:
        """The order that a message asks for at the run's time; unreadable ones say why."""

    def answer(self, command_id: CommandId, event: Event) -> wire.Answer:
        """The answer to the command behind an event, in words."""


class Machinery(Protocol):
    """Builds incidents and shows of them. Its methods may be slow: call them off the loop."""

    def results_version(self) -> str:
        """The version under which runs are made now."""

    def cards(self) -> list[wire.ScenarioCard]:
        """The scenarios that can be started."""

    def start(self, scenario: str) -> Start:
        """Load a scenario; raises UnknownScenarioError, UnsoundScenarioError."""

    def run(self, opened: Opened, start: Start) -> RunPort:
        """A fresh run at time 0, played by its automatic commander until handed over if a drill."""

    def show(self, start: Start) -> Show:
        """The words and pictures of an incident."""
