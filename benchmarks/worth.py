"""`python -m benchmarks.worth`: how long it takes to price every decision of an exercise.

`--all` does so for every exercise of `benchmarks.exercises` and prints the table of
docs/explanation/review.md: how far the halves of worlds are apart, how many independent worlds a
figure rests on, and how often one is told.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from benchmarks.exercises import EXERCISES
from benchmarks.measure import ready
from warmzone.review.worth.known import APART, ENOUGH
from warmzone.review.worth.race import Effort
from warmzone.review.worth.shapes import WorthReview
from warmzone.review.worth.worth import Ask, worth
from warmzone.simulation.machine import Machine
from warmzone.studies.bench.clock import surroundings

FIRST = next(iter(EXERCISES))


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


def timed(name: str, machine: Machine, effort: Effort, threads: int) -> Timing:
    """Review one exercise and note when each part was there."""
    header, rows = EXERCISES[name](machine)
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


def as_table(found: Iterable[tuple[str, Timing]]) -> str:
    """The table of the page on reviews, in Markdown."""
    heads = "Exercise", "Decisions", "Over worlds", "R-hat", f"<= {APART}", "Independent worlds"
    lines = [f"| {' | '.join(heads)} | >= {ENOUGH:.0f} | Told a number |", "|---" * 8 + "|"]
    for name, one in found:
        near = sum(each <= APART for each in one.r_hat)
        many = sum(each >= ENOUGH for each in one.effective)
        lines.append(
            f"| {name} | {one.decisions} | {one.over_worlds} | {_span(one.r_hat, 3)} | {near} | "
            f"{_span(one.effective, 0)} | {many} | {one.told} of {one.over_worlds} |"
        )
    return "\n".join(lines) + "\n"


def _span(values: list[float], digits: int) -> str:
    if not values:
        return "-"
    low, high = f"{min(values):.{digits}f}", f"{max(values):.{digits}f}"
    return low if low == high else f"{low} to {high}"


def main() -> None:
    """Measure and print one JSON object, or the table of all."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.worth", description=__doc__)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--worlds", type=int, default=Effort().worlds)
    parser.add_argument("--exercise", choices=sorted(EXERCISES), default=FIRST)
    parser.add_argument("--all", action="store_true")
    asked = parser.parse_args()
    before = surroundings()
    machine, _, _ = ready(lambda _progress: None)
    effort = Effort(worlds=asked.worlds)
    if asked.all:
        found = []
        for name in EXERCISES:
            found.append((name, timed(name, machine, effort, asked.threads)))
            sys.stderr.write(f"{name}: {found[-1][1]}\n")
        sys.stdout.write(as_table(found))
        return
    one = timed(asked.exercise, machine, effort, asked.threads)
    sys.stdout.write(json.dumps({**before, **asdict(one)}, indent=1) + "\n")


if __name__ == "__main__":
    main()
