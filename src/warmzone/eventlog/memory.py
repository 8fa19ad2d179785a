"""A store in memory: for tests and for exercises nobody wants to keep."""

from collections.abc import Sequence
from threading import Lock

from warmzone.eventlog.envelope import Draft, Header, Row, number
from warmzone.eventlog.errors import OutOfStepError, UnknownExerciseError
from warmzone.eventlog.store import Appended, Fault, no_fault
from warmzone.vocabulary.ids import CommandId, ExerciseId

WHERE = "memory"


class MemoryStore:
    """The store port over dictionaries; gone when the process ends."""

    def __init__(self, fault: Fault = no_fault) -> None:
        self._fault = fault
        self._lock = Lock()
        self._headers: dict[ExerciseId, Header] = {}
        self._rows: dict[ExerciseId, list[Row]] = {}
        self._answers: dict[tuple[ExerciseId, str], Row] = {}

    def create(self, header: Header) -> None:
        """Open a new exercise; raises OutOfStepError where the exercise exists."""
        with self._lock:
            if header.exercise in self._headers:
                raise OutOfStepError(WHERE, f"exercise {header.exercise} exists already")
            self._fault("appended")
            self._headers[header.exercise] = header
            self._rows[header.exercise] = []
        self._fault("committed")

    def append(self, exercise: ExerciseId, after: int, drafts: Sequence[Draft]) -> Appended:
        """Add rows behind sequence `after`; a known command id returns its first row."""
        with self._lock:
            rows = self._of(exercise)
            first = self._first_answer(exercise, drafts)
            if first is not None:
                return Appended((first,), repeated=True)
            if len(rows) != after:
                raise OutOfStepError(
                    WHERE, f"exercise {exercise} is at row {len(rows)}, the writer at {after}"
                )
            added = [number(draft, after + 1 + i) for i, draft in enumerate(drafts)]
            self._fault("appended")
            rows.extend(added)
            for row in added:
                if row.command_id is not None:
                    self._answers[(exercise, row.command_id)] = row
        self._fault("committed")
        return Appended(tuple(added), repeated=False)

    def answered(self, exercise: ExerciseId, command_id: str) -> Row | None:
        """The row that first answered this command id, or None."""
        with self._lock:
            return self._answers.get((exercise, command_id))

    def header(self, exercise: ExerciseId) -> Header:
        """The opening row; raises UnknownExerciseError."""
        with self._lock:
            self._of(exercise)
            return self._headers[exercise]

    def rows(self, exercise: ExerciseId, after: int = 0) -> list[Row]:
        """All rows behind `after`, in order; raises UnknownExerciseError."""
        with self._lock:
            return self._of(exercise)[after:]

    def last(self, exercise: ExerciseId, kind: str | None = None) -> Row | None:
        """The last row, of one kind if given, or None where there is none."""
        with self._lock:
            found = (row for row in reversed(self._of(exercise)) if kind in (None, row.kind))
            return next(found, None)

    def exercises(self) -> list[ExerciseId]:
        """Every exercise in the log, oldest first."""
        with self._lock:
            return list(self._headers)

    def forget(self, exercise: ExerciseId) -> None:
        """Delete an exercise for good; raises UnknownExerciseError."""
        with self._lock:
            self._of(exercise)
            self._fault("appended")
            del self._rows[exercise], self._headers[exercise]
            for known in [one for one in self._answers if one[0] == exercise]:
                del self._answers[known]
        self._fault("committed")

    def close(self) -> None:
        """Nothing to finish."""

    def _of(self, exercise: ExerciseId) -> list[Row]:
        if exercise not in self._rows:
            raise UnknownExerciseError(WHERE, f"no exercise {exercise}")
        return self._rows[exercise]

    def _first_answer(self, exercise: ExerciseId, drafts: Sequence[Draft]) -> Row | None:
        ids: list[CommandId] = [d.command_id for d in drafts if d.command_id is not None]
        known = (self._answers.get((exercise, command_id)) for command_id in ids)
        return next((row for row in known if row is not None), None)
