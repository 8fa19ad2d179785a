"""New ids."""

from secrets import token_hex

from warmzone.vocabulary.ids import ExerciseId


def new_exercise_id() -> ExerciseId:
    """An id that is safe in an address and cannot be guessed."""
    return ExerciseId(token_hex(8))
