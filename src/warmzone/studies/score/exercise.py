"""One graded exercise and what it is scored by: decisions, a clock, deaths.

The exercise is cut every two minutes. From each cut the interior commander goes on, at once or
after what was said until the next cut, in the same other luck; the difference is what those two
minutes' decisions lost. Their sum is the decision score: luck that was had is not in it.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from warmzone.doctrine.commanders import automatic
from warmzone.doctrine.taking_over import memory_of
from warmzone.kernel.view import view_of
from warmzone.simulation.branch import Branch, empty_outcomes, empty_script
from warmzone.simulation.layout import new_buffer, view_state
from warmzone.simulation.lower import Prepared
from warmzone.simulation.machine import Machine
from warmzone.simulation.run import Run
from warmzone.studies.score.grades import Grade, begin, play
from warmzone.vocabulary.codes import Seat

CUT_MS = 120_000
FIRST_EPOCH = 2_000_000_000

_FIELDS = ("seat", "verb", "team", "area", "other_team", "value")


@dataclass(frozen=True, slots=True)
class Scored:
    """What one exercise came to; more is worse in each. The clock is to the last red out.

    `priced` is what decisions lost in each replay: float64[replays].
    """

    priced: np.ndarray
    clock_s: float
    deaths: float

    @property
    def decisions(self) -> float:
        """What decisions lost, the mean over the replays."""
        return float(self.priced.mean())


def scored(prepared: Prepared, grade: Grade, seed: int, machine: Machine, replays: int) -> Scored:
    """Play an exercise and score it. Raises RuntimeError for a defect of the kernel."""
    run, end_ms = begin(prepared, grade, seed, machine), prepared.end_ms
    priced = np.zeros(replays)
    for now, until in pairwise([*range(0, end_ms, CUT_MS), end_ms]):
        play(run, grade, now)
        saved = np.frombuffer(run.snapshot()[8:], np.uint8).copy()
        before = int(run.state.clock[0]["orders"])
        play(run, grade, until)
        said = run.state.orders[before : int(run.state.clock[0]["orders"])]
        said = said[(said["seat"] == Seat.TACTICAL)]
        epochs = np.arange(FIRST_EPOCH, FIRST_EPOCH + replays)
        held = _deaths(run, prepared, (saved, said), (now, until), epochs)
        priced += held - _deaths(run, prepared, (saved, said[:0]), (now, now), epochs)
    row = run.outcome_row()[0]
    out = int(row["last_red_out_ms"])
    clock_s = (end_ms if out < 0 else out) / 1000
    return Scored(priced, clock_s, float(row["deaths"]))


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
    for name in (*_FIELDS, "given_ms"):
        script[name] = said[name]
    state = view_state(prepared.layout, saved)
    given = state.orders[: int(state.clock[0]["orders"])]
    rows = [*given[given["seat"] == Seat.TACTICAL], *said]
    orders = [tuple(int(row[name]) for name in _FIELDS) for row in rows]
    view = view_of(state, prepared.world, Seat.TACTICAL, 0)
    who, machine = automatic("interior"), run.machine
    branch = Branch(
        saved,
        script,
        memory_of(view, [(o[0], o[1], o[2], o[3], o[4], o[5]) for o in orders]),
        np.array([times[0], times[1], prepared.end_ms], np.int64),
        epochs.astype(np.int64),
    )
    outcomes, buffer = empty_outcomes(len(epochs)), new_buffer(prepared.layout)
    with np.errstate(over="ignore"):
        machine.continue_many(
            machine.tables(view_state(prepared.layout, buffer)),
            machine.tables(prepared.world),
            machine.policy(who.tactical),
            machine.policy(who.medical),
            who.crew,
            branch,
            buffer,
            outcomes,
        )
    if outcomes["defect"].any():
        raise RuntimeError("a replay ended as a defect")
    return outcomes["deaths"].astype(np.float64)
