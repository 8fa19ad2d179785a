"""The second port: rows that can be made again. Marked, deletable, never read to rebuild state.

They sit in a file of their own, so that deleting it loses nothing that people did.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Lock

from msgspec import Struct

from warmzone.eventlog.errors import LogError
from warmzone.vocabulary.ids import ExerciseId

_TABLE = """
CREATE TABLE IF NOT EXISTS derived (
    exercise TEXT NOT NULL, kind TEXT NOT NULL, sim_ms INTEGER NOT NULL,
    results_version TEXT NOT NULL, payload BLOB NOT NULL,
    PRIMARY KEY (exercise, kind, sim_ms)
) STRICT, WITHOUT ROWID
"""


class DerivedRow(Struct, frozen=True):
    """One derived value: a digest, what was shown, a cached review; made by `results_version`."""

    exercise: ExerciseId
    kind: str
    sim_ms: int
    results_version: str
    payload: bytes


class Derived:
    """Derived rows in one SQLite file, or in memory where `path` is None.

    A later row with the same exercise, kind and time replaces the earlier one.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._where = "memory" if path is None else str(path)
        self._lock = Lock()
        with self._told():
            self._connection = sqlite3.connect(
                ":memory:" if path is None else path, check_same_thread=False, isolation_level=None
            )
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute(_TABLE)

    def put(self, row: DerivedRow) -> None:
        """Keep one row."""
        with self._told(), self._lock:
            self._connection.execute(
                "INSERT OR REPLACE INTO derived VALUES (?, ?, ?, ?, ?)",
                (row.exercise, row.kind, row.sim_ms, row.results_version, row.payload),
            )

    def rows(self, exercise: ExerciseId, kind: str) -> list[DerivedRow]:
        """The rows of one kind, by simulated time."""
        query = "SELECT * FROM derived WHERE exercise = ? AND kind = ? ORDER BY sim_ms"
        with self._told(), self._lock, closing(self._connection.cursor()) as cursor:
            return [DerivedRow(*found) for found in cursor.execute(query, (exercise, kind))]

    def forget(self, exercise: ExerciseId) -> None:
        """Delete everything derived of one exercise."""
        with self._told(), self._lock:
            self._connection.execute("DELETE FROM derived WHERE exercise = ?", (exercise,))

    def close(self) -> None:
        """Close the file."""
        with self._told(), self._lock:
            self._connection.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise LogError(self._where, str(error)) from error
