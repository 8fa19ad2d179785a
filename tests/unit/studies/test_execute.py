"""Many incidents: rows depend on the seed alone, not on threads, batches or company."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from tests import tiny
from tests.compiled import machine
from warmzone.doctrine.commanders import automatic
from warmzone.kernel.codes import Defect
from warmzone.kernel.outcomes import OUTCOME
from warmzone.scenario.library import open_scenario
from warmzone.simulation.lower import prepare
from warmzone.simulation.machine import PLAIN
from warmzone.simulation.run import Run
from warmzone.studies import execute
from warmzone.studies.compare import LABEL, compare_commanders
from warmzone.studies.execute import Desk, Engine, outcomes, play_batch

SEEDS = [5, 0, 2**32 - 1, 17, 5, 9]


def one_by_one(threat: str, commander: str, seeds: list[int]) -> np.ndarray:
    """The outcome rows of single runs on the plain kernel."""
    rows = []
    for seed in seeds:
        run = tiny.fresh(threat, seed, commander)
        run.advance(run.prepared.end_ms)
        rows.append(run.outcome_row()[0])
    return np.array(rows)


def test_many_are_as_each_alone() -> None:
    """A batch reuses its buffer; every row is that of a run alone, in the order of the seeds."""
    rows = outcomes(tiny.prepared("active"), automatic("interior"), SEEDS, Engine(PLAIN, 1))
    assert np.array_equal(rows, one_by_one("active", "interior", SEEDS))
    assert rows[0] == rows[4]


@pytest.mark.parametrize(("threads", "batch"), [(2, 1), (3, 2), (1, 100)])
def test_threads_and_batches_change_nothing(
    threads: int, batch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same rows from any number of threads and any size of batch; every incident reported."""
    expected = outcomes(tiny.prepared("silent"), automatic("nobody"), SEEDS, Engine(PLAIN, 1))
    monkeypatch.setattr(execute, "BATCH", batch)
    told: list[int] = []
    engine = Engine(PLAIN, threads, told.append)
    rows = outcomes(tiny.prepared("silent"), automatic("nobody"), SEEDS, engine)
    assert np.array_equal(rows, expected)
    assert sum(told) == len(SEEDS)


@pytest.mark.slow
def test_compiled_threads_give_the_plain_rows() -> None:
    """200 compiled incidents on one, two and five threads are one set of rows, the plain one."""
    prepared = tiny.prepared("active")
    seeds = list(range(200))
    serial = outcomes(prepared, automatic("interior"), seeds, Engine(machine(), 1))
    for threads in (2, 5):
        rows = outcomes(prepared, automatic("interior"), seeds, Engine(machine(), threads))
        assert np.array_equal(rows, serial)
    assert np.array_equal(serial[:12], one_by_one("active", "interior", seeds[:12]))


@pytest.mark.slow
def test_compiled_threads_on_a_shipped_scenario() -> None:
    """Parallel rows of the shipped active threat are those of single runs, one by one."""
    prepared = prepare(*open_scenario("school-active-threat"))
    rows = outcomes(prepared, automatic("command-post"), range(70), Engine(machine(), 2))
    for seed in (0, 33, 69):
        run = Run(prepared, seed, automatic("command-post"), machine=machine())
        run.advance(prepared.end_ms)
        assert run.outcome_row()[0] == rows[seed]


def breaks_at(bad: int) -> Callable[..., int]:
    """A play_many that ends one seed as a defect."""

    def play_many(*arguments: object) -> int:
        seeds, outcomes_out = arguments[5], arguments[7]
        outcomes_out["defect"] = np.where(seeds == bad, Defect.RUNAWAY, 0)  # type: ignore[index]
        return 1

    return play_many


def test_a_defect_is_never_averaged_in() -> None:
    """An incident that ended as a defect stops the study and names its seed."""
    broken = replace(PLAIN, play_many=breaks_at(9))
    with pytest.raises(RuntimeError, match="1 incidents ended as a defect, first seed 9"):
        outcomes(tiny.prepared("none"), automatic("nobody"), SEEDS, Engine(broken))


def test_comparison_takes_the_same_luck_for_each() -> None:
    """A commander compared with a namesake of its own differs by nothing; the label is there."""
    found = compare_commanders(
        tiny.prepared("silent"), ["nobody", "interior"], range(3, 7), Engine(PLAIN)
    )
    again = compare_commanders(
        tiny.prepared("silent"), ["interior", "nobody"], range(3, 7), Engine(PLAIN)
    )
    assert found.label == LABEL
    assert (found.commanders, found.incidents, found.seed) == (("nobody", "interior"), 4, 3)
    for name in found.commanders:
        for one, other in zip(found.results[name], again.results[name], strict=True):
            assert one.estimate == other.estimate
    for row in found.results["nobody"]:
        assert row.difference is None
    forward = [row.difference for row in found.results["interior"]]
    back = [row.difference for row in again.results["nobody"]]
    for one, other in zip(forward, back, strict=True):
        assert (one is None) == (other is None)
        if one is not None and other is not None:
            assert one.mean == pytest.approx(-other.mean)


def test_a_desk_is_clean_for_the_next_world() -> None:
    """Batches of two worlds in turn at one desk give the rows of a desk of their own each."""
    active, silent = tiny.prepared("active"), tiny.prepared("silent")
    assert active.layout.sizes == silent.layout.sizes
    seeds = np.arange(3, dtype=np.uint64)
    desk = Desk(active.layout, PLAIN)
    for prepared in (active, silent, active):
        shared, own = np.zeros(3, OUTCOME), np.zeros(3, OUTCOME)
        play_batch(prepared, automatic("interior"), desk, (seeds, shared))
        play_batch(prepared, automatic("interior"), Desk(prepared.layout, PLAIN), (seeds, own))
        assert np.array_equal(shared, own)
