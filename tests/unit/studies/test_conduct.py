"""A study gives the same rows whoever plays it, and goes on where it was cut off."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from tests.studied import lowered, study, workers
from warmzone.scenario.problems import Invalid
from warmzone.studies import lowered as lowering
from warmzone.studies.conduct import conduct
from warmzone.studies.engines import OBJECTS_BYTES, EngineMissingError, EngineName, play_parts
from warmzone.studies.execute import Engine, outcomes
from warmzone.studies.lowered import Lowered, Part, play_part
from warmzone.studies.store import Store
from warmzone.studies.study import Stop, Uncertain

SCRIPT = """
import sys
from pathlib import Path
from types import SimpleNamespace
from tests.studied import lowered, workers
from warmzone.studies import lowered as lowering
from warmzone.studies.conduct import conduct
lowering.PART = 4
conduct(lowered(points=24), Path(sys.argv[1]), workers())
"""


@pytest.fixture(autouse=True)
def _small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lowering, "PART", 4)


def all_rows(folder: Path) -> np.ndarray:
    """Every row of a study's folder, in the order of its points."""
    store = Store(folder)
    return np.concatenate([store.read(part) for part in store.parts()])


def test_a_study_that_was_killed_ends_as_one_that_was_not(tmp_path: Path) -> None:
    """Killed and run again: the same rows and tables, and nothing played twice."""
    killed = subprocess.Popen([sys.executable, "-c", SCRIPT, str(tmp_path / "killed")])
    begun = time.monotonic()
    while len(list((tmp_path / "killed").glob("parts/*.parquet"))) < 3:
        assert time.monotonic() - begun < 240, "nothing was saved"
        assert killed.poll() is None, "it ended by itself"
        time.sleep(0.01)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    there = len(list((tmp_path / "killed").glob("parts/*.parquet")))
    assert 3 <= there < 24
    after = conduct(lowered(points=24), tmp_path / "killed", workers())
    whole = conduct(lowered(points=24), tmp_path / "whole", workers())
    assert after.resumed == there * 4
    assert np.array_equal(all_rows(tmp_path / "killed"), all_rows(tmp_path / "whole"))
    assert repr(after.summary) == repr(whole.summary)


@pytest.mark.parametrize("engine", ["threads", pytest.param("processes", marks=pytest.mark.slow)])
def test_who_plays_changes_nothing(engine: EngineName, tmp_path: Path) -> None:
    """Several workers of either kind give the rows of one, bit for bit."""
    one = conduct(lowered(), tmp_path / "one", workers())
    many = conduct(lowered(), tmp_path / "many", workers(engine, 2))
    assert np.array_equal(all_rows(tmp_path / "one"), all_rows(tmp_path / "many"))
    assert repr(one.summary) == repr(many.summary)


@pytest.mark.slow
def test_a_ray_cluster_changes_nothing(tmp_path: Path) -> None:
    """A cluster started on this machine gives the rows of threads, bit for bit."""
    ray = pytest.importorskip("ray")
    conduct(lowered(), tmp_path / "one", workers())
    try:
        conduct(lowered(), tmp_path / "ray", workers("ray", 2))
    finally:
        ray.shutdown()  # its processes would be in the way of other tests
    assert np.array_equal(all_rows(tmp_path / "one"), all_rows(tmp_path / "ray"))


def test_rows_are_those_of_the_comparison_where_nothing_is_uncertain() -> None:
    """An arm plays what `compare` would play with the same seeds."""
    made = lowered(uncertain=[], points=2, repeats=3, seed=5)
    rows = play_part(made, Part(0, 2), workers().machine)
    expected = outcomes(
        made.worlds[0][0][1], made.crews[1], range(5, 11), Engine(workers().machine)
    )
    assert np.array_equal(rows[rows["arm"] == 1]["outcome"], expected)


def test_uncertain_numbers_reach_the_world() -> None:
    """Care that never works and care that always does part the same luck."""
    wide = Uncertain(name="lift_s", low=20.0, high=900.0, why="far beyond belief, for the test")
    made = lowered(uncertain=[wide], points=8, arms=study().arms[1:])
    narrow = lowered(uncertain=[], points=8, arms=study().arms[1:])
    slow = play_part(made, Part(0, 8), workers().machine)["outcome"]["first_red_out_ms"]
    quick = play_part(narrow, Part(0, 8), workers().machine)["outcome"]["first_red_out_ms"]
    assert np.any(slow != quick)


def test_another_study_does_not_mix_into_a_folder(tmp_path: Path) -> None:
    """A folder begun for one study refuses another, and says what differs."""
    conduct(lowered(points=1), tmp_path, workers())
    with pytest.raises(Invalid, match="another study digest"):
        conduct(lowered(points=2), tmp_path, workers())


def test_a_study_stops_when_it_knows_enough(tmp_path: Path) -> None:
    """Looks come after 2, 4, 8 points; a wide wish ends at once, an impossible at the last."""

    def stop(half_width: float) -> Lowered:
        told = Stop(measure="officer_minutes_without_task", arm="interior", against="nobody",
                    half_width=half_width, most_points=8)  # fmt: skip
        return lowered(points=2, stop=told)

    wide = conduct(stop(1e6), tmp_path / "wide", workers())
    assert (wide.points, wide.close_enough) == (2, True)
    narrow = conduct(stop(1e-9), tmp_path / "narrow", workers())
    assert (narrow.points, narrow.close_enough) == (8, False)


def test_provenance_says_what_it_was_made_with(tmp_path: Path) -> None:
    """Versions, digests, seeds, machine; and progress was told of every incident."""
    told: list[tuple[int, int]] = []
    conduct(lowered(points=2), tmp_path, workers(), lambda done, total: told.append((done, total)))
    made = json.loads((tmp_path / "provenance.json").read_text(encoding="utf-8"))
    assert made["finished"] is True
    assert {"results_version", "evidence_digest", "scenario_digests", "first_seed"} <= made.keys()
    assert {"warmzone", "kernel", "kernel_code", "engine", "machine", "python"} <= made.keys()
    assert sum(done for done, _ in told) == 2 * 2 * 2
    assert {total for _, total in told} == {8}


def test_a_ray_that_does_not_start_is_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not as a traceback of somebody else's program; and it asks for little memory."""
    asked: dict[str, object] = {}

    def init(**settings: object) -> None:
        asked.update(settings)
        raise RuntimeError("no port is free")

    ray = SimpleNamespace(is_initialized=lambda: False, init=init)
    monkeypatch.setitem(sys.modules, "ray", ray)  # type: ignore[arg-type]
    monkeypatch.delenv("RAY_ADDRESS", raising=False)
    with pytest.raises(EngineMissingError, match="did not start here: no port is free"):
        list(play_parts(lowered(), [Part(0, 1)], workers("ray", 2)))
    assert asked["object_store_memory"] == OBJECTS_BYTES
