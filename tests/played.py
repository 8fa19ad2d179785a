"""A real drill played through the rules of an exercise by an automatic hand: a log for tests."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import msgspec

from warmzone.doctrine.commanders import automatic
from warmzone.eventlog import Draft, Header, MemoryStore, Row
from warmzone.exercise.codec import encode, encode_opened, kind_of
from warmzone.exercise.commands import (
    AnswerProbe,
    Command,
    End,
    GiveOrder,
    HandOver,
    Note,
    Probe,
    SetClock,
)
from warmzone.exercise.decide import decide
from warmzone.exercise.events import VERSION, Opened
from warmzone.exercise.evolve import apply, evolve
from warmzone.exercise.state import State
from warmzone.scenario.incident import Scenario
from warmzone.scenario.library import open_scenario
from warmzone.scenario.site import Site
from warmzone.simulation.lower import Prepared, prepare
from warmzone.simulation.results import version
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat, ThreatStatus
from warmzone.vocabulary.ids import CommandId, ExerciseId
from warmzone.vocabulary.orders import Order, Refusal, Verb

WALL = "2026-11-22T20:00:00.000+00:00"
EXPECTED = "so that the reds are out within ten minutes"
NOTED = "did not ask for a count"
KNOWN = AnswerProbe(CommandId("known"), (), 0, (), int(ThreatStatus.UNKNOWN), -1, 1)
DRILL = "drill-school-rtf-at-the-door"


@dataclass
class Writer:
    """Carries commands out as a live exercise does: decide, append, apply."""

    run: Run
    opened: Opened
    header: Header
    store: MemoryStore = field(default_factory=MemoryStore)
    state: State = field(default_factory=State)
    length: int = 0

    def do(self, command: Command, at_ms: int, seat: int = -1, name: str | None = None) -> None:
        """Carry one command out at a simulated time."""
        self.run.advance(at_ms)
        checked = Refusal.ACCEPTED
        if isinstance(command, GiveOrder) and command.order is not None:
            checked = self.run.check(command.order)
        events = decide(self.state, command, checked)
        now, key = self.run.now_ms, None if name is None else CommandId(name)
        drafts = [Draft(now, WALL, seat, key, kind_of(e), VERSION, encode(e)) for e in events]
        self.store.append(self.header.exercise, self.length, drafts)
        self.length += len(drafts)
        for event in events:
            apply(self.run, now, seat, event)
            self.state = evolve(self.state, now, event)

    def rows(self) -> list[Row]:
        """The log so far."""
        return list(self.store.rows(self.header.exercise))

    def told(self, said: Iterable[tuple[int, Order]], end_ms: int) -> tuple[Header, list[Row]]:
        """The whole log, once Tactical has said each order at its time in ms, and then ended."""
        for k, (at_ms, order) in enumerate(said):
            name = f"o{k}"
            self.do(GiveOrder(CommandId(name), order), at_ms, Seat.TACTICAL, name)
        self.do(End(CommandId("end")), end_ms, Seat.TACTICAL, "end")
        return self.header, self.rows()


def begun(run: Run, opened: Opened, name: str, place: tuple[Scenario, Site]) -> Writer:
    """A log just opened for `run`, its clock going; `place` is what the run was prepared from."""
    scenario, site = place
    header = Header(
        ExerciseId(name),
        WALL,
        version(),
        msgspec.json.encode(scenario),
        msgspec.json.encode(site),
        encode_opened(opened),
    )
    writer = Writer(run, opened, header)
    writer.store.create(header)
    writer.do(SetClock(CommandId("go"), "resume"), 0, name="go")
    return writer


def open_drill(scenario_id: str = DRILL, *, unconfirmed: bool = False) -> tuple[Writer, Prepared]:
    """A drill just handed over to a person, by unconfirmed rules as well if so asked."""
    scenario, site = open_scenario(scenario_id)
    scenario = msgspec.structs.replace(scenario, unconfirmed=unconfirmed)
    drill = scenario.start
    commander = "interior" if drill is None else drill.commander
    opened = Opened(
        scenario=scenario.id,
        scenario_name=scenario.name,
        code="ABCDE",
        seed=scenario.seed,
        commander=commander,
        minutes=scenario.minutes,
        hand_over_ms=0 if drill is None else drill.minute * 60_000,
    )
    prepared = prepare(scenario, site)
    is_person = opened.hand_over_ms == 0
    run = Run(prepared, opened.seed, automatic(commander), tactical_is_person=is_person)
    writer = begun(run, opened, "test", (scenario, site))
    if not is_person:
        writer.do(HandOver(), opened.hand_over_ms)
    return writer, prepared


def played_drill() -> tuple[Header, list[Row]]:
    """A drill in which the person says what the interior commander would, and is refused once.

    Once the clock freezes and they answer that they know nothing; an evaluator notes something.
    What is refused, and medics who are let in, carry what was expected of it.
    """
    writer, prepared = open_drill()
    begun, end_ms = writer.opened.hand_over_ms, prepared.end_ms
    wishes = _orders_of(prepared, writer, begun)
    refused = GiveOrder(
        CommandId("no"), Order(Seat.TACTICAL, Verb.TAKE_COMMAND, value=1), why=EXPECTED
    )
    writer.do(refused, begun + 1000, Seat.TACTICAL, "no")
    asked = False
    for k, (at_ms, order) in enumerate(wishes):
        if not asked and at_ms > begun + 90_000:
            asked = True
            writer.do(Probe(), begun + 90_000)
            writer.do(KNOWN, begun + 90_000, Seat.TACTICAL, "known")
            writer.do(Note(CommandId("n"), NOTED), begun + 90_000, name="n")
        why = EXPECTED if order.verb == Verb.CLEAR_RTF_IN else ""
        writer.do(GiveOrder(CommandId(f"o{k}"), order, why=why), at_ms, Seat.TACTICAL, f"o{k}")
    writer.do(End(CommandId("end")), end_ms - 20_000, Seat.TACTICAL, "end")
    return writer.header, writer.rows()


def _orders_of(prepared: Prepared, writer: Writer, begun: int) -> list[tuple[int, Order]]:
    """What the interior commander says after taking the drill over."""
    before = Run(prepared, writer.opened.seed, automatic(writer.opened.commander))
    before.advance(begun)
    guide = Run(prepared, writer.opened.seed, automatic("interior"))
    guide.restore(before.snapshot())
    guide.advance(prepared.end_ms - 30_000)
    orders = guide.state.orders[: int(guide.state.clock[0]["orders"])]
    return [
        (
            max(int(one["given_ms"]), begun + 1000),
            Order(
                Seat.TACTICAL,
                Verb(int(one["verb"])),
                int(one["team"]),
                int(one["area"]),
                int(one["other_team"]),
                int(one["value"]),
            ),
        )
        for one in orders
        if one["seat"] == Seat.TACTICAL and one["given_ms"] >= begun
    ]
