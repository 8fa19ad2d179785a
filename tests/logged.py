"""A small exercise with chosen orders at chosen times, as a log."""

from collections.abc import Sequence

import msgspec

from tests import tiny
from tests.played import WALL, Writer
from warmzone.doctrine.commanders import automatic
from warmzone.eventlog import Header, Row
from warmzone.exercise.codec import encode_opened
from warmzone.exercise.commands import End, GiveOrder, SetClock
from warmzone.exercise.events import Opened
from warmzone.scenario.incident import Scenario
from warmzone.simulation.lower import prepare
from warmzone.simulation.results import version
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.ids import CommandId, ExerciseId
from warmzone.vocabulary.orders import Order, Verb

Said = tuple[float, Verb, int, int, int, int]
"""(seconds, verb, team, area, other_team, value)."""


def logged(
    said: Sequence[Said], scenario: Scenario | None = None, seed: int = 1, end_s: float = 1100
) -> tuple[Header, list[Row]]:
    """The log of an exercise in the tiny house whose person says just that."""
    scenario = scenario or tiny.scenario("active")
    site = tiny.site()
    opened = Opened(
        scenario=scenario.id,
        scenario_name=scenario.name,
        code="ABCDE",
        seed=seed,
        commander="interior",
        minutes=scenario.minutes,
    )
    header = Header(
        ExerciseId("tiny"),
        WALL,
        version(),
        msgspec.json.encode(scenario),
        msgspec.json.encode(site),
        encode_opened(opened),
    )
    prepared = prepare(scenario, site)
    run = Run(prepared, seed, automatic("interior"), tactical_is_person=True)
    writer = Writer(run, opened, header)
    writer.store.create(header)
    writer.do(SetClock(CommandId("go"), "resume"), 0, name="go")
    for k, (at_s, verb, team, area, other, value) in enumerate(said):
        order = Order(Seat.TACTICAL, verb, team, area, other, value)
        name = f"o{k}"
        writer.do(GiveOrder(CommandId(name), order), int(at_s * 1000), Seat.TACTICAL, name)
    writer.do(End(CommandId("end")), int(end_s * 1000), Seat.TACTICAL, "end")
    return header, writer.rows()
