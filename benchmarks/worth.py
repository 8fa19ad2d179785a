"""`python -m benchmarks.worth`: how long it takes to price every decision of an exercise."""

import argparse
import json
import sys
import time
from dataclasses import asdict, dataclass

import msgspec

from benchmarks.measure import ready
from tests.planted import ALL, Errors, Hand, steps
from tests.played import begun
from warmzone.doctrine.commanders import automatic
from warmzone.eventlog import Header, Row
from warmzone.exercise.commands import End, GiveOrder
from warmzone.exercise.events import Opened
from warmzone.review.worth.race import Effort
from warmzone.review.worth.shapes import WorthReview
from warmzone.review.worth.worth import Ask, worth
from warmzone.scenario.library import open_scenario
from warmzone.simulation.lower import prepare
from warmzone.simulation.machine import Machine
from warmzone.simulation.run import Run
from warmzone.studies.bench.clock import surroundings
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.ids import CommandId

SCENARIO, MINUTES, SEED = "school-active-threat", 30, 12
EVERY_MS = 36_000
"""The hand says something that often at most, so that there are about forty decisions."""


@dataclass
class Timing:
    """Seconds by the clock and of the processors until each part of a worth review was there."""

    decisions: int
    priced: int
    over_worlds: int
    first_s: float
    cost_s: float
    cost_busy_s: float
    account_s: float
    worlds_s: float
    worlds_busy_s: float
    effective: list[float]
    r_hat: list[float]
    told: int
    worlds: list[str]


def recorded(machine: Machine) -> tuple[Header, list[Row]]:
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
    for number, (at_ms, order) in enumerate(steps(guide, hand, prepared.end_ms, EVERY_MS)):
        writer.do(GiveOrder(CommandId(f"o{number}"), order), at_ms, Seat.TACTICAL, f"o{number}")
    writer.do(End(CommandId("end")), prepared.end_ms - 1000, Seat.TACTICAL, "end")
    return writer.header, writer.rows()


def timed(machine: Machine, effort: Effort, threads: int) -> Timing:
    """Review the recorded exercise and note when each part was there."""
    header, rows = recorded(machine)
    begun, busy = time.perf_counter(), time.process_time()
    marks: dict[str, tuple[float, float]] = {}

    def note(so_far: WorthReview) -> None:
        now = (time.perf_counter() - begun, time.process_time() - busy)
        if so_far.decisions and so_far.decisions[0].priced:
            marks.setdefault("first", now)
        if not so_far.accounts:
            marks["cost"] = now
        if not any(one.known for one in so_far.decisions):
            marks["accounts"] = now
        marks["end"] = now

    ask = Ask(lambda _prepared: machine, effort, threads=threads, report=note)
    review = worth(header, rows, ask)
    known = [one.known for one in review.decisions if one.known is not None]
    return Timing(
        decisions=len(review.decisions),
        priced=sum(one.priced for one in review.decisions),
        over_worlds=len(known),
        first_s=marks["first"][0],
        cost_s=marks["cost"][0],
        cost_busy_s=marks["cost"][1],
        account_s=marks["accounts"][0] - marks["cost"][0],
        worlds_s=marks["end"][0] - marks["accounts"][0],
        worlds_busy_s=marks["end"][1] - marks["accounts"][1],
        effective=[one.effective for one in known],
        r_hat=[one.r_hat for one in known if one.r_hat is not None],
        told=sum(one.cost is not None for one in known),
        worlds=review.worlds,
    )


def main() -> None:
    """Measure and print one JSON object."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.worth", description=__doc__)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--worlds", type=int, default=Effort().worlds)
    asked = parser.parse_args()
    before = surroundings()
    machine, _, _ = ready(lambda _progress: None)
    found = timed(machine, Effort(worlds=asked.worlds), asked.threads)
    sys.stdout.write(json.dumps({**before, **asdict(found)}, indent=1) + "\n")


if __name__ == "__main__":
    main()
