"""A store in one SQLite file: WAL, synchronous=FULL, one writer thread, append after commit."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, TypeVar

from warmzone.eventlog.envelope import Draft, Header, Row, number
from warmzone.eventlog.errors import (
    CorruptLogError,
    FullDiskError,
    LockedLogError,
    LogError,
    OutOfStepError,
    UnknownExerciseError,
    UnwritableLogError,
    WrongSchemaError,
)
from warmzone.eventlog.store import Appended, Fault, no_fault
from warmzone.vocabulary.ids import ExerciseId

SCHEMA_VERSION = 1
LOCK_WAIT_S = 2.0
FULL = 2

_TABLES = """
BEGIN IMMEDIATE;
CREATE TABLE exercises (
    exercise TEXT PRIMARY KEY, wall TEXT NOT NULL, results_version TEXT NOT NULL,
    scenario BLOB NOT NULL, site BLOB NOT NULL, about BLOB NOT NULL, format TEXT NOT NULL
) STRICT;
CREATE TABLE rows (
    exercise TEXT NOT NULL REFERENCES exercises (exercise), sequence INTEGER NOT NULL,
    sim_ms INTEGER NOT NULL, wall TEXT NOT NULL, seat INTEGER NOT NULL, command_id TEXT,
    kind TEXT NOT NULL, version INTEGER NOT NULL, payload BLOB NOT NULL,
    PRIMARY KEY (exercise, sequence), UNIQUE (exercise, command_id)
) STRICT, WITHOUT ROWID;
PRAGMA user_version = 1;
COMMIT;
"""
Result = TypeVar("Result")


class SqliteStore:
    """The store port over one file. Opening it checks the schema version and the file itself."""

    def __init__(self, path: Path, fault: Fault = no_fault) -> None:
        self._path = path
        self._fault = fault
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="log-writer")
        self._writer: sqlite3.Connection | None = None
        try:
            self._on_writer(self._open)
        except LogError:
            self.close()
            raise

    def create(self, header: Header) -> None:
        """Open a new exercise; raises OutOfStepError where the exercise exists."""
        self._on_writer(lambda: self._create(header))

    def append(self, exercise: ExerciseId, after: int, drafts: Sequence[Draft]) -> Appended:
        """Add rows behind sequence `after`; a known command id returns its first row."""
        return self._on_writer(lambda: self._append(exercise, after, drafts))

    def answered(self, exercise: ExerciseId, command_id: str) -> Row | None:
        """The row that first answered this command id, or None."""
        with self._reader() as reader:
            return _answered(reader, exercise, command_id)

    def header(self, exercise: ExerciseId) -> Header:
        """The opening row; raises UnknownExerciseError."""
        with self._reader() as reader:
            self._require(reader, exercise)
            found = reader.execute(
                "SELECT * FROM exercises WHERE exercise = ?", (exercise,)
            ).fetchone()
        return Header(*found)

    def rows(self, exercise: ExerciseId, after: int = 0) -> list[Row]:
        """All rows behind `after`, in order; raises UnknownExerciseError."""
        with self._reader() as reader:
            self._require(reader, exercise)
            found = reader.execute(
                "SELECT * FROM rows WHERE exercise = ? AND sequence > ? ORDER BY sequence",
                (exercise, after),
            )
            return [_row(columns) for columns in found]

    def last(self, exercise: ExerciseId, kind: str | None = None) -> Row | None:
        """The last row, of one kind if given, or None where there is none."""
        with self._reader() as reader:
            self._require(reader, exercise)
            found = reader.execute(
                "SELECT * FROM rows WHERE exercise = ?1 AND (?2 IS NULL OR kind = ?2) "
                "ORDER BY sequence DESC LIMIT 1",
                (exercise, kind),
            ).fetchone()
            return None if found is None else _row(found)

    def exercises(self) -> list[ExerciseId]:
        """Every exercise in the log, oldest first."""
        with self._reader() as reader:
            found = reader.execute("SELECT exercise FROM exercises ORDER BY rowid")
            return [ExerciseId(exercise) for (exercise,) in found]

    def forget(self, exercise: ExerciseId) -> None:
        """Delete an exercise for good; raises UnknownExerciseError."""
        self._on_writer(lambda: self._forget(exercise))

    def close(self) -> None:
        """Finish the writer; nothing can be appended afterwards."""
        writer, self._writer = self._writer, None
        if writer is not None:
            self._thread.submit(writer.close).result()
        self._thread.shutdown()

    def _on_writer(self, work: Callable[[], Result]) -> Result:
        """Run on the one writer thread, with SQLite's errors told as the log's."""
        try:
            pending = self._thread.submit(work)
        except RuntimeError as error:
            raise UnwritableLogError(str(self._path), "the log is closed") from error
        with self._told():
            return pending.result()

    def _open(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        writer = sqlite3.connect(self._path, timeout=LOCK_WAIT_S, isolation_level=None)
        self._writer = writer
        _set_up(writer)
        version = int(writer.execute("PRAGMA user_version").fetchone()[0])
        tables = int(writer.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
        if version == 0 and tables == 0:
            writer.executescript(_TABLES)
        elif version != SCHEMA_VERSION:
            raise WrongSchemaError(
                str(self._path), f"schema version {version} is not allowed; {SCHEMA_VERSION}"
            )

    def _create(self, header: Header) -> None:
        with self._transaction() as writer:
            if _exists(writer, header.exercise):
                raise OutOfStepError(str(self._path), f"exercise {header.exercise} exists already")
            writer.execute(
                "INSERT INTO exercises VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    header.exercise,
                    header.wall,
                    header.results_version,
                    header.scenario,
                    header.site,
                    header.about,
                    header.format,
                ),
            )
        self._fault("committed")

    def _append(self, exercise: ExerciseId, after: int, drafts: Sequence[Draft]) -> Appended:
        with self._transaction() as writer:
            self._require(writer, exercise)
            for draft in drafts:
                first = _answered(writer, exercise, draft.command_id)
                if first is not None:
                    return Appended((first,), repeated=True)
            at = _length(writer, exercise)
            if at != after:
                raise OutOfStepError(
                    str(self._path), f"exercise {exercise} is at row {at}, the writer at {after}"
                )
            added = [number(draft, after + 1 + i) for i, draft in enumerate(drafts)]
            writer.executemany(
                "INSERT INTO rows VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [(exercise, *_columns(row)) for row in added],
            )
        self._fault("committed")
        return Appended(tuple(added), repeated=False)

    def _forget(self, exercise: ExerciseId) -> None:
        """Freed pages are overwritten, and the write-ahead log does not keep a copy."""
        with self._transaction() as writer:
            self._require(writer, exercise)
            writer.execute("DELETE FROM rows WHERE exercise = ?", (exercise,))
            writer.execute("DELETE FROM exercises WHERE exercise = ?", (exercise,))
        self._fault("committed")
        if self._writer is not None:
            self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """One transaction on the writer, undone whole by any error before its commit."""
        writer = self._writer
        if writer is None:
            raise UnwritableLogError(str(self._path), "the log is closed")
        writer.execute("BEGIN IMMEDIATE")
        try:
            yield writer
            self._fault("appended")
            writer.execute("COMMIT")
        except BaseException:
            if writer.in_transaction:
                writer.execute("ROLLBACK")
            raise

    @contextmanager
    def _reader(self) -> Iterator[sqlite3.Connection]:
        with self._told(), closing(sqlite3.connect(self._path, timeout=LOCK_WAIT_S)) as reader:
            reader.execute("PRAGMA query_only = ON")
            yield reader

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise _told_as(error)(str(self._path), str(error)) from error
        except OSError as error:
            raise UnwritableLogError(str(self._path), error.strerror or str(error)) from error

    def _require(self, connection: sqlite3.Connection, exercise: ExerciseId) -> None:
        if not _exists(connection, exercise):
            raise UnknownExerciseError(str(self._path), f"no exercise {exercise}")


def _set_up(writer: sqlite3.Connection) -> None:
    """Ask for WAL and FULL and make sure that they hold: NORMAL may lose the last commits."""
    journal = writer.execute("PRAGMA journal_mode = WAL").fetchone()[0]
    writer.execute("PRAGMA synchronous = FULL")
    writer.execute("PRAGMA foreign_keys = ON")
    writer.execute("PRAGMA secure_delete = ON")
    synchronous = writer.execute("PRAGMA synchronous").fetchone()[0]
    if journal != "wal" or synchronous != FULL:
        raise UnwritableLogError(
            "log", f"journal {journal}, synchronous {synchronous} are not allowed; wal, {FULL}"
        )


def _exists(connection: sqlite3.Connection, exercise: ExerciseId) -> bool:
    found = connection.execute("SELECT 1 FROM exercises WHERE exercise = ?", (exercise,))
    return found.fetchone() is not None


def _length(connection: sqlite3.Connection, exercise: ExerciseId) -> int:
    found = connection.execute(
        "SELECT coalesce(max(sequence), 0) FROM rows WHERE exercise = ?", (exercise,)
    )
    return int(found.fetchone()[0])


def _answered(
    connection: sqlite3.Connection, exercise: ExerciseId, command_id: str | None
) -> Row | None:
    if command_id is None:
        return None
    found = connection.execute(
        "SELECT * FROM rows WHERE exercise = ? AND command_id = ?",
        (exercise, command_id),
    ).fetchone()
    return None if found is None else _row(found)


def _row(columns: Sequence[Any]) -> Row:
    """A row of the table, whose first column is the exercise."""
    return Row(*columns[1:])


def _columns(row: Row) -> tuple[object, ...]:
    return (
        row.sequence,
        row.sim_ms,
        row.wall,
        row.seat,
        row.command_id,
        row.kind,
        row.version,
        row.payload,
    )


def _told_as(error: sqlite3.Error) -> type[LogError]:
    """The log's error for SQLite's; the primary code is the low byte."""
    kinds: dict[int, type[LogError]] = {
        sqlite3.SQLITE_FULL: FullDiskError,
        sqlite3.SQLITE_BUSY: LockedLogError,
        sqlite3.SQLITE_LOCKED: LockedLogError,
        sqlite3.SQLITE_CORRUPT: CorruptLogError,
        sqlite3.SQLITE_NOTADB: CorruptLogError,
        sqlite3.SQLITE_CANTOPEN: UnwritableLogError,
        sqlite3.SQLITE_READONLY: UnwritableLogError,
        sqlite3.SQLITE_PERM: UnwritableLogError,
        sqlite3.SQLITE_IOERR: UnwritableLogError,
    }
    return kinds.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, LogError)
