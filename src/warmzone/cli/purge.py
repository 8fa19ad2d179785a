"""The command that deletes kept exercises: by id, or by age."""

from pathlib import Path
from typing import TYPE_CHECKING

from warmzone.cli.opening import OK, PROBLEMS
from warmzone.cli.output import aside, line

if TYPE_CHECKING:
    from warmzone.eventlog import SqliteStore
    from warmzone.vocabulary.ids import ExerciseId


def purge(
    exercises: list[str], older_than_days: int | None, data: Path | None, *, sure: bool
) -> int:
    """Delete exercises and all that was made of them; without `sure` only say which.

    Nothing may serve the same data meanwhile.
    """
    from warmzone.eventlog import Derived, LogError, SqliteStore
    from warmzone.server.settings import Settings

    settings = Settings() if data is None else Settings(data=data)
    if not settings.log_file.is_file():
        aside(f"{settings.log_file}: there is no log here")
        return PROBLEMS
    store = SqliteStore(settings.log_file)
    try:
        chosen = _chosen(store, exercises, older_than_days)
        if sure and chosen:
            derived = Derived(settings.derived_file)
            for exercise in chosen:
                store.forget(exercise)
                derived.forget(exercise)
            derived.close()
    except LogError as error:
        aside(str(error))
        return PROBLEMS
    finally:
        store.close()
    for exercise in chosen:
        line(f"{'deleted' if sure else 'would delete'} {exercise}")
    if chosen and not sure:
        aside("nothing was deleted; say --yes to delete")
    return OK


def _chosen(store: "SqliteStore", named: list[str], days: int | None) -> "list[ExerciseId]":
    """Those that were named, and those last written to longer ago than so many days."""
    from warmzone.eventlog import older_than
    from warmzone.vocabulary.ids import ExerciseId

    found = [ExerciseId(one) for one in named]
    for exercise in found:
        store.header(exercise)
    if days is not None:
        found += older_than(store, days)
    return list(dict.fromkeys(found))
