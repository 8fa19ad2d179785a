"""A small machinery for tests of the server: two scenarios, fake runs, a short view."""

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.fake_run import FakeRun
from warmzone.exercise.commands import GiveOrder
from warmzone.exercise.decide import answer_of
from warmzone.exercise.events import Event, Opened
from warmzone.exercise.run_port import RunPort
from warmzone.exercise.state import State
from warmzone.review.shapes import Frame
from warmzone.scenario.incident import (
    Agency,
    Ambulances,
    Cars,
    Casualties,
    Hospital,
    Scenario,
    Threat,
)
from warmzone.scenario.incident import Start as Drill
from warmzone.scenario.site import Level, Site
from warmzone.server import sentences, wire
from warmzone.server.auth import SeatName
from warmzone.server.bar_view import verb_views
from warmzone.server.machinery import Show, Start, UnknownScenarioError
from warmzone.server.verbs import SAYABLE
from warmzone.server.wire_plan import PlanView
from warmzone.server.wire_probe import Probe
from warmzone.server.wire_situation import Situation
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.ids import CommandId, ExerciseId
from warmzone.vocabulary.orders import Order, Refusal

SITE = Site(
    id="yard",
    name="Yard",
    levels=(Level(0, "Ground"),),
    areas=(),
    openings=(),
    marks=(),
    anchor=None,
    attribution="",
)


def scenario(name: str, drill: Drill | None = None) -> Scenario:
    """A scenario that nobody has to simulate."""
    return Scenario(
        format="warmzone-scenario/1",
        id=name,
        name=name.title(),
        summary="A yard.",
        site="yard",
        minutes=10,
        threat=Threat(state="none", reported="none"),
        casualties=Casualties(areas=[], wounds="blunt"),
        agencies=[Agency("p", "Police", "police", "CT", "road", [Cars(1, 0, 0)])],
        ambulances=Ambulances(1, 0, 0, "road"),
        hospitals=[Hospital("City", 600)],
        start=drill,
        seed=5,
    )


class FakeShow:
    """Words and pictures without a plan."""

    def hello(self, exercise: ExerciseId, opened: Opened, seat: SeatName) -> wire.Hello:
        """The first message."""
        return wire.Hello(
            exercise=exercise,
            code=opened.code,
            scenario=opened.scenario,
            scenario_name=opened.scenario_name,
            summary="",
            brief="",
            seat=seat,
            minutes=opened.minutes,
            plan=PlanView("Yard", [], [], [], []),
            verbs=verb_views(),
            notice=sentences.NOTICE,
        )

    def truth(self, run: RunPort) -> Frame:
        """Only the time means something."""
        return Frame(run.now_ms // 1000)

    def view(self, run: RunPort, state: State, kernel: wire.KernelProgress) -> wire.View:
        """Only the clock means something."""
        return wire.View(
            now_s=run.now_ms / 1000,
            running=state.running,
            rate=state.rate,
            ended=state.ended,
            resumed_text=""
            if state.resumed_at_ms is None
            else sentences.resumed(f"{state.resumed_at_ms} ms"),
            command="",
            command_since_s=None,
            in_command=False,
            situation=Situation(0, 0, 0, None, "none", None, ""),
            teams=[],
            areas=[],
            ccp=-1,
            aep=-1,
            corridor=wire.Corridor("none", [], [], 0, 0),
            radio=[],
            radio_queue=0,
            waiting=[],
            clocks=[],
            kernel=kernel,
        )

    def probe(self, run: RunPort) -> Probe:
        """No team to ask for."""
        return Probe(run.now_ms / 1000, [])

    def order(self, message: wire.GiveOrder, _run: RunPort) -> GiveOrder:
        """Verbs by name."""
        verb = SAYABLE.get(message.verb)
        if verb is None:
            return GiveOrder(message.command_id, None, Refusal.UNKNOWN_VERB, message.verb)
        return GiveOrder(message.command_id, Order(Seat.TACTICAL, verb, message.team, message.area))

    def answer(self, command_id: CommandId, event: Event) -> wire.Answer:
        """The code and its sentence."""
        code = answer_of(event)
        return wire.Answer(command_id, code == "accepted", code, sentences.reason(code))


@dataclass
class FakeMachinery:
    """Scenarios `yard` and the drill `door`; keeps the runs that it made."""

    version: str = "r1"
    lasts_ms: int = 600_000
    runs: list[FakeRun] = field(default_factory=list)
    on_run: Callable[[FakeRun], None] = lambda _run: None

    def results_version(self) -> str:
        """The version under which runs are made now."""
        return self.version

    def cards(self) -> list[wire.ScenarioCard]:
        """One card."""
        return [wire.ScenarioCard("yard", "Yard", "A yard.", "yard", 10, False, "none", 0)]

    def start(self, scenario_id: str) -> Start:
        """One of two."""
        if scenario_id == "yard":
            return Start(scenario("yard"), SITE)
        if scenario_id == "door":
            drill = Drill(minute=8, commander="interior", brief="Minute 8.")
            return Start(scenario("door", drill), SITE)
        raise UnknownScenarioError(f"scenario: {scenario_id!r} is not allowed; yard, door")

    def run(self, opened: Opened, _start: Start) -> RunPort:
        """A fresh fake run."""
        is_person = opened.hand_over_ms == 0
        run = FakeRun(opened.seed, lasts_ms=self.lasts_ms, is_person=is_person)
        self.on_run(run)
        self.runs.append(run)
        return run

    def show(self, _start: Start) -> Show:
        """The fake show."""
        return FakeShow()
