"""An exercise made by hand: a sound commander, and three errors that can be planted one by one.

The house: casualties lie in a classroom, a crew of medics waits in the yard, ambulances can only
come to the road; the annex lies the other way, nearer to the classroom than the road and out of
reach of vehicles. Nobody goes in unsent. What was heard is behind a locked door and stays there, so
that nothing says that it is over.

The hand says at each moment what the interior commander would say, but for its errors. It answers
what it hears, so that the same hand can be played again in other luck: that is how an error is
priced by brute force.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

import numpy as np

from tests.played import begun
from warmzone.doctrine.commanders import automatic
from warmzone.doctrine.memory import TEAMS
from warmzone.eventlog import Header, Row
from warmzone.exercise.events import Opened
from warmzone.kernel.view import view_of
from warmzone.scenario.incident import (
    Agency,
    Ambulances,
    AreaWeight,
    Cars,
    Casualties,
    FirstReport,
    Hospital,
    Scenario,
    Span,
    Threat,
)
from warmzone.scenario.site import Area, Level, Mark, Opening, Site
from warmzone.simulation.branch import empty_script
from warmzone.simulation.lower import Prepared, prepare
from warmzone.simulation.machine import PLAIN, Machine
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.orders import Order, Refusal, Verb

ROAD, YARD, LOBBY, CORRIDOR, CLASSROOM, LONG, ANNEX, VAULT = range(8)
MINUTES = 30
SEED = 5
UNLUCKY = 10

STEP_MS = 6_000
LATE_MS = 300_000
HELD_MS = 480_000


@dataclass(frozen=True)
class Errors:
    """Which errors are planted.

    `late`: nobody is in command for five minutes; `far`: the collection point is out of reach of
    vehicles; `held`: the medics are held for eight minutes beside safe ground.
    """

    late: bool = False
    far: bool = False
    held: bool = False


ALL = Errors(late=True, far=True, held=True)


@dataclass
class Hand:
    """A person's part, as a rule: what is said next, and what was already thought of."""

    run: Run
    errors: Errors
    memory: np.ndarray = field(default_factory=lambda: np.zeros(0, np.int64))
    wishes: list[tuple[int, ...]] = field(default_factory=list)
    again_ms: int = 0
    due_ms: int = -1
    heard: str = ""
    held: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        world = self.run.prepared.world
        if not len(self.memory):
            self.memory = np.zeros(TEAMS + len(world.units) + 2 * len(world.areas), np.int64)
        self.interior = automatic("interior")

    def on(self, run: Run, errors: Errors) -> "Hand":
        """The same hand with the same thoughts on another run, with those errors."""
        return replace(
            self,
            run=run,
            errors=errors,
            memory=self.memory.copy(),
            wishes=list(self.wishes),
            held=dict(self.held),
        )

    def says(self) -> Order | None:
        """The next order that may be given now, if there is one."""
        heard = self.run.seat_digest(Seat.TACTICAL)
        if not self.wishes and (heard != self.heard or self.run.now_ms >= self.again_ms):
            self.heard = heard
            self._think()
        while self.wishes:
            one = self._as_meant(self.wishes.pop(0))
            if one is not None and self.run.check(one) == Refusal.ACCEPTED:
                return one
        return None

    def _think(self) -> None:
        run = self.run
        view = view_of(run.state, run.prepared.world, Seat.TACTICAL, run.now_ms)
        rows = empty_script(8)
        rows["verb"] = -1
        with np.errstate(over="ignore"):
            again = self.interior.tactical(view, self.interior.crew.tactical, self.memory, rows)
        self.wishes = [
            tuple(int(row[k]) for k in ("verb", "team", "area", "other_team", "value"))
            for row in rows
            if row["verb"] >= 0
        ]
        self.again_ms = int(again)

    def _as_meant(self, wish: tuple[int, ...]) -> Order | None:
        verb, team, area, other, value = wish
        now = self.run.now_ms
        if verb == Verb.TAKE_COMMAND and self.errors.late:
            if self.due_ms < 0:
                self.due_ms = now + LATE_MS
            if now < self.due_ms:
                return None
        if verb == Verb.SET_CCP and self.errors.far:
            area = ANNEX
        if verb == Verb.CLEAR_RTF_IN and self.errors.held:
            since = self.held.setdefault(team, now)
            if now < since + HELD_MS:
                if since == now:
                    return Order(Seat.TACTICAL, Verb.HOLD_RTF, team, -1, -1, HELD_MS // 1000)
                return None
        if verb == Verb.HOLD_RTF and team in self.held:
            return None
        return Order(Seat.TACTICAL, Verb(verb), team, area, other, value)


_AREAS = (
    ("road", "road", True, 0.0, -130.0),
    ("yard", "outdoor", False, 0.0, -100.0),
    ("lobby", "hall", False, 0.0, 0.0),
    ("corridor", "corridor", False, 14.0, 0.0),
    ("classroom", "room", False, 14.0, 6.0),
    ("long-corridor", "corridor", False, 30.0, 0.0),
    ("annex", "hall", False, 130.0, 0.0),
    ("vault", "room", False, 60.0, 12.0),
)
_OPENINGS = (
    (ROAD, YARD, "gate", "open"),
    (YARD, LOBBY, "door", "open"),
    (LOBBY, CORRIDOR, "passage", "open"),
    (CORRIDOR, CLASSROOM, "door", "open"),
    (CORRIDOR, LONG, "passage", "open"),
    (LONG, ANNEX, "passage", "open"),
    (LONG, VAULT, "door", "locked"),
)


def site() -> Site:
    """The house."""
    areas = tuple(
        Area(id=name, name=name, kind=kind, level=0, vehicle=vehicle, rings=(), x_m=x, y_m=y,
             floor_m2=60.0)
        for name, kind, vehicle, x, y in _AREAS
    )  # fmt: skip
    openings = tuple(
        Opening(f"o{index}", a, b, kind, 1.5, state, 0.0,
                (areas[a].x_m + areas[b].x_m) / 2, (areas[a].y_m + areas[b].y_m) / 2)
        for index, (a, b, kind, state) in enumerate(_OPENINGS)
    )  # fmt: skip
    marks = (
        Mark("arrive-yard", "arrival", YARD, "Yard", 0.0, -100.0),
        Mark("arrive-road", "arrival", ROAD, "Road", 0.0, -130.0),
    )
    return Site("planted", "House", (Level(0, "Ground"),), areas, openings, marks, None, "")


def scenario(hurt: int = 32) -> Scenario:
    """The incident: everybody who will be hurt is hurt when it begins."""
    police = [Cars(1, 180, 0, Span(1, 1)), Cars(4, 190, 3, Span(3, 3))]
    medics = [Cars(1, 1, 0, Span(4, 4))]
    said = "Shots were heard; people are hurt in the classroom."
    return Scenario(
        format="warmzone-scenario/1",
        id="planted",
        name="Planted errors",
        summary="An incident for tests in which command matters.",
        site="planted",
        minutes=MINUTES,
        seed=SEED,
        threat=Threat(
            "silent",
            "unknown",
            [AreaWeight("vault")],
            contained_p=1.0,
            restart_p=0.0,
            second_report_p=0.0,
        ),
        casualties=Casualties(
            [AreaWeight("classroom")], "single-gunshot", Span(0, 0), Span(hurt, hurt)
        ),
        agencies=[
            Agency("police", "Police", "police", "CITY", "arrive-yard", police),
            Agency("medics", "Medics", "medical", "MED", "arrive-yard", medics),
        ],
        ambulances=Ambulances(16, 150, 8, "arrive-road", 2),
        radio="shared",
        hospitals=[Hospital("Trauma", 240, True), Hospital("General", 300)],
        reports=[FirstReport(0, "dispatch", "classroom", said, 0, None, 8)],
        profile="second-supervisor",
        unconfirmed=True,
    )


def steps(
    run: Run, hand: Hand, until_ms: int, every_ms: int = STEP_MS
) -> Iterator[tuple[int, Order]]:
    """Let the hand play until just before `until_ms`; each order is yielded when it is given."""
    first = run.now_ms // every_ms * every_ms + every_ms
    for at_ms in range(first, until_ms, every_ms):
        run.advance(at_ms)
        order = hand.says()
        if order is not None:
            run.give(order)
            yield at_ms, order


@cache
def prepared() -> Prepared:
    """The incident lowered to arrays; shared, never changed."""
    return prepare(scenario(), site())


def played(errors: Errors, machine: Machine = PLAIN, seed: int = SEED) -> tuple[Header, list[Row]]:
    """The log of an exercise that the hand has played."""
    incident = scenario()
    opened = Opened(
        scenario=incident.id,
        scenario_name=incident.name,
        code="ABCDE",
        seed=seed,
        commander="interior",
        minutes=MINUTES,
        hand_over_ms=0,
    )
    run = Run(prepared(), seed, automatic("nobody"), tactical_is_person=True, machine=machine)
    writer = begun(run, opened, "planted", (incident, site()))
    guide = Run(prepared(), seed, automatic("nobody"), tactical_is_person=True, machine=machine)
    end_ms = prepared().end_ms
    return writer.told(steps(guide, Hand(guide, errors), end_ms), end_ms - 1000)
