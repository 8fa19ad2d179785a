"""The medical side told with SimPy and the kernel's are equal in distribution."""

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.distributions import differences
from benchmarks.simpy_open_ground import play as twin
from benchmarks.simpy_open_ground.incident import prepared as open_ground
from benchmarks.simpy_open_ground.play import NAMES, play, play_kernel, table
from warmzone.kernel.codes import Defect
from warmzone.simulation.run import Run

INCIDENTS = 300


def simpy_table() -> np.ndarray:
    """What SimPy says of so many incidents."""
    prepared = open_ground()
    return table([play(prepared, seed) for seed in range(INCIDENTS)])


@pytest.fixture(scope="module")
def kernel() -> np.ndarray:
    """What the kernel says of as many others."""
    prepared = open_ground()
    return table([play_kernel(prepared, 10_000 + seed) for seed in range(INCIDENTS)])


@pytest.fixture(scope="module")
def simpy() -> np.ndarray:
    """SimPy's incidents in the same world."""
    return simpy_table()


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_both_are_equal_in_distribution(name: str, simpy: np.ndarray, kernel: np.ndarray) -> None:
    """People, deaths, clocks and messages: no two-sample test tells them apart at 1 %."""
    found = differences(NAMES, simpy, kernel)[NAMES.index(name)]
    assert found.p > 0.01
    assert found.errors_apart <= 3.0


@pytest.mark.slow
@pytest.mark.parametrize(
    ("number", "factor", "seen_in"),
    [
        ("drive_sigma", 0.0, ""),
        ("medic_care_s", 3.0, "first_red_s"),
        ("lift_s", 8.0, "first_red_s"),
        ("load_s", 6.0, "last_red_s"),
    ],
)
def test_another_world_is_told_apart(
    number: str, factor: float, seen_in: str, kernel: np.ndarray, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Slower care, lifting or loading shows, so equality is no matter of course."""
    true_world = twin.world_of

    def other(*given: object) -> object:
        world = true_world(*given)  # type: ignore[arg-type]
        value = world.parameters[number] * factor
        return replace(world, parameters={**world.parameters, number: value})

    monkeypatch.setattr(twin, "world_of", other)
    told = {one.name for one in differences(NAMES, simpy_table(), kernel) if one.p < 1e-3}
    assert seen_in in told if seen_in else not told


def test_what_is_left_out_does_not_occur() -> None:
    """In the incident that both tell there is no hazard, no police, no corridor and no defect."""
    prepared = open_ground()
    for seed in range(5):
        run = Run(prepared, seed, twin.automatic("nobody"))
        run.advance(prepared.end_ms)
        assert int(run.state.clock[0]["defect"]) == Defect.NONE
        assert (run.state.teams["discipline"] == 1).all()
        assert int(run.state.corridor[0]["state"]) == 0
        assert float(run.state.ground["exposure"].max()) == 0.0


def test_the_same_seed_tells_the_same() -> None:
    """SimPy's telling follows from its seed; another seed is another incident."""
    prepared = open_ground()
    assert play(prepared, 3) == play(prepared, 3)
    assert len({play(prepared, seed) for seed in range(10)}) == 10
