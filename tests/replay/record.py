"""Record the exercises of this folder anew: `python -m tests.replay.record`.

Do so only together with a raised results version: a recording that no longer replays is otherwise
a change of results that nobody meant.
"""

from collections.abc import Iterator

import msgspec

from tests.replay.recording import FOLDER, Kept, Recording, digests
from warmzone.doctrine.commanders import automatic
from warmzone.exercise.codec import encode, kind_of
from warmzone.exercise.commands import ClockMark, Command, Finish, GiveOrder, HandOver, SetClock
from warmzone.exercise.decide import decide
from warmzone.exercise.events import VERSION
from warmzone.exercise.evolve import apply, evolve
from warmzone.exercise.state import State
from warmzone.scenario.library import open_scenario
from warmzone.simulation.lower import prepare
from warmzone.simulation.observe import seat_view
from warmzone.simulation.results import version
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat, Task, ThreatStatus
from warmzone.vocabulary.ids import CommandId
from warmzone.vocabulary.orders import Order, Refusal, Verb

TICK_MS = 10_000


class Trainee:
    """Somebody who commands by what is shown: not well, but with every kind of order."""

    def __init__(self) -> None:
        self.said: set[tuple[int, ...]] = set()

    def orders(self, run: Run) -> Iterator[Order]:
        """What is ordered now; only command is asked for more than once."""
        for order in self.wishes(run):
            key = (order.verb, order.team, order.area, order.value)
            if key not in self.said or order.verb == Verb.TAKE_COMMAND:
                self.said.add(key)
                yield order

    def wishes(self, run: Run) -> Iterator[Order]:
        """Command, places, zones, then a task for every team that has none."""
        view = seat_view(run, Seat.TACTICAL)
        tactical = Seat.TACTICAL
        if view.place == 0:
            yield Order(tactical, Verb.TAKE_COMMAND, value=1)
            return
        hurt = [area for area in view.areas if area.counts[0] + area.counts[1] > 0]
        vehicle = next(a for a, area in enumerate(run.prepared.site.areas) if area.vehicle)
        yield Order(tactical, Verb.SET_AEP, area=vehicle)
        for area in hurt:
            yield Order(tactical, Verb.SET_CCP, area=hurt[0].index)
            yield Order(tactical, Verb.DECLARE_ZONE, area=area.index, value=2)
        for number, team in enumerate(view.teams):
            place = hurt[number % len(hurt)].index if hurt else view.threat_area
            if team.discipline == 1:
                yield Order(tactical, Verb.CLEAR_RTF_IN, team.index, place)
                yield Order(tactical, Verb.SECURE_RTF, 1, -1, team.index)
            elif team.task == Task.UNASSIGNED:
                verb = (Verb.CONTACT, Verb.CLEAR, Verb.TREAT, Verb.BUILD_CORRIDOR, Verb.CARRY)
                yield Order(tactical, verb[(number + run.now_ms // 60_000) % 5], team.index, place)
        if view.threat == ThreatStatus.OVER:
            yield Order(tactical, Verb.DECLARE_THREAT, value=ThreatStatus.OVER)
        yield Order(tactical, Verb.ASK_REPORT, 99)


def record(name: str, seed: int) -> Recording:
    """Play one exercise through the rules, as a room does, and keep its log."""
    scenario, site = open_scenario(name)
    prepared, start = prepare(scenario, site), scenario.start
    commander = start.commander if start else "interior"
    run = Run(prepared, seed, automatic(commander), tactical_is_person=start is None)
    state, rows, trainee = State(), list[Kept](), Trainee()

    def do(command: Command, checked: Refusal = Refusal.ACCEPTED) -> None:
        nonlocal state
        seat = Seat.TACTICAL if isinstance(command, GiveOrder) else -1
        for event in decide(state, command, checked):
            raw = msgspec.Raw(encode(event))
            rows.append(Kept(run.now_ms, int(seat), kind_of(event), VERSION, raw))
            apply(run, run.now_ms, seat, event)
            state = evolve(state, run.now_ms, event)

    if start:
        run.advance(start.minute * 60_000)
        do(HandOver())
    do(SetClock(CommandId("go"), "resume"))
    while not run.ended:
        run.advance(run.now_ms + TICK_MS)
        for number, order in enumerate(trainee.orders(run)):
            do(GiveOrder(CommandId(f"{run.now_ms}-{number}"), order), run.check(order))
        do(ClockMark())
    do(Finish("minutes"))
    person = start is None
    told = (version(), seed, commander, person, scenario, site, rows)
    return Recording(*told, *digests(run))


EXERCISES = {"school-active-threat": 31, "drill-arcade-unknown-threat": 4}


def main() -> None:
    """Write every recording."""
    FOLDER.mkdir(exist_ok=True)
    for name, seed in EXERCISES.items():
        (FOLDER / f"{name}.json").write_bytes(msgspec.json.encode(record(name, seed)) + b"\n")


if __name__ == "__main__":
    main()
