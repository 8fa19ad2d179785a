"""The store port: what an exercise needs of whatever keeps its log."""

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple, Protocol

from warmzone.eventlog.envelope import Draft, Header, Row
from warmzone.vocabulary.ids import ExerciseId

Stage = Literal["appended", "committed"]
"""Where a failure can be injected: written but not committed; committed but not acknowledged."""

Fault = Callable[[Stage], None]


def no_fault(stage: Stage) -> None:
    """The fault of everyday use: none."""


class Appended(NamedTuple):
    """The answer of an append: the rows now in the log, and whether the command id was known.

    Where `repeated`, nothing was written and `rows` holds the first answer.
    """

    rows: tuple[Row, ...]
    repeated: bool


class Store(Protocol):
    """A log of many exercises. Every method may be called from any thread.

    An append is all or nothing and returns after its commit. The rows of one append may carry one
    command id, on the first of them. Every method may raise an `errors.LogError`.
    """

    def create(self, header: Header) -> None:
        """Open a new exercise; raises OutOfStepError where the exercise exists."""

    def append(self, exercise: ExerciseId, after: int, drafts: Sequence[Draft]) -> Appended:
        """Add rows behind sequence `after`, 0 for the first; else OutOfStepError.

        A command id that the exercise has seen returns its first row and writes nothing, wherever
        `after` stands.
        """

    def answered(self, exercise: ExerciseId, command_id: str) -> Row | None:
        """The row that first answered this command id, or None."""

    def header(self, exercise: ExerciseId) -> Header:
        """The opening row; raises UnknownExerciseError."""

    def rows(self, exercise: ExerciseId, after: int = 0) -> list[Row]:
        """All rows behind `after`, in order; raises UnknownExerciseError."""

    def last(self, exercise: ExerciseId, kind: str | None = None) -> Row | None:
        """The last row, of one kind if given, or None where there is none."""

    def exercises(self) -> list[ExerciseId]:
        """Every exercise in the log, oldest first."""

    def forget(self, exercise: ExerciseId) -> None:
        """Delete an exercise for good, so that no byte of it is left in the log's files.

        Raises UnknownExerciseError.
        """

    def close(self) -> None:
        """Finish the writer; nothing can be appended afterwards."""
