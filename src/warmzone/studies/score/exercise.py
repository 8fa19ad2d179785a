"""One graded exercise and what it is scored by: points, lives, clocks, deaths.

Points are those of `measures.decisions.score`. For lives the exercise is cut every two minutes.
From each cut the interior commander goes on, at once or after what was said until the next cut, in
the same other luck; the difference is what those two minutes' decisions lost. Their sum is what the
decisions lost: luck that was had is not in it. Clocks are held against the interior commander's in
the same luck.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from warmzone.doctrine.commanders import automatic
from warmzone.doctrine.going_on import FIELDS, Stage, branch_of, order_rows
from warmzone.measures import CLOCKS, read
from warmzone.measures.decisions import account_of
from warmzone.measures.decisions.score import score_of
from warmzone.simulation.branch import empty_outcomes, empty_script
from warmzone.simulation.layout import view_state
from warmzone.simulation.lower import Prepared
from warmzone.simulation.machine import Machine
from warmzone.simulation.run import Run
from warmzone.studies.score.grades import Grade, begin, play
from warmzone.vocabulary.codes import Seat

CUT_MS = 120_000
FIRST_EPOCH = 2_000_000_000


LENGTHS_MS = (600_000, 1_200_000)
"""An exercise is also scored as if it had ended there."""

ALLOWANCE_S = 60.0
"""Added to both clocks before they are compared, so that seconds at the start weigh little."""


@dataclass(frozen=True, slots=True)
class Scored:
    """What one exercise came to.

    points: float64[lengths + 1], of 100, the whole exercise last; higher is better.
    priced: float64[lengths + 1, replays], lives that decisions lost; lower is better.
    clocks: the share of the interior commander's pace, 1 as soon or sooner; deaths as they were.
    """

    points: np.ndarray
    priced: np.ndarray
    clocks: float
    deaths: float


def scored(prepared: Prepared, grade: Grade, seed: int, machine: Machine, replays: int) -> Scored:
    """Play an exercise and score it. Raises RuntimeError for a defect of the kernel."""
    run, end_ms = begin(prepared, grade, seed, machine), prepared.end_ms
    ends = [*(min(length, end_ms) for length in LENGTHS_MS), end_ms]
    priced = np.zeros((len(ends), replays))
    for now, until in pairwise([*range(0, end_ms, CUT_MS), end_ms]):
        play(run, grade, now)
        saved = np.frombuffer(run.snapshot()[8:], np.uint8).copy()
        before = int(run.state.clock[0]["orders"])
        play(run, grade, until)
        if not replays:
            continue
        said = run.state.orders[before : int(run.state.clock[0]["orders"])]
        said = said[(said["seat"] == Seat.TACTICAL)]
        epochs = np.arange(FIRST_EPOCH, FIRST_EPOCH + replays)
        held = _deaths(run, prepared, (saved, said), (now, until), epochs)
        lost = held - _deaths(run, prepared, (saved, said[:0]), (now, now), epochs)
        priced[[until <= end for end in ends]] += lost
    account, row = account_of(run), run.outcome_row()[0]
    points = [score_of(account.until(end)).points or 0.0 for end in ends]
    clocks = pace(row, _interior(prepared, seed, machine))
    return Scored(np.array(points), priced, clocks, float(row["deaths"]))


def pace(row: np.ndarray, interior: np.ndarray) -> float:
    """The mean over the clocks that the interior commander reached of its time as a share of ours.

    1 where no clock was reached by either; a clock that only it reached counts 0.
    """
    shares = []
    for clock in CLOCKS:
        theirs, ours = read(clock, interior), read(clock, row)
        if theirs is not None:
            later = 0.0 if ours is None else (theirs + ALLOWANCE_S) / (ours + ALLOWANCE_S)
            shares.append(min(1.0, later))
    return float(np.mean(shares)) if shares else 1.0


def _interior(prepared: Prepared, seed: int, machine: Machine) -> np.ndarray:
    """What became of the same incident under the interior commander."""
    run = Run(prepared, seed, automatic("interior"), machine=machine)
    run.advance(prepared.end_ms)
    return np.asarray(run.outcome_row()[0])


def _deaths(
    run: Run,
    prepared: Prepared,
    course: tuple[np.ndarray, np.ndarray],
    times: tuple[int, int],
    epochs: np.ndarray,
) -> np.ndarray:
    """Deaths in each replay from a saved state: what was said, then the interior commander."""
    saved, said = course
    script = empty_script(len(said))
    for name in (*FIELDS, "given_ms"):
        script[name] = said[name]
    state = view_state(prepared.layout, saved)
    given = state.orders[: int(state.clock[0]["orders"])]
    rows = order_rows(given[given["seat"] == Seat.TACTICAL])
    branch = branch_of(prepared, saved, rows, script, times)
    branch = branch._replace(epochs=epochs.astype(np.int64))
    outcomes = empty_outcomes(len(epochs))
    Stage(prepared, run.machine, automatic("interior")).go_on(branch, outcomes)
    if outcomes["defect"].any():
        raise RuntimeError("a replay ended as a defect")
    return outcomes["deaths"].astype(np.float64)
