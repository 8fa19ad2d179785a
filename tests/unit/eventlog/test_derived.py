"""Derived rows: a second port whose loss loses nothing."""

from pathlib import Path

import pytest

from warmzone.eventlog import Derived, DerivedRow
from warmzone.eventlog.errors import LogError
from warmzone.vocabulary.ids import ExerciseId

ONE = ExerciseId("one")


def row(sim_ms: int, payload: bytes) -> DerivedRow:
    """A digest."""
    return DerivedRow(ONE, "digest", sim_ms, "r1", payload)


def test_rows_come_back_by_time_and_are_replaced(tmp_path: Path) -> None:
    """A value made again replaces the old one; rows come by simulated time."""
    derived = Derived(tmp_path / "derived.sqlite")
    derived.put(row(120, b"b"))
    derived.put(row(60, b"old"))
    derived.put(row(60, b"new"))
    assert derived.rows(ONE, "digest") == [row(60, b"new"), row(120, b"b")]
    derived.close()


def test_forgetting_is_complete() -> None:
    """Everything derived of an exercise can be deleted."""
    derived = Derived()
    derived.put(row(60, b"x"))
    derived.forget(ONE)
    assert derived.rows(ONE, "digest") == []


def test_damaged_file_is_a_clear_error(tmp_path: Path) -> None:
    """A damaged file is named."""
    damaged = tmp_path / "derived.sqlite"
    damaged.write_bytes(b"not a database" * 100)
    with pytest.raises(LogError, match=r"derived\.sqlite"):
        Derived(damaged)
