"""Exercises that the worth of decisions is measured over: made by hand, recorded, handed over."""

from collections.abc import Callable

import msgspec

from tests.planted import ALL, Errors, Hand, played, steps
from tests.played import WALL, begun, open_drill
from tests.replay.recording import FOLDER, Recording, load
from warmzone.doctrine.commanders import automatic
from warmzone.eventlog import Draft, Header, MemoryStore, Row
from warmzone.exercise.codec import encode_opened
from warmzone.exercise.events import Opened
from warmzone.scenario.library import open_scenario
from warmzone.simulation.lower import prepare
from warmzone.simulation.machine import Machine
from warmzone.simulation.run import Run
from warmzone.vocabulary.ids import ExerciseId

Log = tuple[Header, list[Row]]

SCENARIO, MINUTES, SEED = "school-active-threat", 30, 12
EVERY_MS = 36_000
"""The hand says something that often at most, so that there are about forty decisions."""

DRILL_ERRORS = Errors(held=True)
"""The hand that takes over a drill holds the medics back."""


def half_an_hour(machine: Machine) -> Log:
    """The log of half an hour in the school, commanded by hand with errors."""
    scenario, site = open_scenario(SCENARIO)
    scenario = msgspec.structs.replace(scenario, minutes=MINUTES)
    opened = Opened(
        scenario=scenario.id,
        scenario_name=scenario.name,
        code="ABCDE",
        seed=SEED,
        commander="interior",
        minutes=MINUTES,
    )
    prepared, who = prepare(scenario, site), automatic("nobody")
    run = Run(prepared, SEED, who, tactical_is_person=True, machine=machine)
    writer = begun(run, opened, "bench", (scenario, site))
    guide = Run(prepared, SEED, who, tactical_is_person=True, machine=machine)
    hand = Hand(guide, Errors(late=ALL.late, held=ALL.held))
    said = steps(guide, hand, prepared.end_ms, EVERY_MS)
    return writer.told(said, prepared.end_ms - 1000)


def handed_over(_machine: Machine) -> Log:
    """The log of the drill at the school, taken over by a hand that holds the medics back."""
    writer, prepared = open_drill()
    before = Run(prepared, writer.opened.seed, automatic(writer.opened.commander))
    before.advance(writer.opened.hand_over_ms)
    guide = Run(prepared, writer.opened.seed, automatic("nobody"), tactical_is_person=True)
    guide.restore(before.snapshot())
    guide.hand_over()
    hand = Hand(guide, DRILL_ERRORS)
    said = steps(guide, hand, prepared.end_ms - 30_000)
    return writer.told(said, prepared.end_ms - 20_000)


def recorded(name: str) -> Log:
    """The log of an exercise that is kept to be replayed."""
    kept: Recording = load(FOLDER / f"{name}.json")
    start = kept.scenario.start
    opened = Opened(
        scenario=kept.scenario.id,
        scenario_name=kept.scenario.name,
        code="ABCDE",
        seed=kept.seed,
        commander=kept.commander,
        minutes=kept.scenario.minutes,
        hand_over_ms=0 if start is None else start.minute * 60_000,
    )
    header = Header(
        ExerciseId(name),
        WALL,
        kept.results_version,
        msgspec.json.encode(kept.scenario),
        msgspec.json.encode(kept.site),
        encode_opened(opened),
    )
    store = MemoryStore()
    store.create(header)
    drafts = [
        Draft(one.sim_ms, WALL, one.seat, None, one.kind, one.version, bytes(one.event))
        for one in kept.rows
    ]
    store.append(header.exercise, 0, drafts)
    return header, list(store.rows(header.exercise))


EXERCISES: dict[str, Callable[[Machine], Log]] = {
    "half an hour in the school": half_an_hour,
    "planted house, good decisions": lambda machine: played(Errors(), machine),
    "planted house, three errors": lambda machine: played(ALL, machine),
    "arcade drill, recorded": lambda _machine: recorded("drill-arcade-unknown-threat"),
    "school drill, medics held": handed_over,
    "school, recorded": lambda _machine: recorded("school-active-threat"),
}
"""Each exercise and how its log is made."""
