"""Purging deletes what was chosen, says what it would delete, and leaves no byte behind."""

from pathlib import Path

from typer.testing import CliRunner

from warmzone.cli.app import app
from warmzone.eventlog import Derived, DerivedRow, Draft, Header, SqliteStore
from warmzone.vocabulary.ids import ExerciseId

OLD, NEW = ExerciseId("old"), ExerciseId("new")
WORDS = b"so that the medics can go in"


def kept(data: Path) -> None:
    """Two exercises, one of them long ago."""
    store = SqliteStore(data / "log.sqlite")
    for exercise, wall in ((OLD, "2020-01-01T00:00:00+00:00"), (NEW, "2999-01-01T00:00:00+00:00")):
        store.create(Header(exercise, wall, "4", b"{}", b"{}", b"{}"))
        payload = WORDS if exercise == OLD else b"{}"
        store.append(exercise, 0, [Draft(0, wall, 0, None, "order", 1, payload)])
    store.close()
    derived = Derived(data / "derived.sqlite")
    derived.put(DerivedRow(OLD, "review", 0, "4", b"{}"))
    derived.close()


def left(data: Path) -> list[ExerciseId]:
    """What is still there."""
    store = SqliteStore(data / "log.sqlite")
    try:
        return store.exercises()
    finally:
        store.close()


def run(data: Path, *words: str) -> tuple[int, str]:
    """The command's exit code and output."""
    result = CliRunner().invoke(app, ["purge", "--data", str(data), *words])
    return result.exit_code, result.output


def test_it_only_says_what_it_would_delete(tmp_path: Path) -> None:
    """Without the last word nothing happens."""
    kept(tmp_path)
    code, told = run(tmp_path, "--older-than-days", "365")
    assert code == 0
    assert "would delete old" in told
    assert left(tmp_path) == [OLD, NEW]


def test_what_is_old_goes_and_leaves_no_byte(tmp_path: Path) -> None:
    """The old one goes with what was made of it; its words are in no file any more."""
    kept(tmp_path)
    assert run(tmp_path, "--older-than-days", "365", "--yes")[0] == 0
    assert left(tmp_path) == [NEW]
    derived = Derived(tmp_path / "derived.sqlite")
    assert derived.rows(OLD, "review") == []
    derived.close()
    assert all(WORDS not in path.read_bytes() for path in tmp_path.iterdir())


def test_an_unknown_exercise_is_an_error(tmp_path: Path) -> None:
    """Nothing is deleted where one of the names is wrong."""
    kept(tmp_path)
    assert run(tmp_path, "old", "none", "--yes")[0] != 0
    assert left(tmp_path) == [OLD, NEW]
