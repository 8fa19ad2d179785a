"""The SQLite store: what only a file can do, or suffer."""

import sqlite3
from pathlib import Path

import pytest

from warmzone.eventlog import Draft, Header, SqliteStore
from warmzone.eventlog.errors import (
    CorruptLogError,
    FullDiskError,
    LockedLogError,
    LogError,
    UnwritableLogError,
    WrongSchemaError,
)
from warmzone.vocabulary.ids import ExerciseId

ONE = ExerciseId("one")


def draft(payload: bytes = b"{}") -> Draft:
    """A row nobody asked for."""
    return Draft(0, "", -1, None, "mark", 1, payload)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A log with one exercise and one row, closed."""
    file = tmp_path / "log.sqlite"
    store = SqliteStore(file)
    store.create(Header(ONE, "", "r1", b"", b"", b"{}"))
    store.append(ONE, 0, [draft()])
    store.close()
    return file


def test_log_survives_reopening(path: Path) -> None:
    """What was acknowledged is there for the next process."""
    store = SqliteStore(path)
    assert [row.kind for row in store.rows(ONE)] == ["mark"]
    store.close()


def test_writer_is_wal_and_full(path: Path) -> None:
    """Each writer connection waits for the disk: synchronous FULL, journal WAL."""
    store = SqliteStore(path)
    writer = store._writer
    assert writer is not None
    read = store._thread.submit(lambda: writer.execute("PRAGMA synchronous").fetchone()).result()
    journal = store._thread.submit(lambda: writer.execute("PRAGMA journal_mode").fetchone())
    assert read == (2,)
    assert journal.result() == ("wal",)
    store.close()


def test_other_schema_version_is_refused(path: Path) -> None:
    """A file of another schema is neither read nor changed, and the message says which."""
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 7")
    connection.close()
    with pytest.raises(WrongSchemaError, match="schema version 7 is not allowed; 1"):
        SqliteStore(path)


def test_strangers_file_is_refused(tmp_path: Path) -> None:
    """A database of somebody else is not taken over."""
    stranger = tmp_path / "log.sqlite"
    with sqlite3.connect(stranger) as connection:
        connection.execute("CREATE TABLE theirs (x)")
    connection.close()
    with pytest.raises(WrongSchemaError, match="schema version 0 is not allowed"):
        SqliteStore(stranger)


def test_damaged_file_is_a_clear_error(tmp_path: Path) -> None:
    """A file that is no database is named, with what is wrong."""
    damaged = tmp_path / "log.sqlite"
    damaged.write_bytes(b"this is not a database" * 100)
    with pytest.raises(CorruptLogError, match=r"log\.sqlite: file is not a database"):
        SqliteStore(damaged)


def test_locked_file_is_a_clear_error(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A log that another process is writing is reported as locked, not as a traceback."""
    monkeypatch.setattr("warmzone.eventlog.sqlite.LOCK_WAIT_S", 0.05)
    store = SqliteStore(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LockedLogError, match="database is locked"):
        store.append(ONE, 1, [draft()])
    other.execute("ROLLBACK")
    other.close()
    assert store.append(ONE, 1, [draft()]).rows[0].sequence == 2
    store.close()


def test_full_disk_is_a_clear_error_and_keeps_nothing(path: Path) -> None:
    """When the disk is full the append fails whole and the log stays readable."""
    store = SqliteStore(path)
    writer = store._writer
    assert writer is not None
    pages = store._thread.submit(lambda: writer.execute("PRAGMA page_count").fetchone()[0])
    store._thread.submit(
        lambda: writer.execute(f"PRAGMA max_page_count = {pages.result()}").fetchall()
    ).result()
    with pytest.raises(FullDiskError, match="full"):
        store.append(ONE, 1, [draft(b"x" * 1_000_000)])
    assert len(store.rows(ONE)) == 1
    store.close()


def test_unwritable_place_is_a_clear_error(tmp_path: Path) -> None:
    """A data directory that cannot be made is named."""
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(UnwritableLogError, match=r"Not a directory|File exists"):
        SqliteStore(tmp_path / "file" / "log.sqlite")


def test_closed_store_refuses(path: Path) -> None:
    """Nothing is appended to a closed log."""
    store = SqliteStore(path)
    store.close()
    with pytest.raises(LogError, match="closed"):
        store.append(ONE, 1, [draft()])
