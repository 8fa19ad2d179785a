"""The figures of speed: what is wanted of them, and where a twin is missing."""

from pathlib import Path

import pytest

from warmzone.studies.bench import twins
from warmzone.studies.bench.bench import WISHES, Wish
from warmzone.studies.bench.memory import peak_mb
from warmzone.studies.bench.twins import checkout, time_twins


def test_a_wish_is_a_bound() -> None:
    """At least and at most include the bound itself."""
    assert Wish(at_least=10).reached(10)
    assert not Wish(at_least=10).reached(9.9)
    assert Wish(at_most=15).reached(15)
    assert not Wish(at_most=15).reached(15.1)
    assert WISHES["ns_per_event"].at_most == 250
    assert WISHES["incidents_per_s"].at_least == 10_000


def test_an_installed_package_says_that_the_twins_are_missing() -> None:
    """No figure, and where to get one."""
    found = time_twins(None)
    assert [getattr(found, name) for name in twins.RATIOS] == [None] * 3
    assert "make bench" in found.missing[0]


def test_a_checkout_is_recognised(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The twins' program lies beside the sources, and not beside an installed package."""
    root = checkout()
    assert root is not None
    assert (root / "benchmarks" / "twins.py").is_file()
    monkeypatch.setattr(twins.warmzone, "__file__", str(tmp_path / "lib/site/warmzone/__init__.py"))
    assert checkout() is None


def test_a_program_that_fails_gives_no_figure(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What went wrong is said instead."""
    monkeypatch.setattr(twins, "PROGRAM", "benchmarks.of_nothing")
    found = time_twins(tmp_path)
    assert found.simpy_ratio is None
    assert "could not be timed" in found.missing[0]


@pytest.mark.slow
def test_memory_is_that_of_a_process_of_its_own() -> None:
    """A few incidents take more than an interpreter and far less than a gigabyte."""
    assert 20 < peak_mb("robbery-single-casualty", "nobody", 64, 1) < 1000
